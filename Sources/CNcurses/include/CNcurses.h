/* What Swift sees of ncursesw: a few calls. The library's globals, macros and window types stay in curses.c. */
#ifndef LECTERM_CNCURSES_H
#define LECTERM_CNCURSES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One column: a base, up to four zero-width marks (0 ends them), and the number of its style. */
typedef struct {
  uint32_t base;
  uint16_t marks[4];
  uint16_t style;
} nc_cell;

enum { NC_BOLD = 1, NC_DIM = 2, NC_UNDERLINE = 4, NC_REVERSE = 8, NC_ITALIC = 16 };

/* Opens the terminal of that type, or the nearest one that is known; false if none can place a cursor. */
bool nc_open(const char *type);
/* A string of the terminal's description, or NULL. */
const char *nc_capability(const char *name);
/* How many colours the terminal has; 0 for none. */
int nc_colors(void);
/* Gives a style its colours (-1: the terminal's own) and attributes. */
void nc_style(int style, int foreground, int background, int attributes);
/* Puts cells in one row; what would be outside is left out. */
void nc_put(int row, int column, const nc_cell *cells, int count);
/* Makes the whole screen blank, to be drawn anew. */
void nc_erase(void);
/* Tells the library the new size. */
void nc_resize(int columns, int rows);
/* Sends what changed, and leaves the cursor at that place; a negative one hides it. */
void nc_show(int column, int row);
/* The next nc_show sends everything: the screen was disturbed. */
void nc_redraw(void);
/* Gives the terminal back; the next nc_show takes it again. */
void nc_close(void);

/* The window's size as the system knows it; false if it does not. */
bool nc_window(int *columns, int *rows);

/* The guard: gives the terminal back in its old state when the program ends in any way, and tells of signals through a pipe. */

/* Remembers the terminal's present state, and takes the signals; returns the pipe to read notices from, or -1. */
int nc_guard_open(void);
/* What to write when the program ends; copied. */
void nc_guard_set(const char *text, size_t count);
/* Writes that text and sets the terminal as it was; safe in a signal handler, done once until nc_guard_arm. */
void nc_guard_restore(void);
void nc_guard_arm(void);
/* Stops the program as Ctrl-Z does, and returns when it goes on. */
void nc_guard_stop(void);
/* Keys one at a time and without echo, for the linear mode; output stays as it was. */
void nc_guard_keys(void);

/* The notices. */
enum { NC_RESIZED = 'w', NC_STOP = 'z', NC_CONTINUED = 'c' };
#endif
