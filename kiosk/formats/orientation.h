// SPDX-License-Identifier: MIT
// EXIF orientation: how a camera was held. 1 is upright.

#ifndef KIOSK_FORMATS_ORIENTATION_H
#define KIOSK_FORMATS_ORIENTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/geometry.h"

struct decoded;

// 1 to 8, from an EXIF block with or without "Exif\0\0" before it; 1 if the
// block does not say.
int orientation_from_exif(const uint8_t *exif, size_t length);

// The size of a picture of that stored size once it is upright, and back.
struct size orientation_turned(int orientation, struct size size);

// Turns the picture upright. False, the picture untouched, if there is no
// memory.
bool orientation_apply(int orientation, struct decoded *picture);

#endif
