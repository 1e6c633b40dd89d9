// SPDX-License-Identifier: MIT
// Times of a calendar: on the clock of some zone, in UTC, or wherever one is.
// Zones are the system's; where a file describes one of its own, libical
// reads it.

#ifndef KIOSK_PROGRAMME_CALENDAR_TIME_H
#define KIOSK_PROGRAMME_CALENDAR_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/zone.h"

struct calendar_file;
struct calendar_property;
struct calendar_zones;

enum calendar_clock {
    CALENDAR_FLOATING, // the programme's
    CALENDAR_UTC,
    CALENDAR_SYSTEM, // zone
    CALENDAR_OWN,    // the file's own, of that index
};

struct calendar_zone {
    enum calendar_clock clock;
    struct zone zone;
    size_t own;
};

struct calendar_time {
    bool is_date; // no time of day
    struct moment moment;
    struct calendar_zone zone;
};

// The zones of a file; programme is where its floating times are. Unknown ones
// go to diags, once each.
struct calendar_zones *calendar_zones_new(const struct calendar_file *file,
                                          struct zone programme,
                                          struct diag_list *diags);
void calendar_zones_free(struct calendar_zones *zones);

// Reads one value of a property (of several, the one that begins at value).
// False if it is no time, or one beyond the years 1900 to 2199.
bool calendar_time_read(struct calendar_zones *zones,
                        const struct calendar_property *property,
                        const char *value, struct calendar_time *out);

// Seconds since 1970 UTC; for a date, of the midnight it begins with.
int64_t calendar_time_instant(struct calendar_zones *zones,
                              const struct calendar_time *time);

// The same time on the programme's clock. Dates stay what they are.
struct moment calendar_time_local(struct calendar_zones *zones,
                                  const struct calendar_time *time);

// The same time on the clock of another zone. Dates stay what they are.
struct calendar_time calendar_time_in(struct calendar_zones *zones,
                                      const struct calendar_time *time,
                                      const struct calendar_zone *zone);

// An instant on the clock of such a zone.
struct moment calendar_zone_moment(struct calendar_zones *zones,
                                   const struct calendar_zone *zone,
                                   int64_t instant);

#endif
