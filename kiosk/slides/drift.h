// SPDX-License-Identifier: MIT
// Burn-in care: a logo that stands in one place for years leaves its mark on a
// screen. So with each loop everything is drawn a few pixels beside where it
// was, and after nine loops where it was first.

#ifndef KIOSK_SLIDES_DRIFT_H
#define KIOSK_SLIDES_DRIFT_H

#include <stddef.h>

#include "base/geometry.h"

// For canvas_shift(), on a screen of that size: less than a margin is wide.
// None in the first loop, which is 0.
struct point drift_at(struct size screen, size_t loop);

#endif
