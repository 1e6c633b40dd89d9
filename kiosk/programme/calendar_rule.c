// SPDX-License-Identifier: MIT
#include "programme/calendar_rule.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "programme/calendar_file.h"
#include "programme/read_calendar.h"

enum {
    RULE_BYTES_MAX = 500,
    TIMES_A_DAY_MAX = 24,
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

static struct icaltimetype to_ical(const struct calendar_time *time)
{
    struct icaltimetype result = icaltime_null_time();
    result.year = time->moment.date.year;
    result.month = time->moment.date.month;
    result.day = time->moment.date.day;
    result.hour = time->is_date ? 0 : time->moment.minute / 60;
    result.minute = time->is_date ? 0 : time->moment.minute % 60;
    result.is_date = time->is_date ? 1 : 0;
    return result;
}

static size_t values_of(const short *values, size_t most)
{
    size_t count = 0;
    while (count < most && values[count] != ICAL_RECURRENCE_ARRAY_MAX) {
        count++;
    }
    return count > 0 ? count : 1;
}

// Rules of hours and seconds would take for ever, and no programme of events
// needs them.
static bool is_sound(const struct icalrecurrencetype *rule)
{
    size_t times = values_of(rule->by_hour, ICAL_BY_HOUR_SIZE) *
                   values_of(rule->by_minute, ICAL_BY_MINUTE_SIZE) *
                   values_of(rule->by_second, ICAL_BY_SECOND_SIZE);
    bool daily = rule->freq == ICAL_DAILY_RECURRENCE ||
                 rule->freq == ICAL_WEEKLY_RECURRENCE ||
                 rule->freq == ICAL_MONTHLY_RECURRENCE ||
                 rule->freq == ICAL_YEARLY_RECURRENCE;
    return daily && times <= TIMES_A_DAY_MAX && rule->interval > 0;
}

// UNTIL is in UTC where the start has a zone; here it is compared with times
// of that zone.
static struct icaltimetype until_of(struct expansion *expansion,
                                    const struct icalrecurrencetype *rule)
{
    const struct calendar_time last = {
        .is_date = expansion->start->is_date,
        .moment = moment_of(expansion->window.last, MINUTES_A_DAY - 1)};
    struct icaltimetype end = to_ical(&last);
    struct icaltimetype until = rule->until;
    struct date date = {until.year, until.month, until.day};
    bool written = !icaltime_is_null_time(until) && date_is_valid(date);
    if (!written || date_compare(date, expansion->window.last) > 0) {
        return end;
    }
    if (until.is_date) {
        // The whole day, whatever the hour of the start.
        until.is_date = end.is_date;
        until.hour = end.hour;
        until.minute = end.minute;
    } else if (icaltime_is_utc(until) && !expansion->start->is_date) {
        struct calendar_time utc = {
            .moment = {date, until.hour * 60 + until.minute},
            .zone = {.clock = CALENDAR_UTC   }
        };
        int64_t instant = calendar_time_instant(expansion->zones, &utc);
        utc.moment = calendar_zone_moment(expansion->zones,
                                          &expansion->start->zone, instant);
        until = to_ical(&utc);
    }
    until.zone = NULL;
    return until;
}

static long days_through(const struct expansion *expansion)
{
    int64_t days =
        date_days_until(expansion->start->moment.date, expansion->window.last);
    return days > 0 ? (long)days + 1 : 1;
}

static void follow(struct expansion *expansion, struct icalrecurrencetype *rule)
{
    rule->until = until_of(expansion, rule);
    struct icaltimetype start = to_ical(expansion->start);
    icalrecur_iterator *iterator = icalrecur_iterator_new(*rule, start);
    if (iterator == NULL) {
        expansion->starts.repeats = CALENDAR_RULE_UNKNOWN;
        return;
    }
    bool room = true;
    struct icaltimetype next = icalrecur_iterator_next(iterator);
    while (room && !icaltime_is_null_time(next)) {
        struct calendar_time time = *expansion->start;
        time.moment = (struct moment){
            {next.year, next.month, next.day},
            time.is_date ? 0 : next.hour * 60 + next.minute
        };
        room = add(expansion, time);
        expansion->budget->days--;
        next = icalrecur_iterator_next(iterator);
    }
    icalrecur_iterator_free(iterator);
}

static void follow_rule(struct expansion *expansion, const char *value)
{
    struct icalrecurrencetype rule = ICALRECURRENCETYPE_INITIALIZER;
    bool read =
        strlen(value) <= RULE_BYTES_MAX && strcasestr(value, "RSCALE") == NULL;
    if (read) {
        rule = icalrecurrencetype_from_string(value);
    }
    long days = days_through(expansion);
    if (!read || !is_sound(&rule) || days > expansion->budget->days) {
        expansion->starts.repeats = CALENDAR_RULE_UNKNOWN;
    } else {
        expansion->budget->days -= days;
        follow(expansion, &rule);
    }
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
