// SPDX-License-Identifier: MIT
#include "programme/programme.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "support/programmes.h"
#include "support/test.h"

// A programme without events, which is told last of all.
static void assert_faults_of(const char *yaml, const char *faults)
{
    struct sample sample = sample_of(yaml);
    char *found = sample_faults(&sample);
    if (strcmp(found, faults) != 0) {
        fail_msg("the faults of '%s' are '%s'", yaml, found);
    }
    free(found);
    sample_release(&sample);
}

static void programme_has_its_words(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("Titre: {fr: Soirées, oc: Seradas}\nsous-titre: b\n"
                  "présentation: >\n  Une longue\n  phrase.\n"
                  "organisé par: a; b\nlangue: occitan\nmaj: 5 janvier 2026\n"
                  "mail: a@b.fr\nlien: https://a.fr/x?fbclid=1\n"
                  "format: 1\nfuseau: Europe/Brussels\n");
    const struct programme *programme = sample.programme;
    assert_faults(&sample, "1:no-events");
    assert_string_equal(wording_in(&programme->title, "fr"), "Soirées");
    assert_string_equal(wording_in(&programme->title, "en"), "Seradas");
    assert_string_equal(wording_in(&programme->subtitle, ""), "b");
    assert_string_equal(wording_in(&programme->intro, ""),
                        "Une longue phrase.");
    assert_int_equal(programme->organisers.count, 2);
    assert_string_equal(programme->language, "oc");
    assert_string_equal(programme->zone.name, "Europe/Brussels");
    assert_int_equal(programme->updated.day, 5);
    assert_string_equal(programme->contact.payload, "mailto:a@b.fr");
    assert_string_equal(programme->registration.payload, "https://a.fr/x");
    sample_release(&sample);
}

static void language_is_a_code_or_a_name(void **state)
{
    (void)state;
    static const char *const ROWS[][2] = {
        {"fr",        "fr"},
        {"Français", "fr"},
        {"OC",        "oc"},
        {"Català",   "ca"},
        {"english",   "en"},
        {"klingon",   "fr"},
        {"",          "fr"},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct text_buffer yaml = {0};
        text_buffer_printf(&yaml, "titre: T\nlangue: %s\n", ROWS[i][0]);
        struct sample sample = sample_of(text_buffer_text(&yaml));
        assert_string_equal(sample.programme->language, ROWS[i][1]);
        sample_release(&sample);
        text_buffer_release(&yaml);
    }
}

static void year_or_season_dates_the_events(void **state)
{
    (void)state;
    static const struct {
        const char *head, *october, *march;
    } ROWS[] = {
        {"annee: 2026",                    "2026-10-12", "2026-03-03"},
        {"an: 2026",                       "2026-10-12", "2026-03-03"},
        {"saison: 2026-2027",              "2026-10-12", "2027-03-03"},
        {"season: 2026/2027",              "2026-10-12", "2027-03-03"},
        {"saison: 2026-27",                "2026-10-12", "2027-03-03"},
        {"saison: 2026 – 2027",          "2026-10-12", "2027-03-03"},
        {"saison: 2026",                   "2026-10-12", "2027-03-03"},
        {"annee: 2026-2027",               "2026-10-12", "2027-03-03"},
        {"annee: 2025\nsaison: 2026-2027", "2026-10-12", "2027-03-03"},
        {"maj: 2026-01-05",                "2026-10-12", "2026-03-03"},
        {"annee: 2027\nmaj: 2026-12-20",   "2027-10-12", "2027-03-03"},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct text_buffer yaml = {0};
        text_buffer_printf(&yaml,
                           "%s\nevenements:\n  - {titre: A, date: 12 octobre}\n"
                           "  - {titre: B, date: 3 mars}\n",
                           ROWS[i].head);
        struct sample sample = sample_of(text_buffer_text(&yaml));
        assert_faults(&sample, "");
        char days[2][16];
        for (size_t k = 0; k < 2; k++) {
            date_format(sample.programme->events[k].when.first_day, days[k]);
        }
        assert_string_equal(days[0], ROWS[i].october);
        assert_string_equal(days[1], ROWS[i].march);
        sample_release(&sample);
        text_buffer_release(&yaml);
    }
}

static void weekday_finds_the_year_near_the_programme_s_date(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("maj: 2026-12-20\nevenements:\n"
                  "  - {titre: A, date: mercredi 20 janvier}\n"
                  "  - {titre: B, date: mardi 20 janvier}\n");
    assert_faults(&sample, "");
    assert_int_equal(sample.programme->events[0].when.first_day.year, 2027);
    assert_int_equal(sample.programme->events[1].when.first_day.year, 2026);
    sample_release(&sample);
}

static void wrong_key_of_the_programme_is_told_and_nothing_is_lost(void **s)
{
    (void)s;
    static const struct {
        const char *line, *faults;
    } ROWS[] = {
        {"anee: 2026",               "2:key-unknown[anee|annee]"                     },
        {"annee: bientôt",          "2:year-unknown[bientôt]"                      },
        {"annee: 26",                "2:year-unknown[26]"                            },
        {"annee:",                   ""                                              },
        {"fuseau: Mars/Base",        "2:zone-unknown[Mars/Base]"                     },
        {"fuseau: ../../x",          "2:zone-unknown[../../x]"                       },
        {"langue: klingon",          "2:language-unknown[klingon|fr, oc, en, es, ca]"},
        {"format: 2",                "2:format-unknown[2]"                           },
        {"format:",                  ""                                              },
        {"couleurs: {encre: bleu}",  "2:not-a-colour[bleu]"                          },
        {"couleurs: {encr: '#000'}", "2:key-unknown[encr|encre]"                     },
        {"liens: {X: ici}",          "2:link-not-a-link[ici]"                        },
        {"pages: bonjour",           "2:not-a-list[pages]"                           },
        {"lieux: [a]",               "2:not-a-map[lieux]"                            },
        {"sous_titre: [a]",          "2:not-a-text[sous_titre]"                      },
        {"maj: 30 février 2026",
         "2:date-not-real[30 février 2026|février 2026]"                           },
        {"titre: encore",            "2:key-twice[titre]"                            },
        {"nom: encore",              "2:key-twice[nom]"                              },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct text_buffer yaml = {0};
        text_buffer_printf(&yaml,
                           "titre: T\n%s\nevenements: "
                           "[{titre: A, date: 3 mars 2026}]\n",
                           ROWS[i].line);
        assert_faults_of(text_buffer_text(&yaml), ROWS[i].faults);
        struct sample sample = sample_of(text_buffer_text(&yaml));
        assert_int_equal(sample.programme->event_count, 1);
        assert_string_equal(wording_in(&sample.programme->title, ""), "T");
        sample_release(&sample);
        text_buffer_release(&yaml);
    }
}

static void colour_has_three_or_six_digits(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("couleurs: {papier: '#0B6E69', encre: fa3, accent: '#12345',"
                  " gris: '#1234567', mer: '0x1234', soleil: '#ggg'}");
    struct theme_colours theme = sample.programme->theme;
    const struct colour paper = {0x0B, 0x6E, 0x69, 255};
    const struct colour ink = {0xFF, 0xAA, 0x33, 255};
    assert_memory_equal(&theme.paper, &paper, sizeof paper);
    assert_memory_equal(&theme.ink, &ink, sizeof ink);
    assert_int_equal(theme.accent.alpha, 0);
    assert_int_equal(theme.soft.alpha, 0);
    assert_int_equal(theme.second.alpha, 0);
    assert_int_equal(theme.highlight.alpha, 0);
    assert_int_equal(theme.card.alpha, 0);
    sample_release(&sample);
}

static void one_bad_event_never_hides_the_others(void **state)
{
    (void)state;
    struct sample sample = sample_of("annee: 2026\n"
                                     "evenements:\n"
                                     "  - {titre: A, date: 1er mars}\n"
                                     "  - {date: 2 mars}\n"
                                     "  - {titre: B}\n"
                                     "  - {titre: C, date: 30 février}\n"
                                     "  - juste un texte\n"
                                     "  - [une, liste]\n"
                                     "  -\n"
                                     "  - {titre: D, date: 3 mars}\n");
    assert_int_equal(sample.programme->event_count, 2);
    assert_string_equal(wording_in(&sample.programme->events[1].title, ""),
                        "D");
    char *faults = sample_faults(&sample);
    static const char *const EXPECTED[] = {"4:title-missing",
                                           "5:date-missing[B]",
                                           "6:date-not-real[30 février|",
                                           "7:",
                                           "8:not-a-map[",
                                           "9:"};
    for (size_t i = 0; i < COUNT(EXPECTED); i++) {
        if (strstr(faults, EXPECTED[i]) == NULL) {
            fail_msg("'%s' is not told: %s", EXPECTED[i], faults);
        }
    }
    free(faults);
    sample_release(&sample);
}

static void programme_of_too_many_events_is_cut(void **state)
{
    (void)state;
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "annee: 2026\nevenements:\n");
    for (int i = 0; i <= PROGRAMME_EVENTS_MAX; i++) {
        text_buffer_add(&yaml, "  - {titre: A, date: 1er mars}\n");
    }
    text_buffer_add(&yaml, "pages: [{titre: P}]\n");
    struct sample sample = sample_of(text_buffer_text(&yaml));
    assert_int_equal(sample.programme->event_count, PROGRAMME_EVENTS_MAX);
    assert_int_equal(sample.programme->page_count, 1);
    assert_faults(&sample, "10003:too-many-events[10000]");
    sample_release(&sample);
    text_buffer_release(&yaml);
}

static void too_many_dates_of_one_entry_are_cut(void **state)
{
    (void)state;
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "annee: 2026\nevenements:\n"
                           "  - titre: A\n    dates:\n");
    for (int i = 0; i <= PROGRAMME_EVENTS_MAX; i++) {
        text_buffer_add(&yaml, "      - 1er mars\n");
    }
    struct sample sample = sample_of(text_buffer_text(&yaml));
    assert_int_equal(sample.programme->event_count, PROGRAMME_EVENTS_MAX);
    assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 1);
    sample_release(&sample);
    text_buffer_release(&yaml);
}

// key: followed by so many é.
static struct sample sample_of_length(const char *key, size_t letters)
{
    struct text_buffer yaml = {0};
    text_buffer_printf(&yaml,
                       "evenements:\n  - date: 3 mars 2026\n"
                       "    titre: T\n    %s: ",
                       key);
    for (size_t i = 0; i < letters; i++) {
        text_buffer_add(&yaml, "é");
    }
    text_buffer_add(&yaml, "\n");
    struct sample sample = sample_of(text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    return sample;
}

static void too_long_text_is_cut_between_letters(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_length("note", PROGRAMME_LINE_BYTES_MAX / 2);
    assert_faults(&sample, "");
    sample_release(&sample);
    sample = sample_of_length("note", PROGRAMME_LINE_BYTES_MAX / 2 + 1);
    assert_faults(&sample, "4:text-too-long[note|4096]");
    const char *note = wording_in(&sample.programme->events[0].note, "");
    assert_int_equal(strlen(note), PROGRAMME_LINE_BYTES_MAX);
    sample_release(&sample);
    sample = sample_of_length("description", PROGRAMME_PROSE_BYTES_MAX / 2);
    assert_faults(&sample, "");
    sample_release(&sample);
    sample = sample_of_length("description", PROGRAMME_PROSE_BYTES_MAX);
    assert_faults(&sample, "4:text-too-long[description|16384]");
    sample_release(&sample);
}

static void text_is_cleaned_of_what_cannot_be_drawn(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("titre: \"  Cine\\u0301ma\\u202E \\uF0A7\\u0007noir \"");
    assert_string_equal(wording_in(&sample.programme->title, ""),
                        "Cinéma noir");
    sample_release(&sample);
}

static void value_is_the_text_that_was_typed(void **state)
{
    (void)state;
    static const char *const VALUES[] = {"18:30", "no", "04000", "0467", "1e3",
                                         "null",  "~",  "0x1F",  "true", "1_0"};
    for (size_t i = 0; i < COUNT(VALUES); i++) {
        struct text_buffer yaml = {0};
        text_buffer_printf(&yaml, "titre: %s\n", VALUES[i]);
        struct sample sample = sample_of(text_buffer_text(&yaml));
        assert_string_equal(wording_in(&sample.programme->title, ""),
                            VALUES[i]);
        sample_release(&sample);
        text_buffer_release(&yaml);
    }
}

static void programme_is_found_under_its_usual_names(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "programme.yaml",           "programme.yml",
        "programme/programme.yaml", "programme/programme.yml",
        "kiosk/programme.yaml",     "kiosk/programme.yml",
    };
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        char *folder = folder_make();
        folder_write(folder, NAMES[i], "titre: T");
        char *path = path_join(folder, NAMES[i]);
        char *within = path_folder(path);
        struct sample sample = sample_in(folder);
        assert_non_null(sample.programme);
        assert_string_equal(sample.programme->folder, within);
        free(within);
        free(path);
        sample_release(&sample);
    }
}

static void missing_folder_or_file_is_told(void **state)
{
    (void)state;
    struct sample sample = sample_in(folder_make());
    assert_null(sample.programme);
    assert_int_equal(diag_at(sample.diags, 0)->fault, FAULT_NO_PROGRAMME);
    assert_null(programme_load("/nowhere", sample.languages,
                               (struct date){2026, 1, 17}, sample.diags));
    // Nobody needs to want to know.
    assert_null(programme_load("/nowhere", sample.languages,
                               (struct date){2026, 1, 17}, NULL));
    programme_free(NULL);
    sample_release(&sample);
}

static void programme_that_is_no_map_is_nothing(void **state)
{
    (void)state;
    static const char *const ROWS[] = {"", " \n", "bonjour"};
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct sample sample = sample_of(ROWS[i]);
        assert_null(sample.programme);
        assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 1);
        sample_release(&sample);
    }
}

static void broken_file_keeps_what_stands_in_front(void **state)
{
    (void)state;
    struct sample sample = sample_of("titre: T\nannee: 2026\nevenements:\n"
                                     "  - {titre: A, date: 1er mars}\n"
                                     "  - titre: \"B\n");
    assert_non_null(sample.programme);
    assert_true(sample.programme->event_count >= 1);
    assert_true(diag_count(sample.diags, FAULT_ERROR) >= 1);
    sample_release(&sample);
}

static void sample_programme_has_no_fault(void **state)
{
    (void)state;
    struct languages *languages =
        languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    struct diag_list *diags = diag_list_new();
    struct programme *programme = programme_load(
        KIOSK_PROGRAMME_DIR, languages, (struct date){2026, 1, 17}, diags);
    assert_non_null(programme);
    assert_null(diag_at(diags, 0));
    assert_int_equal(programme->event_count, 12);
    assert_int_equal(programme->partner_count, 15);
    assert_int_equal(programme->link_count, 4);
    assert_int_equal(programme->page_count, 2);
    programme_free(programme);
    diag_list_free(diags);
    languages_free(languages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programme_has_its_words),
        cmocka_unit_test(language_is_a_code_or_a_name),
        cmocka_unit_test(year_or_season_dates_the_events),
        cmocka_unit_test(weekday_finds_the_year_near_the_programme_s_date),
        cmocka_unit_test(
            wrong_key_of_the_programme_is_told_and_nothing_is_lost),
        cmocka_unit_test(colour_has_three_or_six_digits),
        cmocka_unit_test(one_bad_event_never_hides_the_others),
        cmocka_unit_test(programme_of_too_many_events_is_cut),
        cmocka_unit_test(too_many_dates_of_one_entry_are_cut),
        cmocka_unit_test(too_long_text_is_cut_between_letters),
        cmocka_unit_test(text_is_cleaned_of_what_cannot_be_drawn),
        cmocka_unit_test(value_is_the_text_that_was_typed),
        cmocka_unit_test(programme_is_found_under_its_usual_names),
        cmocka_unit_test(missing_folder_or_file_is_told),
        cmocka_unit_test(programme_that_is_no_map_is_nothing),
        cmocka_unit_test(broken_file_keeps_what_stands_in_front),
        cmocka_unit_test(sample_programme_has_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
