// SPDX-License-Identifier: MIT
// What the show draws with: a window, what wakes whoever waits for its events,
// fonts and pictures.

#ifndef KIOSK_APP_RIG_H
#define KIOSK_APP_RIG_H

#include <stdbool.h>

struct session;

struct rig {
    struct fonts *fonts;
    struct window *window;
    struct waiter *waiter;
    struct image_store *images;
};

// The window is not opened yet. False, and said in the log, if one of them
// cannot be had; rig_end() in either case.
bool rig_begin(struct rig *rig, const struct session *session, bool windowed);

// Ends SDL, too. Threads that wake the waiter must have ended before.
void rig_end(struct rig *rig);

#endif
