// SPDX-License-Identifier: MIT
#include "screens/clock_dial.h"

// value + steps, round and round between low and high.
static int turned(int value, int steps, int low, int high)
{
    int count = high - low + 1;
    int offset = (value - low + steps) % count;
    return low + (offset < 0 ? offset + count : offset);
}

static int clamped(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

struct moment dial_turn(struct moment moment, enum dial_part part, int steps)
{
    struct date *date = &moment.date;
    int hour = moment.minute / 60, minute = moment.minute % 60;
    int days = date_days_in_month(date->year, date->month);
    switch (part) {
    case DIAL_DAY:
        date->day = turned(date->day, steps, 1, days);
        break;
    case DIAL_MONTH:
        date->month = turned(date->month, steps, 1, 12);
        break;
    case DIAL_YEAR:
        date->year = clamped(date->year, DIAL_YEAR_FIRST, DIAL_YEAR_LAST);
        date->year = turned(date->year, steps, DIAL_YEAR_FIRST, DIAL_YEAR_LAST);
        break;
    case DIAL_HOUR:
        hour = turned(hour, steps, 0, 23);
        break;
    case DIAL_MINUTE:
        minute = turned(minute, steps, 0, 59);
        break;
    case DIAL_PART_COUNT:
        break;
    }
    date->day =
        clamped(date->day, 1, date_days_in_month(date->year, date->month));
    moment.minute = hour * 60 + minute;
    return moment;
}

int dial_value(struct moment moment, enum dial_part part)
{
    const int values[DIAL_PART_COUNT] = {
        [DIAL_DAY] = moment.date.day,       [DIAL_MONTH] = moment.date.month,
        [DIAL_YEAR] = moment.date.year,     [DIAL_HOUR] = moment.minute / 60,
        [DIAL_MINUTE] = moment.minute % 60,
    };
    return values[part];
}
