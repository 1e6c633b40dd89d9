// SPDX-License-Identifier: MIT
// Enlarging by a cubic curve.

#ifndef KIOSK_FORMATS_SMOOTH_H
#define KIOSK_FORMATS_SMOOTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"

// Premultiplied ARGB in and out; out has room for the larger picture. False if
// there is no memory.
bool smooth_enlarge(const uint32_t *pixels, struct size from, struct size to,
                    uint32_t *out);

#endif
