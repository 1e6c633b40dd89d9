// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <string.h>

#include "base/date.h"
#include "support/test.h"

static void assert_date(struct date date, const char *expected)
{
    char text[16];
    date_format(date, text);
    assert_string_equal(text, expected);
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_int_equal(date_to_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_to_days((struct date){1969, 12, 31}), -1);
    assert_int_equal(date_to_days((struct date){2000, 3, 1}), 11017);
    assert_int_equal(date_to_days((struct date){2026, 1, 20}), 20473);
}

static void every_day_of_eight_centuries_comes_back(void **state)
{
    (void)state;
    struct date date = {1600, 1, 1};
    int64_t days = date_to_days(date);
    while (date.year < 2400) {
        struct date again = date_from_days(days);
        assert_int_equal(date_compare(date, again), 0);
        assert_true(date_is_valid(again));
        days++;
        date.day++;
        if (date.day > date_days_in_month(date.year, date.month)) {
            date.day = 1;
            date.year += date.month == 12 ? 1 : 0;
            date.month = date.month == 12 ? 1 : date.month + 1;
        }
        assert_int_equal(date_to_days(date), days);
    }
}

static void months_have_their_days(void **state)
{
    (void)state;
    assert_int_equal(date_days_in_month(2026, 1), 31);
    assert_int_equal(date_days_in_month(2026, 2), 28);
    assert_int_equal(date_days_in_month(2024, 2), 29);
    assert_int_equal(date_days_in_month(2000, 2), 29);
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2026, 0), 0);
    assert_int_equal(date_days_in_month(2026, 13), 0);
}

static void impossible_dates_are_not_valid(void **state)
{
    (void)state;
    assert_true(date_is_valid((struct date){2024, 2, 29}));
    assert_false(date_is_valid((struct date){2026, 2, 29}));
    assert_false(date_is_valid((struct date){2026, 4, 31}));
    assert_false(date_is_valid((struct date){2026, 1, 0}));
    assert_false(date_is_valid((struct date){2026, 13, 1}));
    assert_false(date_is_valid((struct date){0, 1, 1}));
    assert_false(date_is_valid((struct date){10000, 1, 1}));
}

static void days_are_added_over_months_and_years(void **state)
{
    (void)state;
    assert_date(date_add_days((struct date){2026, 12, 28}, 6), "2027-01-03");
    assert_date(date_add_days((struct date){2024, 2, 28}, 1), "2024-02-29");
    assert_date(date_add_days((struct date){2026, 1, 1}, -1), "2025-12-31");
    assert_int_equal(date_days_until((struct date){2026, 11, 30},
                                     (struct date){2026, 12, 2}),
                     2);
}

static void dates_are_ordered(void **state)
{
    (void)state;
    struct date early = {2026, 1, 31}, late = {2026, 2, 1};
    assert_true(date_compare(early, late) < 0);
    assert_true(date_compare(late, early) > 0);
    assert_true(date_compare(late, late) == 0);
}

static void weekdays_are_known(void **state)
{
    (void)state;
    assert_int_equal(date_weekday((struct date){2026, 1, 20}), TUESDAY);
    assert_int_equal(date_weekday((struct date){1970, 1, 1}), THURSDAY);
    assert_int_equal(date_weekday((struct date){1969, 12, 28}), SUNDAY);
    assert_int_equal(date_weekday((struct date){2000, 2, 29}), TUESDAY);
}

static void iso_weeks_hold_their_thursday(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        int year, week;
    } ROWS[] = {
        {{2026, 1, 1},   2026, 1 },
        {{2025, 12, 29}, 2026, 1 },
        {{2026, 12, 31}, 2026, 53},
        {{2027, 1, 3},   2026, 53},
        {{2027, 1, 4},   2027, 1 },
        {{2016, 4, 11},  2016, 15},
        {{2021, 1, 3},   2020, 53},
        {{2023, 1, 1},   2022, 52},
        {{2024, 12, 30}, 2025, 1 },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct iso_week week = date_iso_week(ROWS[i].date);
        assert_int_equal(week.year, ROWS[i].year);
        assert_int_equal(week.week, ROWS[i].week);
    }
}

static void a_week_begins_on_its_monday(void **state)
{
    (void)state;
    assert_date(date_of_iso_week((struct iso_week){2026, 1}), "2025-12-29");
    assert_date(date_of_iso_week((struct iso_week){2026, 16}), "2026-04-13");
    assert_date(date_of_iso_week((struct iso_week){2026, 53}), "2026-12-28");
    for (int year = 2000; year < 2100; year++) {
        int weeks = date_weeks_in_year(year);
        struct date last = date_of_iso_week((struct iso_week){year, weeks});
        struct date next = date_of_iso_week((struct iso_week){year + 1, 1});
        assert_int_equal(date_days_until(last, next), 7);
        assert_int_equal(date_weekday(last), MONDAY);
    }
}

static void minutes_may_go_beyond_the_day(void **state)
{
    (void)state;
    struct date day = {2026, 7, 14};
    struct moment night = moment_of(day, 25 * 60);
    assert_date(night.date, "2026-07-15");
    assert_int_equal(night.minute, 60);
    struct moment midnight = moment_of(day, MINUTES_A_DAY);
    assert_date(midnight.date, "2026-07-15");
    assert_int_equal(midnight.minute, 0);
    struct moment before = moment_of(day, -1);
    assert_date(before.date, "2026-07-13");
    assert_int_equal(before.minute, 1439);
    assert_true(moment_compare(before, midnight) < 0);
    assert_true(moment_compare(night, midnight) > 0);
    assert_true(moment_compare(night, night) == 0);
}

static void moments_are_written_and_read_back(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"2026-01-17T12:00", "2024-02-29T23:59",
                                        "0001-01-01T00:00", "9999-12-31T09:05"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct moment moment;
        char text[24];
        assert_true(moment_parse(TEXTS[i], &moment));
        moment_format(moment, text);
        assert_string_equal(text, TEXTS[i]);
    }
    struct moment midnight;
    assert_true(moment_parse("2026-01-17", &midnight));
    assert_int_equal(midnight.minute, 0);
    assert_true(moment_parse("2026-01-17 08:30", &midnight));
    assert_int_equal(midnight.minute, 510);
}

static void anything_else_is_no_moment(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "2026",
        "2026-01",
        "2026-1-17",
        "26-01-17",
        "2026-01-17T",
        "2026-01-17T8:30",
        "2026-01-17T24:00",
        "2026-01-17T12:60",
        "2026-01-17T12:00:00",
        "2026-01-17T12:00Z",
        "2026-02-29",
        "2026-00-10",
        "0000-01-01",
        "+026-01-17",
        "2026-+1-17",
        "2026- 1-17",
        " 2026-01-17",
        "2026-01-17 ",
        "2026/01/17",
        "20260117",
        "2026-01-17T-1:00",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct moment moment = {
            {1, 2, 3},
            4
        };
        if (moment_parse(TEXTS[i], &moment)) {
            print_error("'%s' is read as a moment\n", TEXTS[i]);
            fail();
        }
        assert_int_equal(moment.minute, 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(every_day_of_eight_centuries_comes_back),
        cmocka_unit_test(months_have_their_days),
        cmocka_unit_test(impossible_dates_are_not_valid),
        cmocka_unit_test(days_are_added_over_months_and_years),
        cmocka_unit_test(dates_are_ordered),
        cmocka_unit_test(weekdays_are_known),
        cmocka_unit_test(iso_weeks_hold_their_thursday),
        cmocka_unit_test(a_week_begins_on_its_monday),
        cmocka_unit_test(minutes_may_go_beyond_the_day),
        cmocka_unit_test(moments_are_written_and_read_back),
        cmocka_unit_test(anything_else_is_no_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
