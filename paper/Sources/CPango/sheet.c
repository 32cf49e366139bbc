#include "CPango.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct paper_sheet {
  int fd;
  cairo_surface_t *surface;
  cairo_t *cairo;
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *font;
};

int paper_has_family(const char *family) {
  PangoFontFamily **families = NULL;
  int count = 0, found = 0;
  pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
  for (int i = 0; i < count && !found; i++) found = strcmp(pango_font_family_get_name(families[i]), family) == 0;
  g_free(families);
  return found;
}

static cairo_status_t put(void *closure, const unsigned char *bytes, unsigned int length) {
  const paper_sheet *sheet = closure;
  while (length > 0) {
    ssize_t count = write(sheet->fd, bytes, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return CAIRO_STATUS_WRITE_ERROR;
    bytes += count;
    length -= (unsigned int)count;
  }
  return CAIRO_STATUS_SUCCESS;
}

paper_sheet *paper_open(int fd, double width, double height, const char *family) {
  paper_sheet *sheet = calloc(1, sizeof *sheet);
  if (!sheet) return NULL;
  sheet->fd = fd;
  sheet->surface = cairo_pdf_surface_create_for_stream(put, sheet, width, height);
  sheet->cairo = cairo_create(sheet->surface);
  sheet->context = pango_cairo_create_context(sheet->cairo);
  /* A page has no pixels: letters stand where their measures say. */
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(sheet->context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(sheet->context, FALSE);
  pango_context_set_language(sheet->context, pango_language_from_string("th"));
  sheet->layout = pango_layout_new(sheet->context);
  pango_layout_set_wrap(sheet->layout, PANGO_WRAP_WORD_CHAR);
  sheet->font = pango_font_description_new();
  pango_font_description_set_family(sheet->font, family);
  return sheet;
}

void paper_describe(paper_sheet *sheet, const char *title, const char *author, const char *created) {
  cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

void paper_size(paper_sheet *sheet, double width, double height) {
  cairo_pdf_surface_set_size(sheet->surface, width, height);
}

static void set(paper_sheet *sheet, const char *text, double width, double size, int is_bold) {
  pango_font_description_set_absolute_size(sheet->font, size * PANGO_SCALE);
  pango_font_description_set_weight(sheet->font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(sheet->layout, sheet->font);
  pango_layout_set_width(sheet->layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
  pango_layout_set_text(sheet->layout, text, -1);
}

double paper_height(paper_sheet *sheet, const char *text, double width, double size, int is_bold) {
  int height = 0;
  set(sheet, text, width, size, is_bold);
  pango_layout_get_size(sheet->layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

double paper_width(paper_sheet *sheet, const char *text, double size, int is_bold) {
  int width = 0;
  set(sheet, text, 0, size, is_bold);
  pango_layout_get_size(sheet->layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

void paper_text(
  paper_sheet *sheet, const char *text, double x, double y, double width, double size, int is_bold, paper_align align) {
  set(sheet, text, width, size, is_bold);
  pango_layout_set_alignment(
    sheet->layout, align == PAPER_RIGHT ? PANGO_ALIGN_RIGHT : align == PAPER_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
  cairo_move_to(sheet->cairo, x, y);
  pango_cairo_show_layout(sheet->cairo, sheet->layout);
  pango_layout_set_alignment(sheet->layout, PANGO_ALIGN_LEFT);
}

void paper_fill(paper_sheet *sheet, double x, double y, double width, double height, double grey) {
  cairo_set_source_rgb(sheet->cairo, grey, grey, grey);
  cairo_rectangle(sheet->cairo, x, y, width, height);
  cairo_fill(sheet->cairo);
}

void paper_colour(
  paper_sheet *sheet, double x, double y, double width, double height, double red, double green, double blue) {
  cairo_set_source_rgb(sheet->cairo, red, green, blue);
  cairo_rectangle(sheet->cairo, x, y, width, height);
  cairo_fill(sheet->cairo);
}

void paper_line(paper_sheet *sheet, double x1, double y1, double x2, double y2, double thick) {
  cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
  cairo_set_line_width(sheet->cairo, thick);
  cairo_move_to(sheet->cairo, x1, y1);
  cairo_line_to(sheet->cairo, x2, y2);
  cairo_stroke(sheet->cairo);
}

void paper_frame(paper_sheet *sheet, double x, double y, double width, double height, double thick) {
  cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
  cairo_set_line_width(sheet->cairo, thick);
  cairo_rectangle(sheet->cairo, x, y, width, height);
  cairo_stroke(sheet->cairo);
}

void paper_turn(paper_sheet *sheet) { cairo_show_page(sheet->cairo); }

int paper_close(paper_sheet *sheet) {
  cairo_surface_finish(sheet->surface);
  int status = cairo_status(sheet->cairo) != CAIRO_STATUS_SUCCESS
    || cairo_surface_status(sheet->surface) != CAIRO_STATUS_SUCCESS;
  pango_font_description_free(sheet->font);
  g_object_unref(sheet->layout);
  g_object_unref(sheet->context);
  cairo_destroy(sheet->cairo);
  cairo_surface_destroy(sheet->surface);
  free(sheet);
  return status;
}
