// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "language/language.h"
#include "language/phrase.h"
#include "language/when.h"
#include "support/test.h"

enum {
    LANGUAGES = 5
};

static const char *const CODES[LANGUAGES] = {"fr", "oc", "en", "es", "ca"};

// What is said of a when, in fr, oc, en, es and ca.
struct row {
    struct when when;
    const char *expected[LANGUAGES];
};

#define UNTIMED .start_minute = MINUTE_UNKNOWN, .end_minute = MINUTE_UNKNOWN

// clang-format off
static const struct row DAYS[] = {
{{.precision = PRECISION_DAY, .first_day = {2026, 1, 20}, .last_day = {2026, 1, 20}, UNTIMED}, {
    "mardi 20 janvier", "dimars 20 de genièr", "Tuesday 20 January",
    "martes, 20 de enero", "dimarts, 20 de gener"}},
{{.precision = PRECISION_DAY, .first_day = {2027, 1, 20}, .last_day = {2027, 1, 20}, UNTIMED}, {
    "mercredi 20 janvier 2027", "dimècres 20 de genièr de 2027",
    "Wednesday 20 January 2027", "miércoles, 20 de enero de 2027",
    "dimecres, 20 de gener del 2027"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 4, 1}, .last_day = {2026, 4, 1}, UNTIMED}, {
    "mercredi 1er avril", "dimècres 1r d’abril", "Wednesday 1 April",
    "miércoles, 1 de abril", "dimecres, 1 d’abril"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 11, 15}, .last_day = {2026, 11, 19}, UNTIMED}, {
    "du 15 au 19 novembre", "del 15 al 19 de novembre",
    "15–19 November", "del 15 al 19 de noviembre",
    "del 15 al 19 de novembre"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 11, 30}, .last_day = {2026, 12, 2}, UNTIMED}, {
    "du 30 novembre au 2 décembre", "del 30 de novembre al 2 de decembre",
    "30 November – 2 December", "del 30 de noviembre al 2 de diciembre",
    "del 30 de novembre al 2 de desembre"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 11, 1}, .last_day = {2026, 11, 30}, UNTIMED}, {
    "du 1er au 30 novembre", "del 1r al 30 de novembre", "1–30 November",
    "del 1 al 30 de noviembre", "de l’1 al 30 de novembre"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 4, 8}, .last_day = {2026, 4, 11}, UNTIMED}, {
    "du 8 au 11 avril", "del 8 a l’11 d’abril", "8–11 April",
    "del 8 al 11 de abril", "del 8 a l’11 d’abril"}},
{{.precision = PRECISION_DAY, .first_day = {2025, 11, 15}, .last_day = {2025, 11, 19}, UNTIMED}, {
    "du 15 au 19 novembre 2025", "del 15 al 19 de novembre de 2025",
    "15–19 November 2025", "del 15 al 19 de noviembre de 2025",
    "del 15 al 19 de novembre del 2025"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 12, 28}, .last_day = {2027, 1, 3}, UNTIMED}, {
    "du 28 décembre au 3 janvier 2027",
    "del 28 de decembre al 3 de genièr de 2027",
    "28 December – 3 January 2027",
    "del 28 de diciembre al 3 de enero de 2027",
    "del 28 de desembre al 3 de gener del 2027"}},
{{.precision = PRECISION_DAY, .first_day = {2025, 12, 28}, .last_day = {2026, 1, 3}, UNTIMED}, {
    "du 28 décembre 2025 au 3 janvier 2026",
    "del 28 de decembre de 2025 al 3 de genièr de 2026",
    "28 December 2025 – 3 January 2026",
    "del 28 de diciembre de 2025 al 3 de enero de 2026",
    "del 28 de desembre del 2025 al 3 de gener del 2026"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 12, 2}, .last_day = {2026, 12, 2}, .until_day = true, UNTIMED}, {
    "jusqu’au 2 décembre", "fins al 2 de decembre", "until 2 December",
    "hasta el 2 de diciembre", "fins al 2 de desembre"}},
{{.precision = PRECISION_DAY, .first_day = {2027, 3, 3}, .last_day = {2027, 3, 3}, .from_day = true, UNTIMED}, {
    "à partir du 3 mars 2027", "a partir del 3 de març de 2027",
    "from 3 March 2027", "a partir del 3 de marzo de 2027",
    "a partir del 3 de març del 2027"}},
{{.precision = PRECISION_WEEK, .first_day = {2016, 4, 11}, .last_day = {2016, 4, 17}, UNTIMED}, {
    "semaine du 11 avril 2016", "setmana de l’11 d’abril de 2016",
    "week of 11 April 2016", "semana del 11 de abril de 2016",
    "setmana de l’11 d’abril del 2016"}},
{{.precision = PRECISION_WEEK, .first_day = {2026, 4, 13}, .last_day = {2026, 4, 19}, .wording = "S16", UNTIMED}, {
    "semaine du 13 avril", "setmana del 13 d’abril", "week of 13 April",
    "semana del 13 de abril", "setmana del 13 d’abril"}},
{{.precision = PRECISION_MONTH, .first_day = {2026, 4, 1}, .last_day = {2026, 4, 30}, UNTIMED}, {
    "avril", "abril", "April", "abril", "abril"}},
{{.precision = PRECISION_MONTH, .first_day = {2027, 4, 1}, .last_day = {2027, 4, 30}, UNTIMED}, {
    "avril 2027", "abril de 2027", "April 2027", "abril de 2027",
    "abril del 2027"}},
{{.precision = PRECISION_MONTH, .first_day = {2026, 4, 1}, .last_day = {2026, 4, 30}, .wording = "courant avril", UNTIMED}, {
    "courant avril", "courant avril", "courant avril", "courant avril",
    "courant avril"}},
{{.precision = PRECISION_NONE, .wording = "20 janvier", UNTIMED}, {
    "20 janvier", "20 janvier", "20 janvier", "20 janvier", "20 janvier"}},
{{.precision = PRECISION_NONE, .date_to_come = true, UNTIMED}, {
    "date à venir", "data de venir", "date to be announced",
    "fecha por confirmar", "data per confirmar"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 1, 20}, .last_day = {2026, 1, 20}, .start_minute = 18 * 60 + 30, .end_minute = 20 * 60 + 30}, {
    "mardi 20 janvier · 18h30–20h30", "dimars 20 de genièr · 18h30–20h30",
    "Tuesday 20 January · 18:30–20:30", "martes, 20 de enero · 18:30–20:30",
    "dimarts, 20 de gener · 18:30–20:30"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 11, 15}, .last_day = {2026, 11, 19}, .start_minute = 9 * 60, .end_minute = 17 * 60}, {
    "du 15 au 19 novembre · 9h–17h", "del 15 al 19 de novembre · 9h–17h",
    "15–19 November · 09:00–17:00", "del 15 al 19 de noviembre · 09:00–17:00",
    "del 15 al 19 de novembre · 09:00–17:00"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 5, 3}, .last_day = {2026, 5, 3}, .start_minute = MINUTE_UNKNOWN, .end_minute = 22 * 60}, {
    "dimanche 3 mai · jusqu’à 22h", "dimenge 3 de mai · fins a 22h",
    "Sunday 3 May · until 22:00", "domingo, 3 de mayo · hasta las 22:00",
    "diumenge, 3 de maig · fins a les 22:00"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 3, 2}, .last_day = {2026, 3, 2}, .start_minute = 14 * 60, .end_minute = MINUTE_UNKNOWN, .from_time = true}, {
    "lundi 2 mars · dès 14h", "diluns 2 de març · a partir de 14h",
    "Monday 2 March · from 14:00", "lunes, 2 de marzo · desde las 14:00",
    "dilluns, 2 de març · des de les 14:00"}},
{{.precision = PRECISION_DAY, .first_day = {2026, 2, 4}, .last_day = {2026, 2, 4}, .time_to_come = true, UNTIMED}, {
    "mercredi 4 février · horaire à venir",
    "dimècres 4 de febrièr · ora de venir",
    "Wednesday 4 February · time to be announced",
    "miércoles, 4 de febrero · hora por confirmar",
    "dimecres, 4 de febrer · hora per confirmar"}},
};
// clang-format on

static struct phrasing speaking(void **state, const char *code)
{
    return (struct phrasing){.language = languages_find(*state, code),
                             .this_year = 2026};
}

static void dates_are_said_in_five_languages(void **state)
{
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        for (int j = 0; j < LANGUAGES; j++) {
            struct phrasing phrasing = speaking(state, CODES[j]);
            struct text_buffer out = {0};
            phrase_when(&phrasing, &DAYS[i].when, &out);
            assert_string_equal(out.text, DAYS[i].expected[j]);
            text_buffer_release(&out);
        }
    }
}

static void assert_time(const struct phrasing *phrasing, int minute,
                        const char *expected)
{
    struct text_buffer out = {0};
    phrase_time(phrasing, minute, &out);
    assert_string_equal(out.text, expected);
    text_buffer_release(&out);
}

static void times_follow_the_language_or_the_setting(void **state)
{
    struct phrasing french = speaking(state, "fr");
    assert_time(&french, 18 * 60 + 30, "18h30");
    assert_time(&french, 18 * 60, "18h");
    assert_time(&french, 9 * 60 + 5, "9h05");
    assert_time(&french, 0, "00h");
    assert_time(&french, 24 * 60, "00h");
    assert_time(&french, 25 * 60 + 30, "1h30");
    assert_time(&french, -60, "23h");
    french.time_format = TIME_FORMAT_H_SPACED;
    assert_time(&french, 18 * 60 + 30, "18\u202Fh\u202F30");
    assert_time(&french, 18 * 60, "18\u202Fh");
    french.time_format = TIME_FORMAT_COLON;
    assert_time(&french, 18 * 60, "18:00");
    struct phrasing english = speaking(state, "en");
    assert_time(&english, 9 * 60, "09:00");
    assert_time(&english, 24 * 60, "00:00");
    english.time_format = TIME_FORMAT_H;
    assert_time(&english, 18 * 60, "18h");
}

static void an_event_without_time_says_none(void **state)
{
    struct phrasing phrasing = speaking(state, "fr");
    struct when when = {.precision = PRECISION_DAY, UNTIMED};
    struct text_buffer out = {0};
    phrase_times(&phrasing, &when, &out);
    assert_int_equal(out.length, 0);
    text_buffer_release(&out);
}

static void assert_word(const struct phrasing *phrasing, enum word word,
                        const char *first, const char *second,
                        const char *expected)
{
    struct text_buffer out = {0};
    phrase_word(phrasing, word, first, second, &out);
    assert_string_equal(text_buffer_text(&out), expected);
    text_buffer_release(&out);
}

static void words_are_filled_in(void **state)
{
    struct phrasing french = speaking(state, "fr");
    assert_word(&french, WORD_TONIGHT, NULL, NULL, "ce soir");
    assert_word(&french, WORD_DAY_OF, "2", "3", "jour 2 sur 3");
    assert_word(&french, WORD_NOW_UNTIL, "20h30", NULL,
                "en ce moment – jusqu’à 20h30");
    assert_word(&french, WORD_IN_MINUTES, "35", NULL, "dans 35\u00A0min");
    // What is filled in is not looked at again.
    assert_word(&french, WORD_WITH, "{1} {2} | {day}", NULL,
                "avec {1} {2} | {day}");
    assert_word(&french, WORD_WITH, NULL, NULL, "avec ");
}

static void one_is_told_from_many(void **state)
{
    static const char *const ONE[LANGUAGES] = {"dans 1 jour", "d’aquí 1 jorn",
                                               "in 1 day", "dentro de 1 día",
                                               "d’aquí a 1 dia"};
    static const char *const MANY[LANGUAGES] = {
        "dans 3 jours", "d’aquí 3 jorns", "in 3 days", "dentro de 3 días",
        "d’aquí a 3 dies"};
    for (int i = 0; i < LANGUAGES; i++) {
        struct phrasing phrasing = speaking(state, CODES[i]);
        assert_word(&phrasing, WORD_IN_DAYS, "1", NULL, ONE[i]);
        assert_word(&phrasing, WORD_IN_DAYS, "3", NULL, MANY[i]);
    }
}

static void a_day_without_weekday_has_its_year(void **state)
{
    struct phrasing phrasing = speaking(state, "ca");
    struct text_buffer out = {0};
    phrase_day_plain(&phrasing, (struct date){2026, 4, 1}, &out);
    text_buffer_add(&out, ", ");
    phrase_day_plain(&phrasing, (struct date){2027, 4, 11}, &out);
    assert_string_equal(out.text, "1 d’abril, 11 d’abril del 2027");
    text_buffer_release(&out);
}

static void assert_capitalised(const char *text, size_t offset,
                               const char *expected)
{
    struct text_buffer out = {0};
    text_buffer_add(&out, text);
    phrase_capitalise(&out, offset);
    assert_string_equal(text_buffer_text(&out), expected);
    text_buffer_release(&out);
}

static void the_first_letter_becomes_a_capital(void **state)
{
    (void)state;
    assert_capitalised("mardi 20", 0, "Mardi 20");
    assert_capitalised("à confirmer", 0, "À confirmer");
    assert_capitalised("œuvre", 0, "Œuvre");
    assert_capitalised("· à venir", 3, "· À venir");
    assert_capitalised("¡aquí!", 0, "¡Aquí!");
    assert_capitalised("«\u00A0la nuit\u00A0»", 0, "«\u00A0La nuit\u00A0»");
    assert_capitalised("15–19 November", 0, "15–19 November");
    assert_capitalised("Déjà", 0, "Déjà");
    assert_capitalised("", 0, "");
    assert_capitalised("a", 1, "a");
    assert_capitalised("a", 9, "a");
    assert_capitalised("(", 0, "(");
}

static int load_languages(void **state)
{
    *state = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    return *state != NULL ? 0 : -1;
}

static int free_languages(void **state)
{
    languages_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_said_in_five_languages),
        cmocka_unit_test(times_follow_the_language_or_the_setting),
        cmocka_unit_test(an_event_without_time_says_none),
        cmocka_unit_test(words_are_filled_in),
        cmocka_unit_test(one_is_told_from_many),
        cmocka_unit_test(a_day_without_weekday_has_its_year),
        cmocka_unit_test(the_first_letter_becomes_a_capital),
    };
    return cmocka_run_group_tests(tests, load_languages, free_languages);
}
