// SPDX-License-Identifier: MIT
#include "programme/calendar_rule.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "programme/calendar_file.h"
#include "programme/calendar_repeat.h"
#include "programme/read_calendar.h"

enum {
    DATES_MAX = 2000, // of RDATE and EXDATE together
};

struct expansion {
    struct calendar_zones *zones;
    const struct calendar_time *start;
    struct calendar_window window;
    struct calendar_budget *budget;
    struct calendar_starts starts;
    size_t dates;
};

static bool in_window(const struct calendar_window *window, struct date date)
{
    return date_compare(date, window->first) >= 0 &&
           date_compare(date, window->last) <= 0;
}

// False if there is no room for more.
static bool add(struct expansion *expansion, struct calendar_time time)
{
    struct calendar_starts *starts = &expansion->starts;
    if (!in_window(&expansion->window, time.moment.date)) {
        return true;
    }
    bool room = starts->count < CALENDAR_OCCURRENCES_MAX &&
                starts->count < expansion->budget->occurrences;
    if (!room) {
        starts->repeats = CALENDAR_REPEATED_TOO_OFTEN;
        return false;
    }
    if (starts->items == NULL) {
        starts->items =
            xcalloc(CALENDAR_OCCURRENCES_MAX, sizeof *starts->items);
    }
    starts->items[starts->count++] = time;
    return true;
}

// UNTIL is in UTC where the start has a zone; moments are compared on the
// start's clock.
static void take_until(struct expansion *expansion,
                       struct calendar_repeat *repeat)
{
    struct icaltimetype until = repeat->rule.until;
    struct calendar_time time = {
        .moment = {{until.year, until.month, until.day},
                   until.hour * 60 + until.minute},
        .zone = {.clock = CALENDAR_UTC                                   },
    };
    repeat->has_until =
        !icaltime_is_null_time(until) && date_is_valid(time.moment.date);
    if (until.is_date || expansion->start->is_date) {
        // The whole day, whatever the hour of the start.
        time.moment.minute = MINUTES_A_DAY - 1;
    } else if (repeat->has_until && icaltime_is_utc(until)) {
        time =
            calendar_time_in(expansion->zones, &time, &expansion->start->zone);
    }
    repeat->until = time.moment;
}

static bool take_moment(void *context, struct moment moment)
{
    struct expansion *expansion = context;
    struct calendar_time time = *expansion->start;
    time.moment = moment;
    return add(expansion, time);
}

static void follow_rule(struct expansion *expansion, const char *value)
{
    struct calendar_repeat repeat = {
        .start = expansion->start->moment,
        .is_date = expansion->start->is_date,
        .first = expansion->window.first,
        .last = expansion->window.last,
    };
    if (!calendar_repeat_read(value, &repeat.rule)) {
        expansion->starts.repeats = CALENDAR_RULE_UNKNOWN;
        return;
    }
    long days = calendar_repeat_days(&repeat);
    if (days > expansion->budget->days) {
        expansion->starts.repeats = CALENDAR_REPEATED_TOO_OFTEN;
        return;
    }
    expansion->budget->days -= days;
    take_until(expansion, &repeat);
    calendar_repeat_each(&repeat, take_moment, expansion);
}

// The next of the values parted by commas; NULL behind the last.
static const char *next_value(const char *value)
{
    const char *comma = strchr(value, ',');
    return comma != NULL ? comma + 1 : NULL;
}

static void add_dates(struct expansion *expansion,
                      const struct calendar_property *property)
{
    for (const char *value = property->value;
         value != NULL && expansion->dates < DATES_MAX;
         value = next_value(value)) {
        struct calendar_time time;
        expansion->dates++;
        if (calendar_time_read(expansion->zones, property, value, &time) &&
            time.is_date == expansion->start->is_date &&
            !add(expansion, calendar_time_in(expansion->zones, &time,
                                             &expansion->start->zone))) {
            return;
        }
    }
}

// A day that is left out without naming the hour is left out.
static void remove_time(struct calendar_starts *starts,
                        const struct calendar_time *time)
{
    size_t kept = 0;
    for (size_t i = 0; i < starts->count; i++) {
        struct calendar_time *start = &starts->items[i];
        bool day = start->is_date || time->is_date;
        bool same =
            day ? date_compare(start->moment.date, time->moment.date) == 0
                : moment_compare(start->moment, time->moment) == 0;
        if (!same) {
            starts->items[kept++] = *start;
        }
    }
    starts->count = kept;
}

static void remove_dates(struct expansion *expansion,
                         const struct calendar_property *property)
{
    for (const char *value = property->value;
         value != NULL && expansion->dates < DATES_MAX;
         value = next_value(value)) {
        struct calendar_time time;
        expansion->dates++;
        if (calendar_time_read(expansion->zones, property, value, &time)) {
            time = calendar_time_in(expansion->zones, &time,
                                    &expansion->start->zone);
            remove_time(&expansion->starts, &time);
        }
    }
}

static int compare_times(const void *left, const void *right)
{
    const struct calendar_time *a = left, *b = right;
    return moment_compare(a->moment, b->moment);
}

static void sort(struct calendar_starts *starts)
{
    if (starts->count == 0) {
        return;
    }
    qsort(starts->items, starts->count, sizeof *starts->items, compare_times);
    size_t kept = 1;
    for (size_t i = 1; i < starts->count; i++) {
        if (compare_times(&starts->items[kept - 1], &starts->items[i]) != 0) {
            starts->items[kept++] = starts->items[i];
        }
    }
    starts->count = kept;
}

// What an event without a rule, or one that is not understood, has.
static void take_start(struct expansion *expansion)
{
    struct calendar_starts *starts = &expansion->starts;
    free(starts->items);
    starts->items = xcalloc(1, sizeof *starts->items);
    starts->items[0] = *expansion->start;
    starts->count = 1;
}

struct calendar_starts calendar_rule_starts(
    struct calendar_zones *zones, const struct calendar_component *event,
    const struct calendar_time *start, struct calendar_window window,
    struct calendar_budget *budget)
{
    struct expansion expansion = {
        .zones = zones, .start = start, .window = window, .budget = budget};
    struct calendar_starts *starts = &expansion.starts;
    for (size_t i = 0; i < event->count; i++) {
        const struct calendar_property *property = &event->properties[i];
        bool rule = strcmp(property->name, "RRULE") == 0;
        bool dates = strcmp(property->name, "RDATE") == 0;
        if ((rule || dates) && starts->repeats == CALENDAR_ONCE) {
            starts->repeats = CALENDAR_REPEATED;
            add(&expansion, *start); // whatever the rule says
        }
        if (rule && starts->repeats == CALENDAR_REPEATED) {
            follow_rule(&expansion, property->value);
        } else if (dates && starts->repeats == CALENDAR_REPEATED) {
            add_dates(&expansion, property);
        }
    }
    if (starts->repeats == CALENDAR_ONCE ||
        starts->repeats == CALENDAR_RULE_UNKNOWN) {
        take_start(&expansion);
        return *starts;
    }
    for (size_t i = 0; i < event->count; i++) {
        if (strcmp(event->properties[i].name, "EXDATE") == 0) {
            remove_dates(&expansion, &event->properties[i]);
        }
    }
    sort(starts);
    budget->occurrences -= starts->count;
    return *starts;
}
