// SPDX-License-Identifier: MIT
#include "programme/opening.h"

static int64_t instant_of(const struct zone *zone, struct date date, int minute)
{
    return zone_instant(zone, moment_of(date, minute));
}

static bool is_within_day(const struct opening *opening,
                          const struct zone *zone, struct date date,
                          int64_t instant)
{
    const struct opening_day *day = &opening->days[date_weekday(date)];
    for (int i = 0; i < day->count; i++) {
        const struct opening_span *span = &day->spans[i];
        if (instant >= instant_of(zone, date, span->open) &&
            instant < instant_of(zone, date, span->close)) {
            return true;
        }
    }
    return false;
}

bool opening_is_lit(const struct opening *opening, const struct zone *zone,
                    int64_t instant)
{
    if (!opening->is_limited) {
        return true;
    }
    struct date today = zone_moment(zone, instant).date;
    return is_within_day(opening, zone, today, instant) ||
           is_within_day(opening, zone, date_add_days(today, -1), instant);
}

static int64_t sooner_change(const struct opening *opening,
                             const struct zone *zone, int64_t instant,
                             int64_t candidate, int64_t next)
{
    bool changes = candidate > instant && candidate < next &&
                   opening_is_lit(opening, zone, candidate) !=
                       opening_is_lit(opening, zone, instant);
    return changes ? candidate : next;
}

int64_t opening_next_change(const struct opening *opening,
                            const struct zone *zone, int64_t instant)
{
    struct date today = zone_moment(zone, instant).date;
    int64_t next = INT64_MAX;
    // A week has every change there is; the last one may be of the same day.
    for (int ahead = -1; ahead <= OPENING_DAYS && opening->is_limited;
         ahead++) {
        struct date date = date_add_days(today, ahead);
        const struct opening_day *day = &opening->days[date_weekday(date)];
        for (int i = 0; i < day->count; i++) {
            const struct opening_span *span = &day->spans[i];
            next = sooner_change(opening, zone, instant,
                                 instant_of(zone, date, span->open), next);
            next = sooner_change(opening, zone, instant,
                                 instant_of(zone, date, span->close), next);
        }
    }
    return next;
}
