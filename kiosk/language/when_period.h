// SPDX-License-Identifier: MIT
// Weeks, weekends and months in the words of a written date.

#ifndef KIOSK_LANGUAGE_WHEN_PERIOD_H
#define KIOSK_LANGUAGE_WHEN_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "language/when_days.h"

struct words;

enum period_kind {
    PERIOD_WEEK_OF,     // semaine du 11 avril: days
    PERIOD_WEEK_NUMBER, // semaine 16, 2026-W16: week, year
    PERIOD_WEEKEND,     // week-end du 5 juin: days
    PERIOD_MONTHS,      // avril 2026, fin mars, avril-mai: months, year
};

struct period {
    enum period_kind kind;
    struct day_list days;
    int week;
    int month, last_month; // equal for one month
    int year;              // 0 if not written
    bool qualified;        // more than a month's name: "fin mars", "avril-mai"
};

// Returns the index behind the period that begins at index, or at for none.
size_t period_read(const struct words *words, size_t at, struct period *out);

#endif
