// SPDX-License-Identifier: MIT
#include "language/when_year.h"

#include "language/when.h"

enum {
    SEASON_FIRST_MONTH = 8, // a season goes from August to July
    ANY_LEAP_YEAR = 2000
};

static bool falls_on(struct date date, int weekday)
{
    return date_is_valid(date) && (int)date_weekday(date) + 1 == weekday;
}

int year_choose(const struct when_context *context, int month, int day,
                int weekday)
{
    if (context->season_first_year != 0) {
        bool first = month >= SEASON_FIRST_MONTH;
        return context->season_first_year + (first ? 0 : 1);
    }
    if (context->year != 0) {
        return context->year;
    }
    // The same date falls on another weekday in each of three years in a row.
    static const int NEAR[] = {0, 1, -1};
    int updated = context->updated.year;
    for (size_t i = 0; updated != 0 && i < sizeof NEAR / sizeof *NEAR; i++) {
        struct date date = {updated + NEAR[i], month, day};
        if (weekday != 0 && falls_on(date, weekday)) {
            return date.year;
        }
    }
    return updated;
}

// Months only: "du 20 au 12 juin" is a slip, not a year.
static bool is_next_year(const struct day_item *before,
                         const struct day_item *item)
{
    return item->month < before->month;
}

static int first_year(const struct day_list *list,
                      const struct when_context *context)
{
    const struct day_item *first = &list->items[0];
    if (first->year != 0) {
        return first->year;
    }
    const struct day_item *before = first;
    int years = 0; // passed since the first day
    for (size_t i = 1; i < list->count; i++) {
        const struct day_item *item = &list->items[i];
        years += is_next_year(before, item) ? 1 : 0;
        if (item->year != 0) {
            return item->year - years;
        }
        before = item;
    }
    return year_choose(context, first->month, first->day, first->weekday);
}

static bool exists(struct date date)
{
    struct date some_year = date;
    some_year.year = date.year != 0 ? date.year : ANY_LEAP_YEAR;
    return date_is_valid(some_year);
}

// False if one of the days does not exist.
static bool resolve_all(const struct day_list *list, int year,
                        struct date dates[DAY_LIST_MAX],
                        struct date *impossible)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct day_item *item = &list->items[i];
        if (year != 0 && i > 0 && is_next_year(&list->items[i - 1], item)) {
            year++;
        }
        year = item->year != 0 ? item->year : year;
        dates[i] = (struct date){year, item->month, item->day};
        if (!exists(dates[i])) {
            *impossible = dates[i];
            return false;
        }
    }
    return true;
}

static bool are_consecutive(const struct day_list *list,
                            const struct date *dates)
{
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].range ||
            date_days_until(dates[i - 1], dates[i]) != 1) {
            return false;
        }
    }
    return true;
}

enum days_state days_resolve(const struct day_list *list,
                             const struct when_context *context,
                             struct day_span *out)
{
    struct date dates[DAY_LIST_MAX] = {0};
    struct date impossible = {0};
    int year = first_year(list, context);
    *out = (struct day_span){0};
    if (!resolve_all(list, year, dates, &impossible)) {
        out->impossible = impossible;
        return DAYS_IMPOSSIBLE;
    }
    if (year == 0) {
        return DAYS_UNDATED;
    }
    bool range = list->count > 1 && list->items[1].range;
    bool row = are_consecutive(list, dates);
    size_t last = range ? 1 : row ? list->count - 1 : 0;
    out->first = dates[0];
    out->last = dates[last];
    out->several = last + 1 < list->count;
    if (date_compare(out->last, out->first) < 0) {
        out->last = out->first;
        out->ends_first = true;
    }
    return DAYS_DATED;
}
