// SPDX-License-Identifier: MIT
#include "programme/calendar_when.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "programme/calendar_file.h"
#include "programme/source.h"
#include "yaml/build.h"

enum {
    MINUTE = 60,
    DAY = MINUTES_A_DAY * MINUTE,
    LENGTH_DAYS_MAX = 3660,
    WORDS_BYTES = 64
};

static bool duration_of(const struct calendar_property *property, int64_t *out)
{
    if (strlen(property->value) > 40) {
        return false;
    }
    struct icaldurationtype duration =
        icaldurationtype_from_string(property->value);
    if (icaldurationtype_is_bad_duration(duration) || duration.is_neg ||
        duration.weeks > LENGTH_DAYS_MAX || duration.days > LENGTH_DAYS_MAX ||
        duration.hours > LENGTH_DAYS_MAX * 24U) {
        return false;
    }
    *out = ((int64_t)duration.weeks * 7 + duration.days) * DAY +
           (int64_t)duration.hours * 60 * MINUTE +
           (int64_t)duration.minutes * MINUTE;
    return true;
}

struct calendar_length
calendar_length_read(struct calendar_zones *zones,
                     const struct calendar_component *event,
                     const struct calendar_time *start)
{
    struct calendar_length length = {0};
    const struct calendar_property *end = calendar_find(event, "DTEND");
    const struct calendar_property *duration = calendar_find(event, "DURATION");
    struct calendar_time time;
    if (end != NULL && calendar_time_read(zones, end, end->value, &time)) {
        // Days are counted as days: they are not all of 24 hours.
        length.seconds =
            start->is_date || time.is_date
                ? date_days_until(start->moment.date, time.moment.date) * DAY
                : calendar_time_instant(zones, &time) -
                      calendar_time_instant(zones, start);
        length.known = length.seconds > 0;
    } else if (duration != NULL) {
        length.known = duration_of(duration, &length.seconds);
    }
    length.known = length.known && length.seconds > 0 &&
                   length.seconds <= (int64_t)LENGTH_DAYS_MAX * DAY;
    length.seconds = length.known ? length.seconds : 0;
    return length;
}

// Where it begins and ends on the programme's clock. Behind midnight of the
// evening it begins, the end's minute is smaller than the start's.
struct span {
    struct moment begin, end;
    bool all_day, has_end;
};

static struct span span_of(struct calendar_zones *zones,
                           const struct calendar_time *start,
                           struct calendar_length length)
{
    struct span span = {.begin = calendar_time_local(zones, start),
                        .has_end = length.known};
    span.end = span.begin;
    if (start->is_date) {
        int64_t days = length.seconds / DAY;
        span.all_day = true;
        span.end.date = date_add_days(span.begin.date, days > 0 ? days - 1 : 0);
        return span;
    }
    if (length.known) {
        struct calendar_zone here = {.clock = CALENDAR_FLOATING};
        int64_t end = calendar_time_instant(zones, start) + length.seconds;
        span.end = calendar_zone_moment(zones, &here, end);
    }
    // From midnight to midnight is as good as all day.
    if (span.begin.minute == 0 && span.end.minute == 0 &&
        date_compare(span.begin.date, span.end.date) < 0) {
        span.all_day = true;
        span.end.date = date_add_days(span.end.date, -1);
    }
    return span;
}

static bool spans_days(const struct span *span)
{
    int64_t days = date_days_until(span->begin.date, span->end.date);
    if (span->all_day || days == 0) {
        return days > 0;
    }
    bool night = days == 1 && span->end.minute <= span->begin.minute;
    return span->has_end && !night;
}

bool calendar_spans_days(struct calendar_zones *zones,
                         const struct calendar_time *start,
                         struct calendar_length length)
{
    struct span span = span_of(zones, start, length);
    return spans_days(&span);
}

static void format_time(const struct span *span, char out[WORDS_BYTES])
{
    int begin = span->begin.minute, end = span->end.minute;
    if (span->has_end && !spans_days(span)) {
        snprintf(out, WORDS_BYTES, "%02d:%02d-%02d:%02d", begin / 60,
                 begin % 60, end / 60, end % 60);
    } else {
        snprintf(out, WORDS_BYTES, "%02d:%02d", begin / 60, begin % 60);
    }
}

// An end at midnight is that of the day before.
static void format_end(const struct span *span, char out[WORDS_BYTES])
{
    char day[16];
    bool midnight = !span->all_day && span->end.minute == 0;
    date_format(date_add_days(span->end.date, midnight ? -1 : 0), day);
    if (span->all_day || midnight) {
        snprintf(out, WORDS_BYTES, "%s", day);
    } else {
        snprintf(out, WORDS_BYTES, "%s %02d:%02d", day, span->end.minute / 60,
                 span->end.minute % 60);
    }
}

static void add_one(struct source *source, struct node *node,
                    const struct span *span, struct place place)
{
    char words[WORDS_BYTES];
    date_format(span->begin.date, words);
    build_add_text(source->arena, node, "date", words, place);
    if (!span->all_day) {
        format_time(span, words);
        build_add_text(source->arena, node, "time", words, place);
    }
    if (spans_days(span)) {
        format_end(span, words);
        build_add_text(source->arena, node, "end_date", words, place);
    }
}

void calendar_add_starts(struct source *source, struct node *node,
                         struct calendar_zones *zones,
                         const struct calendar_time *starts, size_t count,
                         struct calendar_length length)
{
    struct span span = span_of(zones, &starts[0], length);
    if (count == 1) {
        add_one(source, node, &span, node->place);
        return;
    }
    struct node *dates = build_list(source->arena, node->place);
    for (size_t i = 0; i < count; i++) {
        char day[16], time[WORDS_BYTES] = "";
        span = span_of(zones, &starts[i], length);
        date_format(span.begin.date, day);
        if (!span.all_day) {
            format_time(&span, time);
        }
        const char *words = arena_printf(source->arena, "%s%s%s", day,
                                         time[0] != '\0' ? " " : "", time);
        build_add(source->arena, dates, NULL,
                  build_text(source->arena, words, node->place));
    }
    build_add(source->arena, node, "dates", dates);
}
