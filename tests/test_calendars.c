// SPDX-License-Identifier: MIT
// Calendars in a programme's folder: by themselves, beside its YAML, and as
// real programs export them.
#include "programme/read_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "programme/programme.h"
#include "support/programmes.h"
#include "yaml/document.h"

static char *file_of(const char *name, size_t *length)
{
    char *path = path_join(KIOSK_TESTS_DIR "/calendars", name);
    char *bytes = document_bytes(path, name, NULL, length);
    assert_non_null(bytes);
    bytes[*length] = '\0';
    free(path);
    return bytes;
}

static void add_file(const char *folder, const char *name)
{
    size_t length = 0;
    char *bytes = file_of(name, &length);
    folder_write(folder, name, bytes);
    free(bytes);
}

// "2026-01-20T18:30 2026-01-20T20:30 status Town, Venue: Title" of every
// event.
static char *lines_of(const struct programme *programme)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct event *event = &programme->events[i];
        char begins[24], over[24];
        moment_format(event->begins_local, begins);
        moment_format(event->over_local, over);
        text_buffer_printf(
            &out, "%s %s %s %s, %s: %s\n", begins, over,
            status_name(event->status), wording_in(&event->town, ""),
            wording_in(&event->venue, ""), wording_in(&event->title, ""));
    }
    return text_buffer_take(&out);
}

// What real programs export, and what a screen in Paris makes of it.
static void exports_of_real_programs_are_read(void **state)
{
    (void)state;
    // clang-format off
    static const struct {
        const char *name, *title, *faults, *lines;
    } ROWS[] = {
    {"nextcloud.ics", "Soirées cOOps", "calendar-private@97",
     "2026-01-20T18:30 2026-01-20T20:30 confirmed Montpellier, L'île des possibles: Film Foodcoop\n"
     "2026-02-02T18:00 2026-02-02T19:30 confirmed Montpellier, Quartier Généreux: Permanence du collectif\n"
     "2026-05-04T18:00 2026-05-04T19:30 confirmed Montpellier, Quartier Généreux: Permanence du collectif\n"
     "2026-06-01T18:00 2026-06-01T19:30 confirmed Montpellier, Quartier Généreux: Permanence du collectif\n"
     "2026-03-03T19:00 2026-03-03T20:30 confirmed Montpellier, Quartier Généreux: Permanence du collectif (un mardi)\n"
     "2026-06-12T00:00 2026-06-15T00:00 tentative Montpellier, Parc Montcalm: Forum des coopératives\n"
     "2026-02-04T19:00 2026-02-04T21:00 cancelled Nîmes, Bar le Prolé: Soirée rencontre des coops\n"},
    {"google.ics", "La Méridionale", "",
     "2026-02-12T20:00 2026-02-12T22:00 confirmed Montpellier, Biocoop Clémenceau: Guérande, un peu de la beauté du monde 🎬\n"
     "2026-05-01T00:00 2026-05-02T00:00 confirmed , : Fête des coops\n"
     "2026-04-10T20:00 2026-04-10T22:00 tentative , : Réunion ouverte\n"
     "2026-03-17T19:00 2026-03-17T20:30 confirmed Jacou, MJC Boby Lapointe: Atelier de cuisine\n"
     "2026-04-07T19:00 2026-04-07T20:30 confirmed Jacou, MJC Boby Lapointe: Atelier de cuisine\n"
     "2026-03-31T19:30 2026-03-31T21:00 confirmed Jacou, MJC Boby Lapointe: Atelier de cuisine (plus tard)\n"},
    {"mobilizon.ics", NULL, "",
     "2026-03-04T18:00 2026-03-04T19:45 confirmed Montpellier, Gazette café 6 Rue Levat: Film Le Bateau Ivre\n"
     "2026-02-14T19:00 2026-02-14T21:00 confirmed , La Sauce Bramaise Bram: Soirée coopérative et film\n"},
    {"openagenda.ics", "Agenda des coopératives", "",
     "2026-04-14T18:30 2026-04-14T20:30 confirmed Montpellier, La Base: Los Motivos de la Selva\n"
     "2026-04-15T20:00 2026-04-16T01:00 confirmed Nîmes, Le Spot: Los Motivos de la Selva\n"},
    // Its zone is in the file alone: New York's.
    {"outlook.ics", NULL, "calendar-zone@45",
     "2026-01-20T18:30 2026-01-20T20:30 confirmed , : Hiver\n"
     "2026-07-20T18:30 2026-07-20T20:00 confirmed , : Été\n"
     "2026-07-21T12:30 2026-07-21T14:30 confirmed , : Sans description\n"
     "2026-07-22T13:30 2026-07-22T15:30 confirmed , : Londres\n"
     "2026-07-23T12:30 2026-07-23T14:30 confirmed , : Nulle part\n"},
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *folder = folder_make();
        add_file(folder, ROWS[i].name);
        struct sample sample = sample_in(folder);
        assert_non_null(sample.programme);
        char *lines = lines_of(sample.programme);
        assert_string_equal(lines, ROWS[i].lines);
        free(lines);
        assert_string_equal(wording_in(&sample.programme->title, ""),
                            ROWS[i].title != NULL ? ROWS[i].title : "");
        struct text_buffer faults = {0};
        const struct diag *diag = diag_at(sample.diags, 0);
        for (size_t k = 1; diag != NULL; k++) {
            text_buffer_printf(&faults, "%s@%zu", fault_code(diag->fault),
                               diag->place.line);
            diag = diag_at(sample.diags, k);
        }
        assert_string_equal(text_buffer_text(&faults), ROWS[i].faults);
        text_buffer_release(&faults);
        sample_release(&sample);
    }
}

static void a_poster_is_one_of_the_folder(void **state)
{
    (void)state;
    char *folder = folder_make();
    add_file(folder, "openagenda.ics");
    folder_write(folder, "affiches/affiche-selva.png", "");
    struct sample sample = sample_in(folder);
    assert_string_equal(path_name(sample.programme->events[0].poster.path),
                        "affiche-selva.png");
    assert_null(sample.programme->events[1].poster.name);
    assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 0);
    sample_release(&sample);
}

#define ICS(uid, title, start)                                                 \
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:" uid "\nSUMMARY:" title               \
    "\nDTSTART;TZID=Europe/Paris:" start "\nEND:VEVENT\nEND:VCALENDAR\n"

static void yaml_and_calendars_are_one_programme(void **state)
{
    (void)state;
    static const struct {
        const char *entry, *calendar;
        size_t count;
    } ROWS[] = {
  // The same title and start, however written.
        {"20 janvier 18h30 : Film Foodcoop à Montpellier",
         ICS("a",                                                      "FILM : Foodcoop !", "20260120T183000"), 1},
        {"{date: 20 janvier 18h30, titre: Été}",
         ICS("a",                                                      "ETE",               "20260120T183000"), 1},
        {"{date: 20 janvier, heure: à venir, titre: Été}",
         ICS("a",                                                      "Été",             "20260120T183000"), 1},
        {"{date: 20 janvier 18h30, titre: Été}",            ICS("a", "Été",             "20260120"),
         1                                                                                                       },
        {"{date: 20 janvier 18h30, titre: Été}",
         ICS("a",                                                      "Été",             "20260120T190000"), 2},
        {"{date: 20 janvier 18h30, titre: Été}",
         ICS("a",                                                      "Hiver",             "20260120T183000"), 2},
        {"{date: 21 janvier 18h30, titre: Été}",
         ICS("a",                                                      "Été",             "20260120T183000"), 2},
 // The same id.
        {"{date: 3 mars, titre: Autre, id: a}",
         ICS("a",                                                      "Été",             "20260120T183000"), 1},
        {"{date: 3 mars, titre: Autre, id: b}",
         ICS("a",                                                      "Été",             "20260120T183000"), 2},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *yaml = xasprintf("titre: Mien\nannee: 2026\nsoirees:\n  - %s\n",
                               ROWS[i].entry);
        char *folder = folder_make();
        folder_write(folder, "programme.yaml", yaml);
        folder_write(folder, "programme.ics", ROWS[i].calendar);
        struct sample sample = sample_in(folder);
        assert_int_equal(sample.programme->event_count, ROWS[i].count);
        assert_string_equal(sample.programme->title.text, "Mien");
        // The volunteer's own words win.
        assert_string_equal(sample.programme->events[0].place.path,
                            "programme.yaml");
        sample_release(&sample);
        free(yaml);
    }
}

static void several_calendars_are_read_once(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "a.ics", ICS("1", "A", "20260120T183000"));
    folder_write(folder, "a (copie).ics", ICS("1", "A2", "20260121T183000"));
    folder_write(folder, "b.ICS", ICS("2", "A", "20260120T183000"));
    folder_write(folder, "c.ics", ICS("3", "C", "20260120T183000"));
    folder_write(folder, "autres/d.ics", ICS("4", "D", "20260120T183000"));
    folder_write(folder, "._a.ics", ICS("5", "E", "20260120T183000"));
    struct sample sample = sample_in(folder);
    char *lines = lines_of(sample.programme);
    assert_string_equal(lines,
                        "2026-01-21T18:30 2026-01-21T20:30 confirmed , : A2\n"
                        "2026-01-20T18:30 2026-01-20T20:30 confirmed , : A\n"
                        "2026-01-20T18:30 2026-01-20T20:30 confirmed , : C\n");
    free(lines);
    sample_release(&sample);
}

static void a_broken_file_costs_only_itself(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "a.ics", "<html>connectez-vous</html>");
    folder_write(folder, "b.ics", ICS("1", "A", "20260120T183000"));
    folder_write(folder, "programme.yaml", "");
    struct sample sample = sample_in(folder);
    assert_non_null(sample.programme);
    assert_int_equal(sample.programme->event_count, 1);
    assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 2);
    sample_release(&sample);
}

static void a_file_that_is_named_is_read_alone(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "a.ics", ICS("1", "A", "20260120T183000"));
    folder_write(folder, "programme.yaml",
                 "annee: 2026\nsoirees: [{date: 1 mars, titre: Y}]\n");
    static const char *const NAMES[] = {"a.ics", "programme.yaml"};
    static const char *const TITLES[] = {"A", "Y"};
    struct languages *languages =
        languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        char *path = path_join(folder, NAMES[i]);
        struct programme *programme =
            programme_load(path, languages, (struct date){2026, 1, 17}, NULL);
        assert_int_equal(programme->event_count, 1);
        assert_string_equal(programme->events[0].title.text, TITLES[i]);
        programme_free(programme);
        free(path);
    }
    languages_free(languages);
    folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exports_of_real_programs_are_read),
        cmocka_unit_test(a_poster_is_one_of_the_folder),
        cmocka_unit_test(yaml_and_calendars_are_one_programme),
        cmocka_unit_test(several_calendars_are_read_once),
        cmocka_unit_test(a_broken_file_costs_only_itself),
        cmocka_unit_test(a_file_that_is_named_is_read_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
