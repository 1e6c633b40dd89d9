// SPDX-License-Identifier: MIT
// A picture drawn with cairo.

#ifndef KIOSK_FORMATS_DRAWING_H
#define KIOSK_FORMATS_DRAWING_H

#include <stdint.h>

#include <cairo.h>

#include "base/geometry.h"

// Transparent, to be drawn on; the picture is in pixels, which have room for
// it, once the drawing is freed. NULL if there is no memory.
cairo_t *drawing_new(struct size size, uint32_t *pixels);
void drawing_free(cairo_t *cairo); // NULL is allowed

#endif
