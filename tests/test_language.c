// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/vocabulary.h"
#include "support/test.h"

static const char FOLDER[] = KIOSK_ASSETS_DIR "/languages";

static char *file_text(const char *path)
{
    struct text_buffer text = {0};
    char bytes[4096];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    while (length > 0) {
        text_buffer_add_bytes(&text, bytes, length);
        length = fread(bytes, 1, sizeof bytes, file);
    }
    fclose(file);
    return text_buffer_take(&text);
}

static void write_file(const char *folder, const char *name, const char *text)
{
    char *path = path_join(folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    free(path);
}

static void remove_file(const char *folder, const char *name)
{
    char *path = path_join(folder, name);
    unlink(path);
    free(path);
}

static struct languages *ours(struct diag_list *diags)
{
    struct languages *languages = languages_new(FOLDER, diags);
    assert_non_null(languages);
    return languages;
}

static void the_five_languages_have_no_fault(void **state)
{
    (void)state;
    struct diag_list *diags = diag_list_new();
    struct languages *languages = ours(diags);
    assert_null(diag_at(diags, 0));
    assert_int_equal(languages_count(languages), 5);
    languages_free(languages);
    diag_list_free(diags);
}

static void french_is_first_and_the_others_follow_by_code(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    struct text_buffer codes = {0};
    for (size_t i = 0; i < languages_count(languages); i++) {
        const struct language *language = languages_at(languages, i);
        text_buffer_printf(&codes, "%s %s, ", language->code, language->name);
    }
    assert_string_equal(text_buffer_text(&codes),
                        "fr Français, ca Català, en English, es Español, "
                        "oc Occitan, ");
    text_buffer_release(&codes);
    languages_free(languages);
}

static void an_unknown_code_has_no_language(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    assert_null(languages_find(languages, "br"));
    assert_null(languages_find(languages, ""));
    assert_string_equal(languages_find(languages, "oc")->code, "oc");
    languages_free(languages);
}

static void names_have_their_own_forms(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    const struct language *oc = languages_find(languages, "oc");
    assert_string_equal(oc->months[3], "abril");
    assert_string_equal(oc->months_in_date[3], "d’abril");
    assert_string_equal(oc->months_short[6], "julh.");
    assert_string_equal(oc->weekdays[6], "dimenge");
    assert_string_equal(oc->first_of_month, "1r");
    assert_true(oc->elides_one);
    assert_int_equal(oc->time_mark, 'h');
    // Where a language has one form only, it serves everywhere.
    const struct language *en = languages_find(languages, "en");
    assert_string_equal(en->months_in_date[3], "April");
    assert_int_equal(en->time_mark, ':');
    assert_int_equal(en->afternoon_hour, 12);
    assert_int_equal(en->evening_hour, 18);
    languages_free(languages);
}

// Which slots a word has.
static char *slots_of(const char *text)
{
    struct text_buffer slots = {0};
    text_buffer_add(&slots, strstr(text, "{1}") != NULL ? "{1}" : "");
    text_buffer_add(&slots, strstr(text, "{2}") != NULL ? "{2}" : "");
    return text_buffer_take(&slots);
}

static void translations_fill_in_what_french_does(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    const struct language *french = languages_at(languages, 0);
    for (size_t i = 1; i < languages_count(languages); i++) {
        const struct language *language = languages_at(languages, i);
        for (int word = 0; word < WORD_COUNT; word++) {
            char *ours_slots = slots_of(french->words[word]);
            char *theirs = slots_of(language->words[word]);
            assert_string_equal(theirs, ours_slots);
            free(ours_slots);
            free(theirs);
        }
    }
    languages_free(languages);
}

static void patterns_name_the_day_or_the_time(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    for (size_t i = 0; i < languages_count(languages); i++) {
        const struct language *language = languages_at(languages, i);
        for (int pattern = 0; pattern < PATTERN_COUNT; pattern++) {
            const char *text = language->patterns[pattern];
            assert_true(strstr(text, "{day}") != NULL ||
                        strstr(text, "{month_alone}") != NULL ||
                        strstr(text, "{1}") != NULL);
        }
        assert_non_null(
            strstr(language->patterns[PATTERN_DAYS_YEARS], "{year2}"));
    }
    languages_free(languages);
}

static void words_use_typographic_apostrophes(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    for (size_t i = 0; i < languages_count(languages); i++) {
        const struct language *language = languages_at(languages, i);
        for (int word = 0; word < WORD_COUNT; word++) {
            assert_null(strchr(language->words[word], '\''));
        }
    }
    languages_free(languages);
}

static void french_signs_have_unbreakable_spaces(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    const struct language *french = languages_at(languages, 0);
    for (int word = 0; word < WORD_COUNT; word++) {
        assert_null(strstr(french->words[word], " !"));
        assert_null(strstr(french->words[word], " ?"));
        assert_null(strstr(french->words[word], " :"));
    }
    languages_free(languages);
}

static void instructions_have_three_lines(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    for (size_t i = 0; i < languages_count(languages); i++) {
        const char *steps =
            languages_at(languages, i)->words[WORD_NOTHING_YET_STEPS];
        size_t breaks = 0;
        for (const char *at = steps; *at != '\0'; at++) {
            breaks += *at == '\n';
        }
        assert_int_equal(breaks, 2);
    }
    languages_free(languages);
}

static void a_folder_without_french_gives_nothing(void **state)
{
    write_file(*state, "xx.yaml", "name: Xx\n");
    assert_null(languages_new(*state, NULL));
    assert_null(languages_new("/nonexistent", NULL));
    remove_file(*state, "xx.yaml");
}

static void french_must_be_complete(void **state)
{
    char *text = file_text(KIOSK_ASSETS_DIR "/languages/fr.yaml");
    char *line = strstr(text, "  tomorrow:");
    assert_non_null(line);
    line[2] = 'T';
    write_file(*state, "fr.yaml", text);
    assert_null(languages_new(*state, NULL));
    remove_file(*state, "fr.yaml");
    free(text);
}

static void what_a_language_lacks_is_french(void **state)
{
    char *text = file_text(KIOSK_ASSETS_DIR "/languages/fr.yaml");
    write_file(*state, "fr.yaml", text);
    free(text);
    write_file(*state, "br.yaml",
               "name: Brezhoneg\n"
               "months: [Genver]\n"
               "weekdays: [Lun, Meurzh, Merc’her, Yaou, Gwener, Sadorn, Sul]\n"
               "evening_hour: late\n"
               "words:\n  today: hiziv\n  todai: hiziv\n  tomorrow: [x]\n");
    struct diag_list *diags = diag_list_new();
    struct languages *languages = languages_new(*state, diags);
    const struct language *br = languages_find(languages, "br");
    assert_string_equal(br->words[WORD_TODAY], "hiziv");
    assert_string_equal(br->words[WORD_TOMORROW], "demain");
    assert_string_equal(br->patterns[PATTERN_DAY], "{weekday} {day} {month}");
    assert_string_equal(br->months[0], "janvier");
    assert_string_equal(br->months_in_date[0], "janvier");
    assert_string_equal(br->weekdays_short[0], "Lun");
    assert_int_equal(br->evening_hour, 18);
    assert_true(diag_count(diags, FAULT_WARNING) > WORD_COUNT);
    assert_int_equal(diag_count(diags, FAULT_ERROR), 0);
    languages_free(languages);
    diag_list_free(diags);
    remove_file(*state, "br.yaml");
    remove_file(*state, "fr.yaml");
}

static void a_broken_language_is_left_out(void **state)
{
    char *text = file_text(KIOSK_ASSETS_DIR "/languages/fr.yaml");
    write_file(*state, "fr.yaml", text);
    free(text);
    write_file(*state, "aa.yaml", "- a list\n");
    write_file(*state, "bb.yaml", "name: &anchor x\n- not a map\n");
    write_file(*state, "cc.yaml", "");
    write_file(*state, ".dd.yaml", "name: hidden\n");
    struct diag_list *diags = diag_list_new();
    struct languages *languages = languages_new(*state, diags);
    assert_null(languages_find(languages, "aa"));
    assert_null(languages_find(languages, "cc"));
    assert_null(languages_find(languages, ".dd"));
    assert_true(diag_count(diags, FAULT_ERROR) >= 2);
    languages_free(languages);
    diag_list_free(diags);
    static const char *const NAMES[] = {"fr.yaml", "aa.yaml", "bb.yaml",
                                        "cc.yaml", ".dd.yaml"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        remove_file(*state, NAMES[i]);
    }
}

static void a_word_may_mean_several_things(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    const struct vocabulary *words = languages_vocabulary(languages);
    const struct term *mar = vocabulary_match(words, "mar. 20");
    assert_int_equal(mar->month, 3);
    assert_int_equal(mar->weekday, 2);
    const struct term *des = vocabulary_match(words, "des 14h");
    assert_int_equal(des->month, 12);
    assert_true((des->meanings & 1U << MEANING_SINCE) != 0);
    languages_free(languages);
}

static void the_longest_words_win(void **state)
{
    (void)state;
    struct languages *languages = ours(NULL);
    const struct vocabulary *words = languages_vocabulary(languages);
    const struct term *term = vocabulary_match(words, "heure a venir)");
    assert_true((term->meanings & 1U << MEANING_TIME_TO_COME) != 0);
    term = vocabulary_match(words, "heures");
    assert_string_equal(term->text, "heures");
    assert_null(vocabulary_match(words, "heureux"));
    assert_null(vocabulary_match(words, ""));
    languages_free(languages);
}

static int make_folder(void **state)
{
    char *folder = xstrdup("/tmp/test_language.XXXXXX");
    *state = mkdtemp(folder);
    return *state != NULL ? 0 : -1;
}

static int remove_folder(void **state)
{
    rmdir(*state);
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_five_languages_have_no_fault),
        cmocka_unit_test(french_is_first_and_the_others_follow_by_code),
        cmocka_unit_test(an_unknown_code_has_no_language),
        cmocka_unit_test(names_have_their_own_forms),
        cmocka_unit_test(translations_fill_in_what_french_does),
        cmocka_unit_test(patterns_name_the_day_or_the_time),
        cmocka_unit_test(words_use_typographic_apostrophes),
        cmocka_unit_test(french_signs_have_unbreakable_spaces),
        cmocka_unit_test(instructions_have_three_lines),
        cmocka_unit_test(a_folder_without_french_gives_nothing),
        cmocka_unit_test(french_must_be_complete),
        cmocka_unit_test(what_a_language_lacks_is_french),
        cmocka_unit_test(a_broken_language_is_left_out),
        cmocka_unit_test(a_word_may_mean_several_things),
        cmocka_unit_test(the_longest_words_win),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
