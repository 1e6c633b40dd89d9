// SPDX-License-Identifier: MIT
#include "language/when_times.h"

#include "base/date.h"
#include "language/when.h"
#include "language/when_words.h"

// One time while it is read.
struct time {
    int hours, minutes;
    bool half_known; // am or pm was written
    bool refused;
};

static bool is_hour_number(const struct words *words, size_t at)
{
    const struct token *token = words_at(words, at);
    return token->kind == TOKEN_NUMBER && token->digits <= 2 &&
           token->value <= 24;
}

static bool is_two_digits(const struct words *words, size_t at)
{
    const struct token *token = words_at(words, at);
    return token->kind == TOKEN_NUMBER && token->digits == 2;
}

// "18h 20 janvier" is a time and a day, "18 h 30" is a time.
static bool are_minutes(const struct words *words, size_t at)
{
    bool day = words_at(words, at + 1)->term.month != 0 ||
               words_mark(words, at + 1, '/');
    return is_two_digits(words, at) && (words_joined(words, at) || !day);
}

static size_t read_half(const struct words *words, size_t at, struct time *time)
{
    bool before = words_mean(words, at, MEANING_BEFORE_NOON);
    bool after = words_mean(words, at, MEANING_AFTER_NOON);
    if (!before && !after) {
        return at;
    }
    time->half_known = true;
    if (after && time->hours < 12) {
        time->hours += 12;
    } else if (before && time->hours == 12) {
        time->hours = 0;
    }
    return at + 1;
}

// Behind the hours: "h30", ":30", ".30" or "pm". at if none of them follows.
static size_t read_minutes(const struct words *words, size_t at, bool alone,
                           struct time *time)
{
    if (words_mean(words, at, MEANING_HOUR)) {
        bool minutes = are_minutes(words, at + 1);
        time->minutes = minutes ? words_at(words, at + 1)->value : 0;
        return read_half(words, minutes ? at + 2 : at + 1, time);
    }
    bool colon =
        words_mark(words, at, ':') || (alone && words_mark(words, at, '.'));
    bool clock = colon && words_joined(words, at) &&
                 words_joined(words, at + 1) && is_two_digits(words, at + 1);
    if (!clock) {
        return read_half(words, at, time);
    }
    time->minutes = words_at(words, at + 1)->value;
    bool seconds = words_mark(words, at + 2, ':') &&
                   words_joined(words, at + 2) && words_joined(words, at + 3) &&
                   is_two_digits(words, at + 3);
    return read_half(words, seconds ? at + 4 : at + 2, time);
}

static size_t read_time(const struct words *words, size_t at, bool alone,
                        struct time *out)
{
    *out = (struct time){0};
    if (words_mean(words, at, MEANING_NOON)) {
        out->hours = 12;
        return at + 1;
    }
    if (words_mean(words, at, MEANING_MIDNIGHT)) {
        return at + 1;
    }
    const struct token *token = words_at(words, at);
    if (token->kind != TOKEN_NUMBER) {
        return at;
    }
    out->hours = token->value;
    size_t next = read_minutes(words, at + 1, alone, out);
    if (next == at + 1 && !(alone && is_hour_number(words, at))) {
        return at;
    }
    out->refused = out->hours > 24 || out->minutes > 59 ||
                   (out->hours == 24 && out->minutes > 0);
    return next;
}

static bool joins_times(const struct words *words, size_t at, bool between)
{
    return words_mean(words, at, MEANING_TO) ||
           words_mean(words, at, MEANING_UNTIL) || words_mark(words, at, '-') ||
           words_mark(words, at, '/') ||
           (between && words_mean(words, at, MEANING_AND));
}

static size_t skip_fillers(const struct words *words, size_t at)
{
    for (int i = 0; i < 2 && words_mean(words, at, MEANING_FILLER); i++) {
        at++;
    }
    return at;
}

// "18h-20": the second hour may be bare where nothing follows it that would
// make it a day.
static bool is_bare_end(const struct words *words, size_t at)
{
    return is_hour_number(words, at) &&
           (words_at(words, at + 1)->kind == TOKEN_END ||
            words_mark(words, at + 1, ',') || words_mark(words, at + 1, ')'));
}

// Behind the first time: "-20h", "à 20h". at if there is no second one.
static size_t read_end(const struct words *words, size_t at, bool between,
                       bool alone, struct time *out)
{
    if (!joins_times(words, at, between)) {
        return at;
    }
    size_t second = skip_fillers(words, at + 1);
    size_t next = read_time(words, second, alone, out);
    if (next == second && is_bare_end(words, second)) {
        *out = (struct time){.hours = words_at(words, second)->value};
        next = second + 1;
    }
    return next == second ? at : next;
}

static int minutes_of(struct time time)
{
    return time.hours * 60 + time.minutes;
}

// "6-8pm": both are in the afternoon.
static void share_half(struct time *first, struct time second)
{
    bool afternoon = second.half_known && !first->half_known &&
                     first->hours < 12 && second.hours >= 12 &&
                     first->hours + 12 <= second.hours;
    first->hours += afternoon ? 12 : 0;
}

size_t times_read(const struct words *words, size_t at, bool between,
                  bool alone, struct time_span *out)
{
    struct time first = {0}, second = {0};
    size_t behind = read_time(words, at, alone, &first);
    bool bare = behind == at && is_hour_number(words, at);
    if (bare) {
        // Only a second time makes an hour of it: "18-20h".
        first = (struct time){.hours = words_at(words, at)->value};
        behind = at + 1;
    } else if (behind == at) {
        return at;
    }
    size_t next = read_end(words, behind, between, alone, &second);
    bool ends = next != behind;
    if (bare && (!ends || is_bare_end(words, next - 1))) {
        return at;
    }
    share_half(&first, second);
    out->refused = first.refused || (ends && second.refused);
    out->start = minutes_of(first);
    out->end = ends ? minutes_of(second) : MINUTE_UNKNOWN;
    return next;
}

bool times_begin(const struct words *words, size_t at)
{
    struct time_span span;
    return times_read(words, at, false, false, &span) != at;
}
