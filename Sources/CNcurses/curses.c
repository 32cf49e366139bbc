#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static bool usable(const char *type) {
  /* newterm, never initscr: that one ends the program on an unknown name. */
  SCREEN *screen = newterm(type, stdout, stdin);
  if (!screen) return false;
  const char *place = tigetstr("cup");
  if (place && place != (char *)-1) return true;
  endwin();
  delscreen(screen);
  return false;
}

/* Names that Debian's base set of descriptions lacks, and all of which are an xterm for our purposes. */
static bool like_xterm(const char *type) {
  static const char *const names[] = {"xterm", "putty", "ms-terminal", "kitty", "alacritty", "foot", "ghostty",
    "wezterm", "konsole", "vte", "gnome", "st-", "iterm", "contour", "mintty"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strncmp(type, names[i], strlen(names[i])) == 0) return true;
  return false;
}

bool nc_open(const char *type) {
  bool opened = *type && usable(type);
  if (!opened && like_xterm(type)) opened = usable("xterm-256color");
  if (!opened && strncmp(type, "tmux", 4) == 0) opened = usable("screen-256color");
  if (!opened && strcmp(type, "dumb") != 0) opened = usable("vt100");
  if (!opened) return false;
  /* A list that scrolls by one row sends that row. */
  idlok(stdscr, TRUE);
  raw();
  noecho();
  nonl();
  /* A frame is never left half drawn because a key waits, and keys are read by ourselves. */
  typeahead(-1);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return true;
}

const char *nc_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

int nc_colors(void) { return has_colors() ? COLORS : 0; }

/* What a style number means; pair n + 1 belongs to style n. */
static struct { attr_t attributes; short pair; } styles[256];

void nc_style(int style, int foreground, int background, int attributes) {
  if (style < 0 || style >= 256) return;
  attr_t drawn = A_NORMAL;
  if (attributes & NC_BOLD) drawn |= A_BOLD;
  if (attributes & NC_DIM) drawn |= A_DIM;
  if (attributes & NC_UNDERLINE) drawn |= A_UNDERLINE;
  if (attributes & NC_REVERSE) drawn |= A_REVERSE;
  if (attributes & NC_ITALIC) drawn |= A_ITALIC;
  short pair = 0;
  if (has_colors() && (foreground >= 0 || background >= 0) && style + 1 < COLOR_PAIRS
    && init_pair((short)(style + 1), (short)foreground, (short)background) == OK)
    pair = (short)(style + 1);
  styles[style].attributes = drawn;
  styles[style].pair = pair;
}

void nc_put(int row, int column, const nc_cell *cells, int count) {
  cchar_t line[512];
  int most = (int)(sizeof line / sizeof *line), done = 0;
  while (done < count) {
    int now = count - done < most ? count - done : most;
    for (int i = 0; i < now; i++) {
      const nc_cell *cell = &cells[done + i];
      wchar_t text[6] = {(wchar_t)cell->base, cell->marks[0], cell->marks[1], cell->marks[2], cell->marks[3], 0};
      int style = cell->style < 256 ? cell->style : 0;
      /* A letter the C library gives no width would shift the row. */
      if (wcwidth(text[0]) != 1 || setcchar(&line[i], text, styles[style].attributes, styles[style].pair, NULL) != OK)
        setcchar(&line[i], L"?", styles[style].attributes, styles[style].pair, NULL);
    }
    /* Unlike add_wch this neither wraps at the right edge nor fails in the last cell. */
    mvwadd_wchnstr(stdscr, row, column + done, line, now);
    done += now;
  }
}

void nc_erase(void) { werase(stdscr); }

void nc_resize(int columns, int rows) { resizeterm(rows, columns); }

void nc_show(int column, int row) {
  bool seen = column >= 0 && row >= 0 && column < COLS && row < LINES;
  curs_set(seen ? 1 : 0);
  if (seen) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

void nc_redraw(void) { clearok(curscr, TRUE); }

void nc_close(void) { endwin(); }

bool nc_window(int *columns, int *rows) {
  struct winsize window;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 || window.ws_row == 0) return false;
  *columns = window.ws_col;
  *rows = window.ws_row;
  return true;
}
