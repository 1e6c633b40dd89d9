// SPDX-License-Identifier: MIT
#include "language/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/near_word.h"
#include "language/phrase.h"
#include "language/when_parts.h"
#include "language/when_year.h"

enum {
    ANY_LEAP_YEAR = 2000,
    DAYS_A_WEEK = 7
};

// What is read, and where its faults go.
struct reading {
    struct parts parts;
    const struct when_context *context;
    struct place place;
    struct diag_list *diags;
};

static const struct language *french(const struct reading *reading)
{
    return languages_at(reading->context->languages, 0);
}

static void report(const struct reading *reading, enum fault fault,
                   const char *argument)
{
    diag_add(reading->diags, fault, reading->place, argument, NULL, NULL);
}

// With the whole text as its argument.
static void report_text(const struct reading *reading, enum fault fault)
{
    char *text = words_quote_all(&reading->parts.words);
    report(reading, fault, text);
    free(text);
}

// A word of the date that is none, and the one it was meant to be.
struct slip {
    size_t start, end; // bytes of the text
    const char *right; // NULL: there is no such word
};

static struct slip find_slip(const struct reading *reading)
{
    const struct words *words = &reading->parts.words;
    for (size_t i = 0; i < words->count; i++) {
        const struct token *token = &words->tokens[i];
        bool unknown = token->kind == TOKEN_WORD && token->use == TOKEN_UNUSED;
        if (!unknown || token->term.length > 0) {
            continue;
        }
        char *word = words_quote(words, i, i + 1);
        const char *right = near_date_word(reading->context->languages, word);
        free(word);
        if (right != NULL) {
            return (struct slip){token->start, token->end, right};
        }
    }
    return (struct slip){0, 0, NULL};
}

// "20 janvie": with the whole date as it was meant.
static void report_unreadable(const struct reading *reading)
{
    struct slip slip = find_slip(reading);
    if (slip.right == NULL) {
        report_text(reading, FAULT_DATE_UNREADABLE);
        return;
    }
    const char *text = reading->parts.words.text;
    struct text_buffer meant = {0};
    text_buffer_add_bytes(&meant, text, slip.start);
    text_buffer_add(&meant, slip.right);
    text_buffer_add(&meant, text + slip.end);
    diag_add(reading->diags, FAULT_DATE_NEAR, reading->place, text,
             text_buffer_text(&meant), NULL);
    text_buffer_release(&meant);
}

static void report_not_real(const struct reading *reading, struct date date)
{
    const struct parts *parts = &reading->parts;
    struct text_buffer month = {0};
    char days[12];
    if (date_days_in_month(ANY_LEAP_YEAR, date.month) == 0) {
        report_text(reading, FAULT_DATE_UNREADABLE);
        return;
    }
    text_buffer_add(&month, french(reading)->months[date.month - 1]);
    if (date.year != 0) {
        text_buffer_printf(&month, " %d", date.year);
    }
    int year = date.year != 0 ? date.year : ANY_LEAP_YEAR;
    snprintf(days, sizeof days, "%d", date_days_in_month(year, date.month));
    char *typed = words_quote(&parts->words, parts->date_from, parts->date_to);
    diag_add(reading->diags, FAULT_DATE_NOT_REAL, reading->place, typed,
             text_buffer_text(&month), days);
    free(typed);
    text_buffer_release(&month);
}

static void check_weekday(const struct reading *reading, int weekday,
                          struct date date)
{
    if (weekday == 0 || (int)date_weekday(date) + 1 == weekday) {
        return;
    }
    const struct language *language = french(reading);
    struct phrasing with_year = {.language = language};
    struct text_buffer text = {0};
    phrase_day_plain(&with_year, date, &text);
    diag_add(reading->diags, FAULT_DATE_WEEKDAY, reading->place,
             language->weekdays[weekday - 1],
             language->weekdays[date_weekday(date)], text_buffer_text(&text));
    text_buffer_release(&text);
}

static void check_weekdays(const struct reading *reading,
                           const struct day_list *list,
                           const struct day_span *span)
{
    const struct day_item *first = &list->items[0];
    const struct day_item *last = &list->items[list->count - 1];
    check_weekday(reading, first->weekday, span->first);
    if (list->count > 1 && !span->several && !span->ends_first) {
        check_weekday(reading, last->weekday, span->last);
    }
}

// False, with a fault, if one of the days does not exist. An unknown year
// leaves the precision NONE.
static bool read_span(const struct reading *reading,
                      const struct day_list *list, struct when *when)
{
    struct day_span span;
    switch (days_resolve(list, reading->context, &span)) {
    case DAYS_IMPOSSIBLE:
        report_not_real(reading, span.impossible);
        return false;
    case DAYS_UNDATED:
        report_text(reading, FAULT_DATE_YEAR_MISSING);
        return true;
    case DAYS_DATED:
        break;
    }
    check_weekdays(reading, list, &span);
    if (span.ends_first) {
        report_text(reading, FAULT_DATE_END_FIRST);
    }
    if (span.several) {
        report_text(reading, FAULT_DATE_SEVERAL);
    }
    when->precision = PRECISION_DAY;
    when->first_day = span.first;
    when->last_day = span.last;
    return true;
}

static void set_week(struct when *when, struct date day)
{
    when->precision = PRECISION_WEEK;
    when->first_day = date_add_days(day, -(int64_t)date_weekday(day));
    when->last_day = date_add_days(when->first_day, DAYS_A_WEEK - 1);
}

static bool read_week_number(const struct reading *reading, struct when *when)
{
    const struct period *period = &reading->parts.period;
    int year = period->year;
    if (year == 0) {
        // In a season, the weeks behind July belong to the first year.
        int month = period->week * DAYS_A_WEEK / 31 + 1;
        year = year_choose(reading->context, month < 12 ? month : 12, 1, 0);
    }
    if (year == 0) {
        report_text(reading, FAULT_DATE_YEAR_MISSING);
        return true;
    }
    if (period->week > date_weeks_in_year(year)) {
        report_text(reading, FAULT_DATE_UNREADABLE);
        return false;
    }
    set_week(when, date_of_iso_week((struct iso_week){year, period->week}));
    return true;
}

static bool read_months(const struct reading *reading, struct when *when)
{
    const struct period *period = &reading->parts.period;
    bool over = period->last_month < period->month;
    int year = period->year;
    if (year != 0) {
        // "décembre - janvier 2027": the year is that of the last month.
        year -= over ? 1 : 0;
    } else {
        year = year_choose(reading->context, period->month, 1, 0);
    }
    if (year == 0) {
        report_text(reading, FAULT_DATE_YEAR_MISSING);
        return true;
    }
    int last_year = year + (over ? 1 : 0);
    when->precision = PRECISION_MONTH;
    when->first_day = (struct date){year, period->month, 1};
    when->last_day =
        (struct date){last_year, period->last_month,
                      date_days_in_month(last_year, period->last_month)};
    return true;
}

static bool read_period(const struct reading *reading, struct when *when)
{
    const struct period *period = &reading->parts.period;
    if (period->kind == PERIOD_MONTHS) {
        return read_months(reading, when);
    }
    if (period->kind == PERIOD_WEEK_NUMBER) {
        return read_week_number(reading, when);
    }
    if (!read_span(reading, &period->days, when)) {
        return false;
    }
    bool dated = when->precision != PRECISION_NONE;
    if (dated && period->kind == PERIOD_WEEK_OF) {
        set_week(when, when->first_day);
    } else if (dated && period->days.count == 1) {
        // One day of a weekend stands for its Saturday and Sunday.
        set_week(when, when->first_day);
        when->precision = PRECISION_DAY;
        when->first_day = date_add_days(when->first_day, SATURDAY);
    }
    return true;
}

static const char *wording_of(struct arena *arena, const struct parts *parts,
                              const struct when *when)
{
    bool plain_month =
        when->precision == PRECISION_MONTH && !parts->period.qualified;
    if (when->precision == PRECISION_DAY || plain_month) {
        return "";
    }
    char *text = words_quote(&parts->words, parts->date_from, parts->date_to);
    const char *wording = arena_strdup(arena, text);
    free(text);
    return wording;
}

static void set_times(const struct parts *parts, struct when *when)
{
    when->start_minute = parts->start_minute;
    when->end_minute = parts->end_minute;
    when->from_time = parts->from_time;
    bool known = parts->start_minute != MINUTE_UNKNOWN ||
                 parts->end_minute != MINUTE_UNKNOWN;
    when->time_to_come = !known && (parts->time_to_come || parts->to_come);
}

static void set_status(const struct parts *parts, bool unsure,
                       struct when *when)
{
    if (parts->has_status) {
        when->has_status = true;
        when->status = parts->status;
    } else if (unsure) {
        when->has_status = true;
        when->status = STATUS_TENTATIVE;
    }
    when->online |= parts->online;
}

static void report_refused_time(const struct reading *reading)
{
    const struct parts *parts = &reading->parts;
    if (parts->refused_time) {
        char *typed =
            words_quote(&parts->words, parts->refused_from, parts->refused_to);
        report(reading, FAULT_TIME_UNREADABLE, typed);
        free(typed);
    }
}

static void report_left(const struct reading *reading)
{
    char *left = words_left(&reading->parts.words);
    if (left != NULL) {
        char *text = words_quote_all(&reading->parts.words);
        struct slip slip = find_slip(reading);
        diag_add(reading->diags,
                 slip.right != NULL ? FAULT_DATE_WORD_NEAR
                                    : FAULT_DATE_WORDS_LEFT,
                 reading->place, left, text, slip.right);
        free(text);
    }
    free(left);
}

// "date à venir", "reporté", "?": an event that has no date yet.
static bool is_without_date(const struct parts *parts)
{
    char *left = words_left(&parts->words);
    bool understood = left == NULL;
    free(left);
    bool said = parts->has_status || parts->to_come || parts->questioned;
    return parts->date_to_come || (understood && said);
}

static bool read_date(const struct reading *reading, struct arena *arena,
                      struct when *when)
{
    const struct parts *parts = &reading->parts;
    bool done = parts->has_days ? read_span(reading, &parts->days, when)
                                : read_period(reading, when);
    if (!done) {
        return false;
    }
    if (parts->several) {
        report_text(reading, FAULT_DATE_SEVERAL);
    }
    bool day = when->precision == PRECISION_DAY;
    when->wording = wording_of(arena, parts, when);
    when->until_day = day && parts->until_day;
    when->from_day = day && parts->from_day;
    set_times(parts, when);
    set_status(parts, parts->questioned || (day && parts->date_to_come), when);
    return true;
}

static bool read_when(const struct reading *reading, struct arena *arena,
                      struct when *when)
{
    const struct parts *parts = &reading->parts;
    if (parts->has_days || parts->has_period) {
        if (!read_date(reading, arena, when)) {
            return false;
        }
    } else if (is_without_date(parts)) {
        when->date_to_come = true;
        set_times(parts, when);
        set_status(parts, false, when);
        when->time_to_come = false;
    } else {
        report_unreadable(reading);
        return false;
    }
    report_refused_time(reading);
    report_left(reading);
    return true;
}

bool when_read(struct arena *arena, const char *text,
               const struct when_context *context, struct place place,
               struct diag_list *diags, struct when *out)
{
    struct reading reading = {
        .context = context, .place = place, .diags = diags};
    struct when when = {.start_minute = MINUTE_UNKNOWN,
                        .end_minute = MINUTE_UNKNOWN,
                        .wording = ""};
    parts_init(&reading.parts, text, languages_vocabulary(context->languages),
               false);
    bool done = read_when(&reading, arena, &when);
    parts_release(&reading.parts);
    if (done) {
        *out = when;
    }
    return done;
}

bool when_read_time(const char *text, const struct when_context *context,
                    struct place place, struct diag_list *diags,
                    struct when *when)
{
    struct reading reading = {
        .context = context, .place = place, .diags = diags};
    struct parts *parts = &reading.parts;
    parts_init(parts, text, languages_vocabulary(context->languages), true);
    bool known = parts->start_minute != MINUTE_UNKNOWN ||
                 parts->end_minute != MINUTE_UNKNOWN;
    bool to_come = parts->time_to_come || parts->to_come || parts->questioned;
    if (known || to_come) {
        parts->to_come |= to_come;
        set_times(parts, when);
        set_status(parts, false, when);
        report_refused_time(&reading);
        report_left(&reading);
    } else {
        report_text(&reading, FAULT_TIME_UNREADABLE);
    }
    parts_release(parts);
    return known || to_come;
}
