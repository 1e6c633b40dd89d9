// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <stddef.h>
#include <stdio.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) {
        return 0;
    }
    return month == 2 && is_leap(year) ? 29 : DAYS[month - 1];
}

bool date_is_valid(struct date date)
{
    return date.year >= 1 && date.year <= 9999 && date.day >= 1 &&
           date.day <= date_days_in_month(date.year, date.month);
}

// days_from_civil: eras of 400 years, years beginning in March.
int64_t date_to_days(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

// civil_from_days, the inverse.
struct date date_from_days(int64_t days)
{
    int64_t shifted = days + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int64_t day_of_era = shifted - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / 146096) /
                          365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    int day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    int civil_month = (int)(month < 10 ? month + 3 : month - 9);
    int64_t year = year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0);
    return (struct date){(int)year, civil_month, day};
}

struct date date_add_days(struct date date, int64_t days)
{
    return date_from_days(date_to_days(date) + days);
}

int64_t date_days_until(struct date from, struct date to)
{
    return date_to_days(to) - date_to_days(from);
}

int date_compare(struct date a, struct date b)
{
    int64_t days = date_days_until(b, a);
    return days < 0 ? -1 : days > 0;
}

enum weekday date_weekday(struct date date)
{
    int64_t days = date_to_days(date) + 3; // 1970-01-01 was a Thursday
    return (enum weekday)((days % 7 + 7) % 7);
}

struct iso_week date_iso_week(struct date date)
{
    struct date thursday =
        date_add_days(date, THURSDAY - (int64_t)date_weekday(date));
    struct date new_year = {thursday.year, 1, 1};
    int64_t days = date_days_until(new_year, thursday);
    return (struct iso_week){thursday.year, (int)(days / 7) + 1};
}

int date_weeks_in_year(int year)
{
    // The 28th of December is always in the last week.
    return date_iso_week((struct date){year, 12, 28}).week;
}

struct date date_of_iso_week(struct iso_week week)
{
    // The 4th of January is always in week 1.
    struct date fourth = {week.year, 1, 4};
    int64_t monday = -(int64_t)date_weekday(fourth);
    return date_add_days(fourth, monday + ((int64_t)week.week - 1) * 7);
}

int moment_compare(struct moment a, struct moment b)
{
    int days = date_compare(a.date, b.date);
    if (days != 0) {
        return days;
    }
    return a.minute < b.minute ? -1 : a.minute > b.minute;
}

struct moment moment_of(struct date date, int minutes)
{
    int days = minutes / MINUTES_A_DAY;
    int rest = minutes % MINUTES_A_DAY;
    if (rest < 0) {
        rest += MINUTES_A_DAY;
        days--;
    }
    return (struct moment){date_add_days(date, days), rest};
}

// True if text begins with as many digits, and other signs, as form has: a
// '0' in form stands for any digit.
static bool has_form(const char *text, const char *form)
{
    for (size_t i = 0; form[i] != '\0'; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != form[i]) {
            return false;
        }
    }
    return true;
}

static int number_at(const char *text, int digits)
{
    int number = 0;
    for (int i = 0; i < digits; i++) {
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool moment_parse(const char *text, struct moment *out)
{
    if (!has_form(text, "0000-00-00")) {
        return false;
    }
    struct date date = {number_at(text, 4), number_at(text + 5, 2),
                        number_at(text + 8, 2)};
    const char *time = text + 10;
    int hour = 0, minute = 0;
    if (*time != '\0') {
        bool apart = *time == 'T' || *time == ' ';
        if (!apart || !has_form(time + 1, "00:00") || time[6] != '\0') {
            return false;
        }
        hour = number_at(time + 1, 2);
        minute = number_at(time + 4, 2);
    }
    bool valid = date_is_valid(date) && hour < 24 && minute < 60;
    if (valid) {
        *out = (struct moment){date, hour * 60 + minute};
    }
    return valid;
}

void date_format(struct date date, char out[16])
{
    // Kept within four, two and two digits, so that it always fits.
    snprintf(out, 16, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
             date.day % 100);
}

void moment_format(struct moment moment, char out[24])
{
    char date[16];
    date_format(moment.date, date);
    snprintf(out, 24, "%sT%02d:%02d", date, moment.minute / 60 % 24,
             moment.minute % 60);
}
