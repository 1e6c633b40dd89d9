// SPDX-License-Identifier: MIT
#include "programme/read_date.h"

#include "support/events.h"
#include "support/test.h"

#define UNKNOWN(text)                                                          \
    "status-unknown[" text                                                     \
    "|confirmé, à valider, annulé, reporté, déplacé, complet, en ligne]"

// clang-format off
static const struct event_row STATUSES_OF_EVENTS[] = {
{"statut: confirmé", "", ""},
{"statut: à valider", "status=tentative", ""},
{"état: sous réserve", "status=tentative", ""},
{"statut: annulé", "status=cancelled", ""},
{"statut: Annulée !", "status=cancelled", ""},
{"statut: reporté", "status=postponed", ""},
{"statut: complète", "status=full", ""},
{"statut: passe en visio", "status=moved_online online", ""},
{"statut: nouvelle date", "status=rescheduled", ""},
{"statut: rescheduled, avant: 20 janvier", "status=rescheduled previous=20 janvier", ""},
{"avant: 20 janvier", "status=rescheduled previous=20 janvier", ""},
{"au lieu de: 20 janvier, statut: reporté", "status=rescheduled previous=20 janvier", ""},
{"avant: 20 janvier, statut: annulé", "status=cancelled previous=20 janvier", ""},
{"avant: 20 janvier, date: à venir", "date=none: status=postponed previous=20 janvier", ""},
{"date: 1er mars (annulé)", "status=cancelled", ""},
{"date: 1er mars (annulé), statut: confirmé", "", ""},
{"statut: heure à venir", "time-to-come", ""},
{"statut: à préciser", "time-to-come", ""},
{"statut: heure à venir, heure: 18h", "time=18:00", ""},
{"statut: lieu à venir", "place-to-come", ""},
{"statut: ", "", ""},
{"statut: bof", "", UNKNOWN("bof")},
{"statut: 2 places restantes", "", UNKNOWN("2 places restantes")},
{"statut: annulé pour cause de pluie", "status=cancelled", "status-words-left[annulé pour cause de pluie]"},
};

static const struct event_row ENDS[] = {
{"heure: 18h30-20h30", "time=18:30-20:30", ""},
{"heure: 18:30", "time=18:30", ""},
{"horaires: à venir", "time-to-come", ""},
{"heure: ", "", ""},
{"heure: tôt", "", "time-unreadable[tôt]"},
{"date: 1er mars 18h, heure: 19h", "time=19:00", ""},
{"heure: 18h, fin: 20h", "time=18:00-20:00", ""},
{"heure: 18h, fin: 20", "time=18:00-20:00", ""},
{"fin: 20h", "time=-20:00", ""},
{"heure: 18h-20h, fin: à venir", "time=18:00-20:00", ""},
{"heure: 18h, fin: 2 mars 1h", "time=18:00-25:00", ""},
{"heure: 20h, fin: 3 mars 1h", "date=day:2026-03-01..2026-03-03 time=20:00-01:00", ""},
{"fin: 3 mars", "date=day:2026-03-01..2026-03-03", ""},
{"jusqu’au: 3 mars 12h, heure: 18h", "date=day:2026-03-01..2026-03-03 time=18:00-12:00", ""},
{"date_fin: 2026-03-03", "date=day:2026-03-01..2026-03-03", ""},
{"date: 28 décembre, fin: 3 janvier", "date=day:2026-12-28..2027-01-03", ""},
{"fin: 2 février 2027", "date=day:2026-03-01..2027-02-02", ""},
{"fin: 28 février", "date=day:2026-03-01..2027-02-28", ""},
{"date: 20 mars, fin: 12 mars", "date=day:2026-03-20", "date-end-first[12 mars]"},
{"fin: 2 février 2026", "", "date-end-first[2 février 2026]"},
{"fin: 30 février", "", "date-not-real[30 février|février 2026]"},
{"fin: ", "", ""},
{"date: à partir du 1er mars, fin: 3 mars", "date=day:2026-03-01..2026-03-03", ""},
};

static const struct event_row DATES[] = {
{"dates: [1er mars, 8 mars 18h]", " / date=day:2026-03-08 time=18:00", ""},
{"dates: 1er mars ; 8 mars", " / date=day:2026-03-08", ""},
{"séances: 1er mars; 8 mars", " / date=day:2026-03-08", ""},
{"dates: [1er mars, 8 mars], heure: tôt", " / date=day:2026-03-08", "time-unreadable[tôt]"},
{"dates: [1er mars, 30 février, 8 mars]", " / date=day:2026-03-08", "date-not-real[30 février|février 2026]"},
{"date: 1er mars, dates: [8 mars], heure: 18h", "time=18:00 / date=day:2026-03-08 time=18:00", ""},
{"date: [1er mars, 8 mars]", " / date=day:2026-03-08", ""},
{"dates: [{x: 1er mars}, 1er mars]", "", "not-a-text[-]"},
{"dates: {x: 1er mars}", "", "not-a-text[dates]"},
{"date: à venir", "date=none:", ""},
{"date: mars 2026", "date=month:2026-03-01..2026-03-31", ""},
};

static const struct event_row SHOWING[] = {
{"afficher_dès: 10 février", "show-from=2026-02-10T00:00", ""},
{"afficher_jusque: 10 février", "show-until=2026-02-11T00:00", ""},
{"afficher jusqu'au: 10 février 18h", "show-until=2026-02-10T18:00", ""},
{"inscription jusqu’au: 10 février", "register-until=2026-02-11T00:00", ""},
{"afficher_des: ", "", ""},
{"afficher_des: bientôt", "", "date-unreadable[bientôt]"},
{"inscription_jusque: 30 février", "", "date-not-real[30 février|février 2026]"},
};
// clang-format on

static void status_is_read_from_its_key_or_the_date(void **state)
{
    (void)state;
    check("", STATUSES_OF_EVENTS, COUNT(STATUSES_OF_EVENTS));
}

static void time_and_end_may_have_keys_of_their_own(void **state)
{
    (void)state;
    check("", ENDS, COUNT(ENDS));
}

static void entry_with_several_dates_is_several_events(void **state)
{
    (void)state;
    check("", DATES, COUNT(DATES));
    struct sample sample =
        sample_of_events("titre: A, dates: [1er mars, 8 mars]\n"
                         "titre: B, date: 1er mars");
    const struct event *events = sample.programme->events;
    assert_int_equal(sample.programme->event_count, 3);
    assert_int_equal(events[0].entry, 0);
    assert_int_equal(events[1].entry, 0);
    assert_int_equal(events[2].entry, 1);
    sample_release(&sample);
}

static void days_of_showing_begin_and_end_at_midnight(void **state)
{
    (void)state;
    check("", SHOWING, COUNT(SHOWING));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status_is_read_from_its_key_or_the_date),
        cmocka_unit_test(time_and_end_may_have_keys_of_their_own),
        cmocka_unit_test(entry_with_several_dates_is_several_events),
        cmocka_unit_test(days_of_showing_begin_and_end_at_midnight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
