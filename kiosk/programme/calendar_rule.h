// SPDX-License-Identifier: MIT
// When a calendar's event takes place: once, or as often as its rules say
// within some days. The rules are libical's to follow, within bounds.

#ifndef KIOSK_PROGRAMME_CALENDAR_RULE_H
#define KIOSK_PROGRAMME_CALENDAR_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "programme/calendar_time.h"

struct calendar_component;

struct calendar_window {
    struct date first, last;
};

// What the calendars of a programme may cost in all.
struct calendar_budget {
    size_t occurrences; // that may still be added
    long days;          // that rules may still go through
};

enum calendar_repeats {
    CALENDAR_ONCE,
    CALENDAR_REPEATED,
    CALENDAR_REPEATED_TOO_OFTEN, // the rest is left out
    CALENDAR_RULE_UNKNOWN,       // only the start is there
};

// Starts in order, each once. Free items.
struct calendar_starts {
    struct calendar_time *items;
    size_t count;
    enum calendar_repeats repeats;
};

// RRULE, RDATE and EXDATE of an event. Whoever does not repeat has its start
// whatever the window.
struct calendar_starts calendar_rule_starts(
    struct calendar_zones *zones, const struct calendar_component *event,
    const struct calendar_time *start, struct calendar_window window,
    struct calendar_budget *budget);

#endif
