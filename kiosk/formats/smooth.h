// SPDX-License-Identifier: MIT
// Enlarging by a cubic curve.

#ifndef KIOSK_FORMATS_SMOOTH_H
#define KIOSK_FORMATS_SMOOTH_H

#include <stdint.h>

#include "base/geometry.h"

// Premultiplied ARGB in and out; the result is the caller's, free(). NULL if
// there is no memory.
uint32_t *smooth_enlarge(const uint32_t *pixels, struct size from,
                         struct size to);

#endif
