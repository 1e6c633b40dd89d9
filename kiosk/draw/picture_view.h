// SPDX-License-Identifier: MIT
// Looking at a part of a picture, larger or smaller than it is: what a frame
// of a zoom is made of.

#ifndef KIOSK_DRAW_PICTURE_VIEW_H
#define KIOSK_DRAW_PICTURE_VIEW_H

#include <stdbool.h>

#include "base/geometry.h"

struct picture;

// The pixel at 0, 0 of the view shows what lies at x, y of the picture; each
// next one lies step pixels of the picture further on.
struct picture_window {
    double x, y, step;
};

// Fills out, which is opaque after that. What lies beside the picture, or
// behind its transparent parts, is ground. Not smooth: each pixel is the
// nearest one, several times as fast: for pictures that move.
void picture_view(const struct picture *picture, struct picture_window window,
                  struct colour ground, bool smooth, struct picture *out);

#endif
