// SPDX-License-Identifier: MIT
#include "programme/chip.h"

#include "base/text_buffer.h"
#include "language/phrase.h"
#include "programme/agenda.h"
#include "programme/event_time.h"

static struct chip plain(enum word word, enum urgency urgency)
{
    struct chip chip = CHIP_NONE;
    chip.word = word;
    chip.urgency = urgency;
    return chip;
}

static struct chip numbered(enum word word, int64_t first, int64_t second,
                            enum urgency urgency)
{
    struct chip chip = plain(word, urgency);
    chip.first = (int)first;
    chip.second = (int)second;
    return chip;
}

static bool same_week(struct date a, struct date b)
{
    struct iso_week p = date_iso_week(a), q = date_iso_week(b);
    return p.year == q.year && p.week == q.week;
}

static struct chip chip_of_week(const struct event *event, struct date today)
{
    struct date first = event->when.first_day;
    if (same_week(first, today)) {
        return plain(WORD_THIS_WEEK, URGENCY_LATER);
    }
    if (same_week(first, date_add_days(today, 7))) {
        return plain(WORD_NEXT_WEEK, URGENCY_LATER);
    }
    return CHIP_NONE;
}

static struct chip chip_of_ongoing(const struct event *event, struct date today)
{
    const struct when *when = &event->when;
    if (event_spans_days(event)) {
        int64_t day = date_days_until(when->first_day, today) + 1;
        int64_t days = date_days_until(when->first_day, when->last_day) + 1;
        return numbered(WORD_DAY_OF, day < days ? day : days, days,
                        URGENCY_NOW);
    }
    if (when->end_minute == MINUTE_UNKNOWN) {
        return plain(WORD_NOW, URGENCY_NOW);
    }
    struct chip chip = plain(WORD_NOW_UNTIL, URGENCY_NOW);
    chip.until_minute = when->end_minute;
    return chip;
}

static struct chip chip_of_today(const struct event *event,
                                 const struct now *now)
{
    if (!event_time_is_known(event)) {
        return plain(WORD_TODAY, URGENCY_TODAY);
    }
    int64_t minutes = (event->begins - now->instant + 59) / 60;
    if (minutes <= 60) {
        return numbered(WORD_IN_MINUTES, (minutes + 4) / 5 * 5, 0, URGENCY_NOW);
    }
    return numbered(WORD_THIS_MORNING, event->begins_local.minute / 60, 0,
                    URGENCY_TODAY);
}

static struct chip chip_of_days(const struct event *event, struct date today)
{
    struct date day = event->begins_local.date;
    int64_t days = date_days_until(today, day);
    if (days == 1) {
        return plain(WORD_TOMORROW, URGENCY_LATER);
    }
    if (days == 2) {
        return plain(WORD_DAY_AFTER, URGENCY_LATER);
    }
    if (days <= 6) {
        return numbered(WORD_IN_DAYS, days, 0, URGENCY_LATER);
    }
    bool next_week = same_week(day, date_add_days(today, 7));
    return next_week ? plain(WORD_NEXT_WEEK, URGENCY_LATER) : CHIP_NONE;
}

struct chip chip_of(const struct event *event, const struct now *now)
{
    static const int64_t LAST_HOUR = 3600; // seconds
    bool takes_place =
        event->status != STATUS_CANCELLED && event->status != STATUS_POSTPONED;
    enum precision precision = event->when.precision;
    if (!now->trusted || !event->dated || !takes_place ||
        precision == PRECISION_MONTH || precision == PRECISION_NONE) {
        return CHIP_NONE;
    }
    struct date today = now->local.date;
    if (precision == PRECISION_WEEK) {
        return chip_of_week(event, today);
    }
    bool begun = event->begins <= now->instant;
    if (begun && (event_time_is_known(event) || event_spans_days(event))) {
        return chip_of_ongoing(event, today);
    }
    // The last hour may begin on the evening before. Of "jusqu'à 22h" nobody
    // knows it.
    bool soon = event->when.start_minute != MINUTE_UNKNOWN &&
                event->begins - now->instant <= LAST_HOUR;
    if (soon || date_days_until(today, event->begins_local.date) <= 0) {
        return chip_of_today(event, now);
    }
    // "jusqu'au 2 décembre" ends on that day; when it began nobody knows.
    return event->when.until_day ? CHIP_NONE : chip_of_days(event, today);
}

// The morning, afternoon and evening of one language.
static enum word word_in(const struct chip *chip,
                         const struct language *language)
{
    if (chip->word != WORD_THIS_MORNING) {
        return chip->word;
    }
    return chip->first < language->afternoon_hour ? WORD_THIS_MORNING
           : chip->first < language->evening_hour ? WORD_THIS_AFTERNOON
                                                  : WORD_TONIGHT;
}

void chip_phrase(const struct chip *chip, const struct phrasing *phrasing,
                 struct text_buffer *out)
{
    if (chip->word == WORD_COUNT) {
        return;
    }
    struct text_buffer first = {0}, second = {0};
    if (chip->until_minute >= 0) {
        phrase_time(phrasing, chip->until_minute, &first);
    } else {
        text_buffer_printf(&first, "%d", chip->first);
    }
    text_buffer_printf(&second, "%d", chip->second);
    phrase_word(phrasing, word_in(chip, phrasing->language),
                text_buffer_text(&first), text_buffer_text(&second), out);
    text_buffer_release(&first);
    text_buffer_release(&second);
}
