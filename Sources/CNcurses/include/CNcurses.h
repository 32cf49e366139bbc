#ifndef LECTERM_CNCURSES_H
#define LECTERM_CNCURSES_H
#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <wchar.h>
#endif
