// SPDX-License-Identifier: MIT
// A month as a calendar shows it: whole weeks from Monday on, and which events
// fall on which day. Pure.

#ifndef KIOSK_SCREENS_MONTH_H
#define KIOSK_SCREENS_MONTH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

struct agenda;
struct event;

struct month {
    int year, month; // 1 to 12
};

struct month month_of(struct date date);
struct month month_step(struct month month, int months);
int month_compare(struct month a, struct month b);

// The Monday the first row begins with, and how many rows there are: 4 to 6.
struct date month_first_cell(struct month month);
int month_rows(struct month month);

// True if the event takes place on that day. One that is only known to be some
// day of a month takes place on none.
bool month_event_is_on(const struct event *event, struct date day);

size_t month_events_on(const struct agenda *agenda, struct date day);

// From the first to the last month with something in it, and this one.
struct month_range {
    struct month first, last;
};
struct month_range month_range_of(const struct agenda *agenda,
                                  struct date today);

// The first day of the month with events, from that day on if there is one; of
// year 0 if there is none in it.
struct date month_first_event(const struct agenda *agenda, struct month month,
                              struct date from);

#endif
