// SPDX-License-Identifier: MIT
// Civil dates (proleptic Gregorian) and times of day, without a time zone.
// Pure arithmetic; the formulas for days are Howard Hinnant's
// "chrono-compatible low-level date algorithms".

#ifndef KIOSK_BASE_DATE_H
#define KIOSK_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    MINUTES_A_DAY = 24 * 60
};

enum weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY,
};

struct date {
    int year, month, day; // month 1 to 12, day 1 to 31
};

// A minute of a day on the wall of one place.
struct moment {
    struct date date;
    int minute; // of the day, 0 to 1439
};

// ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
struct iso_week {
    int year, week;
};

int date_days_in_month(int year, int month); // 0 for no month
bool date_is_valid(struct date date);

int64_t date_to_days(struct date date); // days since 1970-01-01
struct date date_from_days(int64_t days);
struct date date_add_days(struct date date, int64_t days);
int64_t date_days_until(struct date from, struct date to);
int date_compare(struct date a, struct date b); // < 0, 0, > 0

enum weekday date_weekday(struct date date);
struct iso_week date_iso_week(struct date date);
int date_weeks_in_year(int year);                   // 52 or 53
struct date date_of_iso_week(struct iso_week week); // its Monday

int moment_compare(struct moment a, struct moment b);

// minutes counts from the midnight that begins date and may go beyond a day.
struct moment moment_of(struct date date, int minutes);

// "2026-01-17T12:00" or "2026-01-17" (midnight). False, *out untouched, if
// the text is anything else or no real date.
bool moment_parse(const char *text, struct moment *out);

// Writes "2026-01-17T12:00".
void moment_format(struct moment moment, char out[24]);
void date_format(struct date date, char out[16]); // "2026-01-17"

#endif
