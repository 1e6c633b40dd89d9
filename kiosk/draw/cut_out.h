// SPDX-License-Identifier: MIT
// What was drawn onto a canvas, without the canvas: a transparent picture that
// can be laid over any other.

#ifndef KIOSK_DRAW_CUT_OUT_H
#define KIOSK_DRAW_CUT_OUT_H

#include <stdint.h>

#include "base/geometry.h"

struct picture;

// From the same drawing on a black and on a white canvas of one size: where
// they differ the ground shows through. NULL if there is no memory for it. The
// caller's.
struct picture *cut_out_new(const struct picture *on_black,
                            const struct picture *on_white);

// Lays a picture over opaque pixels of that size, whose rows are stride pixels
// apart, with its top left at x, y. What lies outside is left out.
void cut_out_lay(const struct picture *picture, int x, int y, uint32_t *pixels,
                 struct size size, int stride);

#endif
