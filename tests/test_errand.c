// SPDX-License-Identifier: MIT
#include "system/errand.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/test.h"

// Looks until it is over; no time goes by for it.
static enum errand_state outcome_of(struct errand *errand)
{
    enum errand_state state = ERRAND_RUNS;
    while (state == ERRAND_RUNS) {
        state = errand_look(errand, 0);
        nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
    }
    return state;
}

static void expect(const char *command, const char *argument,
                   enum errand_state wanted, const char *words)
{
    struct errand *errand = errand_start(command, argument, "two", 0);
    assert_int_equal(outcome_of(errand), wanted);
    assert_string_equal(errand_words(errand), words);
    assert_int_equal(errand_look(errand, 0), wanted); // and so it stays
    errand_free(errand);
}

static void it_tells_how_it_went(void **state)
{
    (void)state;
    expect("true", "", ERRAND_DONE, "");
    expect("false", "", ERRAND_FAILED, "");
    expect("exit 3", "", ERRAND_FAILED, "");
    expect("there-is-no-such-command 2>/dev/null", "", ERRAND_FAILED, "");
}

static void it_tells_what_was_said_last(void **state)
{
    (void)state;
    expect("echo one; echo 'two é'", "", ERRAND_DONE, "two é");
    expect("echo 'Access denied' >&2; false", "", ERRAND_FAILED,
           "Access denied");
    expect("echo \"$1 $2\"", "one", ERRAND_DONE, "one two");
    expect("printf 'a\\033[1mb\\n\\n'", "", ERRAND_DONE, "a[1mb");
}

static void the_argument_is_never_a_command(void **state)
{
    (void)state;
    expect("printf '%s' \"$1\"", "2026-01-17 12:00:00; exit 1 $(false) '",
           ERRAND_DONE, "2026-01-17 12:00:00; exit 1 $(false) '");
}

static void a_flood_of_words_is_swallowed(void **state)
{
    (void)state;
    struct errand *errand = errand_start("yes | head -n 100000", NULL, NULL, 0);
    assert_int_equal(outcome_of(errand), ERRAND_DONE);
    assert_string_equal(errand_words(errand), "y");
    errand_free(errand);
}

static void one_that_hangs_is_ended(void **state)
{
    (void)state;
    struct errand *errand = errand_start("exec sleep 1000", NULL, NULL, 0);
    assert_int_equal(errand_look(errand, 0), ERRAND_RUNS);
    assert_int_equal(errand_look(errand, ERRAND_MS_MAX - 1), ERRAND_RUNS);
    assert_int_equal(errand_look(errand, ERRAND_MS_MAX), ERRAND_FAILED);
    errand_free(errand);
    errand_free(
        errand_start("exec sleep 1000", NULL, NULL, 0)); // does not wait
    errand_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_tells_how_it_went),
        cmocka_unit_test(it_tells_what_was_said_last),
        cmocka_unit_test(the_argument_is_never_a_command),
        cmocka_unit_test(a_flood_of_words_is_swallowed),
        cmocka_unit_test(one_that_hangs_is_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
