// SPDX-License-Identifier: MIT
// A TV that was switched off and on, or replaced by another one. Straight on
// the graphics card SDL tells nothing of that, and goes on drawing in the old
// size, or for nobody: so we look ourselves, every other second, and say when
// the window is to be opened anew. X11 and Wayland tell by themselves.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_REPLUG_H
#define KIOSK_APP_REPLUG_H

#include <stdbool.h>
#include <stdint.h>

#include "system/outputs.h"

struct replug {
    const char *folder;   // NULL: nothing is ever looked at
    struct outputs shown; // when the window was opened
    struct outputs seen;  // the last time
    bool was_lost;        // nothing was connected since then
    int64_t look_ms;      // when to look again
};

// Before the window is opened. folder: as outputs_read() takes it, borrowed;
// NULL: nothing is to be looked at.
struct replug replug_begin(const char *folder, int64_t now_ms);

// Looks, if it is time to. True if a display is there, at rest, and not the one
// that the window was opened on, or again: the window is to be opened anew,
// which it then is taken to be.
bool replug_calls(struct replug *replug, int64_t now_ms);

int64_t replug_deadline(const struct replug *replug); // INT64_MAX: never

#endif
