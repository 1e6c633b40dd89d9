// SPDX-License-Identifier: MIT
#include "language/when_period.h"

#include "language/when_words.h"

enum {
    SKIPPED_MAX = 4,
    WEEK_MAX = 53
};

static bool is_number(const struct words *words, size_t at, int digits)
{
    const struct token *token = words_at(words, at);
    return token->kind == TOKEN_NUMBER && token->digits <= digits;
}

static bool is_small_word(const struct words *words, size_t at)
{
    return words_mean(words, at, MEANING_FILLER) ||
           words_mean(words, at, MEANING_OF);
}

static size_t skip_small_words(const struct words *words, size_t at)
{
    for (int i = 0; i < SKIPPED_MAX && is_small_word(words, at); i++) {
        at++;
    }
    return at;
}

static size_t read_week_number(const struct words *words, size_t at,
                               struct period *out)
{
    int week = words_at(words, at)->value;
    if (!is_number(words, at, 2) || week < 1 || week > WEEK_MAX) {
        return at;
    }
    out->kind = PERIOD_WEEK_NUMBER;
    out->week = week;
    return at + 1;
}

// 2026-W16
static size_t read_iso_week(const struct words *words, size_t at,
                            struct period *out)
{
    int year = 0;
    size_t dash = days_read_year(words, at, &year);
    if (dash != at + 1 || !words_joined(words, dash)) {
        return at;
    }
    size_t letter = words_mark(words, dash, '-') ? dash + 1 : dash;
    size_t number = letter + 1;
    bool fits = words_mean(words, letter, MEANING_WEEK) &&
                words_joined(words, letter) && words_joined(words, number);
    size_t next = fits ? read_week_number(words, number, out) : number;
    if (next == number) {
        return at;
    }
    out->year = year;
    return next;
}

// semaine du 11 avril, semaine 16, S16
static size_t read_week(const struct words *words, size_t at,
                        struct period *out)
{
    if (!words_mean(words, at, MEANING_WEEK)) {
        return at;
    }
    bool letter = words_at(words, at)->term.length == 1;
    if (letter && !words_joined(words, at + 1)) {
        return at;
    }
    size_t number = skip_small_words(words, at + 1);
    size_t next = days_read(words, number, &out->days);
    if (next != number) {
        out->kind = PERIOD_WEEK_OF;
        return next;
    }
    next = read_week_number(words, number, out);
    return next == number ? at : days_read_year(words, next, &out->year);
}

static size_t read_weekend(const struct words *words, size_t at,
                           struct period *out)
{
    if (!words_mean(words, at, MEANING_WEEKEND)) {
        return at;
    }
    size_t day = skip_small_words(words, at + 1);
    size_t next = days_read(words, day, &out->days);
    out->kind = PERIOD_WEEKEND;
    return next == day ? at : next;
}

// "fin", "mi-", "dans le courant du mois de": where the month itself begins.
static size_t read_part(const struct words *words, size_t at)
{
    if (!words_mean(words, at, MEANING_PART_OF_MONTH)) {
        return at;
    }
    size_t next = words_mark(words, at + 1, '-') ? at + 2 : at + 1;
    return skip_small_words(words, next);
}

// One month's name and its year.
static size_t read_month(const struct words *words, size_t at, int *month,
                         int *year)
{
    const struct token *token = words_at(words, at);
    if (!days_is_month(words, at)) {
        return at;
    }
    size_t next = days_read_year(words, at + 1, year);
    // "mar." is a Tuesday and "des" is no December if nothing says otherwise.
    bool doubtful =
        token->term.weekday != 0 || words_mean(words, at, MEANING_SINCE);
    if (doubtful && next == at + 1) {
        return at;
    }
    *month = token->term.month;
    return next;
}

static bool joins_months(const struct words *words, size_t at)
{
    return words_mark(words, at, '-') || words_mark(words, at, '/') ||
           words_mean(words, at, MEANING_TO) ||
           words_mean(words, at, MEANING_AND);
}

static size_t read_months(const struct words *words, size_t at,
                          struct period *out)
{
    size_t name = read_part(words, at);
    size_t next = read_month(words, name, &out->month, &out->year);
    if (next == name) {
        return at;
    }
    out->kind = PERIOD_MONTHS;
    out->last_month = out->month;
    out->qualified = name != at;
    if (!joins_months(words, next)) {
        return next;
    }
    size_t second = read_part(words, skip_small_words(words, next + 1));
    size_t last = read_month(words, second, &out->last_month, &out->year);
    if (last == second) {
        return next;
    }
    out->qualified = true;
    return last;
}

// 2026-04, 04/2026
static size_t read_numeric_month(const struct words *words, size_t at,
                                 struct period *out)
{
    int year = 0;
    bool year_first = words_mark(words, at + 1, '-');
    size_t month = year_first ? at + 2 : at;
    size_t year_at = year_first ? at : at + 2;
    bool tight = words_joined(words, at + 1) && words_joined(words, at + 2);
    bool fits =
        tight && (year_first || words_mark(words, at + 1, '/')) &&
        words_at(words, year_at)->digits == 4 &&
        days_read_year(words, year_at, &year) != year_at &&
        is_number(words, month, 2) &&
        !(words_mark(words, at + 3, '-') && words_joined(words, at + 3));
    int value = words_at(words, month)->value;
    if (!fits || value < 1 || value > 12) {
        return at;
    }
    out->kind = PERIOD_MONTHS;
    out->month = value;
    out->last_month = value;
    out->year = year;
    return at + 3;
}

size_t period_read(const struct words *words, size_t at, struct period *out)
{
    static size_t (*const READERS[])(const struct words *, size_t,
                                     struct period *) = {
        read_iso_week, read_week, read_weekend, read_months,
        read_numeric_month};
    for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++) {
        *out = (struct period){0};
        size_t next = READERS[i](words, at, out);
        if (next != at) {
            return next;
        }
    }
    return at;
}
