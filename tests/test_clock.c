// SPDX-License-Identifier: MIT
#include "system/clock.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

#include "support/test.h"
#include "system/clock_watch.h"

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

static void evidence_is_told_whether_it_is_believed_or_not(void **state)
{
    (void)state;
    struct clock clock;
    char sysfs[PATH_BYTES];
    make_sysfs("1\n", sysfs);
    clock_init(&clock, (struct clock_options){.is_vouched = true,
                                              .is_confirmed = true,
                                              .certain = time(NULL) + DAY,
                                              .sysfs = sysfs});
    remove_sysfs(sysfs);
    struct clock_belief belief = clock_read(&clock);
    unsigned known =
        1U << CLOCK_BY_SETTINGS | 1U << CLOCK_BY_HARDWARE | 1U << CLOCK_BY_HOST;
    assert_int_equal(belief.evidence & known, known);
    assert_int_equal(belief.evidence & 1U << CLOCK_BY_GIFT, 0);
    assert_false(belief.trusted);
}

static void hosts_word_is_enough(void **state)
{
    (void)state;
    struct clock clock;
    clock_init(&clock, (struct clock_options){.is_confirmed = true,
                                              .certain = time(NULL) - DAY,
                                              .sysfs = "/nowhere"});
    assert_true(clock_read(&clock).trusted);
}

static void given_clock_may_run_faster(void **state)
{
    (void)state;
    struct clock clock;
    clock_init(&clock, (struct clock_options){.is_given = true,
                                              .given = SPRING,
                                              .speed = 10000,
                                              .sysfs = "/nowhere"});
    int64_t ms = clock_ms(&clock);
    clock.start_ms -= 7 * 60 * 1000;
    int64_t passed = clock_read(&clock).instant - SPRING;
    assert_true(passed >= 7 * 60 * 10000 && passed < 9 * 60 * 10000);
    assert_true(clock_ms(&clock) - ms >= (int64_t)7 * 60 * 1000 * 9999);
    static const struct {
        int64_t ms, real_ms;
    } CASES[] = {
        {-5,        -5             },
        {0,         0              },
        {1,         1              },
        {10000,     1              },
        {10001,     2              },
        {15000000,  1500           },
        {INT64_MAX, 922337203685478},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_int_equal(clock_real_ms(&clock, CASES[i].ms), CASES[i].real_ms);
    }
}

static void clock_of_the_machine_has_its_own_speed(void **state)
{
    (void)state;
    struct clock clock;
    clock_init(&clock,
               (struct clock_options){.speed = 10000, .sysfs = "/nowhere"});
    assert_int_equal(clock.options.speed, 1);
}

static void count_wake(void *context)
{
    eventfd_write(*(int *)context, 1);
}

static bool is_woken(int file, int timeout_ms)
{
    struct pollfd woken = {.fd = file, .events = POLLIN};
    eventfd_t times;
    return poll(&woken, 1, timeout_ms) == 1 && eventfd_read(file, &times) == 0;
}

// By a nanosecond: nobody is to be late for it.
static bool set_clock(void)
{
    struct timex change = {.modes = ADJ_SETOFFSET | ADJ_NANO,
                           .time = {.tv_usec = 1}};
    return adjtimex(&change) >= 0;
}

static void setting_the_clock_is_noticed_each_time(void **state)
{
    (void)state;
    enum {
        TRIES = 300, // of 200 ms: it may not be listening yet
    };
    int file = eventfd(0, EFD_CLOEXEC);
    struct clock_watch *watch = clock_watch_new(count_wake, &file);
    assert_non_null(watch);
    bool may = set_clock();
    for (int i = 0; i < 3 && may; i++) {
        bool woken = false;
        for (int try = 0; try < TRIES && !woken; try++) {
            assert_true(set_clock());
            woken = is_woken(file, 200);
        }
        assert_true(woken);
    }
    clock_watch_free(watch);
    clock_watch_free(NULL);
    close(file);
    if (!may) {
        print_message("the clock may not be set here: not tried\n");
        skip();
    }
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
        cmocka_unit_test(evidence_is_told_whether_it_is_believed_or_not),
        cmocka_unit_test(hosts_word_is_enough),
        cmocka_unit_test(given_clock_may_run_faster),
        cmocka_unit_test(clock_of_the_machine_has_its_own_speed),
        cmocka_unit_test(setting_the_clock_is_noticed_each_time),
        cmocka_unit_test(monotonic_clock_does_not_go_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
