// SPDX-License-Identifier: MIT
#include "screens/month.h"

#include "programme/agenda.h"

struct month month_of(struct date date)
{
    return (struct month){date.year, date.month};
}

struct month month_step(struct month month, int months)
{
    int count = month.year * 12 + month.month - 1 + months;
    return (struct month){count / 12, count % 12 + 1};
}

int month_compare(struct month a, struct month b)
{
    return (a.year - b.year) * 12 + a.month - b.month;
}

static struct date first_day(struct month month)
{
    return (struct date){month.year, month.month, 1};
}

struct date month_first_cell(struct month month)
{
    struct date first = first_day(month);
    return date_add_days(first, -(int64_t)date_weekday(first));
}

int month_rows(struct month month)
{
    int before = (int)date_weekday(first_day(month));
    int days = date_days_in_month(month.year, month.month);
    return (before + days + 6) / 7;
}

bool month_event_is_on(const struct event *event, struct date day)
{
    const struct when *when = &event->when;
    bool has_day =
        when->precision == PRECISION_DAY || when->precision == PRECISION_WEEK;
    return has_day && event->dated && date_compare(when->first_day, day) <= 0 &&
           date_compare(day, when->last_day) <= 0;
}

// A postponed one that waits for its new date is nowhere.
static bool entry_is_on(const struct agenda_entry *entry, struct date day)
{
    return entry->phase != PHASE_UNDATED &&
           month_event_is_on(entry->event, day);
}

size_t month_events_on(const struct agenda *agenda, struct date day)
{
    size_t count = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        count += entry_is_on(&agenda->entries[i], day) ? 1 : 0;
    }
    return count;
}

struct month_range month_range_of(const struct agenda *agenda,
                                  struct date today)
{
    struct month_range range = {month_of(today), month_of(today)};
    for (size_t i = 0; i < agenda->count; i++) {
        const struct event *event = agenda->entries[i].event;
        if (!month_event_is_on(event, event->when.first_day)) {
            continue;
        }
        struct month first = month_of(event->when.first_day);
        struct month last = month_of(event->when.last_day);
        range.first =
            month_compare(first, range.first) < 0 ? first : range.first;
        range.last = month_compare(last, range.last) > 0 ? last : range.last;
    }
    return range;
}

struct date month_first_event(const struct agenda *agenda, struct month month,
                              struct date from)
{
    struct date found = {0};
    int days = date_days_in_month(month.year, month.month);
    for (int day = 1; day <= days; day++) {
        struct date date = {month.year, month.month, day};
        bool has_events = month_events_on(agenda, date) > 0;
        if (has_events && date_compare(date, from) >= 0) {
            return date;
        }
        found = has_events && found.year == 0 ? date : found;
    }
    return found;
}
