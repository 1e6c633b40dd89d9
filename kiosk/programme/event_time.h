// SPDX-License-Identifier: MIT
// From a written date to instants: when an event begins and when it is over.
//
// The table "when an event stops being upcoming" of the programme format.
// Days are added as days, so that it is right in the nights the clock changes.

#ifndef KIOSK_PROGRAMME_EVENT_TIME_H
#define KIOSK_PROGRAMME_EVENT_TIME_H

#include "programme/programme.h"

enum {
    EVENT_DEFAULT_MINUTES = 120,  // where only the start is known
    EVENT_UNDATED_KEPT_DAYS = 90, // after the programme's date
};

// Fills dated, begins, over and their local moments from event->when.
// updated is the programme's date, of year 0 if unknown.
void event_time_resolve(struct event *event, const struct zone *zone,
                        struct zone_memo *memo, struct date updated);

// True if the event spans several days (or a week, or a month).
bool event_spans_days(const struct event *event);

// True if a start or an end is written.
bool event_time_is_known(const struct event *event);

// A time in local words for JSON and the like is begins_local, over_local.

#endif
