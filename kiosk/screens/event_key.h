// SPDX-License-Identifier: MIT
// Which event is meant, in words that outlive the programme it was read from:
// the same event is found again in the next one.

#ifndef KIOSK_SCREENS_EVENT_KEY_H
#define KIOSK_SCREENS_EVENT_KEY_H

#include <stdbool.h>
#include <stdint.h>

struct agenda;
struct agenda_entry;
struct event;

// Zero: no event. Its texts are its own; event_key_release().
struct event_key {
    char *id, *title; // id may be NULL
    bool dated;
    int64_t begins;
};

struct event_key event_key_of(const struct event *event);
struct event_key event_key_copy(const struct event_key *key);
void event_key_release(struct event_key *key);

// The entry with that id, else with that title and beginning, else the only
// one with that id or title (it was moved); NULL if it is gone. An id stands
// for several entries if the event has several dates: the one that begins
// then is taken first.
const struct agenda_entry *event_key_find(const struct event_key *key,
                                          const struct agenda *agenda);

#endif
