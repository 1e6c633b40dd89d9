// SPDX-License-Identifier: MIT
#include "draw/picture_view.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/picture.h"

static const uint32_t RED_BLUE = 0x00FF00FFU;
static const uint32_t OPAQUE = 0xFF000000U;

// Where a pixel of the view falls on the picture, in 1/256 of its pixels.
struct sample {
    int first, second; // its neighbours, within the picture
    uint32_t part;     // of the second, 0 to 256
    bool beside;
};

static struct sample sample_at(double at, int length, bool smooth)
{
    // Pixels have their colour in their middle.
    double middle = smooth ? at - 0.5 : floor(at);
    double whole = floor(middle);
    struct sample sample = {.beside = at < 0 || at >= length,
                            .first = (int)fmax(0, fmin(whole, length - 1)),
                            .second = (int)fmax(0, fmin(whole + 1, length - 1)),
                            .part = smooth ? (uint32_t)((middle - whole) * 256)
                                           : 0};
    return sample;
}

static struct sample *samples_of(double from, double step, int count,
                                 int length, bool smooth)
{
    struct sample *samples = xcalloc((size_t)count, sizeof *samples);
    for (int i = 0; i < count; i++) {
        samples[i] = sample_at(from + (i + 0.5) * step, length, smooth);
    }
    return samples;
}

// Two channels at once; of a premultiplied pixel all four mix alike.
static uint32_t mix(uint32_t a, uint32_t b, uint32_t part)
{
    uint32_t low = (a & RED_BLUE) * (256 - part) + (b & RED_BLUE) * part;
    uint32_t high =
        (a >> 8 & RED_BLUE) * (256 - part) + (b >> 8 & RED_BLUE) * part;
    return (low >> 8 & RED_BLUE) | (high & ~RED_BLUE);
}

static uint32_t over_ground(uint32_t pixel, uint32_t ground)
{
    uint32_t rest = 255 - (pixel >> 24);
    uint32_t weight = rest + (rest >> 7);
    uint32_t low = (ground & RED_BLUE) * weight >> 8 & RED_BLUE;
    uint32_t high = (ground >> 8 & RED_BLUE) * weight & ~RED_BLUE;
    return rest == 0 ? pixel : (pixel + (low | high)) | OPAQUE;
}

struct rows {
    const uint32_t *first, *second;
    uint32_t part; // of the second
};

static uint32_t pixel_of(const struct rows *rows, const struct sample *across,
                         bool smooth)
{
    uint32_t pixel = rows->first[across->first];
    if (smooth) {
        uint32_t above = mix(pixel, rows->first[across->second], across->part);
        uint32_t below = mix(rows->second[across->first],
                             rows->second[across->second], across->part);
        pixel = mix(above, below, rows->part);
    }
    return pixel;
}

void picture_view(const struct picture *picture, struct picture_window window,
                  struct colour ground, bool smooth, struct picture *out)
{
    struct size size = picture->size, view = out->size;
    uint32_t beside = OPAQUE | (uint32_t)ground.red << 16 |
                      (uint32_t)ground.green << 8 | ground.blue;
    struct sample *across =
        samples_of(window.x, window.step, view.width, size.width, smooth);
    struct sample *down =
        samples_of(window.y, window.step, view.height, size.height, smooth);
    uint32_t *to = out->pixels;
    for (int y = 0; y < view.height; y++) {
        struct rows rows = {
            picture->pixels + (ptrdiff_t)down[y].first * size.width,
            picture->pixels + (ptrdiff_t)down[y].second * size.width,
            down[y].part};
        for (int x = 0; x < view.width; x++, to++) {
            bool outside = down[y].beside || across[x].beside;
            *to = outside ? beside
                          : over_ground(pixel_of(&rows, &across[x], smooth),
                                        beside);
        }
    }
    out->opaque = true;
    free(across);
    free(down);
}
