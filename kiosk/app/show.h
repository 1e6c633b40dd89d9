// SPDX-License-Identifier: MIT
// The show: the window, what is on screen in it, and the loop that keeps it
// going.
//
// What is on screen is the reel. The loop, in show_run(), is the only place
// that handles SDL's events and that sleeps; whatever else is to come on
// screen hangs on struct show in show.c and is asked there, in turn: to handle
// an event, to update, to draw, and when it wants to be updated again.

#ifndef KIOSK_APP_SHOW_H
#define KIOSK_APP_SHOW_H

#include <stdbool.h>
#include <stdint.h>

struct edition;
struct session;
struct show;
struct vital_signs;

// Opens the window, so SDL's video starts. Borrows the session, and whom it
// tells that it is alive. start_ms is when the program started, by the
// monotonic clock. NULL, and a line in the log, where there is no display.
struct show *show_new(struct session *session, struct vital_signs *signs,
                      int64_t start_ms);
void show_free(struct show *show); // NULL is allowed

// Until it is ended from outside or its time is over. False, and a line in the
// log, if it had to give up.
bool show_run(struct show *show);

// Another programme, from the next frame on: the slide that stands keeps its
// place and its time if it is still in the loop. Takes what is in the edition;
// between two frames.
void show_take(struct show *show, struct edition *edition);

#endif
