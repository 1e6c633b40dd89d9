// SPDX-License-Identifier: MIT
#include "language/when_parts.h"

#include <string.h>

#include "base/date.h"
#include "language/when.h"
#include "language/when_times.h"

// Reads one part that begins at index; returns the index behind it, or at if
// it is no such part.
typedef size_t take_fn(struct parts *parts, size_t at);

static void forget_small_words(struct parts *parts)
{
    parts->after_to = false;
    parts->after_until = false;
    parts->after_since = false;
    parts->after_between = false;
}

static bool has_date(const struct parts *parts)
{
    return parts->has_days || parts->has_period;
}

static size_t take_status(struct parts *parts, size_t at)
{
    const struct token *token = words_at(&parts->words, at);
    if (token->kind != TOKEN_STATUS || parts->has_status) {
        return at;
    }
    parts->has_status = true;
    parts->status = token->status;
    return at + 1;
}

static size_t take_flag(struct parts *parts, size_t at)
{
    const struct words *words = &parts->words;
    if (words_mean(words, at, MEANING_ONLINE)) {
        parts->online = true;
    } else if (words_mean(words, at, MEANING_TIME_TO_COME)) {
        parts->time_to_come = true;
    } else if (words_mean(words, at, MEANING_DATE_TO_COME)) {
        parts->date_to_come = true;
    } else if (words_mean(words, at, MEANING_TO_COME)) {
        parts->to_come = true;
    } else if (words_mark(words, at, '?')) {
        parts->questioned = true;
    } else {
        return at;
    }
    return at + 1;
}

static int end_of_day_if_midnight(int minute)
{
    return minute == 0 ? MINUTES_A_DAY : minute;
}

static int end_after(int start, int end)
{
    return end <= start ? end + MINUTES_A_DAY : end;
}

// "de 9h à 12h" and then "de 14h à 17h": from the first start to the last end.
static void widen(struct parts *parts, struct time_span span)
{
    int end = end_after(span.start, span.end);
    int known = end_after(parts->start_minute, parts->end_minute);
    parts->end_minute = end > known ? end : known;
    if (span.start < parts->start_minute) {
        parts->start_minute = span.start;
    }
}

// False if the times known so far leave no room for it.
static bool add_span(struct parts *parts, struct time_span span)
{
    bool start = parts->start_minute != MINUTE_UNKNOWN;
    bool end = parts->end_minute != MINUTE_UNKNOWN;
    bool single = span.end == MINUTE_UNKNOWN;
    bool to =
        parts->after_to || parts->after_until || parts->end_is_of_last_day;
    if (single && start && !end && to) {
        parts->end_minute = span.start;
        parts->from_time = false;
    } else if (single && !start && !end && parts->after_until) {
        parts->end_minute = end_of_day_if_midnight(span.start);
    } else if (!start && (single || !end)) {
        parts->start_minute = span.start;
        parts->end_minute = single ? parts->end_minute : span.end;
        parts->from_time = single && !end && parts->after_since;
    } else if (start && end && !single) {
        widen(parts, span);
    } else {
        return false;
    }
    return true;
}

static size_t take_time(struct parts *parts, size_t at)
{
    struct time_span span;
    size_t next = times_read(&parts->words, at, parts->after_between,
                             parts->alone, &span);
    if (next == at) {
        return at;
    }
    if (span.refused) {
        parts->refused_time = true;
        parts->refused_from = at;
        parts->refused_to = next;
    } else if (!parts->several && !add_span(parts, span)) {
        // The hours of a date that does not count do not count either.
        return at;
    }
    forget_small_words(parts);
    return next;
}

// "samedi et dimanche 6-7 juin": the weekdays stand together.
static void share_weekdays(struct parts *parts)
{
    struct day_list *days = &parts->days;
    struct day_item *last = &days->items[days->count - 1];
    if (parts->weekday == 0) {
        return;
    }
    if (days->items[0].weekday == 0) {
        days->items[0].weekday = parts->weekday;
    } else if (days->count > 1 && last->weekday == 0) {
        last->weekday = days->items[0].weekday;
        days->items[0].weekday = parts->weekday;
    }
}

static void begin_date(struct parts *parts, size_t from, size_t to)
{
    bool announced = parts->after_until || parts->after_since;
    parts->date_from = announced ? parts->announced_at : from;
    parts->date_to = to;
}

static void set_days(struct parts *parts, const struct day_list *list,
                     size_t from, size_t to)
{
    bool one = list->count == 1;
    bool range = !one && list->items[1].range;
    bool du = range && from > 0 &&
              words_mean(&parts->words, from - 1, MEANING_FILLER);
    begin_date(parts, du ? from - 1 : from, to);
    parts->has_days = true;
    parts->has_period = false;
    parts->days = *list;
    parts->until_day = one && parts->after_until;
    parts->from_day = one && parts->after_since;
    share_weekdays(parts);
}

// The second day of "vendredi 5 juin 18h au dimanche 7 juin 12h" or of "à
// partir du 3 mars (complet) jusqu'au 5 mars".
static bool add_last_day(struct parts *parts, const struct day_list *list,
                         size_t to)
{
    bool fits = parts->days.count == 1 && list->count == 1 &&
                (parts->after_to || parts->after_until);
    if (fits) {
        parts->days.items[1] = list->items[0];
        parts->days.items[1].range = true;
        parts->days.count = 2;
        parts->end_is_of_last_day = parts->start_minute != MINUTE_UNKNOWN &&
                                    parts->end_minute == MINUTE_UNKNOWN;
        parts->from_day = false;
        parts->date_to = to;
    }
    return fits;
}

static size_t take_days(struct parts *parts, size_t at)
{
    struct day_list list;
    if (parts->alone ||
        (has_date(parts) && words_at(&parts->words, at)->in_parentheses)) {
        // "(au lieu du 13 janvier)" is no date of this event.
        return at;
    }
    size_t next = days_read(&parts->words, at, &list);
    if (next == at) {
        return at;
    }
    if (!parts->has_days) {
        set_days(parts, &list, at, next);
    } else if (!add_last_day(parts, &list, next)) {
        parts->several = true;
    }
    forget_small_words(parts);
    return next;
}

static size_t take_period(struct parts *parts, size_t at)
{
    if (parts->alone || has_date(parts)) {
        return at;
    }
    size_t next = period_read(&parts->words, at, &parts->period);
    if (next != at) {
        begin_date(parts, at, next);
        parts->has_period = true;
        forget_small_words(parts);
    }
    return next;
}

// "20 janvier (2026)"
static size_t take_year(struct parts *parts, size_t at)
{
    int year = 0;
    size_t next = days_read_year(&parts->words, at, &year);
    struct day_list *days =
        parts->has_days ? &parts->days : &parts->period.days;
    int written = parts->period.year;
    for (size_t i = 0; i < days->count; i++) {
        written |= days->items[i].year;
    }
    bool wanted = next != at && words_at(&parts->words, at)->digits == 4 &&
                  has_date(parts) && written == 0;
    if (!wanted) {
        return at;
    }
    if (days->count > 0) {
        days->items[days->count - 1].year = year;
    }
    parts->period.year = year;
    return next;
}

static size_t take_weekday(struct parts *parts, size_t at)
{
    int weekday = words_at(&parts->words, at)->term.weekday;
    if (weekday == 0 || parts->weekday != 0 || parts->alone) {
        return at;
    }
    if (parts->has_days && parts->days.items[0].weekday != 0) {
        return at;
    }
    parts->weekday = weekday;
    parts->weekday_at = at;
    if (parts->has_days) {
        parts->days.items[0].weekday = weekday;
    }
    return at + 1;
}

static take_fn *const PARTS[] = {take_status, take_flag, take_time,   take_days,
                                 take_period, take_year, take_weekday};

static size_t take_part(struct parts *parts, size_t at)
{
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        size_t next = PARTS[i](parts, at);
        if (next != at) {
            return next;
        }
    }
    return at;
}

static bool is_small_mark(const struct token *token)
{
    return token->kind == TOKEN_MARK &&
           strchr("-/,;.:()[]", token->mark) != NULL;
}

// Small words announce what follows: "au", "dès", "jusqu'à", "entre".
static bool note_small_word(struct parts *parts, size_t at)
{
    const struct words *words = &parts->words;
    bool since = words_mean(words, at, MEANING_SINCE);
    bool until = words_mean(words, at, MEANING_UNTIL);
    bool to = words_mean(words, at, MEANING_TO) || words_mark(words, at, '-') ||
              words_mark(words, at, '/');
    bool between = words_mean(words, at, MEANING_BETWEEN);
    parts->after_since |= since;
    parts->after_until |= until;
    parts->after_to |= to;
    parts->after_between |= between;
    if (since || until) {
        parts->announced_at = at;
    }
    return since || until || to || between ||
           words_mean(words, at, MEANING_AND) ||
           words_mean(words, at, MEANING_OF) ||
           words_mean(words, at, MEANING_FILLER) ||
           is_small_mark(words_at(words, at));
}

void parts_init(struct parts *parts, const char *text,
                const struct vocabulary *vocabulary, bool alone)
{
    *parts = (struct parts){.alone = alone,
                            .start_minute = MINUTE_UNKNOWN,
                            .end_minute = MINUTE_UNKNOWN};
    words_init(&parts->words, text, vocabulary);
    size_t at = 0;
    while (at < parts->words.count) {
        size_t next = take_part(parts, at);
        if (next != at) {
            words_use(&parts->words, at, next, TOKEN_USED);
            at = next;
        } else if (note_small_word(parts, at)) {
            words_use(&parts->words, at, at + 1, TOKEN_FILLER);
            at++;
        } else {
            forget_small_words(parts);
            at++;
        }
    }
    if (parts->weekday != 0 && !parts->has_days) {
        // "les jeudis de mai": it says something, but not which day.
        words_use(&parts->words, parts->weekday_at, parts->weekday_at + 1,
                  TOKEN_UNUSED);
    }
    bool same_day = !parts->end_is_of_last_day &&
                    parts->start_minute != MINUTE_UNKNOWN &&
                    parts->end_minute != MINUTE_UNKNOWN;
    if (same_day) {
        parts->end_minute = end_after(parts->start_minute, parts->end_minute);
    }
}

void parts_release(struct parts *parts)
{
    words_release(&parts->words);
}
