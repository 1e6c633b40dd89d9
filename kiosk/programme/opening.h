// SPDX-License-Identifier: MIT
// When a screen is lit: its opening hours, by weekday. A function of them and
// of the moment; nothing here knows a clock.

#ifndef KIOSK_PROGRAMME_OPENING_H
#define KIOSK_PROGRAMME_OPENING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/zone.h"

enum {
    OPENING_DAYS = 7,
    OPENING_SPANS_MAX = 4, // of one day
};

// Minutes from the midnight that begins the day; a night that goes on beyond
// the next one closes after 24 hours. close is more than open.
struct opening_span {
    int open, close;
};

struct opening_day {
    struct opening_span spans[OPENING_SPANS_MAX];
    int count; // 0: closed
};

struct opening {
    bool is_limited;                       // false: always lit
    struct opening_day days[OPENING_DAYS]; // by enum weekday
};

bool opening_is_lit(const struct opening *opening, const struct zone *zone,
                    int64_t instant);

// The first instant after that one from which the answer is another one;
// INT64_MAX if it never changes.
int64_t opening_next_change(const struct opening *opening,
                            const struct zone *zone, int64_t instant);

// "08:00-23:00", "9h-12h30 et 14h-2h", "midi-minuit", "fermé", "toujours". A
// close that is not after its open is on the next day. False, *out untouched,
// if it is none of them.
bool opening_read_hours(const char *text, struct opening_day *out);

// "lundi", "mar-sam", "du lundi au vendredi", "week-end", "tous les jours":
// a bit for each weekday. 0 if it is none of them.
unsigned opening_read_days(const char *text);

#endif
