// SPDX-License-Identifier: MIT
// When an event of a calendar takes place, in words that a volunteer could
// have written: the date reader reads them.

#ifndef KIOSK_PROGRAMME_CALENDAR_WHEN_H
#define KIOSK_PROGRAMME_CALENDAR_WHEN_H

#include <stdbool.h>
#include <stddef.h>

#include "programme/calendar_time.h"

struct calendar_component;
struct node;
struct source;

// How long an event takes.
struct calendar_length {
    bool known;
    int64_t seconds; // more than 0 if known; whole days are of 24 hours
};

// From DTEND or DURATION; not known if there is none, or it ends before it
// begins.
struct calendar_length
calendar_length_read(struct calendar_zones *zones,
                     const struct calendar_component *event,
                     const struct calendar_time *start);

// True if it goes on into another day than the one it is counted to.
bool calendar_spans_days(struct calendar_zones *zones,
                         const struct calendar_time *start,
                         struct calendar_length length);

// Adds one start as date, time and end_date, or several as dates, where an
// end on another day has no room.
void calendar_add_starts(struct source *source, struct node *node,
                         struct calendar_zones *zones,
                         const struct calendar_time *starts, size_t count,
                         struct calendar_length length);

#endif
