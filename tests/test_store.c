// SPDX-License-Identifier: MIT
// The store keeps the last three programmes and always knows which is current.
#include "support/slots.h"

#include <sys/wait.h>

#include "store/confirmation.h"
#include "store/store.h"

static char *folder;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    return 0;
}

static int clear(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

static void an_empty_store_has_no_current_programme(void **state)
{
    (void)state;
    enum store_result result = STORE_DONE;
    struct store *store = store_open(folder, &result);
    assert_non_null(store);
    assert_int_equal(store_slot_count(store), 0);
    assert_null(store_current(store));
    assert_null(store_slot_folder(store, store_current(store)));
    assert_null(store_receipt(store));
    assert_true(store_high_water(store) == 0);
    store_free(store);
    assert_int_equal(rmdir(folder), 0); // nothing was made
    assert_int_equal(mkdir(folder, 0700), 0);
}

static void a_store_that_is_not_there_is_said_to_be_absent(void **state)
{
    (void)state;
    enum store_result result = STORE_DONE;
    char *none = path_join(folder, "none");
    assert_null(store_open(none, &result));
    assert_int_equal(result, STORE_ABSENT);
    char *deep = path_join(none, "deep/er");
    struct store *store = store_open_to_write(deep, 0, &result);
    assert_non_null(store); // made, with what is above it
    store_free(store);
    folder_write(folder, "file", "");
    char *file = path_join(folder, "file");
    assert_null(store_open_to_write(file, 0, &result));
    assert_int_equal(result, STORE_ABSENT);
    free(file);
    free(deep);
    free(none);
}

static void the_last_three_are_kept(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    assert_slots(store, "[a]");
    slots_add(store, "b");
    slots_add(store, "c");
    slots_add(store, "d");
    assert_slots(store, "[d] c b");
    char *current = store_slot_folder(store, store_current(store));
    char *expected = path_join(folder, "slots/0004/programme");
    assert_string_equal(current, expected);
    assert_true(path_is_folder(current));
    free(expected);
    free(current);
    store_free(store);
}

static void going_back_twice_comes_back(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    assert_int_equal(store_back(store), STORE_NO_SLOT);
    slots_add(store, "b");
    slots_add(store, "c");
    assert_int_equal(store_back(store), STORE_DONE);
    assert_slots(store, "c [b] a");
    assert_int_equal(store_back(store), STORE_DONE);
    assert_slots(store, "[c] b a");
    store_free(store);
}

static void what_was_gone_back_from_goes_with_the_next(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "good");
    slots_add(store, "bad");
    assert_int_equal(store_back(store), STORE_DONE);
    slots_add(store, "new");
    assert_slots(store, "[new] good");
    assert_int_equal(store_back(store), STORE_DONE);
    assert_slots(store, "new [good]");
    store_free(store);
}

static void no_number_is_used_twice(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    slots_add(store, "b");
    assert_int_equal(store_back(store), STORE_DONE);
    slots_add(store, "c");
    assert_int_equal(store_current(store)->number, 3);
    store_free(store);
}

static void a_damaged_slot_is_passed_over(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    slots_add(store, "b");
    store_free(store);
    folder_write(folder, "slots/0002/manifest", "kiosk-slot 1\n");
    store = store_open(folder, NULL);
    assert_slots(store, "damaged [a]");
    store_free(store);
    // Whoever writes next puts the link right.
    store = slots_open(folder);
    slots_add(store, "c");
    assert_slots(store, "[c] a");
    store_free(store);
}

static void another_size_is_seen_at_once_another_byte_by_reading(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    slots_add(store, "b");
    char *fault = NULL;
    assert_true(store_verify(store, store_current(store), &fault));
    folder_write(folder, "slots/0002/programme/programme.yaml", "x");
    assert_true(store_read_slots(store));
    assert_slots(store, "[b] a");
    assert_false(store_verify(store, store_current(store), &fault));
    assert_string_equal(fault, "programme.yaml");
    free(fault);
    folder_write(folder, "slots/0002/programme/programme.yaml", "xx");
    assert_true(store_read_slots(store));
    assert_slots(store, "damaged [a]");
    store_free(store);
}

static void a_link_that_leads_elsewhere_is_not_followed(void **state)
{
    (void)state;
    static const char *const TARGETS[] = {"/etc", "slots/0009", "slots/..",
                                          "slots/0001/programme", "."};
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    char *link = path_join(folder, "current");
    for (size_t i = 0; i < sizeof TARGETS / sizeof *TARGETS; i++) {
        assert_int_equal(unlink(link), 0);
        assert_int_equal(symlink(TARGETS[i], link), 0);
        assert_true(store_read_slots(store));
        assert_slots(store, "[a]");
    }
    free(link);
    store_free(store);
}

static void leftovers_are_cleared_away(void **state)
{
    (void)state;
    store_free(slots_open(folder));
    folder_write(folder, "incoming/programme.yaml", "half");
    folder_write(folder, "discarded/programme.yaml", "old");
    folder_write(folder, "inbox/programme.yaml", "mine");
    struct store *store = slots_open(folder);
    assert_int_not_equal(faccessat(store->folder, "incoming", F_OK, 0), 0);
    assert_int_not_equal(faccessat(store->folder, "discarded", F_OK, 0), 0);
    assert_int_equal(faccessat(store->folder, "inbox", F_OK, 0), 0);
    store_free(store);
}

static void one_writes_at_a_time(void **state)
{
    (void)state;
    enum store_result result = STORE_DONE;
    struct store *store = slots_open(folder);
    assert_null(store_open_to_write(folder, 0, &result));
    assert_int_equal(result, STORE_BUSY);
    struct store *reader = store_open(folder, &result);
    assert_non_null(reader);
    store_free(reader);
    store_free(store);
    store_free(slots_open(folder));
}

static void the_hosts_word_holds_until_the_next_start(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    assert_false(confirmation_holds(store));
    assert_true(store_raise_high_water(store, 1800000000));
    assert_true(confirmation_give(store, 1768651200));
    assert_true(confirmation_holds(store));
    assert_true(store_high_water(store) == 1768651200);
    // A later word moves nothing: the mark is not raised by it.
    assert_true(confirmation_give(store, 1768651200 + 99999));
    assert_true(store_high_water(store) == 1768651200);
    // Of another start, half written, something else.
    static const char *const OTHERS[] = {
        "0b1f9b1e-0000-4000-8000-000000000000\n", "0b1f", "",
        "a line that is much longer than any name of a start can ever be\n"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        folder_write(folder, "confirmed", OTHERS[i]);
        assert_false(confirmation_holds(store));
    }
    store_free(store);
}

static void the_high_water_mark_only_rises_and_once_an_hour(void **state)
{
    (void)state;
    struct store *store = store_open(folder, NULL);
    assert_true(store_raise_high_water(store, 1768651200));
    assert_true(store_high_water(store) == 1768651200);
    assert_true(store_raise_high_water(store, 1768651200 + 3599));
    assert_true(store_high_water(store) == 1768651200);
    assert_true(store_raise_high_water(store, 1768651200 - 9999));
    assert_true(store_high_water(store) == 1768651200);
    assert_true(store_raise_high_water(store, 1768651200 + 3600));
    assert_true(store_high_water(store) == 1768651200 + 3600);
    assert_true(store_raise_high_water(store, INT64_MAX / 2));
    assert_true(store_high_water(store) == 1768651200 + 3600);
    store_free(store);
}

static void a_high_water_mark_that_is_none_counts_as_unknown(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "", "x\n", "-5\n", "17", "17 \n", "99999999999999999999\n", "1\n2\n"};
    struct store *store = store_open(folder, NULL);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        folder_write(folder, "high-water", TEXTS[i]);
        assert_true(store_high_water(store) == 0);
    }
    store_free(store);
}

static void the_receipt_is_the_last_one(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    assert_true(store_write_receipt(store, "one\n"));
    assert_true(store_write_receipt(store, "two\n"));
    char *receipt = store_receipt(store);
    assert_string_equal(receipt, "two\n");
    free(receipt);
    store_free(store);
}

static void room_is_limited_and_made_by_deleting_the_oldest(void **state)
{
    (void)state;
    struct store *store = slots_open(folder);
    slots_add(store, "a");
    slots_add(store, "b");
    slots_add(store, "c");
    assert_true(store_room(store, 5) == 5);
    assert_true(store_room(store, 0) <= UINT64_C(1024) * 1024 * 1024);
    assert_true(store_make_room(store, 1));
    assert_slots(store, "[c] b a");
    // More than there is: all but the current one go, and it is not enough.
    assert_false(store_make_room(store, UINT64_MAX));
    assert_slots(store, "[c]");
    store_free(store);
}

static bool is_default(const char *expected)
{
    char *path = store_default_folder();
    bool same = strcmp(path, expected) == 0;
    free(path);
    return same;
}

// As somebody who may not write to /var/lib.
static bool user_has_own_folder(void)
{
    bool right = getuid() != 0 || setuid(65534) == 0;
    setenv("XDG_STATE_HOME", "/state", 1);
    right = right && is_default("/state/kiosk");
    unsetenv("XDG_STATE_HOME");
    setenv("HOME", "/home/me", 1);
    return right && is_default("/home/me/.local/state/kiosk");
}

static void the_folder_is_the_users_where_the_system_has_none(void **state)
{
    (void)state;
    int status = 0;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        _exit(user_has_own_folder() ? 0 : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(an_empty_store_has_no_current_programme),
        STORE_TEST(a_store_that_is_not_there_is_said_to_be_absent),
        STORE_TEST(the_last_three_are_kept),
        STORE_TEST(going_back_twice_comes_back),
        STORE_TEST(what_was_gone_back_from_goes_with_the_next),
        STORE_TEST(no_number_is_used_twice),
        STORE_TEST(a_damaged_slot_is_passed_over),
        STORE_TEST(another_size_is_seen_at_once_another_byte_by_reading),
        STORE_TEST(a_link_that_leads_elsewhere_is_not_followed),
        STORE_TEST(leftovers_are_cleared_away),
        STORE_TEST(one_writes_at_a_time),
        STORE_TEST(the_hosts_word_holds_until_the_next_start),
        STORE_TEST(the_high_water_mark_only_rises_and_once_an_hour),
        STORE_TEST(a_high_water_mark_that_is_none_counts_as_unknown),
        STORE_TEST(the_receipt_is_the_last_one),
        STORE_TEST(room_is_limited_and_made_by_deleting_the_oldest),
        STORE_TEST(the_folder_is_the_users_where_the_system_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
