// SPDX-License-Identifier: MIT
#include "draw/cut_out.h"

#include <assert.h>
#include <stddef.h>

#include "draw/picture.h"

static uint32_t channel(uint32_t pixel, unsigned shift)
{
    return pixel >> shift & 0xFF;
}

// On black a pixel is colour * alpha, on white that and (1 - alpha) more. The
// channels may differ by a rounding.
static uint32_t between(uint32_t on_black, uint32_t on_white)
{
    uint32_t ground = 0;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t low = channel(on_black, shift);
        uint32_t high = channel(on_white, shift);
        uint32_t through = high > low ? high - low : 0;
        ground = through > ground ? through : ground;
    }
    uint32_t alpha = 255 - ground, pixel = alpha << 24;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t low = channel(on_black, shift);
        pixel |= (low < alpha ? low : alpha) << shift;
    }
    return pixel;
}

struct picture *cut_out_new(const struct picture *on_black,
                            const struct picture *on_white)
{
    assert(size_equals(on_black->size, on_white->size));
    struct picture *picture = picture_new(on_black->size);
    if (picture != NULL) {
        size_t count =
            (size_t)picture->size.width * (size_t)picture->size.height;
        for (size_t i = 0; i < count; i++) {
            picture->pixels[i] =
                between(on_black->pixels[i], on_white->pixels[i]);
        }
    }
    return picture;
}

static uint32_t over(uint32_t below, uint32_t above)
{
    uint32_t rest = 255 - (above >> 24);
    uint32_t pixel = 0xFF000000U;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t shown =
            channel(above, shift) + (channel(below, shift) * rest + 127) / 255;
        pixel |= (shown < 255 ? shown : 255) << shift;
    }
    return pixel;
}

static void lay_row(const uint32_t *from, uint32_t *to, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t alpha = from[i] >> 24;
        if (alpha == 255) {
            to[i] = from[i];
        } else if (alpha != 0) {
            to[i] = over(to[i], from[i]);
        }
    }
}

void cut_out_lay(const struct picture *picture, int x, int y, uint32_t *pixels,
                 struct size size, int stride)
{
    struct box box = {x, y, picture->size.width, picture->size.height};
    struct box part =
        box_intersection(box, (struct box){0, 0, size.width, size.height});
    for (int row = part.y; row < box_bottom(part); row++) {
        const uint32_t *from =
            picture->pixels + (ptrdiff_t)(row - y) * box.width + (part.x - x);
        lay_row(from, pixels + (ptrdiff_t)row * stride + part.x, part.width);
    }
}
