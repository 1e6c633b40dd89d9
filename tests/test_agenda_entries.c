// SPDX-License-Identifier: MIT
#include "programme/agenda.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "programme/playlist.h"
#include "support/programmes.h"
#include "support/test.h"

static void assert_agenda(const struct sample *sample, const struct now *now,
                          const char *venue, const char *titles)
{
    struct agenda *agenda = agenda_new(sample->programme, now, venue, false);
    assert_titles(agenda, titles);
    agenda_free(agenda);
}

static void assert_agenda_at(const struct sample *sample, const char *when,
                             const char *titles)
{
    struct now now = now_at(sample, when);
    assert_agenda(sample, &now, NULL, titles);
}

static void events_come_in_the_order_they_begin(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: C, date: 3 mai 20h\n"
                                            "titre: B, date: 3 mai 18h\n"
                                            "titre: D, date: 4 mai\n"
                                            "titre: A, date: 3 mai\n");
    assert_agenda_at(&sample, "2026-05-01", "A B C D");
    sample_release(&sample);
}

static void surer_date_comes_first_at_the_same_beginning(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: N, date: à venir\n"
                                            "titre: M, date: juin 2026\n"
                                            "titre: W, date: 2026-W23\n"
                                            "titre: D, date: 1er juin\n"
                                            "titre: E, date: 1er juin\n");
    assert_agenda_at(&sample, "2026-03-01", "D E W M N");
    sample_release(&sample);
}

static void events_of_this_venue_come_first_on_their_day(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: 3 mai 10h, lieu: La Hune\n"
                         "titre: B, date: 3 mai 18h, lieu: Café de l’Été\n"
                         "titre: C, date: 2 mai 18h, lieu: La Hune\n"
                         "titre: D, date: 3 mai 20h, lieu: CAFE DE L'ETE\n");
    struct now now = now_at(&sample, "2026-05-01");
    assert_agenda(&sample, &now, NULL, "C A B D");
    assert_agenda(&sample, &now, "cafe de l'été", "C B D A");
    struct agenda *agenda =
        agenda_new(sample.programme, &now, "Café de l'Été", false);
    assert_false(agenda->entries[0].here);
    assert_true(agenda->entries[1].here);
    agenda_free(agenda);
    sample_release(&sample);
}

static void event_is_shown_until_the_second_it_is_over(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: 20 janvier 18h30-20h30\n");
    int64_t over = instant_of(&sample, "2026-01-20T20:30");
    struct now now = now_of_instant(&sample, over - 1);
    assert_agenda(&sample, &now, NULL, "A");
    now = now_of_instant(&sample, over);
    assert_agenda(&sample, &now, NULL, "");
    struct agenda *agenda = agenda_new(sample.programme, &now, NULL, true);
    assert_int_equal(agenda->count, 1);
    assert_int_equal(agenda->entries[0].phase, PHASE_PAST);
    assert_int_equal(agenda->entries[0].chip.word, WORD_COUNT);
    agenda_free(agenda);
    sample_release(&sample);
}

static void event_is_shown_from_and_until_the_days_it_says(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(
        "titre: A, date: 20 janvier 18h, afficher_des: 10 janvier\n"
        "titre: B, date: 20 janvier 18h, afficher_jusque: 15 janvier\n"
        "titre: C, date: 20 janvier 18h, afficher_jusque: 15 janvier 18h\n");
    assert_agenda_at(&sample, "2026-01-09T23:59", "B C");
    assert_agenda_at(&sample, "2026-01-10T00:00", "A B C");
    assert_agenda_at(&sample, "2026-01-15T17:59", "A B C");
    assert_agenda_at(&sample, "2026-01-15T18:00", "A B");
    assert_agenda_at(&sample, "2026-01-16T00:00", "A");
    struct now now = now_at(&sample, "2026-01-09");
    struct agenda *agenda = agenda_new(sample.programme, &now, NULL, true);
    assert_titles(agenda, "B C"); // A is not past but still to be shown
    agenda_free(agenda);
    sample_release(&sample);
}

static void drafts_are_not_shown(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: 20 janvier, brouillon: oui\n"
                         "titre: B, date: 20 janvier, cache: non\n"
                         "titre: C, date: 20 janvier, draft: 'true'\n"
                         "titre: D, date: 20 janvier, brouillon: \n");
    assert_agenda_at(&sample, "2026-01-17", "B D");
    assert_faults(&sample, "");
    sample_release(&sample);
}

static void assert_phases(const struct sample *sample, const char *when,
                          const char *lines)
{
    struct now now = now_at(sample, when);
    struct agenda *agenda = agenda_new(sample->programme, &now, NULL, false);
    char *found = agenda_lines(sample, agenda, &now);
    assert_string_equal(found, lines);
    free(found);
    agenda_free(agenda);
}

static void event_is_under_way_if_its_time_is_known_or_it_lasts_days(void **s)
{
    (void)s;
    struct sample sample = sample_of_events("titre: A, date: 3 mai\n"
                                            "titre: B, date: 3 mai 9h-12h\n"
                                            "titre: C, date: du 2 au 4 mai\n"
                                            "titre: D, date: mai 2026\n");
    assert_phases(&sample, "2026-05-03T10:00",
                  "D ongoing \n"
                  "C ongoing jour 2 sur 3\n"
                  "A upcoming aujourd’hui\n"
                  "B ongoing en ce moment – jusqu’à 12h");
    sample_release(&sample);
}

static void cancelled_event_is_kept_until_its_end_without_a_chip(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: 3 mai 9h-12h, statut: annulé\n");
    assert_phases(&sample, "2026-05-03T08:30", "A upcoming ");
    assert_phases(&sample, "2026-05-03T11:59", "A ongoing ");
    assert_phases(&sample, "2026-05-03T12:00", "");
    sample_release(&sample);
}

static void postponed_event_waits_ninety_days_for_its_new_date(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: 3 mars 9h-12h, statut: reporté\n"
                         "titre: B, date: 1er avril\n");
    assert_phases(&sample, "2026-03-03T10:00", "A ongoing \nB upcoming ");
    assert_phases(&sample, "2026-03-03T12:00", "B upcoming \nA undated ");
    assert_phases(&sample, "2026-05-31T23:59", "A undated ");
    assert_phases(&sample, "2026-06-01T00:00", "");
    sample_release(&sample);
}

static void undated_event_is_shown_last_and_for_ninety_days(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: A, date: à venir\n"
                                            "titre: B, date: 1er avril\n");
    assert_phases(&sample, "2026-03-30T12:00",
                  "B upcoming après-demain\nA undated ");
    assert_phases(&sample, "2026-04-05T00:00", "");
    sample_release(&sample);
}

static void event_without_a_year_is_shown_at_any_time(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("evenements: [{titre: A, date: 3 mars 18h}]");
    assert_faults(&sample, "1:date-year-missing[3 mars 18h]");
    assert_agenda_at(&sample, "2031-12-24", "A");
    sample_release(&sample);
}

static void doubtful_clock_hides_only_what_is_past_for_certain(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(
        "titre: A, date: 7 janvier 18h-20h\n"
        "titre: B, date: 20 janvier 18h\n"
        "titre: C, date: 20 janvier 20h, afficher_des: 19 janvier\n"
        "titre: D, date: du 19 au 21 janvier\n"
        "titre: E, date: 3 mai, afficher_jusque: 8 janvier\n");
    struct now now = now_at(&sample, "2026-01-20T18:30");
    now.trusted = false;
    now.certain = instant_of(&sample, "2026-01-07T19:59");
    assert_agenda(&sample, &now, NULL, "A D B C E");
    now.certain = instant_of(&sample, "2026-01-09");
    assert_agenda(&sample, &now, NULL, "D B C");
    struct agenda *agenda = agenda_new(sample.programme, &now, NULL, false);
    for (size_t i = 0; i < agenda->count; i++) {
        assert_int_equal(agenda->entries[i].phase, PHASE_UPCOMING);
        assert_int_equal(agenda->entries[i].chip.word, WORD_COUNT);
        assert_int_equal(agenda->entries[i].chip.urgency, URGENCY_LATER);
    }
    agenda_free(agenda);
    sample_release(&sample);
}

// Everything the screen may show of the agenda at one moment.
static char *everything(const struct sample *sample, const struct now *now)
{
    struct agenda *agenda = agenda_new(sample->programme, now, NULL, true);
    struct phrasing phrasing = phrasing_in(sample, "fr", now);
    struct text_buffer out = {0};
    char *lines = agenda_lines(sample, agenda, now);
    text_buffer_add(&out, lines);
    for (size_t i = 0; i < agenda->count; i++) {
        const struct event *event = agenda->entries[i].event;
        const struct link *link = event_qr_link(event, now);
        text_buffer_printf(&out, "\n%d %s ",
                           (int)agenda->entries[i].chip.urgency,
                           link != NULL ? link->payload : "-");
        phrase_when(&phrasing, &event->when, &out);
    }
    free(lines);
    agenda_free(agenda);
    return text_buffer_take(&out);
}

// Walks in steps: within the time agenda_next_change() promises, nothing may
// change; and it may not promise changes all the time.
static void assert_constant(const struct sample *sample, const char *from,
                            const char *to, int step_seconds)
{
    int64_t end = instant_of(sample, to);
    int64_t next = 0;
    char *standing = NULL;
    int promises = 0, steps = 0;
    for (int64_t at = instant_of(sample, from); at <= end; at += step_seconds) {
        struct now now = now_of_instant(sample, at);
        char *found = everything(sample, &now);
        steps++;
        if (standing == NULL || at >= next) {
            free(standing);
            standing = xstrdup(found);
            next = agenda_next_change(sample->programme, &now);
            assert_true(next > at);
            promises++;
        }
        if (strcmp(standing, found) != 0) {
            char moment[24];
            moment_format(now.local, moment);
            fail_msg("at %s, before the next change, it was\n%s\nand is\n%s",
                     moment, standing, found);
        }
        free(found);
    }
    assert_true(promises * 10 < steps);
    free(standing);
}

static const char EVENTS[] =
    "titre: A, date: 28 mars 20h-4h\n"
    "titre: B, date: 29 mars 2h30\n"
    "titre: C, date: 29 mars\n"
    "titre: D, date: 29 mars 1h30-3h30, statut: reporté\n"
    "titre: E, date: du 28 au 30 mars, heure: 14h-18h\n"
    "titre: F, date: 2026-W14\n"
    "titre: G, date: avril 2026\n"
    "titre: H, date: 10 avril 12h07\n"
    "titre: I, date: 30 mars 0h10, inscription: https://a.fr/x, "
    "inscription_jusque: 29 mars 12h17\n"
    "titre: J, date: jusqu'à 22h le 30 mars\n"
    "titre: K, date: 24 octobre 23h-5h\n"
    "titre: L, date: 25 octobre 2h30-2h45\n"
    "titre: M, date: 25 octobre 3h10\n"
    "titre: N, date: du 24 au 26 octobre\n"
    "titre: O, date: 26 octobre, afficher_des: 25 octobre 1h20, "
    "afficher_jusque: 26 octobre 9h41\n"
    "titre: P, date: à venir, afficher_jusque: 29 mars 12h\n"
    "titre: Q, date: 1er janvier 2027 0h30\n"
    "titre: R, date: 5 janvier 20h33, statut: reporté\n"
    "titre: S, date: jusqu'au 30 mars\n"
    "titre: T, date: \"jusqu'au 26 octobre\", heure: 10h\n";

static void agenda_changes_only_when_it_said_it_would(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(EVENTS);
    assert_int_equal(sample.programme->event_count, 20);
    assert_constant(&sample, "2026-03-27T12:00", "2026-03-31T12:00", 60);
    assert_constant(&sample, "2026-10-23T12:00", "2026-10-27T12:00", 60);
    assert_constant(&sample, "2026-12-30T12:00", "2027-01-01T04:00", 60);
    sample_release(&sample);
}

static void agenda_changes_at_the_very_second(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(EVENTS);
    assert_constant(&sample, "2026-03-28T23:00", "2026-03-29T05:00", 7);
    assert_constant(&sample, "2026-10-25T00:00", "2026-10-25T05:00", 7);
    sample_release(&sample);
}

static void agenda_of_a_whole_year_changes_only_when_it_said(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(EVENTS);
    assert_constant(&sample, "2026-01-01T00:00", "2027-02-01T00:00", 1740);
    sample_release(&sample);
}

static void next_change_is_the_earliest_thing_to_happen(void **state)
{
    (void)state;
    static const struct {
        const char *now, *next;
    } ROWS[] = {
        {"2026-01-20T08:00", "2026-01-20T17:30"}, // the last hour begins
        {"2026-01-20T17:30", "2026-01-20T17:35"}, // it counts down
        {"2026-01-20T17:33", "2026-01-20T17:35"},
        {"2026-01-20T18:29", "2026-01-20T18:30"}, // it begins
        {"2026-01-20T18:30", "2026-01-20T20:30"}, // it is over
        {"2026-01-20T20:30", "2026-01-21T00:00"}, // the day ends
    };
    struct sample sample =
        sample_of_events("titre: A, date: 20 janvier 18h30-20h30\n");
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct now now = now_at(&sample, ROWS[i].now);
        int64_t next = agenda_next_change(sample.programme, &now);
        char text[24];
        moment_format(zone_moment(&sample.programme->zone, next), text);
        assert_string_equal(text, ROWS[i].next);
    }
    sample_release(&sample);
}

static void agenda_of_nothing_is_empty(void **state)
{
    (void)state;
    struct sample sample = sample_of("titre: Rien");
    struct now now = now_at(&sample, "2026-05-01T12:00");
    assert_agenda(&sample, &now, "Ici", "");
    assert_int_equal(agenda_next_change(sample.programme, &now),
                     instant_of(&sample, "2026-05-02"));
    agenda_free(NULL);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_come_in_the_order_they_begin),
        cmocka_unit_test(surer_date_comes_first_at_the_same_beginning),
        cmocka_unit_test(events_of_this_venue_come_first_on_their_day),
        cmocka_unit_test(event_is_shown_until_the_second_it_is_over),
        cmocka_unit_test(event_is_shown_from_and_until_the_days_it_says),
        cmocka_unit_test(drafts_are_not_shown),
        cmocka_unit_test(
            event_is_under_way_if_its_time_is_known_or_it_lasts_days),
        cmocka_unit_test(cancelled_event_is_kept_until_its_end_without_a_chip),
        cmocka_unit_test(postponed_event_waits_ninety_days_for_its_new_date),
        cmocka_unit_test(undated_event_is_shown_last_and_for_ninety_days),
        cmocka_unit_test(event_without_a_year_is_shown_at_any_time),
        cmocka_unit_test(doubtful_clock_hides_only_what_is_past_for_certain),
        cmocka_unit_test(agenda_changes_only_when_it_said_it_would),
        cmocka_unit_test(agenda_changes_at_the_very_second),
        cmocka_unit_test(agenda_of_a_whole_year_changes_only_when_it_said),
        cmocka_unit_test(next_change_is_the_earliest_thing_to_happen),
        cmocka_unit_test(agenda_of_nothing_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
