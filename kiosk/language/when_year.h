// SPDX-License-Identifier: MIT
// From written days to dates: which year, and whether they exist.

#ifndef KIOSK_LANGUAGE_WHEN_YEAR_H
#define KIOSK_LANGUAGE_WHEN_YEAR_H

#include <stdbool.h>

#include "base/date.h"
#include "language/when_days.h"

struct when_context;

enum days_state {
    DAYS_DATED,
    DAYS_UNDATED,    // there is no year to be had
    DAYS_IMPOSSIBLE, // one of them does not exist
};

struct day_span {
    struct date first, last;
    struct date impossible; // of DAYS_IMPOSSIBLE; year 0 if unknown
    bool several;           // more days than one span holds
    bool ends_first;        // the end is before the beginning
};

// The year of a day that is written without one; weekday is 1 to 7 or 0. 0 if
// nothing tells it.
int year_choose(const struct when_context *context, int month, int day,
                int weekday);

// out is filled as far as the state says.
enum days_state days_resolve(const struct day_list *list,
                             const struct when_context *context,
                             struct day_span *out);

#endif
