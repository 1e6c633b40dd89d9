// SPDX-License-Identifier: MIT
// Opening hours as people write them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "programme/opening.h"

enum {
    WORD_BYTES_MAX = 24,
    ALL_DAYS = (1 << OPENING_DAYS) - 1,
    WEEKEND = 1 << SATURDAY | 1 << SUNDAY,
};

// Folded: fr, oc, en, es, ca.
static const char *const WEEKDAYS[OPENING_DAYS] = {
    [MONDAY] = " lundi lundis lun diluns monday mon lunes dilluns ",
    [TUESDAY] = " mardi mardis mar dimars tuesday tue martes dimarts ",
    [WEDNESDAY] = " mercredi mercredis mer dimecres wednesday wed miercoles ",
    [THURSDAY] = " jeudi jeudis jeu dijous thursday thu jueves ",
    [FRIDAY] = " vendredi vendredis ven divendres friday fri viernes ",
    [SATURDAY] = " samedi samedis sam dissabte saturday sat sabado ",
    [SUNDAY] = " dimanche dimanches dim dimenge sunday sun domingo diumenge ",
};
static const char WEEKENDS[] = " weekend weekends ";
static const char EVERY_DAY[] = " tous toujours every daily cada totes ";
static const char UNTIL[] = " - a au to al fins ";
static const char FILLERS[] =
    " , ; et du de le les des from and y e i jours jour day days dia dias los ";
static const char CLOSED[] =
    " ferme fermee closed non no cerrado tancat tampat barrat off ";
static const char ALWAYS[] = " toujours always oui yes siempre sempre 24h/24 ";
static const char SPAN_ENDS[] = " , ; et puis and y e i ";

static bool is_among(const char *words, const char *word)
{
    char wanted[WORD_BYTES_MAX + 2];
    if (word[0] == '\0' || strlen(word) >= WORD_BYTES_MAX) {
        return false;
    }
    snprintf(wanted, sizeof wanted, " %s ", word);
    return strstr(words, wanted) != NULL;
}

// Lower case, without accents, every dash a '-', "week-end" one word.
static char *folded(const char *text)
{
    struct text_buffer out = {0};
    char *plain = utf8_fold(text);
    for (const char *at = plain; *at != '\0';) {
        bool dash = strncmp(at, "–", 3) == 0 || strncmp(at, "—", 3) == 0;
        bool weekend =
            strncmp(at, "week-end", 8) == 0 || strncmp(at, "week end", 8) == 0;
        if (dash) {
            text_buffer_add(&out, "-");
            at += 3;
        } else if (weekend) {
            text_buffer_add(&out, "weekend");
            at += 8;
        } else {
            text_buffer_add_bytes(&out, at++, 1);
        }
    }
    free(plain);
    return text_buffer_take(&out);
}

// The next word, or a sign by itself; "" at the end.
static void next_word(const char **at, char out[WORD_BYTES_MAX])
{
    static const char SIGNS[] = "-,;";
    *at += strspn(*at, " \t\n");
    size_t length = strcspn(*at, " \t\n-,;");
    if (length == 0 && **at != '\0' && strchr(SIGNS, **at) != NULL) {
        length = 1;
    }
    size_t kept = length < WORD_BYTES_MAX ? length : WORD_BYTES_MAX - 1;
    memcpy(out, *at, kept);
    out[kept] = '\0';
    *at += length;
}

static int weekday_of(const char *word)
{
    for (int i = 0; i < OPENING_DAYS; i++) {
        if (is_among(WEEKDAYS[i], word)) {
            return i;
        }
    }
    return -1;
}

static unsigned days_between(int first, int last)
{
    unsigned days = 1U << first;
    for (int day = first; day != last;) {
        day = (day + 1) % OPENING_DAYS;
        days |= 1U << day;
    }
    return days;
}

unsigned opening_read_days(const char *text)
{
    char *plain = folded(text);
    const char *at = plain;
    char word[WORD_BYTES_MAX];
    unsigned days = 0;
    int last = -1;
    bool is_range = false, is_right = true;
    for (next_word(&at, word); word[0] != '\0' && is_right;
         next_word(&at, word)) {
        int day = weekday_of(word);
        if (day >= 0) {
            days |= is_range ? days_between(last, day) : 1U << day;
            last = day;
            is_range = false;
        } else if (is_among(UNTIL, word) && last >= 0) {
            is_range = true;
        } else if (is_among(WEEKENDS, word)) {
            days |= WEEKEND;
        } else if (is_among(EVERY_DAY, word)) {
            days |= ALL_DAYS;
        } else {
            is_right = is_among(FILLERS, word);
        }
    }
    free(plain);
    return is_right && !is_range ? days : 0;
}

// "8h", "08:00", "8h30", "8", "midi"; minutes, or -1. minuit is 0.
static int minute_of(const char *word)
{
    if (strcmp(word, "midi") == 0 || strcmp(word, "noon") == 0) {
        return 12 * 60;
    }
    if (strcmp(word, "minuit") == 0 || strcmp(word, "midnight") == 0) {
        return 0;
    }
    char *end = NULL;
    if (word[0] < '0' || word[0] > '9') {
        return -1;
    }
    long hour = strtol(word, &end, 10), minute = 0;
    if (*end == 'h' || *end == ':' || *end == '.') {
        const char *rest = end + 1;
        bool has = *rest >= '0' && *rest <= '9';
        minute = has ? strtol(rest, &end, 10) : 0;
        end = has ? end : (char *)rest;
    }
    bool right =
        *end == '\0' && hour <= 24 && minute < 60 && (hour < 24 || minute == 0);
    return right ? (int)(hour * 60 + minute) : -1;
}

// "8h-23h" and what ends it. False if it is no span.
static bool read_span(const char **at, struct opening_span *out)
{
    char word[WORD_BYTES_MAX];
    next_word(at, word);
    if (is_among(FILLERS, word)) { // "de 8h à 23h"
        next_word(at, word);
    }
    int open = minute_of(word);
    next_word(at, word);
    bool parted = is_among(UNTIL, word);
    next_word(at, word);
    int close = minute_of(word);
    if (open < 0 || open >= MINUTES_A_DAY || !parted || close < 0) {
        return false;
    }
    out->open = open;
    out->close = close > open ? close : close + MINUTES_A_DAY;
    next_word(at, word);
    return word[0] == '\0' || is_among(SPAN_ENDS, word);
}

bool opening_read_hours(const char *text, struct opening_day *out)
{
    struct opening_day day = {.count = 0};
    char *plain = folded(text);
    const char *at = plain + strspn(plain, " \t\n");
    bool is_right = *at != '\0';
    if (is_among(ALWAYS, at)) {
        day.spans[day.count++] = (struct opening_span){0, MINUTES_A_DAY};
    } else if (!is_among(CLOSED, at)) {
        while (is_right && *at != '\0') {
            is_right = day.count < OPENING_SPANS_MAX &&
                       read_span(&at, &day.spans[day.count]);
            day.count++;
            at += strspn(at, " \t\n");
        }
    }
    free(plain);
    if (is_right) {
        *out = day;
    }
    return is_right;
}
