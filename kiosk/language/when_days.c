// SPDX-License-Identifier: MIT
#include "language/when_days.h"

#include "language/when_times.h"
#include "language/when_words.h"

enum {
    YEAR_MIN = 2000, // "1930" is an hour whose h is missing
    YEAR_MAX = 2199,
    CENTURY = 2000,
    SHORT_YEAR_MIN = 25, // up to 24 it may be an hour whose h is missing
    SKIPPED_MAX = 3
};

static bool has_digits(const struct words *words, size_t at, int min, int max)
{
    const struct token *token = words_at(words, at);
    return token->kind == TOKEN_NUMBER && token->digits >= min &&
           token->digits <= max;
}

static bool is_year(const struct words *words, size_t at)
{
    int value = words_at(words, at)->value;
    return has_digits(words, at, 4, 4) && value >= YEAR_MIN &&
           value <= YEAR_MAX && !words_mean(words, at + 1, MEANING_HOUR);
}

// A mark between two numbers, without spaces.
static bool is_tight_mark(const struct words *words, size_t at, char mark)
{
    return words_mark(words, at, mark) && words_joined(words, at) &&
           words_joined(words, at + 1);
}

// The number at index is the hour or the minutes of a time.
static bool is_clock(const struct words *words, size_t at)
{
    return words_mean(words, at + 1, MEANING_HOUR) ||
           words_mean(words, at + 1, MEANING_BEFORE_NOON) ||
           words_mean(words, at + 1, MEANING_AFTER_NOON) ||
           is_tight_mark(words, at + 1, ':');
}

size_t days_read_year(const struct words *words, size_t at, int *year)
{
    size_t next = at;
    bool apart =
        words_mark(words, next, ',') || words_mean(words, next, MEANING_OF);
    next += apart ? 1 : 0;
    if (is_year(words, next)) {
        *year = words_at(words, next)->value;
        return next + 1;
    }
    int value = words_at(words, at)->value;
    bool short_year = has_digits(words, at, 2, 2) && value >= SHORT_YEAR_MIN &&
                      !times_begin(words, at) &&
                      !words_mark(words, at + 1, '/');
    if (short_year) {
        *year = CENTURY + value;
        return at + 1;
    }
    return at;
}

bool days_is_month(const struct words *words, size_t at)
{
    const struct token *token = words_at(words, at);
    if (token->term.month == 0) {
        return false;
    }
    if (!words_mean(words, at, MEANING_SINCE)) {
        return true;
    }
    // "20 des. 14h" is Catalan for December, "20 mars dès 14h" is not.
    size_t length = token->end - token->start;
    bool dotted = words->text[token->end - 1] == '.';
    bool plain = length == token->term.length + (dotted ? 1 : 0);
    return plain && (dotted || !times_begin(words, at + 1));
}

static size_t skip(const struct words *words, size_t at, enum meaning meaning)
{
    for (int i = 0; i < SKIPPED_MAX && words_mean(words, at, meaning); i++) {
        at++;
    }
    return at;
}

// "1er", "20th": the letters behind a day's number.
static size_t skip_ordinal(const struct words *words, size_t at)
{
    bool ordinal =
        words_joined(words, at) && words_mean(words, at, MEANING_ORDINAL);
    return ordinal ? at + 1 : at;
}

// 2026-01-20, 2026/01/20.
static size_t read_iso(const struct words *words, size_t at,
                       struct day_item *item)
{
    char mark = words_mark(words, at + 1, '/') ? '/' : '-';
    bool fits = is_year(words, at) && is_tight_mark(words, at + 1, mark) &&
                has_digits(words, at + 2, 1, 2) &&
                is_tight_mark(words, at + 3, mark) &&
                has_digits(words, at + 4, 1, 2);
    if (!fits) {
        return at;
    }
    item->year = words_at(words, at)->value;
    item->month = words_at(words, at + 2)->value;
    item->day = words_at(words, at + 4)->value;
    item->numbered_first = true;
    return at + 5;
}

static bool has_numeric_year(const struct words *words, size_t at, char mark)
{
    return is_tight_mark(words, at, mark) &&
           (is_year(words, at + 1) || has_digits(words, at + 1, 2, 2)) &&
           !is_clock(words, at + 1);
}

// 20/01, 20/01/2026, 20.01.2026, 20-01-2026: the day first, always.
static size_t read_numeric(const struct words *words, size_t at,
                           struct day_item *item)
{
    char mark = words_at(words, at + 1)->mark;
    bool fits = has_digits(words, at, 1, 2) &&
                (mark == '/' || mark == '.' || mark == '-') &&
                is_tight_mark(words, at + 1, mark) &&
                has_digits(words, at + 2, 1, 2);
    if (!fits) {
        return at;
    }
    bool year = has_numeric_year(words, at + 3, mark);
    bool short_year = year && has_digits(words, at + 4, 2, 2);
    // "12-14 juin" and "2/3 mai" are two days, "10/12h" are two hours.
    bool other = !year && (mark != '/' || is_clock(words, at + 2) ||
                           days_is_month(words, at + 3));
    if (other || (mark == '-' && short_year)) {
        return at;
    }
    item->day = words_at(words, at)->value;
    item->month = words_at(words, at + 2)->value;
    if (!year) {
        return at + 3;
    }
    item->year = words_at(words, at + 4)->value + (short_year ? CENTURY : 0);
    return at + 5;
}

// 20 janvier 2026, 1er mars, 20 de enero de 2026, 20 d'abril; or the day
// alone, "5" in "5 et 6 juin".
static size_t read_day_month(const struct words *words, size_t at,
                             struct day_item *item)
{
    if (!has_digits(words, at, 1, 2) || is_clock(words, at)) {
        return at;
    }
    item->day = words_at(words, at)->value;
    size_t behind = skip_ordinal(words, at + 1);
    size_t month = skip(words, behind, MEANING_OF);
    if (!days_is_month(words, month)) {
        // A number with its unit or a part of another number is no day.
        bool number = is_tight_mark(words, behind, '.') ||
                      is_tight_mark(words, behind, ':');
        return number ? at : behind;
    }
    item->month = words_at(words, month)->term.month;
    return days_read_year(words, month + 1, &item->year);
}

// January 20th, 2026.
static size_t read_month_day(const struct words *words, size_t at,
                             struct day_item *item)
{
    const struct token *token = words_at(words, at);
    size_t day = at + 1;
    bool fits = token->term.month_first && token->term.month != 0 &&
                has_digits(words, day, 1, 2) && !is_clock(words, day);
    if (!fits) {
        return at;
    }
    item->month = token->term.month;
    item->day = words_at(words, day)->value;
    item->numbered_first = true;
    size_t behind = skip_ordinal(words, day + 1);
    return days_read_year(words, behind, &item->year);
}

static size_t read_numbers(const struct words *words, size_t at,
                           struct day_item *item)
{
    static size_t (*const READERS[])(const struct words *, size_t,
                                     struct day_item *) = {
        read_iso, read_numeric, read_day_month, read_month_day};
    for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++) {
        size_t next = READERS[i](words, at, item);
        if (next != at) {
            return next;
        }
    }
    return at;
}

// "mardi", "mardi, le": returns where the day itself begins.
static size_t read_weekday(const struct words *words, size_t at,
                           struct day_item *item)
{
    int weekday = words_at(words, at)->term.weekday;
    if (weekday == 0) {
        return at;
    }
    item->weekday = weekday;
    size_t next = words_mark(words, at + 1, ',') ? at + 2 : at + 1;
    return skip(words, next, MEANING_FILLER);
}

static size_t read_item(const struct words *words, size_t at,
                        struct day_item *out)
{
    *out = (struct day_item){.from = at};
    size_t number = read_weekday(words, at, out);
    size_t next = read_numbers(words, number, out);
    if (next == number) {
        return at;
    }
    if (out->month > 12) {
        out->month = MONTH_IMPOSSIBLE;
    }
    out->to = next;
    return next;
}

// What joins two days. Returns where the next one begins, or at.
static size_t read_join(const struct words *words, size_t at, bool *range)
{
    *range = words_mean(words, at, MEANING_TO) ||
             words_mean(words, at, MEANING_UNTIL) ||
             words_mark(words, at, '-') || words_mark(words, at, '/');
    bool both =
        words_mark(words, at, ',') && words_mean(words, at + 1, MEANING_AND);
    bool list =
        words_mark(words, at, ',') || words_mean(words, at, MEANING_AND);
    if (!*range && !list) {
        return at;
    }
    size_t next = skip(words, both ? at + 2 : at + 1, MEANING_FILLER);
    return skip(words, next, MEANING_OF);
}

// "5" in "5 et 6 juin" has the month of the day behind it, "22" in "January
// 20-22" that of the day before.
static void share_months(struct day_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        struct day_item *item = &list->items[i];
        const struct day_item *before = &list->items[i - 1];
        if (item->month == 0 && before->numbered_first) {
            item->month = before->month;
            item->year = before->year;
            item->numbered_first = true;
        }
    }
    for (size_t i = list->count - 1; i > 0; i--) {
        struct day_item *item = &list->items[i - 1];
        if (item->month == 0) {
            item->month = list->items[i].month;
            item->year = list->items[i].year;
        }
    }
}

// The year of "January 20-22, 2026" stands behind the last day.
static size_t read_last_year(const struct words *words, size_t at,
                             struct day_list *list)
{
    struct day_item *last = &list->items[list->count - 1];
    if (last->year != 0 || last->month != 0) {
        return at;
    }
    int year = 0;
    size_t next = days_read_year(words, at, &year);
    for (size_t i = 0; next != at && i < list->count; i++) {
        list->items[i].year = year;
    }
    return next;
}

size_t days_read(const struct words *words, size_t at, struct day_list *out)
{
    size_t whole = 0, end = at; // items that have a month, or may do without
    size_t next = at;
    bool range = false, bare_allowed = false;
    out->count = 0;
    while (out->count < DAY_LIST_MAX) {
        struct day_item *item = &out->items[out->count];
        size_t behind = read_item(words, next, item);
        if (behind == next) {
            break;
        }
        item->range = range;
        bare_allowed =
            item->numbered_first || (bare_allowed && item->month == 0);
        out->count++;
        if (item->month != 0 || bare_allowed) {
            whole = out->count;
            end = behind;
        }
        next = read_join(words, behind, &range);
        if (next == behind) {
            break;
        }
    }
    out->count = whole;
    if (whole == 0) {
        return at;
    }
    end = read_last_year(words, end, out);
    share_months(out);
    return end;
}
