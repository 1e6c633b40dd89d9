// SPDX-License-Identifier: MIT
// What is upcoming at a given moment, in order, and what to say about it.
//
// Pure: the moment is a parameter. The rules are those of the programme
// format: when an event is over, in which order, which chip.

#ifndef KIOSK_PROGRAMME_AGENDA_H
#define KIOSK_PROGRAMME_AGENDA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "programme/chip.h"
#include "programme/programme.h"

// What the clock says, and how far it is believed.
struct now {
    int64_t instant;     // seconds since 1970 UTC
    struct moment local; // the same on the programme's wall clock
    bool trusted;
    int64_t certain; // the instant it certainly is by now; used if !trusted
};

enum phase {
    PHASE_UPCOMING,
    PHASE_ONGOING,
    PHASE_PAST,
    PHASE_UNDATED,
};

struct agenda_entry {
    const struct event *event;
    enum phase phase;
    struct chip chip;
    bool here; // at the screen's own venue
};

struct agenda {
    struct agenda_entry *entries;
    size_t count;
};

// venue is the screen's own, or NULL: its events come first on their day.
// with_past adds what is over. The programme must outlive the agenda.
struct agenda *agenda_new(const struct programme *programme,
                          const struct now *now, const char *venue,
                          bool with_past);
void agenda_free(struct agenda *agenda); // NULL is allowed

// The next instant at which an agenda made anew may differ: an event begins
// or ends, a chip changes, a day ends. Always later than now.
int64_t agenda_next_change(const struct programme *programme,
                           const struct now *now);

const char *phase_name(enum phase phase); // "upcoming"

// When it takes place as far as is known by now: a postponed event's old date
// is none any more once it went by.
struct when agenda_when(const struct agenda_entry *entry);

#endif
