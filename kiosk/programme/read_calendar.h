// SPDX-License-Identifier: MIT
// Calendars (iCalendar, *.ics) turned into the entries a YAML programme would
// have had, with libical.
//
// What repeats is written out over the 12 months from today; every time is
// told on the programme's clock. Private events are left out, and so are the
// names and addresses of people. A folder's calendars are never asked for
// anything outside it.

#ifndef KIOSK_PROGRAMME_READ_CALENDAR_H
#define KIOSK_PROGRAMME_READ_CALENDAR_H

#include <stddef.h>

#include "base/date.h"

struct folder;
struct node;
struct source;

enum {
    CALENDAR_MONTHS = 12,
    CALENDAR_OCCURRENCES_MAX = 400,       // of one event
    CALENDAR_LONG_OCCURRENCES_MAX = 24,   // of one that goes over days
    CALENDAR_ALL_OCCURRENCES_MAX = 10000, // of all together
};

// A map: title is the first name of a calendar (NAME, X-WR-CALNAME), events
// the entries in the order of the files. Never NULL; lives as long as the
// source's arena. The source's zone is set.
const struct node *calendars_read(struct source *source,
                                  const struct folder *folder,
                                  struct date today);

// The same for one file in memory.
const struct node *calendar_parse(struct source *source, const char *bytes,
                                  size_t length, const char *shown_path,
                                  struct date today);

#endif
