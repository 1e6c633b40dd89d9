// SPDX-License-Identifier: MIT
// Quarter turns, clockwise, for a screen that hangs on its side: from the
// upright picture to the panel as it was built.

#ifndef KIOSK_BASE_TURN_H
#define KIOSK_BASE_TURN_H

#include "base/geometry.h"

enum turn {
    TURN_NONE,
    TURN_RIGHT,
    TURN_HALF,
    TURN_LEFT,
};

enum turn turn_of_degrees(int degrees); // a multiple of 90, from 0

// The one that undoes it.
enum turn turn_back(enum turn turn);

// Of what has that size, once it is turned.
struct size turn_size(enum turn turn, struct size size);

// Where a pixel of what has that size gets to.
struct point turn_point(enum turn turn, struct size size, struct point point);

// The same of a box.
struct box turn_box(enum turn turn, struct size size, struct box box);

#endif
