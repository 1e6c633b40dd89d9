// SPDX-License-Identifier: MIT
#include "system/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "support/test.h"

enum {
    DAY = 24 * 60 * 60,
    PATH_BYTES = 256,
};

static const int64_t SPRING = 1775000000; // some day in 2026

// A sysfs with one hardware clock, whose hctosys says text; NULL: no clock.
static void make_sysfs(const char *text, char folder[PATH_BYTES])
{
    static const char *const PARTS[] = {"/class", "/class/rtc",
                                        "/class/rtc/rtc0"};
    snprintf(folder, PATH_BYTES, "/tmp/kiosk-clock-XXXXXX");
    assert_non_null(mkdtemp(folder));
    char path[2 * PATH_BYTES];
    for (size_t i = 0; text != NULL && i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", folder, PARTS[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    if (text != NULL) {
        snprintf(path, sizeof path, "%s/class/rtc/rtc0/hctosys", folder);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(text, file);
        fclose(file);
    }
}

static void remove_sysfs(const char *folder)
{
    static const char *const PARTS[] = {"/class/rtc/rtc0/hctosys",
                                        "/class/rtc/rtc0", "/class/rtc",
                                        "/class", ""};
    char path[2 * PATH_BYTES];
    for (size_t i = 0; i < 5; i++) {
        snprintf(path, sizeof path, "%s%s", folder, PARTS[i]);
        remove(path);
    }
}

static void hardware_clock_counts_if_the_kernel_read_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool set;
    } CASES[] = {
        {"1\n", true },
        {"0\n", false},
        {"",    false},
        {NULL,  false}
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char sysfs[PATH_BYTES];
        make_sysfs(CASES[i].text, sysfs);
        assert_int_equal(clock_was_set_by_hardware(sysfs), CASES[i].set);
        remove_sysfs(sysfs);
    }
}

static void belief_needs_evidence_and_range(void **state)
{
    (void)state;
    static const struct {
        bool evidence;
        int64_t days_after_certain;
        bool believed;
    } CASES[] = {
        {true,  0,   true },
        {true,  10,  true },
        {true,  400, true },
        {true,  401, false},
        {true,  -1,  false},
        {false, 10,  false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int64_t instant = SPRING + CASES[i].days_after_certain * DAY;
        assert_int_equal(
            clock_is_believable(CASES[i].evidence, instant, SPRING),
            CASES[i].believed);
    }
    // Where nothing is known to be past, nothing can contradict.
    assert_true(clock_is_believable(true, SPRING, 0));
}

static void given_moment_is_trusted_and_goes_on(void **state)
{
    (void)state;
    struct clock clock;
    clock_init(&clock, (struct clock_options){.is_given = true,
                                              .given = SPRING,
                                              .sysfs = "/nowhere"});
    struct clock_belief belief = clock_read(&clock);
    assert_true(belief.trusted);
    assert_int_equal(belief.instant, SPRING);
    clock.start_ms -= 90 * 1000;
    assert_int_equal(clock_read(&clock).instant, SPRING + 90);
}

static void settings_may_vouch_for_the_clock(void **state)
{
    (void)state;
    struct clock clock;
    int64_t yesterday = time(NULL) - DAY;
    clock_init(&clock, (struct clock_options){.is_vouched = true,
                                              .certain = yesterday,
                                              .sysfs = "/nowhere"});
    assert_true(clock_read(&clock).trusted);
    clock.options.certain = yesterday + 2 * DAY;
    assert_false(clock_read(&clock).trusted);
}

static void monotonic_clock_does_not_go_back(void **state)
{
    (void)state;
    int64_t before = clock_monotonic_ms();
    assert_true(clock_monotonic_ms() >= before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hardware_clock_counts_if_the_kernel_read_it),
        cmocka_unit_test(belief_needs_evidence_and_range),
        cmocka_unit_test(given_moment_is_trusted_and_goes_on),
        cmocka_unit_test(settings_may_vouch_for_the_clock),
        cmocka_unit_test(monotonic_clock_does_not_go_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
