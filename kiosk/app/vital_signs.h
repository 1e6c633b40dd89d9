// SPDX-License-Identifier: MIT
// What those who watch over the show are told, so that it need not be looked
// at: the service manager, that the picture is on screen and the loop turns;
// the store, whether it broke down with a programme.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_VITAL_SIGNS_H
#define KIOSK_APP_VITAL_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/crashes.h"

struct options;
struct programme;
struct vital_signs;

// The show, at the end of a turn of its loop.
struct vital_state {
    bool has_begun; // there is a picture on the screen
    bool is_well;   // the last one came there
    bool is_dark;   // outside opening hours
    size_t swaps;   // so far: another programme, another number
    const struct programme *programme; // NULL: none
    size_t upcoming;                   // soirées
    int slot;                          // of the store; 0: none
};

// Before the programme is read: that may be what breaks down. Never NULL.
struct vital_signs *vital_signs_new(const struct options *options);

// The show ends as it should. NULL is allowed.
void vital_signs_free(struct vital_signs *signs);

// What is to be shown, after all that happened.
enum caution vital_signs_caution(const struct vital_signs *signs);

// A watchdog is not fed while pictures do not get to the screen.
void vital_signs_tell(struct vital_signs *signs,
                      const struct vital_state *state, int64_t now_ms);

// Once, after an hour without a programme that a stranger wrote: true if the
// current one is to be tried again.
bool vital_signs_try_again(struct vital_signs *signs, int64_t now_ms);

// When it wants to be told or asked again if nothing happens.
int64_t vital_signs_deadline(const struct vital_signs *signs);

#endif
