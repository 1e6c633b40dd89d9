// SPDX-License-Identifier: MIT
#include "formats/drawing.h"

#include <stddef.h>
#include <string.h>

#include "formats/scale.h"

cairo_t *drawing_new(struct size size)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, size.width, size.height);
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
        cairo_destroy(cairo);
    }
}

static bool is_opaque(const uint32_t *pixels, size_t count)
{
    size_t i = 0;
    while (i < count && pixels[i] >> 24 == 255) {
        i++;
    }
    return i == count;
}

// cairo's pixels are ours: premultiplied, one uint32_t each.
enum decode_result drawing_take(cairo_t *cairo, struct decoded *out)
{
    cairo_surface_t *surface = cairo_get_target(cairo);
    cairo_surface_flush(surface);
    const unsigned char *from = cairo_image_surface_get_data(surface);
    ptrdiff_t stride = cairo_image_surface_get_stride(surface);
    struct size size = {cairo_image_surface_get_width(surface),
                        cairo_image_surface_get_height(surface)};
    uint32_t *pixels = pixels_new(size);
    if (pixels == NULL || from == NULL) {
        return DECODE_NO_MEMORY;
    }
    size_t width = (size_t)size.width;
    for (int y = 0; y < size.height; y++) {
        memcpy(pixels + (size_t)y * width, from + y * stride,
               width * sizeof *pixels);
    }
    *out = (struct decoded){size, pixels,
                            is_opaque(pixels, width * (size_t)size.height)};
    return DECODE_DONE;
}
