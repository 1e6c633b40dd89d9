// SPDX-License-Identifier: MIT
// Events as VEVENTs: as they stand, and as a calendar library reads them.
#include "programme/vevent.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "support/programmes.h"

static char *card_in(const struct sample *sample, size_t index,
                     const char *language)
{
    assert_non_null(sample->programme);
    assert_true(index < sample->programme->event_count);
    struct now now = now_at(sample, "2026-01-17T12:00");
    struct phrasing phrasing = phrasing_in(sample, language, &now);
    return vevent_of(sample->programme, &sample->programme->events[index],
                     &phrasing);
}

// The card of the first event; NULL if it has none.
static char *card_of(const char *event)
{
    struct sample sample = sample_of_events(event);
    char *card = card_in(&sample, 0, "fr");
    sample_release(&sample);
    return card;
}

static void expect_lines(const char *event, const char *wanted)
{
    char *card = card_of(event);
    assert_non_null(card);
    if (strstr(card, wanted) == NULL) {
        fail_msg("'%s' makes\n%s\nwhich has no\n%s", event, card, wanted);
    }
    free(card);
}

static void a_card_is_bare_and_short(void **state)
{
    (void)state;
    char *card = card_of("date: 20 janvier 18h30-20h30, titre: Foodcoop, "
                         "genre: film, ville: Montpellier, lieu: La Base");
    char *uid = strstr(card, "UID:");
    assert_non_null(uid);
    memset(uid + 4, '0', 16); // proved below
    assert_string_equal(card, "BEGIN:VEVENT\r\n"
                              "UID:0000000000000000\r\n"
                              "DTSTART:20260120T173000Z\r\n"
                              "DTEND:20260120T193000Z\r\n"
                              "SUMMARY:Film · Foodcoop\r\n"
                              "LOCATION:La Base\\, Montpellier\r\n"
                              "END:VEVENT");
    free(card);
}

static void times_are_those_of_the_season(void **state)
{
    (void)state;
    static const struct {
        const char *date, *lines;
    } CASES[] = {
        {"20 janvier 18h30-20h30",
         "DTSTART:20260120T173000Z\r\nDTEND:20260120T193000Z\r\n"      },
        {"20 juillet 18h30-20h30",
         "DTSTART:20260720T163000Z\r\nDTEND:20260720T183000Z\r\n"      },
 // Without an end it is two hours long.
        {"15 mars 11h",
         "DTSTART:20260315T100000Z\r\nDTEND:20260315T120000Z\r\n"      },
        {"14 juillet 20h-1h",
         "DTSTART:20260714T180000Z\r\nDTEND:20260714T230000Z\r\n"      },
        {"31 décembre 20h - minuit",
         "DTSTART:20261231T190000Z\r\nDTEND:20261231T230000Z\r\n"      },
 // Through the night in which the clock goes on.
        {"28 mars 20h-5h",
         "DTSTART:20260328T190000Z\r\nDTEND:20260329T030000Z\r\n"      },
        {"4 février (heure à venir)",
         "DTSTART;VALUE=DATE:20260204\r\nDTEND;VALUE=DATE:20260205\r\n"},
        {"jusqu’à 22h le 3 mai",
         "DTSTART;VALUE=DATE:20260503\r\nDTEND;VALUE=DATE:20260504\r\n"},
        {"du 30 novembre au 2 décembre",
         "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261203\r\n"},
        {"du 28 décembre au 3 janvier",
         "DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270104\r\n"},
        {"2026-W16",
         "DTSTART;VALUE=DATE:20260413\r\nDTEND;VALUE=DATE:20260420\r\n"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char *event = xasprintf("date: %s, titre: T", CASES[i].date);
        expect_lines(event, CASES[i].lines);
        free(event);
    }
}

static void what_has_no_day_has_no_card(void **state)
{
    (void)state;
    static const char *const EVENTS[] = {"date: date à venir, titre: T",
                                         "date: avril 2026, titre: T",
                                         "date: 24 avril (annulé), titre: T",
                                         "date: 24 avril (reporté), titre: T"};
    for (size_t i = 0; i < COUNT(EVENTS); i++) {
        char *card = card_of(EVENTS[i]);
        if (card != NULL) {
            fail_msg("'%s' makes\n%s", EVENTS[i], card);
        }
    }
}

static void it_says_what_people_need(void **state)
{
    (void)state;
    expect_lines("date: 20 janvier, titre: T, statut: à valider",
                 "STATUS:TENTATIVE\r\n");
    expect_lines("date: 20 janvier, titre: T, en_ligne: oui",
                 "LOCATION:En ligne\r\n");
    expect_lines("date: 20 janvier, titre: T, "
                 "inscription: 'https://a.fr/x?a=1,2;b'",
                 "URL:https://a.fr/x?a=1,2;b\r\n");
    expect_lines("date: 20 janvier, titre: T, note: 'pain; vin, etc'",
                 "DESCRIPTION:pain\\; vin\\, etc\r\n");
    expect_lines("date: du 15 au 19 novembre 10h-18h, titre: T, note: pain",
                 "DESCRIPTION:10h–18h\\npain\r\n");
    expect_lines("date: 20 janvier, titre: Soirée jeux, genre: soirée",
                 "SUMMARY:Soirée jeux\r\n");
    expect_lines("date: 20 janvier, titre: T, lieu: La Base, ville: Sète, "
                 "adresse: '3 rue du Port, 34200 Sète'",
                 "LOCATION:La Base\\, 3 rue du Port\\, 34200 Sète\r\n");
}

static void it_speaks_the_reader_s_language(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(
        "date: 20 janvier, titre: {fr: Fête, oc: Fèsta}, en_ligne: oui");
    char *card = card_in(&sample, 0, "oc");
    assert_non_null(strstr(card, "SUMMARY:Fèsta\r\n"));
    assert_non_null(strstr(card, "LOCATION:En linha\r\n"));
    free(card);
    sample_release(&sample);
}

// LENGTH letters of a title, a venue, a town, an address, a note and a URL.
static char *long_event(size_t length, const char *letter)
{
    struct text_buffer words = {0};
    for (size_t i = 0; i < length; i++) {
        text_buffer_add(&words, letter);
    }
    const char *text = text_buffer_text(&words);
    char *event = xasprintf(
        "date: 20 janvier (à valider) 18h-20h, genre: '%s', titre: '%s', "
        "lieu: '%s', ville: '%s', adresse: '%s', note: '%s', "
        "inscription: 'https://a.fr/%0*d'",
        text, text, text, text, text, text, (int)length, 0);
    text_buffer_release(&words);
    return event;
}

static void it_is_never_too_long_for_its_code(void **state)
{
    (void)state;
    static const char *const LETTERS[] = {"a", "é", ";", "\xF0\x9F\x8E\xAC"};
    for (size_t l = 0; l < COUNT(LETTERS); l++) {
        for (size_t length = 1; length <= 200; length += 7) {
            char *event = long_event(length, LETTERS[l]);
            char *card = card_of(event);
            assert_true(strlen(card) <= VEVENT_BYTES_MAX);
            assert_true(utf8_is_valid(card, strlen(card)));
            assert_non_null(strstr(card, "DTSTART:20260120T170000Z\r\n"));
            assert_non_null(strstr(card, "SUMMARY:"));
            free(card);
            free(event);
        }
    }
}

static void the_description_goes_first_and_the_place_stays(void **state)
{
    (void)state;
    char *card = card_of(
        "date: 20 janvier 18h, titre: Un titre assez long pour un film, "
        "lieu: La Base, ville: Sète, note: un long texte qui raconte ce qui "
        "est à apporter, inscription: https://www.helloasso.com/evenements/un");
    assert_null(strstr(card, "DESCRIPTION"));
    assert_non_null(strstr(card, "URL:https://www.helloasso.com"));
    assert_non_null(strstr(card, "LOCATION:La Base\\, Sète"));
    free(card);
}

static char *uid_of(const struct sample *sample, size_t index)
{
    char *card = card_in(sample, index, "fr");
    char *uid = xstrndup(strstr(card, "UID:"), 20);
    free(card);
    return uid;
}

static bool are_one(const char *one, const char *other)
{
    struct sample a = sample_of_events(one), b = sample_of_events(other);
    char *first = uid_of(&a, 0), *second = uid_of(&b, 0);
    bool same = strcmp(first, second) == 0;
    free(first);
    free(second);
    sample_release(&a);
    sample_release(&b);
    return same;
}

static void an_event_that_moves_stays_the_same(void **state)
{
    (void)state;
    assert_true(
        are_one("date: 20 janvier 18h, titre: T, ville: Sète",
                "date: 20 janvier 20h, titre: T, ville: Sète, note: a"));
    assert_true(are_one("date: 20 janvier 18h, titre: T, id: f1",
                        "date: 3 mars 20h, titre: U, id: f1"));
    assert_true(are_one("date: 20 janvier 18h, titre: T",
                        "date: 3 mars 18h, titre: T, statut: reprogrammé, "
                        "avant: 20 janvier"));
    assert_false(are_one("date: 20 janvier 18h, titre: T, ville: Sète",
                         "date: 20 janvier 18h, titre: T, ville: Agde"));
    assert_false(are_one("date: 20 janvier 18h, titre: T",
                         "date: 21 janvier 18h, titre: T"));
}

static void seances_of_one_entry_are_several(void **state)
{
    (void)state;
    struct sample sample = sample_of_events(
        "dates: [20 janvier 18h, 21 janvier 18h], titre: T, id: f1");
    assert_int_equal(sample.programme->event_count, 2);
    char *first = uid_of(&sample, 0), *second = uid_of(&sample, 1);
    assert_string_not_equal(first, second);
    free(first);
    free(second);
    sample_release(&sample);
}

// libical reads what we wrote and comes to the same.
static void expect_read(const struct sample *sample, const struct event *event,
                        const char *card)
{
    icalcomponent *read = icalcomponent_new_from_string(card);
    assert_non_null(read);
    assert_int_equal(icalcomponent_isa(read), ICAL_VEVENT_COMPONENT);
    assert_int_equal(icalcomponent_count_errors(read), 0);
    assert_non_null(icalcomponent_get_uid(read));
    assert_non_null(
        strstr(icalcomponent_get_summary(read), wording_in(&event->title, "")));
    const char *location = icalcomponent_get_location(read);
    assert_non_null(location);
    assert_non_null(strstr(location, wording_in(&event->town, "")));
    struct icaltimetype start = icalcomponent_get_dtstart(read);
    struct icaltimetype end = icalcomponent_get_dtend(read);
    if (start.is_date) {
        int64_t day =
            zone_instant(&sample->programme->zone,
                         (struct moment){
                             {start.year, start.month, start.day},
                             0
        });
        assert_true(day == event->begins || event->begins < day + 86400);
        assert_true(end.is_date);
        assert_true(icaltime_compare(start, end) < 0);
    } else {
        assert_true(icaltime_as_timet(start) == event->begins);
        assert_true(icaltime_as_timet(end) == event->over);
    }
    icalcomponent_free(read);
}

static void a_calendar_library_reads_the_whole_season(void **state)
{
    (void)state;
    struct languages *languages =
        languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    struct diag_list *diags = diag_list_new();
    struct sample sample = {
        .languages = languages,
        .diags = diags,
        .programme = programme_load(KIOSK_PROGRAMME_DIR, languages,
                                    (struct date){2026, 1, 17}, diags)};
    size_t cards = 0;
    for (size_t i = 0; i < sample.programme->event_count; i++) {
        char *card = card_in(&sample, i, "fr");
        if (card != NULL) {
            expect_read(&sample, &sample.programme->events[i], card);
            cards++;
        }
        free(card);
    }
    assert_true(cards >= 10);
    programme_free(sample.programme);
    diag_list_free(diags);
    languages_free(languages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_is_bare_and_short),
        cmocka_unit_test(times_are_those_of_the_season),
        cmocka_unit_test(what_has_no_day_has_no_card),
        cmocka_unit_test(it_says_what_people_need),
        cmocka_unit_test(it_speaks_the_reader_s_language),
        cmocka_unit_test(it_is_never_too_long_for_its_code),
        cmocka_unit_test(the_description_goes_first_and_the_place_stays),
        cmocka_unit_test(an_event_that_moves_stays_the_same),
        cmocka_unit_test(seances_of_one_entry_are_several),
        cmocka_unit_test(a_calendar_library_reads_the_whole_season),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
