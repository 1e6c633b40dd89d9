// SPDX-License-Identifier: MIT
#include "programme/event_time.h"

bool event_spans_days(const struct event *event)
{
    const struct when *when = &event->when;
    return when->precision != PRECISION_NONE &&
           date_compare(when->first_day, when->last_day) != 0;
}

bool event_time_is_known(const struct event *event)
{
    return event->when.start_minute != MINUTE_UNKNOWN ||
           event->when.end_minute != MINUTE_UNKNOWN;
}

// Minutes from the midnight before last_day, MINUTE_UNKNOWN if the end is
// not that of the table's first or fourth row.
static int written_end(const struct event *event)
{
    const struct when *when = &event->when;
    if (when->precision != PRECISION_DAY ||
        when->end_minute == MINUTE_UNKNOWN) {
        return MINUTE_UNKNOWN;
    }
    bool next_day = !event_spans_days(event) &&
                    when->start_minute != MINUTE_UNKNOWN &&
                    when->end_minute <= when->start_minute;
    return when->end_minute + (next_day ? MINUTES_A_DAY : 0);
}

static void set_over(struct event *event, const struct zone *zone,
                     struct zone_memo *memo)
{
    const struct when *when = &event->when;
    int end = written_end(event);
    bool only_start = when->precision == PRECISION_DAY &&
                      !event_spans_days(event) &&
                      when->start_minute != MINUTE_UNKNOWN;
    if (end == MINUTE_UNKNOWN && only_start) {
        event->over = event->begins + (int64_t)EVENT_DEFAULT_MINUTES * 60;
        event->over_local = zone_moment(zone, event->over);
        return;
    }
    int minute = end != MINUTE_UNKNOWN ? end : MINUTES_A_DAY;
    event->over = zone_instant_at(zone, memo, moment_of(when->last_day, minute),
                                  &event->over_local);
}

static void resolve_undated(struct event *event, const struct zone *zone,
                            struct date updated)
{
    event->dated = false;
    event->begins = INT64_MAX;
    event->over = INT64_MAX;
    if (event->has_show_until) {
        event->over = event->show_until;
    } else if (updated.year != 0) {
        struct date last = date_add_days(updated, EVENT_UNDATED_KEPT_DAYS);
        event->over = zone_instant(zone, moment_of(last, 0));
    }
}

void event_time_resolve(struct event *event, const struct zone *zone,
                        struct zone_memo *memo, struct date updated)
{
    const struct when *when = &event->when;
    if (when->precision == PRECISION_NONE) {
        resolve_undated(event, zone, updated);
        return;
    }
    bool has_start = when->precision == PRECISION_DAY &&
                     when->start_minute != MINUTE_UNKNOWN;
    int start = has_start ? when->start_minute : 0;
    event->dated = true;
    event->begins = zone_instant_at(
        zone, memo, moment_of(when->first_day, start), &event->begins_local);
    set_over(event, zone, memo);
    if (event->status == STATUS_POSTPONED) {
        struct date last =
            date_add_days(event->over_local.date, EVENT_UNDATED_KEPT_DAYS);
        event->waits_until = zone_instant(zone, moment_of(last, 0));
    }
}
