// SPDX-License-Identifier: MIT
// A finger that stays in a corner of the display, or a menu key that is held:
// five seconds of it are no accident.
//
// Pure: it knows the time from the inputs and from whoever asks.

#ifndef KIOSK_SCREENS_CORNER_HOLD_H
#define KIOSK_SCREENS_CORNER_HOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "screens/input.h"

enum {
    CORNER_HOLD_MS = 5000,
    CORNER_HOLD_SHOWN_MS = 1000, // then it is shown how far it is
};

struct corner_hold {
    bool is_held;
    int64_t since_ms;
    int fingers; // on the display
};

void corner_hold_take(struct corner_hold *hold, const struct input *input,
                      struct box corner);
void corner_hold_forget(struct corner_hold *hold);

// 0 to 1000; 0: it is not held.
int corner_hold_thousandths(const struct corner_hold *hold, int64_t now_ms);

#endif
