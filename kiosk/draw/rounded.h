// SPDX-License-Identifier: MIT
// A box with round corners as arithmetic: how far a pixel lies from its edge
// and how much of the pixel it covers. Whole numbers only, so that every
// machine draws the same edge.

#ifndef KIOSK_DRAW_ROUNDED_H
#define KIOSK_DRAW_ROUNDED_H

#include <stdint.h>

#include "base/geometry.h"

enum {
    ROUNDED_UNIT = 16 // a distance of one pixel
};

struct rounded {
    struct box box;
    int radius;
};

// With the radius cut down to what the box can have.
struct rounded rounded_of(struct box box, int radius);

// From the middle of the pixel at x, y to the nearest edge in sixteenths of a
// pixel; negative inside.
int rounded_distance(const struct rounded *rounded, int x, int y);

// How much of the pixel at x, y is covered, 0 to 255.
uint8_t rounded_coverage(const struct rounded *rounded, int x, int y);

#endif
