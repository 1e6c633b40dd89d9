// SPDX-License-Identifier: MIT
// One rule of repetition (RRULE), followed day by day.
//
// libical reads the rule but does not follow it: a rule that never comes true
// ("the first that is a fifth Monday") would keep it searching until the year
// 20000. Here the work is bounded by the days that are gone through.

#ifndef KIOSK_PROGRAMME_CALENDAR_REPEAT_H
#define KIOSK_PROGRAMME_CALENDAR_REPEAT_H

#include <libical/ical.h>
#include <stdbool.h>

#include "base/date.h"

struct calendar_repeat {
    struct icalrecurrencetype rule;
    struct moment start;
    bool is_date; // all day: hours mean nothing
    bool has_until;
    struct moment until;     // the last moment, on the start's clock
    struct date first, last; // what is asked for
};

// False for what is no rule, and for rules of hours, minutes and seconds.
bool calendar_repeat_read(const char *value, struct icalrecurrencetype *out);

// At least as many days as calendar_repeat_each() goes through.
long calendar_repeat_days(const struct calendar_repeat *repeat);

// Called for each moment from the start on, in order, some of them in front of
// what is asked for; false ends it.
typedef bool calendar_repeat_fn(void *context, struct moment moment);
void calendar_repeat_each(const struct calendar_repeat *repeat,
                          calendar_repeat_fn *take, void *context);

#endif
