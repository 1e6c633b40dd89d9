// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/zone.h"
#include "support/test.h"

static struct zone zone_named(const char *name)
{
    struct zone zone;
    assert_true(zone_find(name, &zone));
    return zone;
}

static struct moment moment_at(const char *text)
{
    struct moment moment;
    assert_true(moment_parse(text, &moment));
    return moment;
}

static void assert_shown(const struct zone *zone, int64_t instant,
                         const char *expected)
{
    char text[24];
    moment_format(zone_moment(zone, instant), text);
    assert_string_equal(text, expected);
}

static void winter_and_summer_have_their_offset(void **state)
{
    (void)state;
    struct zone paris = zone_named("Europe/Paris");
    // 2026-01-20T17:30Z and 2026-07-14T18:00Z
    assert_int_equal(zone_instant(&paris, moment_at("2026-01-20T18:30")),
                     1768930200);
    assert_int_equal(zone_instant(&paris, moment_at("2026-07-14T20:00")),
                     1784052000);
    assert_shown(&paris, 1768930200, "2026-01-20T18:30");
    assert_shown(&paris, 1784052000, "2026-07-14T20:00");
}

static void a_skipped_moment_is_as_far_behind_the_gap(void **state)
{
    (void)state;
    struct zone paris = zone_named("Europe/Paris");
    int64_t before = zone_instant(&paris, moment_at("2026-03-29T01:59"));
    int64_t skipped = zone_instant(&paris, moment_at("2026-03-29T02:30"));
    int64_t after = zone_instant(&paris, moment_at("2026-03-29T03:00"));
    assert_int_equal(after - before, 60);
    assert_int_equal(skipped - after, 30 * 60);
    assert_shown(&paris, skipped, "2026-03-29T03:30");
}

static void a_moment_that_comes_twice_is_the_first(void **state)
{
    (void)state;
    struct zone paris = zone_named("Europe/Paris");
    int64_t first = zone_instant(&paris, moment_at("2026-10-25T02:30"));
    assert_shown(&paris, first, "2026-10-25T02:30");
    assert_shown(&paris, first + 3600, "2026-10-25T02:30");
    int64_t one = zone_instant(&paris, moment_at("2026-10-25T01:30"));
    int64_t three = zone_instant(&paris, moment_at("2026-10-25T03:30"));
    assert_int_equal(first - one, 3600);
    assert_int_equal(three - first, 2 * 3600);
}

static void answers_do_not_depend_on_what_was_asked_before(void **state)
{
    (void)state;
    static const char *const EARLIER[] = {"2026-01-01T00:00",
                                          "2026-07-01T00:00"};
    struct zone paris = zone_named("Europe/Paris");
    int64_t twice[2], skipped[2];
    for (int i = 0; i < 2; i++) {
        zone_instant(&paris, moment_at(EARLIER[i]));
        twice[i] = zone_instant(&paris, moment_at("2026-10-25T02:30"));
        zone_instant(&paris, moment_at(EARLIER[i]));
        skipped[i] = zone_instant(&paris, moment_at("2026-03-29T02:30"));
    }
    assert_int_equal(twice[0], twice[1]);
    assert_int_equal(skipped[0], skipped[1]);
}

static void a_day_has_23_24_or_25_hours(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        int hours;
    } ROWS[] = {
        {"2026-03-28", "2026-03-29", 24},
        {"2026-03-29", "2026-03-30", 23},
        {"2026-10-25", "2026-10-26", 25},
    };
    struct zone paris = zone_named("Europe/Paris");
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        int64_t seconds = zone_instant(&paris, moment_at(ROWS[i].to)) -
                          zone_instant(&paris, moment_at(ROWS[i].from));
        assert_int_equal(seconds, ROWS[i].hours * 3600);
    }
}

static void every_hour_of_a_year_comes_back(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "Europe/Paris", "UTC", "America/St_Johns", "Australia/Lord_Howe"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        struct zone zone = zone_named(NAMES[i]);
        int64_t instant = zone_instant(&zone, moment_at("2026-01-01"));
        int64_t end = zone_instant(&zone, moment_at("2027-01-01"));
        int missed = 0;
        for (; instant < end; instant += 3600) {
            struct moment moment = zone_moment(&zone, instant);
            missed += zone_instant(&zone, moment) != instant;
        }
        // Only what comes twice comes back as its first.
        assert_true(missed <= 1);
    }
}

static void zones_change_without_a_trace(void **state)
{
    (void)state;
    struct zone paris = zone_named("Europe/Paris");
    struct zone tokyo = zone_named("Asia/Tokyo");
    struct moment noon = moment_at("2026-01-20T12:00");
    int64_t hours =
        (zone_instant(&paris, noon) - zone_instant(&tokyo, noon)) / 3600;
    assert_int_equal(hours, 8);
    assert_shown(&paris, zone_instant(&tokyo, noon), "2026-01-20T04:00");
}

static void unknown_names_are_refused(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "",
        "Europe",
        "Europe/",
        "Europe/Montpellier",
        "/etc/localtime",
        "../zoneinfo/UTC",
        "Europe/../UTC",
        "tzdata.zi",
        "leapseconds",
        ":Europe/Paris",
        "Europe Paris",
        "Europe/Paris\n",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        struct zone zone = {"kept"};
        assert_false(zone_find(NAMES[i], &zone));
        assert_string_equal(zone.name, "kept");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(winter_and_summer_have_their_offset),
        cmocka_unit_test(a_skipped_moment_is_as_far_behind_the_gap),
        cmocka_unit_test(a_moment_that_comes_twice_is_the_first),
        cmocka_unit_test(answers_do_not_depend_on_what_was_asked_before),
        cmocka_unit_test(a_day_has_23_24_or_25_hours),
        cmocka_unit_test(every_hour_of_a_year_comes_back),
        cmocka_unit_test(zones_change_without_a_trace),
        cmocka_unit_test(unknown_names_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
