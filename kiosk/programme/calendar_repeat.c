// SPDX-License-Identifier: MIT
#include "programme/calendar_repeat.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
    RULE_BYTES_MAX = 500,
    TIMES_A_DAY_MAX = 24,
    DAYS_A_WEEK = 7,
    DAYS_A_YEAR = 366,
    MONTHS_A_YEAR = 12,
};

// A day and what rules ask about it.
struct day {
    struct date date;
    enum weekday weekday;
    int of_year, year_length, month_length;
};

// The moments of one day, week, month or year.
struct period {
    struct moment *items;
    size_t count;
};

struct times {
    int minutes[TIMES_A_DAY_MAX];
    size_t count;
};

static bool is_given(const short *values)
{
    return values[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

static size_t count_of(const short *values, size_t most)
{
    size_t count = 0;
    while (count < most && values[count] != ICAL_RECURRENCE_ARRAY_MAX) {
        count++;
    }
    return count;
}

// Counted from 1 or, backwards, from -1.
static bool lists(const short *values, size_t most, int forwards, int backwards)
{
    for (size_t i = 0; i < count_of(values, most); i++) {
        if (values[i] == forwards || values[i] == backwards) {
            return true;
        }
    }
    return false;
}

bool calendar_repeat_read(const char *value, struct icalrecurrencetype *out)
{
    // Other calendars than ours need rules of their own.
    if (strlen(value) > RULE_BYTES_MAX || strcasestr(value, "RSCALE") != NULL) {
        return false;
    }
    *out = icalrecurrencetype_from_string(value);
    size_t hours = count_of(out->by_hour, ICAL_BY_HOUR_SIZE);
    size_t minutes = count_of(out->by_minute, ICAL_BY_MINUTE_SIZE);
    size_t times = (hours > 0 ? hours : 1) * (minutes > 0 ? minutes : 1);
    bool daily = out->freq == ICAL_DAILY_RECURRENCE ||
                 out->freq == ICAL_WEEKLY_RECURRENCE ||
                 out->freq == ICAL_MONTHLY_RECURRENCE ||
                 out->freq == ICAL_YEARLY_RECURRENCE;
    return daily && times <= TIMES_A_DAY_MAX && out->interval > 0 &&
           out->count >= 0;
}

// libical counts from Sunday, 1.
static enum weekday weekday_of(enum icalrecurrencetype_weekday weekday)
{
    return (enum weekday)(((int)weekday + 5) % DAYS_A_WEEK);
}

static struct day day_of(struct date date)
{
    struct date first = {date.year, 1, 1}, next = {date.year + 1, 1, 1};
    return (struct day){
        .date = date,
        .weekday = date_weekday(date),
        .of_year = (int)date_days_until(first, date) + 1,
        .year_length = (int)date_days_until(first, next),
        .month_length = date_days_in_month(date.year, date.month),
    };
}

static int days_into_week(enum weekday weekday, enum weekday first)
{
    return ((int)weekday - (int)first + DAYS_A_WEEK) % DAYS_A_WEEK;
}

// The first day of week 1: the one that holds four days of the year.
static struct date week_one(int year, enum weekday week_start)
{
    struct date first = {year, 1, 1};
    int into = days_into_week(date_weekday(first), week_start);
    return date_add_days(first, into <= 3 ? -into : DAYS_A_WEEK - into);
}

static bool week_matches(const struct icalrecurrencetype *rule,
                         const struct day *day)
{
    enum weekday week_start = weekday_of(rule->week_start);
    int year = day->date.year;
    if (date_compare(day->date, week_one(year, week_start)) < 0) {
        year--;
    } else if (date_compare(day->date, week_one(year + 1, week_start)) >= 0) {
        year++;
    }
    struct date one = week_one(year, week_start);
    int weeks =
        (int)date_days_until(one, week_one(year + 1, week_start)) / DAYS_A_WEEK;
    int week = (int)date_days_until(one, day->date) / DAYS_A_WEEK + 1;
    return lists(rule->by_week_no, ICAL_BY_WEEKNO_SIZE, week, week - weeks - 1);
}

static bool month_matches(const struct icalrecurrencetype *rule,
                          const struct day *day)
{
    for (size_t i = 0; i < count_of(rule->by_month, ICAL_BY_MONTH_SIZE); i++) {
        short month = rule->by_month[i];
        if (icalrecurrencetype_month_month(month) == day->date.month &&
            !icalrecurrencetype_month_is_leap(month)) {
            return true;
        }
    }
    return false;
}

// "MO", or "2MO" and "-1MO" within the month or the year.
static bool weekday_matches(const struct icalrecurrencetype *rule,
                            const struct day *day)
{
    bool month =
        rule->freq == ICAL_MONTHLY_RECURRENCE ||
        (rule->freq == ICAL_YEARLY_RECURRENCE && is_given(rule->by_month));
    bool year = rule->freq == ICAL_YEARLY_RECURRENCE && !month &&
                !is_given(rule->by_week_no);
    int at = month ? day->date.day : day->of_year;
    int length = month ? day->month_length : day->year_length;
    int nth = (at - 1) / DAYS_A_WEEK + 1;
    int last = -((length - at) / DAYS_A_WEEK + 1);
    for (size_t i = 0; i < count_of(rule->by_day, ICAL_BY_DAY_SIZE); i++) {
        short value = rule->by_day[i];
        int position = icalrecurrencetype_day_position(value);
        bool counted = position == 0 || (!month && !year) || position == nth ||
                       position == last;
        if (counted && weekday_of(icalrecurrencetype_day_day_of_week(value)) ==
                           day->weekday) {
            return true;
        }
    }
    return false;
}

// What a rule leaves open is as on the first day.
static bool default_matches(const struct icalrecurrencetype *rule,
                            const struct day *day, struct date start)
{
    switch (rule->freq) {
    case ICAL_YEARLY_RECURRENCE:
        return day->date.day == start.day &&
               (is_given(rule->by_month) || day->date.month == start.month);
    case ICAL_MONTHLY_RECURRENCE:
        return day->date.day == start.day;
    case ICAL_WEEKLY_RECURRENCE:
        return day->weekday == date_weekday(start);
    case ICAL_DAILY_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_NO_RECURRENCE:
        break;
    }
    return true;
}

static bool matches(const struct icalrecurrencetype *rule,
                    const struct day *day, struct date start)
{
    bool month_day = is_given(rule->by_month_day);
    bool year_day = is_given(rule->by_year_day);
    bool week = is_given(rule->by_week_no), weekday = is_given(rule->by_day);
    if (is_given(rule->by_month) && !month_matches(rule, day)) {
        return false;
    }
    if (month_day &&
        !lists(rule->by_month_day, ICAL_BY_MONTHDAY_SIZE, day->date.day,
               day->date.day - day->month_length - 1)) {
        return false;
    }
    if (year_day && !lists(rule->by_year_day, ICAL_BY_YEARDAY_SIZE,
                           day->of_year, day->of_year - day->year_length - 1)) {
        return false;
    }
    if (week && !week_matches(rule, day)) {
        return false;
    }
    if (weekday) {
        return weekday_matches(rule, day);
    }
    if (week && !month_day && !year_day) {
        return day->weekday == date_weekday(start);
    }
    return month_day || year_day || week || default_matches(rule, day, start);
}

static int compare_minutes(const void *left, const void *right)
{
    const int *a = left, *b = right;
    return *a - *b;
}

static struct times times_of(const struct calendar_repeat *repeat)
{
    const struct icalrecurrencetype *rule = &repeat->rule;
    size_t hours = count_of(rule->by_hour, ICAL_BY_HOUR_SIZE);
    size_t minutes = count_of(rule->by_minute, ICAL_BY_MINUTE_SIZE);
    struct times times = {0};
    int start = repeat->start.minute;
    for (size_t i = 0; i < (hours > 0 ? hours : 1); i++) {
        for (size_t k = 0; k < (minutes > 0 ? minutes : 1); k++) {
            int hour = hours > 0 ? rule->by_hour[i] : start / 60;
            int minute = minutes > 0 ? rule->by_minute[k] : start % 60;
            times.minutes[times.count++] = hour % 24 * 60 + minute % 60;
        }
    }
    if (repeat->is_date) {
        return (struct times){.count = 1};
    }
    qsort(times.minutes, times.count, sizeof *times.minutes, compare_minutes);
    return times;
}

// Where the period begins that a date is in.
static struct date period_begin(const struct icalrecurrencetype *rule,
                                struct date date)
{
    int into = days_into_week(date_weekday(date), weekday_of(rule->week_start));
    switch (rule->freq) {
    case ICAL_YEARLY_RECURRENCE:
        return (struct date){date.year, 1, 1};
    case ICAL_MONTHLY_RECURRENCE:
        return (struct date){date.year, date.month, 1};
    case ICAL_WEEKLY_RECURRENCE:
        return date_add_days(date, -into);
    case ICAL_DAILY_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_NO_RECURRENCE:
        break;
    }
    return date;
}

// The period that begins so many later than the one that begins at date.
static struct date period_later(const struct icalrecurrencetype *rule,
                                struct date date, int64_t count)
{
    int64_t months = date.month - 1 + count;
    switch (rule->freq) {
    case ICAL_YEARLY_RECURRENCE:
        return (struct date){date.year + (int)count, 1, 1};
    case ICAL_MONTHLY_RECURRENCE:
        return (struct date){date.year + (int)(months / MONTHS_A_YEAR),
                             (int)(months % MONTHS_A_YEAR) + 1, 1};
    case ICAL_WEEKLY_RECURRENCE:
        return date_add_days(date, count * DAYS_A_WEEK);
    case ICAL_DAILY_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_NO_RECURRENCE:
        break;
    }
    return date_add_days(date, count);
}

// How many periods lie between two dates that begin some.
static int64_t periods_between(const struct icalrecurrencetype *rule,
                               struct date from, struct date to)
{
    int64_t days = date_days_until(from, to);
    int64_t years = to.year - from.year;
    switch (rule->freq) {
    case ICAL_YEARLY_RECURRENCE:
        return years;
    case ICAL_MONTHLY_RECURRENCE:
        return years * MONTHS_A_YEAR + to.month - from.month;
    case ICAL_WEEKLY_RECURRENCE:
        return days / DAYS_A_WEEK;
    case ICAL_DAILY_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_NO_RECURRENCE:
        break;
    }
    return days;
}

// Who counts has to begin at the beginning; others where it matters.
static struct date first_period(const struct calendar_repeat *repeat)
{
    const struct icalrecurrencetype *rule = &repeat->rule;
    struct date begin = period_begin(rule, repeat->start.date);
    struct date wanted = period_begin(rule, repeat->first);
    if (rule->count > 0 || date_compare(wanted, begin) <= 0) {
        return begin;
    }
    int64_t passed = periods_between(rule, begin, wanted);
    return period_later(rule, begin, passed - passed % rule->interval);
}

long calendar_repeat_days(const struct calendar_repeat *repeat)
{
    int64_t days = date_days_until(first_period(repeat), repeat->last);
    return days > 0 ? (long)days + DAYS_A_YEAR : DAYS_A_YEAR;
}

// BYSETPOS: only some of the moments of a period, counted either way.
static void choose(const struct icalrecurrencetype *rule, struct period *period)
{
    if (!is_given(rule->by_set_pos)) {
        return;
    }
    size_t kept = 0;
    for (size_t i = 0; i < period->count; i++) {
        if (lists(rule->by_set_pos, ICAL_BY_SETPOS_SIZE, (int)i + 1,
                  (int)i - (int)period->count)) {
            period->items[kept++] = period->items[i];
        }
    }
    period->count = kept;
}

static void fill(const struct calendar_repeat *repeat,
                 const struct times *times, struct date begin,
                 struct period *out)
{
    struct date end = period_later(&repeat->rule, begin, 1);
    out->count = 0;
    for (struct date date = begin; date_compare(date, end) < 0;
         date = date_add_days(date, 1)) {
        struct day day = day_of(date);
        bool wanted = matches(&repeat->rule, &day, repeat->start.date);
        for (size_t i = 0; wanted && i < times->count; i++) {
            out->items[out->count++] = (struct moment){date, times->minutes[i]};
        }
    }
    choose(&repeat->rule, out);
}

// What is handed on, and how often that was done.
struct handing {
    const struct calendar_repeat *repeat;
    calendar_repeat_fn *take;
    void *context;
    int count;
};

// False if that was the last one.
static bool hand_on(struct handing *handing, struct moment moment)
{
    const struct calendar_repeat *repeat = handing->repeat;
    if (moment_compare(moment, repeat->start) < 0) {
        return true;
    }
    bool late = repeat->has_until && moment_compare(moment, repeat->until) > 0;
    bool all = repeat->rule.count > 0 && handing->count == repeat->rule.count;
    if (late || all) {
        return false;
    }
    handing->count++;
    return handing->take(handing->context, moment);
}

void calendar_repeat_each(const struct calendar_repeat *repeat,
                          calendar_repeat_fn *take, void *context)
{
    struct handing handing = {
        .repeat = repeat, .take = take, .context = context};
    struct times times = times_of(repeat);
    struct period period = {.items =
                                xcalloc((size_t)DAYS_A_YEAR * TIMES_A_DAY_MAX,
                                        sizeof *period.items)};
    bool more = true;
    struct date begin = first_period(repeat);
    while (more && date_compare(begin, repeat->last) <= 0) {
        fill(repeat, &times, begin, &period);
        for (size_t i = 0; more && i < period.count; i++) {
            more = hand_on(&handing, period.items[i]);
        }
        begin = period_later(&repeat->rule, begin, repeat->rule.interval);
    }
    free(period.items);
}
