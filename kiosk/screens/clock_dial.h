// SPDX-License-Identifier: MIT
// A date and a time that are set part by part, each part round and round.

#ifndef KIOSK_SCREENS_CLOCK_DIAL_H
#define KIOSK_SCREENS_CLOCK_DIAL_H

#include "base/date.h"

enum dial_part {
    DIAL_DAY,
    DIAL_MONTH,
    DIAL_YEAR,
    DIAL_HOUR,
    DIAL_MINUTE,
    DIAL_PART_COUNT,
};

enum {
    DIAL_YEAR_FIRST = 2024,
    DIAL_YEAR_LAST = 2099,
};

// Turns one part by steps; the others stay, but for a day its month has not.
struct moment dial_turn(struct moment moment, enum dial_part part, int steps);

int dial_value(struct moment moment, enum dial_part part);

#endif
