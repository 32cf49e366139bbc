/* SQLite as Swift sees it. The library's variadic call gets a fixed-shape twin, because Swift cannot call C variadics. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>
#include <sys/vfs.h>

/* The kind of file system a path lies on (statfs is not in Swift's C library module); -1 when it can't be told. */
static inline long cs_file_system(const char *path) { struct statfs s; return statfs(path, &s) == 0 ? (long)s.f_type : -1; }


/* sqlite3_db_config for the switches that take an int and report the value now in force. */
static inline int cs_config(sqlite3 *db, int op, int on, int *now) { return sqlite3_db_config(db, op, on, now); }

/* Binds bytes that SQLite copies at once: SQLITE_TRANSIENT is a cast macro that Swift does not import. */
static inline int cs_bind_text(sqlite3_stmt *s, int i, const char *p, int n) { return sqlite3_bind_text(s, i, p, n, SQLITE_TRANSIENT); }
static inline int cs_bind_blob(sqlite3_stmt *s, int i, const void *p, int n) { return sqlite3_bind_blob(s, i, p, n, SQLITE_TRANSIENT); }
#endif
