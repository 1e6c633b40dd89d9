// SPDX-License-Identifier: MIT
#include "language/phrase.h"

#include <stdio.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/when.h"

static const char TIME_DASH[] = "–";
static const char TIME_SPACE[] = "\u202F";
static const char DAY_AND_TIME[] = " · ";

enum {
    NUMBER_BYTES = 16
};

// {name} in a pattern, and what stands there. A number that is spoken with a
// vowel in front takes the article's short form: "del 11" is "de l’11".
struct slot {
    const char *name, *text;
    bool elides;
};

static bool slot_fits(const struct slot *slot, const char *at)
{
    size_t length = strlen(slot->name);
    return at[0] == '{' && strncmp(at + 1, slot->name, length) == 0 &&
           at[1 + length] == '}';
}

static void shorten_article(struct text_buffer *out)
{
    static const struct {
        const char *full, *elided;
    } ARTICLES[] = {
        {"del ", "de l’"},
        {"al ",  "a l’" },
        {"el ",  "l’"   },
        {"lo ",  "l’"   },
    };
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++) {
        size_t length = strlen(ARTICLES[i].full);
        if (out->length >= length && memcmp(out->text + out->length - length,
                                            ARTICLES[i].full, length) == 0) {
            out->length -= length;
            text_buffer_add(out, ARTICLES[i].elided);
            return;
        }
    }
}

static void fill(const char *pattern, const struct slot *slots, size_t count,
                 struct text_buffer *out)
{
    const char *at = pattern;
    while (*at != '\0') {
        size_t i = 0;
        while (i < count && !slot_fits(&slots[i], at)) {
            i++;
        }
        if (i == count) {
            text_buffer_add_bytes(out, at, 1);
            at++;
            continue;
        }
        if (slots[i].elides) {
            shorten_article(out);
        }
        text_buffer_add(out, slots[i].text);
        at += strlen(slots[i].name) + 2;
    }
}

void phrase_word(const struct phrasing *phrasing, enum word word,
                 const char *first, const char *second, struct text_buffer *out)
{
    struct slot slots[] = {
        {.name = "1", .text = first != NULL ? first : ""  },
        {.name = "2", .text = second != NULL ? second : ""},
    };
    struct text_buffer form = {0};
    const char *words = phrasing->language->words[word];
    const char *bar = strchr(words, '|');
    bool one = first != NULL && strcmp(first, "1") == 0;
    if (bar == NULL) {
        text_buffer_add(&form, words);
    } else if (one) {
        text_buffer_add_bytes(&form, words, (size_t)(bar - words));
    } else {
        text_buffer_add(&form, bar + 1);
    }
    fill(text_buffer_text(&form), slots, 2, out);
    text_buffer_release(&form);
}

static enum time_format format_of(const struct phrasing *phrasing)
{
    if (phrasing->time_format != TIME_FORMAT_LANGUAGE) {
        return phrasing->time_format;
    }
    return phrasing->language->time_mark == ':' ? TIME_FORMAT_COLON
                                                : TIME_FORMAT_H;
}

void phrase_time(const struct phrasing *phrasing, int minute,
                 struct text_buffer *out)
{
    int of_day = (minute % MINUTES_A_DAY + MINUTES_A_DAY) % MINUTES_A_DAY;
    int hours = of_day / 60, minutes = of_day % 60;
    enum time_format format = format_of(phrasing);
    if (format == TIME_FORMAT_COLON) {
        text_buffer_printf(out, "%02d:%02d", hours, minutes);
        return;
    }
    const char *space = format == TIME_FORMAT_H_SPACED ? TIME_SPACE : "";
    // Midnight is "00h": a lone 0 looks like a slip.
    text_buffer_printf(out, of_day == 0 ? "%02d%sh" : "%d%sh", hours, space);
    if (minutes != 0) {
        text_buffer_printf(out, "%s%02d", space, minutes);
    }
}

static void time_in_pattern(const struct phrasing *phrasing,
                            enum pattern pattern, int minute,
                            struct text_buffer *out)
{
    struct text_buffer time = {0};
    phrase_time(phrasing, minute, &time);
    struct slot slot = {.name = "1", .text = text_buffer_text(&time)};
    fill(phrasing->language->patterns[pattern], &slot, 1, out);
    text_buffer_release(&time);
}

void phrase_times(const struct phrasing *phrasing, const struct when *when,
                  struct text_buffer *out)
{
    bool start = when->start_minute != MINUTE_UNKNOWN;
    bool end = when->end_minute != MINUTE_UNKNOWN;
    if (start && end) {
        phrase_time(phrasing, when->start_minute, out);
        text_buffer_add(out, TIME_DASH);
        phrase_time(phrasing, when->end_minute, out);
    } else if (start && when->from_time) {
        time_in_pattern(phrasing, PATTERN_FROM_TIME, when->start_minute, out);
    } else if (start) {
        phrase_time(phrasing, when->start_minute, out);
    } else if (end) {
        time_in_pattern(phrasing, PATTERN_UNTIL_TIME, when->end_minute, out);
    } else if (when->time_to_come) {
        phrase_word(phrasing, WORD_TIME_TO_COME, NULL, NULL, out);
    }
}

// The text of a day's number, and whether an article is elided before it.
static const char *day_text(const struct language *language, struct date date,
                            char room[NUMBER_BYTES])
{
    if (date.day == 1) {
        return language->first_of_month;
    }
    snprintf(room, NUMBER_BYTES, "%d", date.day);
    return room;
}

static bool day_elides(const struct language *language, const char *text)
{
    return language->elides_one &&
           (strcmp(text, "1") == 0 || strcmp(text, "11") == 0);
}

static const char *month_of(const char *const *months, struct date date)
{
    return date.month >= 1 && date.month <= 12 ? months[date.month - 1] : "";
}

static void fill_dates(const struct phrasing *phrasing, enum pattern pattern,
                       struct date first, struct date last,
                       struct text_buffer *out)
{
    const struct language *language = phrasing->language;
    char days[2][NUMBER_BYTES], years[2][NUMBER_BYTES];
    snprintf(years[0], NUMBER_BYTES, "%d", first.year);
    snprintf(years[1], NUMBER_BYTES, "%d", last.year);
    const char *day = day_text(language, first, days[0]);
    const char *day2 = day_text(language, last, days[1]);
    const char *weekday = language->weekdays[date_weekday(first)];
    const char *month = month_of(language->months_in_date, first);
    const char *month2 = month_of(language->months_in_date, last);
    const char *month_alone = month_of(language->months, first);
    bool elides = day_elides(language, day);
    bool elides2 = day_elides(language, day2);
    const struct slot slots[] = {
        {"weekday",     weekday,     false  },
        {"day",         day,         elides },
        {"day2",        day2,        elides2},
        {"month",       month,       false  },
        {"month2",      month2,      false  },
        {"month_alone", month_alone, false  },
        {"year",        years[0],    false  },
        {"year2",       years[1],    false  },
    };
    fill(language->patterns[pattern], slots, sizeof slots / sizeof *slots, out);
}

// One of two patterns: the second has the year, for another one than ours.
static void fill_date(const struct phrasing *phrasing, enum pattern pattern,
                      enum pattern with_year, struct date date,
                      struct text_buffer *out)
{
    bool ours = date.year == phrasing->this_year;
    fill_dates(phrasing, ours ? pattern : with_year, date, date, out);
}

void phrase_day(const struct phrasing *phrasing, struct date date,
                struct text_buffer *out)
{
    fill_date(phrasing, PATTERN_DAY, PATTERN_DAY_YEAR, date, out);
}

void phrase_day_plain(const struct phrasing *phrasing, struct date date,
                      struct text_buffer *out)
{
    fill_date(phrasing, PATTERN_DAY_PLAIN, PATTERN_DAY_PLAIN_YEAR, date, out);
}

static enum pattern range_pattern(struct date first, struct date last,
                                  int this_year)
{
    bool ours = first.year == this_year && last.year == this_year;
    if (first.year != last.year) {
        return first.year == this_year ? PATTERN_DAYS_MONTHS_YEAR
                                       : PATTERN_DAYS_YEARS;
    }
    if (first.month != last.month) {
        return ours ? PATTERN_DAYS_MONTHS : PATTERN_DAYS_MONTHS_YEAR;
    }
    return ours ? PATTERN_DAYS : PATTERN_DAYS_YEAR;
}

static void phrase_dated(const struct phrasing *phrasing,
                         const struct when *when, struct text_buffer *out)
{
    struct date first = when->first_day, last = when->last_day;
    if (when->until_day) {
        fill_date(phrasing, PATTERN_UNTIL_DAY, PATTERN_UNTIL_DAY_YEAR, last,
                  out);
    } else if (when->from_day) {
        fill_date(phrasing, PATTERN_FROM_DAY, PATTERN_FROM_DAY_YEAR, first,
                  out);
    } else if (date_compare(first, last) == 0) {
        phrase_day(phrasing, first, out);
    } else {
        fill_dates(phrasing, range_pattern(first, last, phrasing->this_year),
                   first, last, out);
    }
}

void phrase_days(const struct phrasing *phrasing, const struct when *when,
                 struct text_buffer *out)
{
    bool worded = when->wording != NULL && when->wording[0] != '\0';
    switch (when->precision) {
    case PRECISION_DAY:
        phrase_dated(phrasing, when, out);
        break;
    case PRECISION_WEEK:
        fill_date(phrasing, PATTERN_WEEK, PATTERN_WEEK_YEAR, when->first_day,
                  out);
        break;
    case PRECISION_MONTH:
        if (worded) {
            text_buffer_add(out, when->wording);
            break;
        }
        fill_date(phrasing, PATTERN_MONTH, PATTERN_MONTH_YEAR, when->first_day,
                  out);
        break;
    case PRECISION_NONE:
        if (worded && !when->date_to_come) {
            text_buffer_add(out, when->wording);
            break;
        }
        phrase_word(phrasing, WORD_DATE_TO_COME, NULL, NULL, out);
        break;
    }
}

void phrase_when(const struct phrasing *phrasing, const struct when *when,
                 struct text_buffer *out)
{
    struct text_buffer times = {0};
    phrase_times(phrasing, when, &times);
    phrase_days(phrasing, when, out);
    if (times.length > 0) {
        text_buffer_add(out, DAY_AND_TIME);
        text_buffer_add(out, times.text);
    }
    text_buffer_release(&times);
}

static bool is_opening(uint32_t rune)
{
    return rune == 0xA1 || rune == 0xBF || rune == 0xAB || rune == 0xA0 ||
           rune == 0x201C || rune == 0x202F || rune == '"' || rune == '(';
}

void phrase_capitalise(struct text_buffer *buffer, size_t offset)
{
    if (offset >= buffer->length) {
        return;
    }
    // "¡aquí!" becomes "¡Aquí!".
    const char *letter = buffer->text + offset;
    const char *behind = letter;
    uint32_t rune = utf8_next(&behind);
    while (is_opening(rune)) {
        letter = behind;
        rune = utf8_next(&behind);
    }
    uint32_t capital = utf8_upper(rune);
    if (rune == 0 || capital == rune) {
        return;
    }
    struct text_buffer result = {0};
    text_buffer_add_bytes(&result, buffer->text,
                          (size_t)(letter - buffer->text));
    text_buffer_add_rune(&result, capital);
    text_buffer_add(&result, behind);
    text_buffer_release(buffer);
    *buffer = result;
}
