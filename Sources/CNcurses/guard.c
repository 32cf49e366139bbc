#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;
static volatile sig_atomic_t known, armed;
static char restore[512];
static volatile sig_atomic_t restore_count;
static int notices[2] = {-1, -1};

void nc_guard_restore(void) {
  if (!armed) return;
  armed = 0;
  int saved = errno;
  size_t done = 0;
  while (done < (size_t)restore_count) {
    ssize_t wrote = write(STDOUT_FILENO, restore + done, (size_t)restore_count - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) break;
    done += (size_t)wrote;
  }
  if (known) tcsetattr(STDIN_FILENO, TCSANOW, &before);
  errno = saved;
}

/* The signal ends the program, as it would have without us, but on a clean terminal. */
static void end(int number) {
  nc_guard_restore();
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

static void tell(int number) {
  int saved = errno;
  char notice = number == SIGWINCH ? NC_RESIZED : number == SIGTSTP ? NC_STOP : NC_CONTINUED;
  /* A full pipe already says that there is something to do. */
  if (write(notices[1], &notice, 1) < 0) {}
  errno = saved;
}

static void take(int number, void (*handler)(int), int flags) {
  struct sigaction old, new = {0};
  /* What was ignored from outside (nohup) stays ignored. */
  if (sigaction(number, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  new.sa_handler = handler;
  new.sa_flags = flags;
  sigemptyset(&new.sa_mask);
  sigaction(number, &new, NULL);
  /* Whoever started us may have blocked it, and a blocked signal is never heard of. */
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
}

int nc_guard_open(void) {
  if (notices[0] >= 0) return notices[0];
  known = tcgetattr(STDIN_FILENO, &before) == 0;
  if (pipe(notices) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(notices[i], F_SETFL, O_NONBLOCK);
    fcntl(notices[i], F_SETFD, FD_CLOEXEC);
  }
  /* A stack that ran over needs another one to be reported on. */
  static char other_stack[65536];
  stack_t stack = {.ss_sp = other_stack, .ss_size = sizeof other_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) take(ends[i], end, SA_ONSTACK);
  take(SIGWINCH, tell, SA_RESTART);
  take(SIGTSTP, tell, SA_RESTART);
  take(SIGCONT, tell, SA_RESTART);
  atexit(nc_guard_restore);
  return notices[0];
}

void nc_guard_set(const char *text, size_t count) {
  armed = 0;
  if (count > sizeof restore) count = sizeof restore;
  memcpy(restore, text, count);
  restore_count = (sig_atomic_t)count;
}

void nc_guard_arm(void) { armed = 1; }

void nc_guard_stop(void) {
  struct sigaction old, standard = {0};
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &old);
  /* The whole group, as the terminal's own Ctrl-Z would: a script that started us stops too. */
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &old, NULL);
}

void nc_guard_keys(void) {
  if (!known) return;
  struct termios keys = before;
  keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  keys.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR);
  keys.c_cc[VMIN] = 1;
  keys.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &keys);
}
