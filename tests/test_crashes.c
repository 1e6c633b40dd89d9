// SPDX-License-Identifier: MIT
// A programme that breaks the show is not shown for ever.
#include "support/slots.h"

#include "store/crashes.h"
#include "store/store.h"

static char *folder;
static struct store *store;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    store = slots_open(folder);
    slots_add(store, "Old");
    slots_add(store, "New");
    return 0;
}

static int clear(void **state)
{
    (void)state;
    store_free(store);
    folder_remove(folder);
    return 0;
}

// So many runs that broke down, each of which began with that caution.
static void assert_breakdowns(int count, enum caution caution)
{
    for (int i = 0; i < count; i++) {
        assert_int_equal(crashes_begin(store), caution);
    }
}

static void pretend_another_boot(void)
{
    char *text = disk_read_file(store->folder, "crashes", 128, NULL);
    assert_non_null(text);
    text[0] = text[0] == '0' ? '1' : '0';
    assert_true(disk_replace_file(store->folder, "crashes", text));
    free(text);
}

static void three_breakdowns_bring_the_former_one_and_three_more_none(void **s)
{
    (void)s;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(CRASHES_MAX, CAUTION_FORMER);
    assert_breakdowns(2 * CRASHES_MAX, CAUTION_BARE);
}

static void an_end_is_no_breakdown(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * CRASHES_MAX; i++) {
        assert_breakdowns(1, CAUTION_NONE);
        crashes_end(store);
    }
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void an_end_forgets_nothing(void **state)
{
    (void)state;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
    crashes_end(store);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void a_long_run_forgets_breakdowns_and_keeps_what_is_avoided(void **s)
{
    (void)s;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(CRASHES_MAX - 1, CAUTION_FORMER);
    crashes_settle(store);
    assert_breakdowns(CRASHES_MAX - 1, CAUTION_FORMER);
    assert_breakdowns(1, CAUTION_BARE);
}

static void a_new_programme_begins_at_nothing(void **state)
{
    (void)state;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
    slots_add(store, "Newest");
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void one_that_comes_in_the_middle_is_counted_from_then_on(void **state)
{
    (void)state;
    assert_breakdowns(1, CAUTION_NONE);
    slots_add(store, "Newest");
    crashes_renew(store);
    assert_breakdowns(CRASHES_MAX - 1, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void a_pulled_plug_is_no_breakdown(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * CRASHES_MAX; i++) {
        assert_breakdowns(1, CAUTION_NONE);
        pretend_another_boot();
    }
}

static void another_start_of_the_machine_is_one_more_chance(void **state)
{
    (void)state;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
    pretend_another_boot();
    assert_breakdowns(1, CAUTION_NONE);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void a_pardoned_programme_may_break_down_once(void **state)
{
    (void)state;
    assert_breakdowns(CRASHES_MAX, CAUTION_NONE);
    assert_breakdowns(CRASHES_MAX, CAUTION_FORMER);
    assert_breakdowns(1, CAUTION_BARE);
    crashes_pardon(store);
    assert_breakdowns(1, CAUTION_FORMER);
}

static void without_a_former_one_there_is_none(void **state)
{
    (void)state;
    char *alone = path_join(folder, "alone");
    struct store *with_one = slots_open(alone);
    slots_add(with_one, "Only");
    for (int i = 0; i < CRASHES_MAX; i++) {
        assert_int_equal(crashes_begin(with_one), CAUTION_NONE);
    }
    assert_int_equal(crashes_begin(with_one), CAUTION_BARE);
    store_free(with_one);
    free(alone);
}

static void a_damaged_record_counts_nothing(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "",         "\n",       "x",       "- 2 9 0",          "- 2 1 3",
        "- 2 -1 0", "- 2 1 -1", "- 1 1 0", "- 99999999999 1 0"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        assert_true(disk_replace_file(store->folder, "crashes", TEXTS[i]));
        assert_int_equal(crashes_begin(store), CAUTION_NONE);
    }
}

#define CRASHES_TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CRASHES_TEST(three_breakdowns_bring_the_former_one_and_three_more_none),
        CRASHES_TEST(an_end_is_no_breakdown),
        CRASHES_TEST(an_end_forgets_nothing),
        CRASHES_TEST(a_long_run_forgets_breakdowns_and_keeps_what_is_avoided),
        CRASHES_TEST(a_new_programme_begins_at_nothing),
        CRASHES_TEST(one_that_comes_in_the_middle_is_counted_from_then_on),
        CRASHES_TEST(a_pulled_plug_is_no_breakdown),
        CRASHES_TEST(another_start_of_the_machine_is_one_more_chance),
        CRASHES_TEST(a_pardoned_programme_may_break_down_once),
        CRASHES_TEST(without_a_former_one_there_is_none),
        CRASHES_TEST(a_damaged_record_counts_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
