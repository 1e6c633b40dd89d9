// SPDX-License-Identifier: MIT
// What the host reads, and what the organisers are sent.
#include "support/folder.h"
#include "support/test.h"

#include <fcntl.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "language/language.h"
#include "store/receipt.h"

static struct languages *languages;

static int load(void **state)
{
    (void)state;
    languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    return languages != NULL ? 0 : 1;
}

static int unload(void **state)
{
    (void)state;
    languages_free(languages);
    return 0;
}

static struct receipt *receipt_in(const char *code,
                                  const struct receipt_facts *facts)
{
    struct receipt_words words = {.language = strcmp(code, "fr") == 0
                                                  ? FAULT_IN_FRENCH
                                                  : FAULT_IN_ENGLISH,
                                  .dates = languages_find(languages, code),
                                  .this_year = 2026};
    return receipt_new(facts, &words);
}

static void assert_summary(const char *code, const struct receipt_facts *facts,
                           const char *expected)
{
    struct receipt *receipt = receipt_in(code, facts);
    assert_string_equal(receipt->summary, expected);
    receipt_free(receipt);
}

static struct receipt_facts taken(void)
{
    return (struct receipt_facts){
        .decision = DECISION_TAKEN,
        .event_count = 12,
        .first_day = {2026, 1, 20},
        .last_day = {2026, 4, 23},
        .is_stick = true
    };
}

static void add(struct diag_list *diags, enum fault fault, size_t line,
                const char *argument)
{
    diag_add(diags, fault, (struct place){"programme.yaml", line, 1}, argument,
             NULL, NULL);
}

static void a_taken_programme_is_told_by_its_events_and_days(void **state)
{
    (void)state;
    struct receipt_facts facts = taken();
    assert_summary("fr", &facts,
                   "Programme mis à jour : 12 soirées, du 20 janvier au 23 "
                   "avril.");
    assert_summary("en", &facts,
                   "Programme updated: 12 events, from 20 January to 23 "
                   "April.");
    facts.event_count = 1;
    facts.first_day = facts.last_day = (struct date){2027, 3, 1};
    assert_summary("fr", &facts,
                   "Programme mis à jour : 1 soirée, le 1er mars 2027.");
    facts.first_day = facts.last_day = (struct date){0};
    facts.decision = DECISION_SAME;
    assert_summary("fr", &facts, "Programme déjà à jour : 1 soirée.");
}

static void far_fewer_events_than_before_are_remarked_on(void **state)
{
    (void)state;
    struct receipt_facts facts = taken();
    facts.event_count = 5;
    facts.former_event_count = 11;
    assert_summary("fr", &facts,
                   "Programme mis à jour : 5 soirées, du 20 janvier au 23 "
                   "avril. Le programme d’avant en avait 11.");
}

static void a_missing_poster_is_named_once(void **state)
{
    (void)state;
    struct receipt_facts facts = taken();
    struct diag_list *diags = diag_list_new();
    add(diags, FAULT_PICTURE_MISSING, 3, "jazz.jpg");
    add(diags, FAULT_PICTURE_MISSING, 9, "jazz.jpg");
    facts.diags = diags;
    assert_summary("fr", &facts,
                   "Programme mis à jour : 12 soirées, du 20 janvier au 23 "
                   "avril. 1 affiche manque : jazz.jpg.");
    add(diags, FAULT_PICTURE_MISSING, 1, "a.jpg");
    add(diags, FAULT_PICTURE_MISSING, 2, "b\033[31m.jpg");
    add(diags, FAULT_PICTURE_MISSING, 4, "c.jpg");
    struct receipt *receipt = receipt_in("fr", &facts);
    assert_non_null(strstr(receipt->summary, "4 affiches manquent : a.jpg, b"));
    assert_non_null(strstr(receipt->summary, ", jazz.jpg et 1 autre."));
    assert_null(strchr(receipt->summary, '\033'));
    assert_int_equal(receipt->fault_count, 0);
    assert_null(receipt->message); // nothing has to be mended
    receipt_free(receipt);
    diag_list_free(diags);
}

static void a_picture_too_large_is_not_missing(void **state)
{
    (void)state;
    static const char *const LARGE[] = {"mur.png"};
    struct receipt_facts facts = taken();
    struct diag_list *diags = diag_list_new();
    add(diags, FAULT_PICTURE_MISSING, 3, "mur.png");
    facts.diags = diags;
    facts.too_large = LARGE;
    facts.too_large_count = 1;
    assert_summary("fr", &facts,
                   "Programme mis à jour : 12 soirées, du 20 janvier au 23 "
                   "avril. 1 image dépasse 64 Mo et n’a pas été prise : "
                   "mur.png.");
    diag_list_free(diags);
}

static void the_first_three_errors_are_told_with_their_lines(void **state)
{
    (void)state;
    struct receipt_facts facts = taken();
    struct diag_list *diags = diag_list_new();
    add(diags, FAULT_KEY_UNKNOWN, 1, "titel"); // warns only
    for (size_t i = 2; i <= 6; i++) {
        add(diags, FAULT_DATE_MISSING, i, "Jazz");
    }
    facts.decision = DECISION_TAKEN_IN_PART;
    facts.diags = diags;
    struct receipt *receipt = receipt_in("fr", &facts);
    assert_non_null(strstr(receipt->summary, " 5 erreurs : "));
    assert_int_equal(receipt->fault_count, 3);
    assert_int_equal(receipt->more_faults, 2);
    assert_non_null(strstr(receipt->faults[0], "programme.yaml, ligne 2 : "));
    assert_non_null(strstr(receipt->faults[2], "programme.yaml, ligne 4 : "));
    assert_non_null(strstr(receipt->report, "programme.yaml, ligne 6 : "));
    assert_non_null(strstr(receipt->report, "programme.yaml, ligne 1 : "));
    receipt_free(receipt);
    diag_list_free(diags);
}

static void the_stick_may_go_unless_it_went_too_early(void **state)
{
    (void)state;
    struct receipt_facts facts = taken();
    for (int i = 0; i < DECISION_COUNT; i++) {
        facts.decision = (enum decision)i;
        struct receipt *receipt = receipt_in("fr", &facts);
        assert_string_equal(
            receipt->advice,
            i == DECISION_SOURCE_GONE ? "" : "Vous pouvez retirer la clé.");
        receipt_free(receipt);
    }
    facts.is_stick = false;
    struct receipt *receipt = receipt_in("fr", &facts);
    assert_string_equal(receipt->advice, "");
    receipt_free(receipt);
}

static void every_refusal_says_that_nothing_changes(void **state)
{
    (void)state;
    struct receipt_facts facts = {0};
    for (int i = 0; i < DECISION_COUNT; i++) {
        facts.decision = (enum decision)i;
        struct receipt *french = receipt_in("fr", &facts);
        struct receipt *english = receipt_in("en", &facts);
        bool good = decision_is_good(facts.decision);
        assert_true(good ==
                    (strstr(french->summary, "rien ne change") == NULL));
        assert_true(good ==
                    (strstr(english->summary, "nothing changes") == NULL));
        assert_null(strchr(french->summary, '{'));
        receipt_free(english);
        receipt_free(french);
    }
}

static struct receipt *with_errors(size_t count, const char *contact,
                                   const char *title)
{
    struct receipt_facts facts = taken();
    struct diag_list *diags = diag_list_new();
    for (size_t i = 1; i <= count; i++) {
        add(diags, FAULT_DATE_UNREADABLE, i, "là où l’été & l’hiver = 100 %");
    }
    facts.decision = DECISION_TAKEN_IN_PART;
    facts.diags = diags;
    facts.contact = contact;
    facts.title = title;
    facts.venue = "Café d’à côté";
    struct receipt *receipt = receipt_in("fr", &facts);
    diag_list_free(diags);
    return receipt;
}

static void the_message_is_a_link_a_telephone_understands(void **state)
{
    (void)state;
    struct receipt *receipt =
        with_errors(1, "mailto:moi@exemple.org?x=y", "Été & co");
    assert_int_equal(strncmp(receipt->message,
                             "mailto:moi@exemple.org?subject="
                             "Programme%20%C3%A0%20corriger%20:%20"
                             "%C3%89t%C3%A9%20%26%20co&body=Programme%20mis",
                             100),
                     0);
    assert_non_null(strstr(receipt->message, "%0D%0A"));
    assert_non_null(strstr(receipt->message, "%26%20l%E2%80%99hiver%20%3D"));
    assert_null(strpbrk(receipt->message, " \n\"<>#\\"));
    receipt_free(receipt);
    receipt = with_errors(1, "https://exemple.org", NULL);
    assert_int_equal(strncmp(receipt->message, "mailto:?subject=", 16), 0);
    receipt_free(receipt);
}

static void the_message_fits_its_code_whatever_is_in_it(void **state)
{
    (void)state;
    char *long_title = xcalloc(3001, 1);
    char *long_contact = xasprintf("mailto:%0*d@exemple.org", 3000, 1);
    for (size_t i = 0; i < 3000; i += 3) {
        memcpy(long_title + i, "’", 3);
    }
    for (size_t errors = 1; errors < 60; errors += 7) {
        struct receipt *receipt = with_errors(errors, long_contact, long_title);
        size_t length = strlen(receipt->message);
        assert_true(length <= RECEIPT_MESSAGE_BYTES_MAX);
        assert_true(length > 400);
        bool all = strstr(receipt->message, "autres%0D%0A") == NULL;
        assert_true(all == (errors == 1));
        receipt_free(receipt);
    }
    free(long_contact);
    free(long_title);
}

static void the_report_is_left_over_a_plain_file_only(void **state)
{
    (void)state;
    char *folder = folder_make();
    struct receipt_facts facts = taken();
    struct receipt *receipt = receipt_in("fr", &facts);
    int opened = open(folder, O_RDONLY | O_DIRECTORY);
    char *path = path_join(folder, "compte-rendu.txt");
    assert_true(receipt_leave(receipt, opened));
    assert_true(receipt_leave(receipt, opened));
    assert_true(path_is_file(path));
    assert_int_equal(unlink(path), 0);
    folder_write(folder, "compte-rendu.txt/x", ""); // a folder of that name
    assert_false(receipt_leave(receipt, opened));
    close(opened);
    free(path);
    receipt_free(receipt);
    folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_taken_programme_is_told_by_its_events_and_days),
        cmocka_unit_test(far_fewer_events_than_before_are_remarked_on),
        cmocka_unit_test(a_missing_poster_is_named_once),
        cmocka_unit_test(a_picture_too_large_is_not_missing),
        cmocka_unit_test(the_first_three_errors_are_told_with_their_lines),
        cmocka_unit_test(the_stick_may_go_unless_it_went_too_early),
        cmocka_unit_test(every_refusal_says_that_nothing_changes),
        cmocka_unit_test(the_message_is_a_link_a_telephone_understands),
        cmocka_unit_test(the_message_fits_its_code_whatever_is_in_it),
        cmocka_unit_test(the_report_is_left_over_a_plain_file_only),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
