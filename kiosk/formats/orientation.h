// SPDX-License-Identifier: MIT
// EXIF orientation: how a camera was held. 1 is upright.

#ifndef KIOSK_FORMATS_ORIENTATION_H
#define KIOSK_FORMATS_ORIENTATION_H

#include <stddef.h>
#include <stdint.h>

#include "base/geometry.h"

// 1 to 8, from an EXIF block with or without "Exif\0\0" before it; 1 if the
// block does not say.
int orientation_from_exif(const uint8_t *exif, size_t length);

// The size of a picture of that stored size once it is upright, and back.
struct size orientation_turned(int orientation, struct size size);

// Writes the stored picture's pixels upright. out has room for as many.
void orientation_turn(int orientation, const uint32_t *pixels,
                      struct size stored, uint32_t *out);

#endif
