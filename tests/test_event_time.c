// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "programme/event_time.h"
#include "support/programmes.h"
#include "support/test.h"

// An event in flow form, and when it begins and is over, on the wall clock;
// then how many minutes really pass between.
struct row {
    const char *event, *begins, *over;
    int minutes;
};

// clang-format off
static const struct row ONE_DAY[] = {
{"date: 20 janvier, heure: 18h30-20h30", "2026-01-20T18:30", "2026-01-20T20:30", 120},
{"date: 20 janvier 18h30-20h30", "2026-01-20T18:30", "2026-01-20T20:30", 120},
{"date: 15 mars 11h", "2026-03-15T11:00", "2026-03-15T13:00", 120},
{"date: 15 mars 23h", "2026-03-15T23:00", "2026-03-16T01:00", 120},
{"date: 4 février, heure: à venir", "2026-02-04T00:00", "2026-02-05T00:00", 1440},
{"date: 4 février", "2026-02-04T00:00", "2026-02-05T00:00", 1440},
{"date: jusqu'à 22h le 3 mai", "2026-05-03T00:00", "2026-05-03T22:00", 1320},
{"date: 3 mai, fin: 22h", "2026-05-03T00:00", "2026-05-03T22:00", 1320},
};

static const struct row NIGHTS[] = {
{"date: 14 juillet 20h-1h", "2026-07-14T20:00", "2026-07-15T01:00", 300},
{"date: 14 juillet, heure: 20h, fin: 1h", "2026-07-14T20:00", "2026-07-15T01:00", 300},
{"date: 14 juillet, heure: 20h, fin: 20h", "2026-07-14T20:00", "2026-07-15T20:00", 1440},
{"date: 14 juillet 20h-20h", "2026-07-14T20:00", "2026-07-15T20:00", 1440},
{"date: 31 décembre 20h - minuit", "2026-12-31T20:00", "2027-01-01T00:00", 240},
{"date: 31 décembre 20h, fin: minuit", "2026-12-31T20:00", "2027-01-01T00:00", 240},
{"date: 31 décembre 20h-4h", "2026-12-31T20:00", "2027-01-01T04:00", 480},
{"date: 20 janvier 20h, fin: 21 janvier 1h", "2026-01-20T20:00", "2026-01-21T01:00", 300},
{"date: 2026-01-20T20:00, fin: \"2026-01-21T01:00\"", "2026-01-20T20:00", "2026-01-21T01:00", 300},
};

static const struct row SEVERAL_DAYS[] = {
{"date: du 15 au 19 novembre", "2026-11-15T00:00", "2026-11-20T00:00", 7200},
{"date: du 15 au 19 novembre, heure: 14h-18h", "2026-11-15T14:00", "2026-11-19T18:00", 6000},
{"date: du 15 au 19 novembre, heure: 14h", "2026-11-15T14:00", "2026-11-20T00:00", 6360},
{"date: du 15 au 16 novembre, heure: 20h-1h", "2026-11-15T20:00", "2026-11-17T01:00", 1740},
{"date: du vendredi 5 juin 18h au dimanche 7 juin 12h", "2026-06-05T18:00", "2026-06-07T12:00", 2520},
{"date: 15 novembre, fin: 19 novembre", "2026-11-15T00:00", "2026-11-20T00:00", 7200},
{"date: 15 novembre 14h, fin: 19 novembre 18h", "2026-11-15T14:00", "2026-11-19T18:00", 6000},
{"date: du 5 au 7 juin, fin: minuit", "2026-06-05T00:00", "2026-06-08T00:00", 4320},
{"date: du 28 décembre au 3 janvier", "2026-12-28T00:00", "2027-01-04T00:00", 10080},
{"date: semaine du 13 avril", "2026-04-13T00:00", "2026-04-20T00:00", 10080},
{"date: avril 2026", "2026-04-01T00:00", "2026-05-01T00:00", 43200},
};

// The clocks go forward on 29 March at two and back on 25 October at three.
static const struct row CLOCK_CHANGES[] = {
{"date: 28 mars 20h-4h", "2026-03-28T20:00", "2026-03-29T04:00", 420},
{"date: 24 octobre 20h-4h", "2026-10-24T20:00", "2026-10-25T04:00", 540},
{"date: 29 mars", "2026-03-29T00:00", "2026-03-30T00:00", 1380},
{"date: 25 octobre", "2026-10-25T00:00", "2026-10-26T00:00", 1500},
{"date: 29 mars 1h30", "2026-03-29T01:30", "2026-03-29T04:30", 120},
{"date: 25 octobre 1h30", "2026-10-25T01:30", "2026-10-25T02:30", 120},
{"date: 29 mars 2h30-5h", "2026-03-29T03:30", "2026-03-29T05:00", 90},
{"date: du 28 au 30 mars", "2026-03-28T00:00", "2026-03-31T00:00", 4260},
{"date: semaine du 19 octobre", "2026-10-19T00:00", "2026-10-26T00:00", 10140},
{"date: mars 2026", "2026-03-01T00:00", "2026-04-01T00:00", 44580},
};
// clang-format on

static void check_row(const struct row *row)
{
    struct text_buffer line = {0};
    text_buffer_printf(&line, "titre: T, %s", row->event);
    struct sample sample = sample_of_events(text_buffer_text(&line));
    char begins[24] = "", over[24] = "";
    int minutes = 0;
    if (sample.programme->event_count == 1) {
        const struct event *event = &sample.programme->events[0];
        assert_true(event->dated);
        moment_format(event->begins_local, begins);
        moment_format(event->over_local, over);
        minutes = (int)((event->over - event->begins) / 60);
    }
    bool right = strcmp(begins, row->begins) == 0 &&
                 strcmp(over, row->over) == 0 && minutes == row->minutes;
    if (!right) {
        fail_msg("'%s' lasts from %s to %s, %d minutes", row->event, begins,
                 over, minutes);
    }
    text_buffer_release(&line);
    sample_release(&sample);
}

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_row(&rows[i]);
    }
}

static void event_is_over_at_its_end_or_two_hours_after_its_start(void **state)
{
    (void)state;
    check(ONE_DAY, COUNT(ONE_DAY));
}

static void event_past_midnight_belongs_to_the_evening(void **state)
{
    (void)state;
    check(NIGHTS, COUNT(NIGHTS));
    struct sample sample =
        sample_of_events("titre: A, date: 14 juillet 20h-1h\n"
                         "titre: B, date: 20 janvier 20h, "
                         "fin: 21 janvier 1h");
    assert_false(event_spans_days(&sample.programme->events[0]));
    assert_false(event_spans_days(&sample.programme->events[1]));
    sample_release(&sample);
}

static void event_of_several_days_is_over_with_the_last_one(void **state)
{
    (void)state;
    check(SEVERAL_DAYS, COUNT(SEVERAL_DAYS));
}

static void event_keeps_its_hours_when_the_clocks_change(void **state)
{
    (void)state;
    check(CLOCK_CHANGES, COUNT(CLOCK_CHANGES));
}

static void event_keeps_the_hours_of_the_programme_s_own_zone(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("fuseau: America/Martinique\nannee: 2026\nevenements:\n"
                  "  - {titre: T, date: 29 mars 1h30-4h}\n");
    assert_faults(&sample, "");
    const struct event *event = &sample.programme->events[0];
    char begins[24];
    moment_format(event->begins_local, begins);
    assert_string_equal(begins, "2026-03-29T01:30");
    assert_int_equal(event->over - event->begins, 150 * 60);
    assert_int_equal(event->begins, 1774762200); // 05:30 UTC
    sample_release(&sample);
}

static void undated_event_is_kept_for_ninety_days(void **state)
{
    (void)state;
    struct sample sample =
        sample_of_events("titre: A, date: à venir\n"
                         "titre: B, date: à venir, afficher_jusque: 1er mars");
    const struct event *events = sample.programme->events;
    assert_false(events[0].dated);
    assert_int_equal(events[0].over, instant_of(&sample, "2026-04-05"));
    assert_int_equal(events[1].over, instant_of(&sample, "2026-03-02"));
    sample_release(&sample);
    sample = sample_of("evenements: [{titre: A, date: à venir}]");
    assert_int_equal(sample.programme->events[0].over, INT64_MAX);
    sample_release(&sample);
}

static void event_time_is_known_by_its_start_or_its_end(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: A, date: 3 mai\n"
                                            "titre: B, date: 3 mai 18h\n"
                                            "titre: C, date: 3 mai, fin: 22h");
    const struct event *events = sample.programme->events;
    assert_false(event_time_is_known(&events[0]));
    assert_true(event_time_is_known(&events[1]));
    assert_true(event_time_is_known(&events[2]));
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(event_is_over_at_its_end_or_two_hours_after_its_start),
        cmocka_unit_test(event_past_midnight_belongs_to_the_evening),
        cmocka_unit_test(event_of_several_days_is_over_with_the_last_one),
        cmocka_unit_test(event_keeps_its_hours_when_the_clocks_change),
        cmocka_unit_test(event_keeps_the_hours_of_the_programme_s_own_zone),
        cmocka_unit_test(undated_event_is_kept_for_ninety_days),
        cmocka_unit_test(event_time_is_known_by_its_start_or_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
