// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "support/test.h"

static char *printed(struct diag_list *list, enum fault_language language)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    diag_print(list, language, file);
    fclose(file);
    return text;
}

static void faults_are_told_in_file_order(void **state)
{
    (void)state;
    struct diag_list *list = diag_list_new();
    diag_add(list, FAULT_DATE_NOT_REAL, (struct place){"a.yaml", 14, 11},
             "30 février", "février", "28");
    diag_add(list, FAULT_KEY_UNKNOWN, (struct place){"a.yaml", 3, 9}, "y", NULL,
             NULL);
    diag_add(list, FAULT_KEY_UNKNOWN, (struct place){"a.yaml", 3, 1}, "x", NULL,
             NULL);
    diag_add(list, FAULT_FILE_EMPTY, (struct place){"A.yaml", 0, 0}, NULL, NULL,
             NULL);
    char *text = printed(list, FAULT_IN_ENGLISH);
    assert_string_equal(
        text, "A.yaml: error: the file is empty; copy it again, or begin with "
              "modele.yaml\n"
              "a.yaml:3:1: warning: unknown key 'x', its value is left out; "
              "delete it, or look for the right key in modele.yaml\n"
              "a.yaml:3:9: warning: unknown key 'y', its value is left out; "
              "delete it, or look for the right key in modele.yaml\n"
              "a.yaml:14:11: error: the date '30 février' does not exist, "
              "février has 28 days; check the day and the month\n");
    free(text);
    diag_list_free(list);
}

static void faults_at_one_place_keep_their_order(void **state)
{
    (void)state;
    struct diag_list *list = diag_list_new();
    struct place place = {"a.yaml", 1, 1};
    for (int i = 0; i < 50; i++) {
        char key[12];
        snprintf(key, sizeof key, "%d", i);
        diag_add(list, FAULT_KEY_UNKNOWN, place, key, NULL, NULL);
    }
    for (int i = 0; i < 50; i++) {
        const struct diag *diag = diag_at(list, (size_t)i);
        assert_int_equal(atoi(diag->arguments[0]), i);
    }
    assert_null(diag_at(list, 50));
    diag_list_free(list);
}

static void a_list_keeps_its_own_copies(void **state)
{
    (void)state;
    struct diag_list *list = diag_list_new();
    char path[] = "a.yaml", key[] = "titer";
    diag_add(list, FAULT_KEY_UNKNOWN_NEAR, (struct place){path, 1, 1}, key,
             "titre", NULL);
    memset(path, 'x', sizeof path - 1);
    memset(key, 'x', sizeof key - 1);
    char *text = printed(list, FAULT_IN_FRENCH);
    assert_non_null(strstr(text, "a.yaml:1:1: "));
    assert_non_null(strstr(text, "titer"));
    assert_non_null(strstr(text, "vouliez-vous dire"));
    free(text);
    diag_list_free(list);
}

static void levels_are_counted(void **state)
{
    (void)state;
    struct diag_list *list = diag_list_new();
    struct place nowhere = {0};
    assert_int_equal(diag_count(list, FAULT_ERROR), 0);
    diag_add(list, FAULT_FILE_EMPTY, nowhere, NULL, NULL, NULL);
    diag_add(list, FAULT_KEY_TWICE, nowhere, "a", NULL, NULL);
    diag_add(list, FAULT_KEY_TWICE, nowhere, "b", NULL, NULL);
    assert_int_equal(diag_count(list, FAULT_ERROR), 1);
    assert_int_equal(diag_count(list, FAULT_WARNING), 2);
    diag_list_free(list);
}

static void a_million_faults_are_counted_but_not_kept(void **state)
{
    (void)state;
    struct diag_list *list = diag_list_new();
    for (size_t i = 0; i < 1000000; i++) {
        diag_add(list, FAULT_KEY_UNKNOWN, (struct place){"a.yaml", i + 1, 1},
                 "x", NULL, NULL);
    }
    diag_add(list, FAULT_FILE_EMPTY, (struct place){"a.yaml", 0, 0}, NULL, NULL,
             NULL);
    assert_int_equal(diag_count(list, FAULT_WARNING), 1000000);
    assert_int_equal(diag_count(list, FAULT_ERROR), 1);
    assert_int_equal(diag_at(list, 0)->fault, FAULT_FILE_EMPTY);
    assert_int_equal(diag_at(list, 2000)->place.line, 2000);
    assert_null(diag_at(list, 2001));
    assert_int_equal(diag_left_out(list), 1000000 - 2000);
    diag_list_free(list);
}

static void nobody_may_want_to_know(void **state)
{
    (void)state;
    struct place nowhere = {0};
    diag_add(NULL, FAULT_FILE_EMPTY, nowhere, NULL, NULL, NULL);
    diag_list_free(NULL);
}

static void arguments_are_filled_in_once(void **state)
{
    (void)state;
    struct diag diag = {
        .fault = FAULT_DATE_WORDS_LEFT, .arguments = {"{2}{1}%s", "{", NULL}
    };
    char *message = diag_message(&diag, FAULT_IN_ENGLISH);
    assert_string_equal(message,
                        "'{2}{1}%s' is not understood in '{' and is not "
                        "shown");
    free(message);
    struct diag bare = {.fault = FAULT_DATE_WORDS_LEFT};
    message = diag_message(&bare, FAULT_IN_ENGLISH);
    assert_string_equal(message, "'' is not understood in '' and is not shown");
    free(message);
}

static void arguments_are_told_in_the_readers_language(void **state)
{
    (void)state;
    struct diag diag = {.fault = FAULT_NOT_A_MAP,
                        .arguments = {DIAG_BOTH("an event", "une soirée")}};
    char *english = diag_message(&diag, FAULT_IN_ENGLISH);
    char *french = diag_message(&diag, FAULT_IN_FRENCH);
    assert_non_null(strstr(english, "for an event"));
    assert_null(strstr(english, "soirée"));
    assert_non_null(strstr(french, "pour une soirée"));
    free(english);
    free(french);
}

static void arguments_are_short_and_harmless(void **state)
{
    (void)state;
    char text[2001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    text[1] = '\033';
    text[2] = '\n';
    struct diag diag = {.fault = FAULT_KEY_UNKNOWN, .arguments = {text}};
    char *message = diag_message(&diag, FAULT_IN_ENGLISH);
    assert_true(strlen(message) < 400);
    assert_null(strpbrk(message, "\033\n"));
    assert_non_null(strstr(message, "'a␛ aaa"));
    free(message);
}

static size_t slots_in(const char *text)
{
    size_t slots = 0;
    for (size_t i = 0; i < FAULT_ARGUMENTS; i++) {
        char slot[] = {'{', (char)('1' + (int)i), '}', '\0'};
        slots |= strstr(text, slot) != NULL ? (size_t)1 << i : 0;
    }
    return slots;
}

static void every_fault_says_the_same_in_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < FAULT_COUNT; i++) {
        enum fault fault = (enum fault)i;
        const char *english = fault_message(fault, FAULT_IN_ENGLISH);
        const char *french = fault_message(fault, FAULT_IN_FRENCH);
        assert_true(strlen(english) > 0 && strlen(french) > 0);
        assert_int_equal(slots_in(english), slots_in(french));
        assert_int_equal(strlen(fault_remedy(fault, FAULT_IN_ENGLISH)) > 0,
                         strlen(fault_remedy(fault, FAULT_IN_FRENCH)) > 0);
        assert_true(strlen(fault_code(fault)) > 0);
        assert_null(strchr(french, '\''));
        assert_null(strchr(fault_remedy(fault, FAULT_IN_FRENCH), '\''));
    }
}

static void messages_are_clauses_without_full_stop(void **state)
{
    (void)state;
    for (int i = 0; i < FAULT_COUNT; i++) {
        for (int j = 0; j < FAULT_LANGUAGE_COUNT; j++) {
            const char *message =
                fault_message((enum fault)i, (enum fault_language)j);
            assert_int_not_equal(message[strlen(message) - 1], '.');
            assert_false(message[0] >= 'A' && message[0] <= 'Z');
        }
    }
}

// A clause: lower case, no full stop, and what to do about it.
static void check_style(const char *message, const char *remedy)
{
    size_t length = strlen(message), end = strlen(remedy);
    bool clause = length > 0 && message[length - 1] != '.' && end > 0 &&
                  remedy[end - 1] != '.';
    bool capital = (message[0] >= 'A' && message[0] <= 'Z') ||
                   (remedy[0] >= 'A' && remedy[0] <= 'Z');
    if (!clause || capital) {
        fail_msg("'%s' -> '%s'", message, remedy);
    }
}

static void every_fault_is_a_clause_with_a_remedy(void **state)
{
    (void)state;
    for (int i = 0; i < FAULT_COUNT; i++) {
        enum fault fault = (enum fault)i;
        for (int k = 0; k < FAULT_LANGUAGE_COUNT; k++) {
            enum fault_language language = (enum fault_language)k;
            check_style(fault_message(fault, language),
                        fault_remedy(fault, language));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_told_in_file_order),
        cmocka_unit_test(faults_at_one_place_keep_their_order),
        cmocka_unit_test(a_list_keeps_its_own_copies),
        cmocka_unit_test(levels_are_counted),
        cmocka_unit_test(a_million_faults_are_counted_but_not_kept),
        cmocka_unit_test(nobody_may_want_to_know),
        cmocka_unit_test(arguments_are_filled_in_once),
        cmocka_unit_test(arguments_are_told_in_the_readers_language),
        cmocka_unit_test(arguments_are_short_and_harmless),
        cmocka_unit_test(every_fault_says_the_same_in_both_languages),
        cmocka_unit_test(every_fault_is_a_clause_with_a_remedy),
        cmocka_unit_test(messages_are_clauses_without_full_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
