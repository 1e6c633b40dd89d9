// SPDX-License-Identifier: MIT
// Scaling, row by row: rows of a picture go in from top to bottom, the scaled
// picture comes out.
//
// Down by exact area average in premultiplied space, with memory for a row
// only; up by a cubic curve (Catmull-Rom), with memory for the small picture.
// All arithmetic is in integers: one input has one output everywhere.

#ifndef KIOSK_FORMATS_SCALE_H
#define KIOSK_FORMATS_SCALE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"

struct scaler;

// Both sizes at least 1 x 1, and at most DECODE_SIDE_MAX and
// DECODE_MEGAPIXELS_MAX. opaque: the rows' alpha is not looked at. The scaled
// picture is written to pixels, with room for it. NULL if there is no memory.
struct scaler *scaler_new(struct size from, struct size to, bool opaque,
                          uint32_t *pixels);
void scaler_free(struct scaler *scaler); // NULL is allowed

// The next row: straight RGBA, 4 bytes a pixel, as many as from.width.
void scaler_add_row(struct scaler *scaler, const uint8_t *rgba);

// After the last row: now the scaled picture is complete. False if there is no
// memory.
bool scaler_finish(struct scaler *scaler);

// Pixels of that size, uninitialised, from malloc(). NULL if there is no
// memory for them.
uint32_t *pixels_new(struct size size);

#endif
