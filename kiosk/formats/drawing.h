// SPDX-License-Identifier: MIT
// A picture drawn with cairo.

#ifndef KIOSK_FORMATS_DRAWING_H
#define KIOSK_FORMATS_DRAWING_H

#include <cairo.h>

#include "base/geometry.h"
#include "decode/decode.h"

// Transparent, to be drawn on. NULL if there is no memory.
cairo_t *drawing_new(struct size size);
void drawing_free(cairo_t *cairo); // NULL is allowed

// Its pixels. *out only on DECODE_DONE.
enum decode_result drawing_take(cairo_t *cairo, struct decoded *out);

#endif
