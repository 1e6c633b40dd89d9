// SPDX-License-Identifier: MIT
#include "formats/drawing.h"

#include <stddef.h>
#include <string.h>

// cairo's pixels are ours: premultiplied, one uint32_t each, and of so many
// bytes rows have no gaps.
cairo_t *drawing_new(struct size size, uint32_t *pixels)
{
    int stride = size.width * (int)sizeof *pixels;
    memset(pixels, 0, (size_t)stride * (size_t)size.height);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)pixels, CAIRO_FORMAT_ARGB32, size.width, size.height,
        stride);
    cairo_t *cairo = cairo_create(surface);
    cairo_surface_destroy(surface);
    if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS) {
        cairo_destroy(cairo);
        return NULL;
    }
    return cairo;
}

void drawing_free(cairo_t *cairo)
{
    if (cairo != NULL) {
        cairo_surface_flush(cairo_get_target(cairo));
        cairo_destroy(cairo);
    }
}
