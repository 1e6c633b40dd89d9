// SPDX-License-Identifier: MIT
// Pixels in memory, ready to be drawn: a decoded poster, a QR code, a slide.

#ifndef KIOSK_DRAW_PICTURE_H
#define KIOSK_DRAW_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"
#include "base/turn.h"

// Premultiplied ARGB, native-endian 0xAARRGGBB, rows without gaps.
struct picture {
    struct size size;
    uint32_t *pixels;
    bool opaque; // every alpha is 255: may be copied instead of blended
};

// Transparent pixels of that size, both sides at least 1. NULL if there is
// no memory for it.
struct picture *picture_new(struct size size);
void picture_free(struct picture *picture); // NULL is allowed

// A copy scaled to size by area average (down) or smoothly (up). NULL if
// there is no memory for it. The caller's.
struct picture *picture_scaled(const struct picture *picture, struct size size);

// Writes the picture, turned, into one that has the size for it.
void picture_turn(const struct picture *picture, enum turn turn,
                  struct picture *out);

// Writes a PNG. False, with errno set where the system says why, if that
// fails.
bool picture_save_png(const struct picture *picture, const char *path);

// out = from + (to - from) * progress / 256, all of one size, for a
// cross-fade. out may be one of them. progress 0 to 256.
void picture_mix(const struct picture *from, const struct picture *to,
                 int progress, uint32_t *out, int out_stride_pixels);

#endif
