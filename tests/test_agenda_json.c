// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "support/report.h"
#include "support/test.h"

// A date as it is written, and what the program makes of it: precision, first
// and last day, begins, over, whether the time is known, status, online; then
// its words.
struct row {
    const char *date, *facts, *when;
};

// The table of the programme format, with annee: 2026.
// clang-format off
static const struct row DATES[] = {
{"20 janvier 18h30-20h30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30–20h30"},
{"4 février (heure à venir)", "day 2026-02-04 2026-02-04 2026-02-04T00:00 2026-02-05T00:00 false confirmed false", "mercredi 4 février · horaire à venir"},
{"15 mars 11h", "day 2026-03-15 2026-03-15 2026-03-15T11:00 2026-03-15T13:00 true confirmed false", "dimanche 15 mars · 11h"},
{"23 avril (à valider) 18h30-19h30", "day 2026-04-23 2026-04-23 2026-04-23T18:30 2026-04-23T19:30 true tentative false", "jeudi 23 avril · 18h30–19h30"},
{"mardi 20 janvier 2026 à 18 h 30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30"},
{"mercredi 20 janvier 2026", "day 2026-01-20 2026-01-20 2026-01-20T00:00 2026-01-21T00:00 false confirmed false", "mardi 20 janvier"},
{"1er mars 2026 dès 14h", "day 2026-03-01 2026-03-01 2026-03-01T14:00 2026-03-01T16:00 true confirmed false", "dimanche 1er mars · dès 14h"},
{"2026-01-20 18:30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30"},
{"2026-01-20T18:30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30"},
{"20/01/2026 18h30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30"},
{"20/01 18h", "day 2026-01-20 2026-01-20 2026-01-20T18:00 2026-01-20T20:00 true confirmed false", "mardi 20 janvier · 18h"},
{"20.01.2026", "day 2026-01-20 2026-01-20 2026-01-20T00:00 2026-01-21T00:00 false confirmed false", "mardi 20 janvier"},
{"du 30 novembre au 2 décembre", "day 2026-11-30 2026-12-02 2026-11-30T00:00 2026-12-03T00:00 false confirmed false", "du 30 novembre au 2 décembre"},
{"du 15 au 19 novembre en ligne", "day 2026-11-15 2026-11-19 2026-11-15T00:00 2026-11-20T00:00 false confirmed true", "du 15 au 19 novembre"},
{"le 4 novembre en visio de 9h à 12h30", "day 2026-11-04 2026-11-04 2026-11-04T09:00 2026-11-04T12:30 true confirmed true", "mercredi 4 novembre · 9h–12h30"},
{"12-14 juin 2026", "day 2026-06-12 2026-06-14 2026-06-12T00:00 2026-06-15T00:00 false confirmed false", "du 12 au 14 juin"},
{"2022-08-22/26", "day 2022-08-22 2022-08-26 2022-08-22T00:00 2022-08-27T00:00 false confirmed false", "du 22 au 26 août 2022"},
{"29/11-02/12", "day 2026-11-29 2026-12-02 2026-11-29T00:00 2026-12-03T00:00 false confirmed false", "du 29 novembre au 2 décembre"},
{"du 28 décembre au 3 janvier", "day 2026-12-28 2027-01-03 2026-12-28T00:00 2027-01-04T00:00 false confirmed false", "du 28 décembre au 3 janvier 2027"},
{"dans la semaine du 11 avril 2016", "week 2016-04-11 2016-04-17 2016-04-11T00:00 2016-04-18T00:00 false confirmed false", "semaine du 11 avril 2016"},
{"2026-W16", "week 2026-04-13 2026-04-19 2026-04-13T00:00 2026-04-20T00:00 false confirmed false", "semaine du 13 avril"},
{"avril 2026", "month 2026-04-01 2026-04-30 2026-04-01T00:00 2026-05-01T00:00 false confirmed false", "avril"},
{"courant avril", "month 2026-04-01 2026-04-30 2026-04-01T00:00 2026-05-01T00:00 false confirmed false", "courant avril"},
{"fin mars 2026", "month 2026-03-01 2026-03-31 2026-03-01T00:00 2026-04-01T00:00 false confirmed false", "fin mars 2026"},
{"2026-04", "month 2026-04-01 2026-04-30 2026-04-01T00:00 2026-05-01T00:00 false confirmed false", "avril"},
{"14 juillet 20h-1h", "day 2026-07-14 2026-07-14 2026-07-14T20:00 2026-07-15T01:00 true confirmed false", "mardi 14 juillet · 20h–1h"},
{"31 décembre 20h - minuit", "day 2026-12-31 2026-12-31 2026-12-31T20:00 2027-01-01T00:00 true confirmed false", "jeudi 31 décembre · 20h–00h"},
{"jusqu'à 22h le 3 mai", "day 2026-05-03 2026-05-03 2026-05-03T00:00 2026-05-03T22:00 true confirmed false", "dimanche 3 mai · jusqu’à 22h"},
{"date à venir", "none - - - - false confirmed false", "date à venir"},
{"24 avril (annulé)", "day 2026-04-24 2026-04-24 2026-04-24T00:00 2026-04-25T00:00 false cancelled false", "vendredi 24 avril"},
{"24 avril (reporté)", "day 2026-04-24 2026-04-24 2026-04-24T00:00 2026-04-25T00:00 false postponed false", "vendredi 24 avril"},
{"24 avril 18h complet", "day 2026-04-24 2026-04-24 2026-04-24T18:00 2026-04-24T20:00 true full false", "vendredi 24 avril · 18h"},
{"dimars 20 de genièr 18h30", "day 2026-01-20 2026-01-20 2026-01-20T18:30 2026-01-20T20:30 true confirmed false", "mardi 20 janvier · 18h30"},
{"martes, 20 de enero de 2026", "day 2026-01-20 2026-01-20 2026-01-20T00:00 2026-01-21T00:00 false confirmed false", "mardi 20 janvier"},
{"Tuesday 20 January 2026", "day 2026-01-20 2026-01-20 2026-01-20T00:00 2026-01-21T00:00 false confirmed false", "mardi 20 janvier"},
{"dijous 5 de març", "day 2026-03-05 2026-03-05 2026-03-05T00:00 2026-03-06T00:00 false confirmed false", "jeudi 5 mars"},
};

// … and with saison: 2026-2027.
static const struct row SEASON[] = {
{"12 octobre", "day 2026-10-12 2026-10-12 2026-10-12T00:00 2026-10-13T00:00 false confirmed false", "lundi 12 octobre"},
{"3 mars", "day 2027-03-03 2027-03-03 2027-03-03T00:00 2027-03-04T00:00 false confirmed false", "mercredi 3 mars 2027"},
};
// clang-format on

static char *facts_of(struct json_object *event)
{
    static const char *const KEYS[] = {"precision", "first_day", "last_day",
                                       "begins",    "over",      "time_known",
                                       "status",    "online"};
    struct text_buffer facts = {0};
    for (size_t i = 0; i < COUNT(KEYS); i++) {
        text_buffer_printf(&facts, "%s%s", i > 0 ? " " : "",
                           report_text(event, KEYS[i]));
    }
    return text_buffer_take(&facts);
}

static void check_dates(const char *head, const struct row *rows, size_t count)
{
    struct text_buffer yaml = {0};
    text_buffer_printf(&yaml, "%s\nevenements:\n", head);
    for (size_t i = 0; i < count; i++) {
        text_buffer_printf(&yaml, "  - date: \"%s\"\n    titre: T%zu\n",
                           rows[i].date, i);
    }
    struct json_object *report =
        report_of(text_buffer_text(&yaml), "--all --now 2026-01-01T12:00");
    for (size_t i = 0; i < count; i++) {
        char title[24];
        snprintf(title, sizeof title, "T%zu", i);
        struct json_object *event = report_event(report, title);
        if (event == NULL) {
            fail_msg("'%s' is not there", rows[i].date);
        }
        char *facts = facts_of(event);
        if (strcmp(facts, rows[i].facts) != 0 ||
            strcmp(report_text(event, "when"), rows[i].when) != 0) {
            fail_msg("'%s' is read as %s '%s'", rows[i].date, facts,
                     report_text(event, "when"));
        }
        free(facts);
    }
    json_object_put(report);
    text_buffer_release(&yaml);
}

static void every_way_to_write_a_date_is_read(void **state)
{
    (void)state;
    check_dates("annee: 2026", DATES, COUNT(DATES));
}

static void date_of_a_season_is_in_one_of_its_years(void **state)
{
    (void)state;
    check_dates("saison: 2026-2027", SEASON, COUNT(SEASON));
}

// Fields, then status, time_known, venue, online, register and when.
static void check_status(const char *fields, const char *const expected[6])
{
    static const char *const KEYS[] = {"status", "time_known", "venue",
                                       "online", "register",   "when"};
    char *yaml = xasprintf("annee: 2026\ninscription: https://a.fr/x\n"
                           "evenements:\n  - {titre: T, %s}\n",
                           fields);
    struct json_object *report = report_of(yaml, "--now 2026-01-01T12:00");
    struct json_object *event = report_event(report, "T");
    assert_non_null(event);
    for (size_t i = 0; i < COUNT(KEYS); i++) {
        if (strcmp(report_text(event, KEYS[i]), expected[i]) != 0) {
            fail_msg("'%s': %s is '%s', not '%s'", fields, KEYS[i],
                     report_text(event, KEYS[i]), expected[i]);
        }
    }
    json_object_put(report);
    free(yaml);
}

static void every_status_is_told(void **state)
{
    (void)state;
    static const char DAY[] = "mardi 20 janvier · 18h";
    static const char LINK[] = "https://a.fr/x";
    static const struct {
        const char *fields;
        const char *expected[6];
    } ROWS[] = {
        {"date: 20 janvier 18h, lieu: La Base, statut: confirmé",
         {"confirmed", "true", "La Base", "false", LINK, DAY}                                                                 },
        {"date: 20 janvier 18h, lieu: La Base, statut: à valider",
         {"tentative", "true", "La Base", "false", LINK, DAY}                                                                 },
        {"date: 20 janvier 18h, lieu: La Base, statut: à confirmer",
         {"tentative", "true", "La Base", "false", LINK, DAY}                                                                 },
        {"date: 20 janvier 18h, lieu: La Base, statut: sous réserve",
         {"tentative", "true", "La Base", "false", LINK, DAY}                                                                 },
        {"date: 20 janvier 18h, lieu: La Base, statut: provisoire",
         {"tentative", "true", "La Base", "false", LINK, DAY}                                                                 },
        {"date: 20 janvier 18h, lieu: La Base, statut: annulée",
         {"cancelled", "true", "La Base", "false", "-", DAY}                                                                  },
        {"date: 20 janvier 18h, lieu: La Base, statut: reporté",
         {"postponed", "true", "La Base", "false", "-", DAY}                                                                  },
        {"date: 20 janvier 18h, lieu: La Base, statut: déplacé, "
         "avant: 13 janvier",                                  {"rescheduled", "true", "La Base", "false", LINK, DAY}},
        {"date: 20 janvier 18h, lieu: La Base, statut: reprogrammé",
         {"rescheduled", "true", "La Base", "false", LINK, DAY}                                                               },
        {"date: 20 janvier 18h, lieu: La Base, avant: 13 janvier",
         {"rescheduled", "true", "La Base", "false", LINK, DAY}                                                               },
        {"date: 20 janvier 18h, lieu: La Base, statut: complète",
         {"full", "true", "La Base", "false", LINK, DAY}                                                                      },
        {"date: 20 janvier 18h, lieu: La Base, statut: passe en visio",
         {"moved_online", "true", "La Base", "true", LINK, DAY}                                                               },
        {"date: 20 janvier, lieu: La Base, statut: heure à venir",
         {"confirmed", "false", "La Base", "false", LINK,
          "mardi 20 janvier · horaire à venir"}                                                                             },
        {"date: 20 janvier, lieu: La Base, heure: à préciser",
         {"confirmed", "false", "La Base", "false", LINK,
          "mardi 20 janvier · horaire à venir"}                                                                             },
        {"date: 20 janvier 18h, lieu: à venir",
         {"confirmed", "true", "-", "false", LINK, DAY}                                                                       },
        {"date: 20 janvier 18h, lieu: à définir",
         {"confirmed", "true", "-", "false", LINK, DAY}                                                                       },
        {"date: 20 janvier 18h, lieu: \"?\"",
         {"confirmed", "true", "-", "false", LINK, DAY}                                                                       },
        {"date: 20 janvier 18h, lieu: ",
         {"confirmed", "true", "-", "false", LINK, DAY}                                                                       },
        {"date: 20 janvier 18h, lieu: \"à définir, au centre\"",
         {"confirmed", "true", "à définir, au centre", "false", LINK, DAY}                                                  },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        check_status(ROWS[i].fields, ROWS[i].expected);
    }
}

static void assert_keys(struct json_object *object, const char *expected)
{
    struct text_buffer keys = {0};
    json_object_object_foreach(object, key, value)
    {
        (void)value;
        text_buffer_printf(&keys, "%s%s", keys.length > 0 ? " " : "", key);
    }
    assert_string_equal(text_buffer_text(&keys), expected);
    text_buffer_release(&keys);
}

static const char EVENT_KEYS[] =
    "title kind status precision begins over time_known first_day last_day "
    "phase when chip venue town online note register poster";

static void report_has_the_members_of_the_contract_and_no_others(void **state)
{
    (void)state;
    struct json_object *report =
        report_run(KIOSK_PROGRAMME_DIR, "--now 2026-01-17T12:00");
    assert_keys(report, "format now clock events slides");
    assert_string_equal(report_text(report, "format"), "1");
    assert_string_equal(report_text(report, "now"), "2026-01-17T12:00");
    assert_string_equal(report_text(report, "clock"), "trusted");
    struct json_object *events = report_list(report, "events");
    for (size_t i = 0; i < json_object_array_length(events); i++) {
        assert_keys(json_object_array_get_idx(events, i), EVENT_KEYS);
    }
    struct json_object *slides = report_list(report, "slides");
    for (size_t i = 0; i < json_object_array_length(slides); i++) {
        assert_keys(json_object_array_get_idx(slides, i), "kind title seconds");
    }
    json_object_put(report);
}

static void unknown_members_are_null(void **state)
{
    (void)state;
    struct json_object *report = report_of(
        "evenements: [{titre: T, date: à venir}]", "--now 2026-01-17T12:00");
    struct json_object *event = report_event(report, "T");
    static const char *const NULLS[] = {
        "kind",  "begins", "over", "first_day", "last_day", "chip",
        "venue", "town",   "note", "register",  "poster"};
    for (size_t i = 0; i < COUNT(NULLS); i++) {
        assert_string_equal(report_text(event, NULLS[i]), "-");
    }
    assert_string_equal(report_text(event, "phase"), "undated");
    assert_string_equal(report_text(event, "precision"), "none");
    json_object_put(report);
}

static void a_postponed_event_s_date_is_none_once_it_went_by(void **state)
{
    (void)state;
    static const char YAML[] = "annee: 2026\nevenements: [{titre: T, date: 20 "
                               "janvier 18h-20h, statut: reporté}]";
    static const char *const NULLS[] = {"begins",   "over",     "first_day",
                                        "last_day", "register", "chip"};
    struct json_object *report = report_of(YAML, "--now 2026-01-20T19:59");
    struct json_object *event = report_event(report, "T");
    assert_string_equal(report_text(event, "when"),
                        "mardi 20 janvier · 18h–20h");
    assert_string_equal(report_text(event, "begins"), "2026-01-20T18:00");
    json_object_put(report);
    report = report_of(YAML, "--now 2026-01-20T20:00");
    event = report_event(report, "T");
    assert_string_equal(report_text(event, "when"), "date à venir");
    assert_string_equal(report_text(event, "precision"), "none");
    assert_string_equal(report_text(event, "time_known"), "false");
    for (size_t i = 0; i < COUNT(NULLS); i++) {
        assert_string_equal(report_text(event, NULLS[i]), "-");
    }
    json_object_put(report);
}

static void member_types_are_those_of_the_contract(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        enum json_type type;
    } ROWS[] = {
        {"title",      json_type_string },
        {"begins",     json_type_string },
        {"time_known", json_type_boolean},
        {"online",     json_type_boolean},
        {"register",   json_type_string },
        {"poster",     json_type_string },
    };
    struct json_object *report =
        report_run(KIOSK_PROGRAMME_DIR, "--now 2026-01-17T12:00");
    struct json_object *event = report_event(report, "Foodcoop");
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct json_object *member = NULL;
        assert_true(json_object_object_get_ex(event, ROWS[i].key, &member));
        assert_int_equal(json_object_get_type(member), ROWS[i].type);
    }
    json_object_put(report);
}

static void sample_programme_has_its_twelve_events_in_order(void **state)
{
    (void)state;
    static const char *const ROWS[] = {
        "Foodcoop|2026-01-20T18:30|Montpellier|L'île des possibles",
        "Foodcoop|2026-01-21T19:30|Frontignan|La Hune",
        "Soirée autour du livre « Burn out militant »|2026-01-29T18:30|"
        "Montpellier|Quartier Généreux",
        "Soirée rencontre des coops|2026-02-04T00:00|Nîmes|bar le Prolé",
        "Guérande, un peu de la beauté du monde|2026-02-12T20:00|Montpellier|"
        "Biocoop Clémenceau",
        "Soirée coopérative et film|2026-02-14T00:00|Bram|tiers lieu La Sauce "
        "Bramaise",
        "Le Bateau Ivre|2026-03-04T18:00|Montpellier|Gazette café",
        "Le Bateau Ivre|2026-03-12T00:00|Nîmes|Le Spot",
        "Le Bateau Ivre|2026-03-15T11:00|Montpellier|Cinéma Utopia",
        "Demain l’Usine|2026-04-10T00:00|Jacou|MJC Boby Lapointe",
        "Los Motivos de la Selva|2026-04-14T18:30|Montpellier|La Base",
        "We The Power|2026-04-23T18:30|Montpellier|Le Quartier Généreux",
    };
    struct json_object *report =
        report_run(KIOSK_PROGRAMME_DIR, "--now 2026-01-17T12:00");
    struct json_object *events = report_list(report, "events");
    assert_int_equal(json_object_array_length(events), COUNT(ROWS));
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct json_object *event = json_object_array_get_idx(events, i);
        char *row =
            xasprintf("%s|%s|%s|%s", report_text(event, "title"),
                      report_text(event, "begins"), report_text(event, "town"),
                      report_text(event, "venue"));
        assert_string_equal(row, ROWS[i]);
        free(row);
    }
    json_object_put(report);
}

static void slides_are_the_loop_of_the_events(void **state)
{
    (void)state;
    struct json_object *report =
        report_run(KIOSK_PROGRAMME_DIR, "--now 2026-01-17T12:00");
    struct json_object *slides = report_list(report, "slides");
    size_t events = 0, lists = 0;
    for (size_t i = 0; i < json_object_array_length(slides); i++) {
        struct json_object *slide = json_object_array_get_idx(slides, i);
        const char *kind = report_text(slide, "kind");
        const char *title = report_text(slide, "title");
        int seconds = atoi(report_text(slide, "seconds"));
        assert_true(seconds >= 8 && seconds <= 25);
        assert_non_null(strstr("event agenda partners links page", kind));
        if (strcmp(kind, "event") == 0) {
            assert_non_null(report_event(report, title));
            assert_true(seconds >= 15); // it has a QR code
            events++;
        }
        lists += strcmp(kind, "agenda") == 0 ? 1 : 0;
    }
    assert_true(events >= 6 && lists >= 1);
    json_object_put(report);
}

static void past_events_are_told_on_demand(void **state)
{
    (void)state;
    struct json_object *report =
        report_run(KIOSK_PROGRAMME_DIR, "--now 2026-03-01T12:00");
    assert_int_equal(json_object_array_length(report_list(report, "events")),
                     6);
    json_object_put(report);
    report = report_run(KIOSK_PROGRAMME_DIR, "--all --now 2026-03-01T12:00");
    struct json_object *events = report_list(report, "events");
    assert_int_equal(json_object_array_length(events), 12);
    for (size_t i = 0; i < 12; i++) {
        struct json_object *event = json_object_array_get_idx(events, i);
        assert_string_equal(report_text(event, "phase"),
                            i < 6 ? "past" : "upcoming");
    }
    json_object_put(report);
}

static void when_is_told_in_every_language(void **state)
{
    (void)state;
    static const char *const ROWS[][3] = {
        {"fr", "mardi 20 janvier · 18h30–20h30",     "dans 3 jours"      },
        {"oc", "dimars 20 de genièr · 18h30–20h30", "d’aquí 3 jorns" },
        {"en", "Tuesday 20 January · 18:30–20:30",   "in 3 days"         },
        {"es", "martes, 20 de enero · 18:30–20:30",  "dentro de 3 días" },
        {"ca", "dimarts, 20 de gener · 18:30–20:30", "d’aquí a 3 dies"},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *words =
            xasprintf("--language %s --now 2026-01-17T12:00", ROWS[i][0]);
        struct json_object *report = report_run(KIOSK_PROGRAMME_DIR, words);
        struct json_object *event = report_event(report, "Foodcoop");
        assert_string_equal(report_text(event, "when"), ROWS[i][1]);
        assert_string_equal(report_text(event, "chip"), ROWS[i][2]);
        json_object_put(report);
        free(words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_write_a_date_is_read),
        cmocka_unit_test(date_of_a_season_is_in_one_of_its_years),
        cmocka_unit_test(every_status_is_told),
        cmocka_unit_test(report_has_the_members_of_the_contract_and_no_others),
        cmocka_unit_test(unknown_members_are_null),
        cmocka_unit_test(a_postponed_event_s_date_is_none_once_it_went_by),
        cmocka_unit_test(member_types_are_those_of_the_contract),
        cmocka_unit_test(sample_programme_has_its_twelve_events_in_order),
        cmocka_unit_test(slides_are_the_loop_of_the_events),
        cmocka_unit_test(past_events_are_told_on_demand),
        cmocka_unit_test(when_is_told_in_every_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
