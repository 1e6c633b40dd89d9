// SPDX-License-Identifier: MIT
// PDF, by poppler: the first page, on white.

#include <stdlib.h>

#include <poppler.h>

#include "formats/drawing.h"
#include "formats/format.h"

static enum decode_result result_of(GError *error, const struct bytes *file)
{
    enum decode_result result = DECODE_BROKEN;
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) {
        result = DECODE_STRANGE;
    } else if (memmem(file->data, file->length, "%%EOF", 5) == NULL) {
        result = DECODE_CUT_OFF;
    }
    g_clear_error(&error);
    return result;
}

static enum decode_result open_page(const struct bytes *file, PopplerPage **out)
{
    GError *error = NULL;
    GBytes *bytes = g_bytes_new_static(file->data, file->length);
    PopplerDocument *document =
        poppler_document_new_from_bytes(bytes, NULL, &error);
    g_bytes_unref(bytes);
    if (document == NULL) {
        return result_of(error, file);
    }
    *out = poppler_document_get_n_pages(document) > 0
               ? poppler_document_get_page(document, 0)
               : NULL;
    g_object_unref(document); // the page keeps it
    return *out != NULL ? DECODE_DONE : DECODE_BROKEN;
}

static enum decode_result pdf_read_head(const struct bytes *file,
                                        const struct format_room *room,
                                        struct format_head *out)
{
    (void)room;
    PopplerPage *page = NULL;
    enum decode_result result = open_page(file, &page);
    if (result == DECODE_DONE) {
        double width = 0, height = 0;
        poppler_page_get_size(page, &width, &height);
        out->size = format_drawing_size(width, height);
        g_object_unref(page);
    }
    return result;
}

static void draw(PopplerPage *page, cairo_t *cairo, struct size size)
{
    double width = 0, height = 0;
    poppler_page_get_size(page, &width, &height);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, size.width / width, size.height / height);
    poppler_page_render(page, cairo);
}

static enum decode_result pdf_read_pixels(const struct bytes *file,
                                          struct size size, uint32_t *pixels)
{
    PopplerPage *page = NULL;
    enum decode_result result = open_page(file, &page);
    if (result != DECODE_DONE) {
        return result;
    }
    cairo_t *cairo = drawing_new(size, pixels);
    if (cairo == NULL) {
        result = DECODE_NO_MEMORY;
    } else {
        draw(page, cairo, size);
    }
    drawing_free(cairo);
    g_object_unref(page);
    return result;
}

const struct format pdf_format = {
    .read_head = pdf_read_head,
    .read_pixels = pdf_read_pixels,
};
