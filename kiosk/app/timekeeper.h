// SPDX-License-Identifier: MIT
// What the machine remembers about time, in the store: an instant that is
// certainly past, and whether somebody has confirmed the date since it was
// started.

#ifndef KIOSK_APP_TIMEKEEPER_H
#define KIOSK_APP_TIMEKEEPER_H

#include <stdbool.h>
#include <stdint.h>

struct options;
struct session;
struct timekeeper;

struct time_memory {
    int64_t high_water; // 0: none
    bool is_confirmed;
};

// From the store of the options; nothing if there is none.
struct time_memory time_recall(const struct options *options);

// The host has set the clock, or said that it is right: from now on, and until
// the machine is started again, it is believed. False, and a line in the log,
// if that could not be written down: it holds for this run alone.
bool time_confirm(struct session *session);

// For as long as the show runs: raises the mark at most once an hour while the
// clock is trusted, and calls wake, from a thread, whenever it is set. Never
// NULL. Borrows the session.
struct timekeeper *timekeeper_new(struct session *session,
                                  void (*wake)(void *context), void *context);
void timekeeper_free(struct timekeeper *keeper); // NULL is allowed

void timekeeper_update(struct timekeeper *keeper);

#endif
