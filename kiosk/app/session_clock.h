// SPDX-License-Identifier: MIT
// The session's clock: put together from the options, the settings, the
// programme and what the store remembers.

#ifndef KIOSK_APP_SESSION_CLOCK_H
#define KIOSK_APP_SESSION_CLOCK_H

#include <stdint.h>

struct session;

// Why an instant is certainly past.
enum certainty {
    CERTAIN_BY_BUILD,     // the program was made then
    CERTAIN_BY_PROGRAMME, // it says that it was updated then
    CERTAIN_BY_STORE,     // the clock was trusted then: the high-water mark
    CERTAINTY_COUNT,
};

struct certainties {
    int64_t instants[CERTAINTY_COUNT]; // 0: nothing is known
};

struct certainties session_certainties(const struct session *session);

// For a new programme, or when something was confirmed: --now goes on from
// where it was.
void session_start_clock(struct session *session);

#endif
