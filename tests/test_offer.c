// SPDX-License-Identifier: MIT
// Settings on an SD card: whole or not at all, for as long as they lie there.
#include "store/offer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/path.h"
#include "support/folder.h"
#include "support/test.h"

struct machine {
    const char *card, *store;
};

static int start(void **state)
{
    static struct machine machine;
    machine = (struct machine){folder_make(), folder_make()};
    *state = &machine;
    return 0;
}

static int end(void **state)
{
    struct machine *machine = *state;
    folder_remove((char *)(uintptr_t)machine->card);
    folder_remove((char *)(uintptr_t)machine->store);
    return 0;
}

// The machine starts; what it says must be as expected.
static void boot(const struct machine *machine, enum offer_result expected)
{
    struct offer offer = offer_take(machine->card, machine->store, NULL);
    if (offer.result != expected) {
        fail_msg("the result is %d, not %d", (int)offer.result, (int)expected);
    }
    assert_true((offer.diags != NULL && diag_at(offer.diags, 0) != NULL) ==
                (expected == OFFER_REFUSED));
    offer_release(&offer);
}

// What rules now; NULL: no settings that were taken over.
static void expect_taken(const struct machine *machine, const char *expected)
{
    char *path = offer_taken_file(machine->store);
    char text[200] = "";
    FILE *file = fopen(path, "r");
    free(path);
    assert_true((file != NULL) == (expected != NULL));
    if (file != NULL) {
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
        assert_string_equal(text, expected);
    }
}

static void settings_on_the_card_are_taken_once(void **state)
{
    const struct machine *machine = *state;
    folder_write(machine->card, "ecran.yaml", "lieu: A\nrotation: 90\n");
    struct offer offer = offer_take(machine->card, machine->store, NULL);
    assert_int_equal(offer.result, OFFER_TAKEN);
    assert_string_equal(offer.name, "ecran.yaml");
    assert_string_equal(offer.summary, "lieu : A · rotation : 90");
    offer_release(&offer);
    expect_taken(machine, "lieu: A\nrotation: 90\n");
    boot(machine, OFFER_KNOWN);
    folder_write(machine->card, "ecran.yaml", "lieu: B\n");
    boot(machine, OFFER_TAKEN);
    expect_taken(machine, "lieu: B\n");
}

static void a_wrong_file_changes_nothing_and_says_so_each_time(void **state)
{
    static const char *const WRONG[] = {
        "rotation: 45\n", "lieux: A\n", "lieu: A\nlieu: B\n",
        "lieu: [A\n",     "",           "- A\n",
    };
    const struct machine *machine = *state;
    folder_write(machine->card, "ecran.yaml", "lieu: A\n");
    boot(machine, OFFER_TAKEN);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        folder_write(machine->card, "ecran.yaml", WRONG[i]);
        boot(machine, OFFER_REFUSED);
        boot(machine, OFFER_REFUSED);
        expect_taken(machine, "lieu: A\n");
    }
    folder_write(machine->card, "ecran.yaml", "lieu: A\n");
    boot(machine, OFFER_KNOWN);
}

static void a_fault_has_its_line(void **state)
{
    const struct machine *machine = *state;
    folder_write(machine->card, "ecran.yaml", "lieu: A\n\nrotation: 45\n");
    struct offer offer = offer_take(machine->card, machine->store, NULL);
    assert_int_equal(diag_at(offer.diags, 0)->place.line, 3);
    assert_string_equal(diag_at(offer.diags, 0)->place.path, "ecran.yaml");
    offer_release(&offer);
    expect_taken(machine, NULL);
}

// As it lies on a new card, with all its lines commented out.
static void a_file_of_comments_sets_nothing(void **state)
{
    const struct machine *machine = *state;
    folder_write(machine->card, "ecran.yaml", "lieu: A\n");
    boot(machine, OFFER_TAKEN);
    folder_write(machine->card, "ecran.yaml", "# Rien\r\n\r\n  #lieu: A");
    boot(machine, OFFER_TAKEN);
    expect_taken(machine, "# Rien\r\n\r\n  #lieu: A");
    boot(machine, OFFER_KNOWN);
}

// An old editor's "Unicode" is UTF-16.
static void an_old_editors_file_is_kept_as_utf8(void **state)
{
    static const char UTF16[] = "\xFF\xFEl\0i\0e\0u\0:\0 \0\xC9\0\n";
    const struct machine *machine = *state;
    folder_write_bytes(machine->card, "ecran.yaml", UTF16, sizeof UTF16);
    boot(machine, OFFER_TAKEN);
    expect_taken(machine, "lieu: É\n");
    boot(machine, OFFER_KNOWN);
}

static void a_file_of_a_hundred_kilobytes_is_refused(void **state)
{
    const struct machine *machine = *state;
    size_t length = 100000;
    char *text = malloc(length + 1);
    memset(text, '#', length);
    memcpy(text, "lieu: A\n", 8);
    text[length] = '\0';
    folder_write(machine->card, "ecran.yaml", text);
    free(text);
    boot(machine, OFFER_REFUSED);
    expect_taken(machine, NULL);
}

static void the_name_is_as_people_write_it(void **state)
{
    static const char *const NAMES[] = {"ÉCRAN.YAML", "Écran.yml",
                                        "ecran.yaml.txt", "screen.yaml",
                                        "Ecran.txt"};
    const struct machine *machine = *state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char text[80];
        snprintf(text, sizeof text, "lieu: %zu\n", i);
        folder_write(machine->card, NAMES[i], text);
        boot(machine, OFFER_TAKEN);
        expect_taken(machine, text);
        char *path = path_join(machine->card, NAMES[i]);
        unlink(path);
        free(path);
    }
}

static void a_file_taken_away_rules_no_longer(void **state)
{
    const struct machine *machine = *state;
    folder_write(machine->card, "config.txt", "");
    folder_write(machine->card, "ecran.yaml", "lieu: A\n");
    boot(machine, OFFER_TAKEN);
    char *path = path_join(machine->card, "ecran.yaml");
    unlink(path);
    free(path);
    boot(machine, OFFER_NONE);
    expect_taken(machine, NULL);
    boot(machine, OFFER_NONE);
}

// The mount point of a partition that did not come up.
static void an_empty_or_absent_folder_changes_nothing(void **state)
{
    struct machine machine = *(struct machine *)*state;
    folder_write(machine.card, "ecran.yaml", "lieu: A\n");
    boot(&machine, OFFER_TAKEN);
    char *empty = folder_make();
    machine.card = empty;
    boot(&machine, OFFER_NONE);
    machine.card = "/nowhere/at/all";
    boot(&machine, OFFER_NONE);
    expect_taken(&machine, "lieu: A\n");
    folder_remove(empty);
}

static void what_cannot_be_kept_is_refused(void **state)
{
    struct machine machine = *(struct machine *)*state;
    machine.store = "/proc/nowhere";
    folder_write(machine.card, "ecran.yaml", "lieu: A\n");
    struct offer offer = offer_take(machine.card, machine.store, NULL);
    assert_int_equal(offer.result, OFFER_REFUSED);
    assert_int_equal(diag_at(offer.diags, 0)->fault, FAULT_SETTINGS_NOT_KEPT);
    offer_release(&offer);
}

int main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)
    const struct CMUnitTest tests[] = {
        EACH(settings_on_the_card_are_taken_once),
        EACH(a_wrong_file_changes_nothing_and_says_so_each_time),
        EACH(a_fault_has_its_line),
        EACH(a_file_of_comments_sets_nothing),
        EACH(an_old_editors_file_is_kept_as_utf8),
        EACH(a_file_of_a_hundred_kilobytes_is_refused),
        EACH(the_name_is_as_people_write_it),
        EACH(a_file_taken_away_rules_no_longer),
        EACH(an_empty_or_absent_folder_changes_nothing),
        EACH(what_cannot_be_kept_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
