/* SQLite as Swift sees it. The library's variadic call gets a fixed-shape twin, because Swift cannot call C variadics. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The kind of file system a path lies on (statfs is not in Swift's C library module); -1 when it can't be told. */
static inline long cs_file_system(const char *path) { struct statfs s; return statfs(path, &s) == 0 ? (long)s.f_type : -1; }

/* rename that fails with EEXIST where something has the name already; the error's number, 0 when it is done. The numbers are the
   kernel's: 1 is RENAME_NOREPLACE. */
static inline int cs_rename_new(const char *from, const char *to) {
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u) == 0 ? 0 : errno;
}

/* Everything of the file system that the descriptor lies on is on the disk; the error's number, 0 when it is done. */
static inline int cs_sync_all(int fd) { return syscall(SYS_syncfs, fd) == 0 ? 0 : errno; }

/* sqlite3_db_config for the switches that take an int and report the value now in force. */
static inline int cs_config(sqlite3 *db, int op, int on, int *now) { return sqlite3_db_config(db, op, on, now); }

/* Binds bytes that SQLite copies at once: SQLITE_TRANSIENT is a cast macro that Swift does not import. */
static inline int cs_bind_text(sqlite3_stmt *s, int i, const char *p, int n) { return sqlite3_bind_text(s, i, p, n, SQLITE_TRANSIENT); }
static inline int cs_bind_blob(sqlite3_stmt *s, int i, const void *p, int n) { return sqlite3_bind_blob(s, i, p, n, SQLITE_TRANSIENT); }
#endif
