// SPDX-License-Identifier: MIT
// Where new programmes come from while the show runs. Either one folder was
// named: then that one is followed, and nothing else. Or the store is: every
// programme that becomes current there, by whoever's hand, is shown; sticks
// and inbox folders are taken into it.
//
// A programme is loaded on a thread of its own, beside the one on screen. One
// that is broken, empty or half copied changes nothing, as long as there is a
// whole one to be shown; one that lost most of its events is read again after
// a while, before it is believed.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_FEED_H
#define KIOSK_APP_FEED_H

#include <stdbool.h>
#include <stdint.h>

struct edition;
struct feed;
struct overlay;
struct session;

// Called from other threads: it may only signal the main loop.
typedef void feed_wake_fn(void *context);

// All borrowed.
struct feed_means {
    struct session *session;
    struct overlay *overlay; // tells what became of what was given
    feed_wake_fn *wake;
    void *wake_context;
};

// NULL, and a line in the log, if its threads cannot be started.
struct feed *feed_new(struct feed_means means);
void feed_free(struct feed *feed); // NULL is allowed

// Does what is due. True if *out is to be shown from now on.
bool feed_update(struct feed *feed, int64_t now_ms, struct edition *out);

// Reads the source once more, if nothing there has changed, too.
void feed_look_again(struct feed *feed);

// When it wants to be updated again if nothing happens; INT64_MAX: never.
int64_t feed_deadline(const struct feed *feed, int64_t now_ms);

#endif
