// SPDX-License-Identifier: MIT
// A picture under two fingers: how large it is, and where.
//
// Pure. While fingers are on it, it follows them, and gives way beyond its
// limits; when they leave, it goes back within them: smaller than whole, or
// pulled far beyond its edges, it becomes whole again. Points are pixels of the
// view, from its top left.

#ifndef KIOSK_SCREENS_ZOOM_H
#define KIOSK_SCREENS_ZOOM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"

enum {
    ZOOM_MOTION_MS = 220,
};

// scale 1 is whole; x, y: the picture's middle, from the view's.
struct zoom_place {
    double scale, x, y;
};

struct zoom {
    struct size view, whole; // the picture's size where it is whole
    bool calm;               // no motion of its own
    struct zoom_place now, from, to;
    bool moves;
    bool glides; // while it moves: as it was flung, to no goal
    double velocity_x, velocity_y; // then, when it began
    int64_t began_ms;
};

void zoom_init(struct zoom *zoom, struct size view, struct size whole,
               bool calm);

// Fingers: it is held, follows, is let go.
void zoom_hold(struct zoom *zoom);
void zoom_drag(struct zoom *zoom, double dx, double dy);
void zoom_pinch(struct zoom *zoom, double factor, struct point around);
void zoom_release(struct zoom *zoom, int64_t now_ms);
// … moving so many pixels a second: it glides on, to its edges at most.
void zoom_fling(struct zoom *zoom, double velocity_x, double velocity_y,
                int64_t now_ms);

// A double tap: in, or whole again.
void zoom_toggle(struct zoom *zoom, struct point around, int64_t now_ms);

// Keys and wheels: at once within the limits.
void zoom_step(struct zoom *zoom, double factor, struct point around,
               int64_t now_ms);
void zoom_pan(struct zoom *zoom, double dx, double dy, int64_t now_ms);

// Where it is now. True if it moved.
bool zoom_update(struct zoom *zoom, int64_t now_ms);

bool zoom_is_whole(const struct zoom *zoom); // and at rest

#endif
