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

static uint32_t darker(uint32_t colour, uint32_t alpha)
{
    return colour < alpha ? colour : alpha;
}

// Where cairo enlarges a pattern, it rounds a colour to more than its opacity.
static void keep_premultiplied(cairo_surface_t *surface)
{
    uint32_t *pixels = (void *)cairo_image_surface_get_data(surface);
    size_t count = (size_t)cairo_image_surface_get_width(surface) *
                   (size_t)cairo_image_surface_get_height(surface);
    for (size_t i = 0; i < count; i++) {
        uint32_t pixel = pixels[i];
        uint32_t alpha = pixel >> 24;
        pixels[i] = alpha << 24 | darker(pixel >> 16 & 255, alpha) << 16 |
                    darker(pixel >> 8 & 255, alpha) << 8 |
                    darker(pixel & 255, alpha);
    }
}

void drawing_free(cairo_t *cairo)
{
    if (cairo != NULL) {
        cairo_surface_flush(cairo_get_target(cairo));
        keep_premultiplied(cairo_get_target(cairo));
        cairo_destroy(cairo);
    }
}
