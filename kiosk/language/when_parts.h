// SPDX-License-Identifier: MIT
// The parts of a written date: its days, its times, what is said about them.

#ifndef KIOSK_LANGUAGE_WHEN_PARTS_H
#define KIOSK_LANGUAGE_WHEN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "language/status.h"
#include "language/when_days.h"
#include "language/when_period.h"
#include "language/when_words.h"

struct parts {
    struct words words;
    bool alone; // times only: "18-20" are hours

    bool has_days;
    struct day_list days;
    bool has_period;
    struct period period;
    size_t date_from, date_to; // the words of the date
    int weekday;               // one that stands by itself; 0 for none
    size_t weekday_at;
    bool several; // more dates follow
    bool until_day, from_day;

    int start_minute, end_minute;
    bool from_time;
    bool end_is_of_last_day; // vendredi 5 juin 18h au dimanche 7 juin 12h
    bool refused_time;
    size_t refused_from, refused_to;

    bool time_to_come, date_to_come, to_come, online, questioned;
    bool has_status;
    enum status status;

    // What the last small words announced, until the next part.
    bool after_to, after_until, after_since, after_between;
    size_t announced_at;
};

// text must outlive the parts. Release with parts_release().
void parts_init(struct parts *parts, const char *text,
                const struct vocabulary *vocabulary, bool alone);
void parts_release(struct parts *parts);

#endif
