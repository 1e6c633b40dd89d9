// SPDX-License-Identifier: MIT
// A ring that runs out: how much time is left.

#ifndef KIOSK_SCREENS_RING_H
#define KIOSK_SCREENS_RING_H

#include "base/geometry.h"

struct canvas;

// A circle in the middle of box, of which so many thousandths are left,
// clockwise from the top.
void ring_draw(struct canvas *canvas, struct box box, int thickness,
               int thousandths, struct colour colour);

#endif
