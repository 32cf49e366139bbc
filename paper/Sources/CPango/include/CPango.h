#ifndef CPANGO_H
#define CPANGO_H

#include <stddef.h>

/* The few things that are asked of Pango and Cairo, in types of our own: their headers are read by one C file alone.
   Lengths are points, places are from the top left corner, text is UTF-8. */

typedef struct paper_sheet paper_sheet;

typedef enum { PAPER_LEFT, PAPER_CENTER, PAPER_RIGHT } paper_align;

/* Whether the machine has a family of fonts by that name. */
int paper_has_family(const char *family);

/* A PDF that goes to a file descriptor; null when there is no memory for it. */
paper_sheet *paper_open(int fd, double width, double height, const char *family);
void paper_describe(paper_sheet *sheet, const char *title, const char *author, const char *created);

/* The size of the pages from here on; called before anything stands on the page. */
void paper_size(paper_sheet *sheet, double width, double height);

/* How high a text is when it is set as wide as that; 0 for width sets it on one line. */
double paper_height(paper_sheet *sheet, const char *text, double width, double size, int is_bold);
double paper_width(paper_sheet *sheet, const char *text, double size, int is_bold);
void paper_text(
  paper_sheet *sheet, const char *text, double x, double y, double width, double size, int is_bold, paper_align align);

/* A filled box; 0 is black, 1 white. */
void paper_fill(paper_sheet *sheet, double x, double y, double width, double height, double grey);

/* The same in a colour; each part from 0 to 1. */
void paper_colour(
  paper_sheet *sheet, double x, double y, double width, double height, double red, double green, double blue);
void paper_line(paper_sheet *sheet, double x1, double y1, double x2, double y2, double thick);
void paper_frame(paper_sheet *sheet, double x, double y, double width, double height, double thick);

void paper_turn(paper_sheet *sheet);

/* Ends the file; 0 when all of it was written. */
int paper_close(paper_sheet *sheet);

#endif
