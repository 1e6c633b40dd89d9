// SPDX-License-Identifier: MIT
// The beat of the frames where the screen does not set it: some sixty a second.
// A frame that comes a little late does not delay those after it.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_PACE_H
#define KIOSK_APP_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/number.h"

enum {
    PACE_FRAME_MS = 16,
};

struct pace {
    int64_t next_ms; // when the next frame may be begun
};

static inline bool pace_allows(const struct pace *pace, int64_t now_ms)
{
    return now_ms >= pace->next_ms;
}

// A frame is begun. One that is late by more than half of the beat, or comes
// after a rest, sets a new one.
static inline void pace_step(struct pace *pace, int64_t now_ms)
{
    pace->next_ms =
        later(pace->next_ms, now_ms - PACE_FRAME_MS / 2) + PACE_FRAME_MS;
}

#endif
