// SPDX-License-Identifier: MIT
#include "programme/playlist.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "programme/settings.h"
#include "support/programmes.h"
#include "support/test.h"

static const struct slide_capacity CAPACITY = {
    .agenda_rows = 7, .partners = 12, .links = 4};

// A programme, its agenda at a moment, and the loop that is made of it.
struct loop {
    struct sample sample;
    struct now now;
    struct settings *settings;
    struct agenda *agenda;
    struct playlist *playlist;
};

static struct loop loop_with(struct sample sample, const char *when,
                             const char *venue, int seconds)
{
    struct loop loop = {.sample = sample, .now = now_at(&sample, when)};
    loop.settings = settings_load(NULL, NULL, NULL);
    loop.settings->seconds = seconds;
    loop.settings->venue = venue;
    loop.agenda = agenda_new(sample.programme, &loop.now, venue, false);
    loop.playlist = playlist_new(sample.programme, loop.agenda, &loop.now,
                                 loop.settings, "fr", CAPACITY);
    return loop;
}

static struct loop loop_of(const char *yaml, const char *when)
{
    return loop_with(sample_of(yaml), when, NULL, 0);
}

static void loop_release(struct loop *loop)
{
    playlist_free(loop->playlist);
    agenda_free(loop->agenda);
    settings_free(loop->settings);
    sample_release(&loop->sample);
}

// count events of 2026, from 1 February on, one a day at most.
static char *yaml_of(size_t count, const char *head)
{
    struct text_buffer yaml = {0};
    text_buffer_printf(&yaml, "annee: 2026\n%s\nevenements:\n", head);
    for (size_t i = 0; i < count; i++) {
        int month = 2 + (int)(i / 28 % 10), day = 1 + (int)(i % 28);
        text_buffer_printf(&yaml, "  - {titre: T%zu, date: %d/%d 20h}\n", i,
                           day, month);
    }
    return text_buffer_take(&yaml);
}

static struct loop loop_of_events(size_t count, const char *when)
{
    char *yaml = yaml_of(count, "titre: S");
    struct loop loop = loop_of(yaml, when);
    free(yaml);
    return loop;
}

// "T0 T1 agenda[0+7] …": the loop on one line. The caller's; free().
static char *described(const struct loop *loop)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < loop->playlist->count; i++) {
        const struct slide *slide = &loop->playlist->slides[i];
        text_buffer_add(&out, i > 0 ? " " : "");
        if (slide->kind == SLIDE_EVENT) {
            text_buffer_add(&out, wording_in(&slide->entry->event->title, ""));
        } else {
            text_buffer_add(&out, slide_kind_name(slide->kind));
        }
        if (slide->count > 0) {
            text_buffer_printf(&out, "[%zu+%zu]", slide->first, slide->count);
        }
        if (slide->left_out > 0) {
            text_buffer_printf(&out, "…%zu", slide->left_out);
        }
    }
    return text_buffer_take(&out);
}

static void assert_loop(const struct loop *loop, const char *expected)
{
    char *text = described(loop);
    assert_string_equal(text, expected);
    free(text);
}

static size_t times_shown(const struct loop *loop, const char *title)
{
    size_t times = 0;
    for (size_t i = 0; i < loop->playlist->count; i++) {
        const struct slide *slide = &loop->playlist->slides[i];
        times += slide->kind == SLIDE_EVENT &&
                         strcmp(wording_in(&slide->entry->event->title, ""),
                                title) == 0
                     ? 1
                     : 0;
    }
    return times;
}

static bool is_same(const struct slide *a, const struct slide *b)
{
    return a->kind == b->kind && a->entry == b->entry && a->page == b->page &&
           a->first == b->first;
}

// What holds for every loop.
static void assert_sound(const struct loop *loop)
{
    const struct playlist *playlist = loop->playlist;
    assert_true(playlist->count > 0);
    size_t listed = 0, left_out = 0;
    int seconds = 0;
    for (size_t i = 0; i < playlist->count; i++) {
        const struct slide *slide = &playlist->slides[i];
        const struct slide *next = &playlist->slides[(i + 1) % playlist->count];
        assert_true(playlist->count == 1 || !is_same(slide, next));
        assert_true(slide->seconds >= 8 && slide->seconds <= 25);
        seconds += slide->seconds;
        if (slide->kind == SLIDE_AGENDA) {
            assert_int_equal(slide->first, listed);
            assert_true(slide->count > 0 &&
                        slide->count + (slide->left_out > 0 ? 1 : 0) <=
                            CAPACITY.agenda_rows);
            listed += slide->count;
            left_out += slide->left_out;
        }
    }
    assert_int_equal(seconds, playlist->seconds);
    // A list of one is left out: its slide says as much.
    size_t alone = playlist->listed_count == 1 ? 1 : 0;
    assert_int_equal(listed + left_out + alone, playlist->listed_count);
    assert_true(playlist->own_slides <= playlist->events);
}

static void programme_of_nothing_has_the_empty_slide(void **state)
{
    (void)state;
    struct loop loop = loop_of("titre: S", "2026-01-17");
    assert_loop(&loop, "empty");
    assert_sound(&loop);
    loop_release(&loop);
    loop = loop_of_events(3, "2027-06-01");
    assert_loop(&loop, "empty");
    loop_release(&loop);
}

static void empty_slide_is_joined_by_links_and_partners(void **state)
{
    (void)state;
    struct loop loop = loop_of("contact: a@b.fr\nliens: {X: https://x.fr/}\n"
                               "intro: Bonjour\npartenaires: [A, B]\n"
                               "pages: [{titre: P}]",
                               "2026-01-17");
    assert_loop(&loop, "empty links[0+2] page partners[0+2] page");
    assert_sound(&loop);
    loop_release(&loop);
}

static void event_that_is_alone_needs_no_list(void **state)
{
    (void)state;
    struct loop loop = loop_of_events(1, "2026-01-17");
    assert_loop(&loop, "T0");
    assert_sound(&loop);
    loop_release(&loop);
}

static void other_slides_stand_between_groups_of_three_events(void **state)
{
    (void)state;
    char *yaml = yaml_of(6, "titre: S\nintro: Bonjour\ncontact: a@b.fr\n"
                            "partenaires: [A]");
    struct loop loop = loop_of(yaml, "2026-01-17");
    assert_loop(&loop, "T0 T1 T2 agenda[0+6] links[0+1] T3 T4 T5 page "
                       "partners[0+1]");
    assert_sound(&loop);
    free(yaml);
    loop_release(&loop);
}

static void every_upcoming_event_is_listed_or_told_as_left_out(void **state)
{
    (void)state;
    static const struct {
        size_t events, lists, left_out;
    } ROWS[] = {
        {0,   0, 0 },
        {1,   0, 0 },
        {7,   1, 0 },
        {8,   2, 0 },
        {12,  2, 0 },
        {21,  3, 0 },
        {22,  3, 2 },
        {100, 3, 80},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct loop loop = loop_of_events(ROWS[i].events, "2026-01-17");
        assert_sound(&loop);
        size_t lists = 0, left_out = 0;
        for (size_t k = 0; k < loop.playlist->count; k++) {
            const struct slide *slide = &loop.playlist->slides[k];
            lists += slide->kind == SLIDE_AGENDA ? 1 : 0;
            left_out += slide->left_out;
        }
        assert_int_equal(lists, ROWS[i].lists);
        assert_int_equal(left_out, ROWS[i].left_out);
        loop_release(&loop);
    }
}

static void soonest_events_have_slides_of_their_own(void **state)
{
    (void)state;
    static const struct {
        size_t events, least, most;
    } ROWS[] = {
        {1,   1, 1 },
        {6,   6, 6 },
        {12,  6, 12},
        {100, 6, 22}, // three minutes of eight seconds
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct loop loop = loop_of_events(ROWS[i].events, "2026-01-17");
        size_t own = loop.playlist->own_slides;
        assert_true(own >= ROWS[i].least && own <= ROWS[i].most);
        assert_true(loop.playlist->seconds <= PLAYLIST_LOOP_SECONDS);
        for (size_t k = 0; k < own; k++) {
            char title[24];
            snprintf(title, sizeof title, "T%zu", k);
            assert_int_equal(times_shown(&loop, title), 1);
        }
        loop_release(&loop);
    }
}

static void six_events_have_slides_however_long_the_rest_is(void **state)
{
    (void)state;
    struct text_buffer head = {0};
    text_buffer_add(&head, "pages:\n");
    for (int i = 0; i < 20; i++) {
        text_buffer_printf(&head, "  - {titre: P%d, qr: https://a.fr/}\n", i);
    }
    char *yaml = yaml_of(12, text_buffer_text(&head));
    struct loop loop = loop_of(yaml, "2026-01-17");
    assert_int_equal(loop.playlist->own_slides, PLAYLIST_EVENTS_MIN);
    assert_sound(&loop);
    free(yaml);
    text_buffer_release(&head);
    loop_release(&loop);
}

static void ten_thousand_events_make_a_short_loop(void **state)
{
    (void)state;
    char *yaml = yaml_of(PROGRAMME_EVENTS_MAX, "titre: S");
    struct loop loop = loop_of(yaml, "2026-01-17");
    assert_int_equal(loop.playlist->events, PROGRAMME_EVENTS_MAX);
    assert_sound(&loop);
    assert_true(loop.playlist->seconds <= PLAYLIST_LOOP_SECONDS);
    free(yaml);
    loop_release(&loop);
}

static void pressing_event_comes_again_in_the_middle(void **state)
{
    (void)state;
    struct loop loop = loop_of_events(6, "2026-02-01T12:00");
    assert_loop(&loop, "T0 T1 T2 agenda[0+6] T0 T3 T4 T5");
    assert_sound(&loop);
    loop_release(&loop);
    loop = loop_with(
        sample_of_events("titre: A, date: 1er mars\n"
                         "titre: B, date: 2 mars, a_la_une: oui\n"
                         "titre: C, date: 3 mars\ntitre: D, date: 4 mars\n"
                         "titre: E, date: 5 mars, lieu: La Hune\n"),
        "2026-01-17", "la hune", 0);
    assert_int_equal(times_shown(&loop, "A"), 1);
    assert_int_equal(times_shown(&loop, "B"), 2);
    assert_int_equal(times_shown(&loop, "E"), 2);
    assert_sound(&loop);
    loop_release(&loop);
}

static void pressing_event_of_a_short_loop_comes_again_too(void **state)
{
    (void)state;
    char *yaml = yaml_of(2, "contact: a@b.fr\npartenaires: [A]");
    struct loop loop = loop_of(yaml, "2026-02-01T12:00");
    assert_loop(&loop, "T0 T1 agenda[0+2] links[0+1] T0 partners[0+1]");
    assert_sound(&loop);
    free(yaml);
    loop_release(&loop);
}

static void nothing_comes_again_where_everything_presses(void **state)
{
    (void)state;
    struct loop loop =
        loop_with(sample_of_events("titre: A, date: 1er mars 18h\n"
                                   "titre: B, date: 1er mars 19h\n"
                                   "titre: C, date: 1er mars 20h\n"),
                  "2026-03-01T12:00", NULL, 0);
    assert_loop(&loop, "A B C agenda[0+3]");
    assert_sound(&loop);
    loop_release(&loop);
}

static void entry_with_several_dates_has_one_slide_for_the_next(void **state)
{
    (void)state;
    struct loop loop = loop_with(
        sample_of_events("titre: A, dates: [1er mars, 8 mars, 15 mars]\n"
                         "titre: B, date: 9 mars"),
        "2026-03-05", NULL, 0);
    assert_loop(&loop, "A B agenda[0+3]");
    const struct event *event = loop.playlist->slides[0].entry->event;
    assert_int_equal(event->when.first_day.day, 8);
    loop_release(&loop);
}

static void banner_is_a_strip_on_every_slide_and_no_slide(void **state)
{
    (void)state;
    struct loop loop =
        loop_with(sample_of_events("titre: A, date: mars 2026, bandeau: oui\n"
                                   "titre: B, date: 9 mars\n"
                                   "titre: C, date: avril 2026, bandeau: oui"),
                  "2026-03-05", NULL, 0);
    assert_loop(&loop, "B");
    for (size_t i = 0; i < loop.playlist->count; i++) {
        assert_non_null(loop.playlist->slides[i].banner);
    }
    assert_sound(&loop);
    loop_release(&loop);
}

static void banners_alone_stand_on_the_empty_slide(void **state)
{
    (void)state;
    struct loop loop =
        loop_with(sample_of_events("titre: A, date: mars 2026, bandeau: oui"),
                  "2026-03-05", NULL, 0);
    assert_loop(&loop, "empty");
    assert_non_null(loop.playlist->slides[0].banner);
    loop_release(&loop);
}

static int seconds_of(const char *event, int setting)
{
    struct loop loop =
        loop_with(sample_of_events(event), "2026-01-17", NULL, setting);
    int seconds = loop.playlist->slides[0].seconds;
    loop_release(&loop);
    return seconds;
}

static void slide_stands_as_long_as_it_takes_to_read(void **state)
{
    (void)state;
    assert_int_equal(seconds_of("titre: A, date: 1er mars", 0), 8);
    // 4 s and half a second for each of 5 + 20 words.
    assert_int_equal(
        seconds_of("titre: a b c d e f g h i j k l m n o p q r s t, "
                   "date: 1er mars",
                   0),
        17);
    struct text_buffer event = {0};
    text_buffer_add(&event, "date: 1er mars, titre: a");
    for (int i = 0; i < 1000; i++) {
        text_buffer_add(&event, " a");
    }
    assert_int_equal(seconds_of(text_buffer_text(&event), 0), 25);
    assert_int_equal(seconds_of(text_buffer_text(&event), 12), 12);
    text_buffer_release(&event);
}

static void slide_with_a_code_stands_fifteen_seconds_at_least(void **state)
{
    (void)state;
    static const char CODED[] =
        "titre: A, date: 1er mars, inscription: https://a.fr/x";
    assert_int_equal(seconds_of(CODED, 0), 15);
    assert_int_equal(seconds_of(CODED, 5), 5);
    assert_int_equal(
        seconds_of("titre: A, date: 1er mars, inscription: au comptoir", 0), 8);
}

// At noon on 17 January.
static void assert_code(const char *event, const char *payload)
{
    struct sample sample = sample_of_events(event);
    struct now now = now_at(&sample, "2026-01-17T12:00");
    const struct link *link = event_qr_link(&sample.programme->events[0], &now);
    assert_string_equal(link != NULL ? link->payload : "none", payload);
    sample_release(&sample);
}

static void code_leads_where_the_status_allows(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *payload;
    } ROWS[] = {
        {"inscription: https://a.fr/x",                                     "https://a.fr/x"},
        {"inscription: a@b.fr",                                             "mailto:a@b.fr" },
        {"inscription: 04 67 00 00 00",                                     "tel:0467000000"},
        {"inscription: au comptoir",                                        "none"          },
        {"statut: annulé, inscription: https://a.fr/x",                    "none"          },
        {"statut: reporté, inscription: https://a.fr/x",                   "none"          },
        {"statut: complet, inscription: https://a.fr/x",                    "none"          },
        {"statut: complet, inscription: https://a.fr/liste-attente",
         "https://a.fr/liste-attente"                                                       },
        {"statut: à valider, inscription: https://a.fr/x",                 "https://a.fr/x"},
        {"statut: déplacé, inscription: https://a.fr/x",                  "https://a.fr/x"},
        {"statut: passe en visio, visio: https://v.fr/x",                   "https://v.fr/x"},
        {"inscription: https://a.fr/x, visio: https://v.fr/x",
         "https://v.fr/x"                                                                   },
        {"statut: annulé, visio: https://v.fr/x",                          "none"          },
        {"inscription: https://a.fr/x, inscription_jusque: 16 janvier",     "none"          },
        {"inscription: https://a.fr/x, inscription_jusque: 17 janvier",
         "https://a.fr/x"                                                                   },
        {"inscription: https://a.fr/x, inscription_jusque: 17 janvier 12h",
         "none"                                                                             },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct text_buffer event = {0};
        text_buffer_printf(&event, "titre: A, date: 1er mars, %s",
                           ROWS[i].fields);
        assert_code(text_buffer_text(&event), ROWS[i].payload);
        text_buffer_release(&event);
    }
}

static void links_are_registration_then_links_then_contact(void **state)
{
    (void)state;
    struct sample sample =
        sample_of("inscription: https://a.fr/x\ncontact: a@b.fr\n"
                  "liens: {Instagram: https://i.fr/, Site: https://s.fr/}\n");
    const struct programme *programme = sample.programme;
    assert_int_equal(playlist_link_count(programme), 4);
    static const char *const PAYLOADS[] = {"https://a.fr/x", "https://i.fr/",
                                           "https://s.fr/", "mailto:a@b.fr"};
    for (size_t i = 0; i < COUNT(PAYLOADS); i++) {
        struct playlist_link link = playlist_link_at(programme, i);
        assert_string_equal(link.link->payload, PAYLOADS[i]);
        assert_int_equal(link.registers, i == 0);
        assert_int_equal(link.label == NULL, i == 0 || i == 3);
    }
    sample_release(&sample);
}

static void sample_programme_s_loop_tells_all_twelve_events(void **state)
{
    (void)state;
    struct languages *languages =
        languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    struct sample sample = {.languages = languages,
                            .folder = folder_make(),
                            .diags = diag_list_new()};
    sample.programme = programme_load(KIOSK_PROGRAMME_DIR, languages,
                                      (struct date){2026, 1, 17}, sample.diags);
    assert_non_null(sample.programme);
    struct loop loop = loop_with(sample, "2026-01-17T12:00", NULL, 0);
    assert_sound(&loop);
    assert_int_equal(loop.playlist->events, 12);
    assert_int_equal(loop.playlist->listed_count, 12);
    assert_int_equal(loop.playlist->own_slides, PLAYLIST_EVENTS_MIN);
    assert_true(loop.playlist->seconds <= 5 * 60);
    loop_release(&loop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programme_of_nothing_has_the_empty_slide),
        cmocka_unit_test(empty_slide_is_joined_by_links_and_partners),
        cmocka_unit_test(event_that_is_alone_needs_no_list),
        cmocka_unit_test(other_slides_stand_between_groups_of_three_events),
        cmocka_unit_test(every_upcoming_event_is_listed_or_told_as_left_out),
        cmocka_unit_test(soonest_events_have_slides_of_their_own),
        cmocka_unit_test(six_events_have_slides_however_long_the_rest_is),
        cmocka_unit_test(ten_thousand_events_make_a_short_loop),
        cmocka_unit_test(pressing_event_comes_again_in_the_middle),
        cmocka_unit_test(pressing_event_of_a_short_loop_comes_again_too),
        cmocka_unit_test(nothing_comes_again_where_everything_presses),
        cmocka_unit_test(entry_with_several_dates_has_one_slide_for_the_next),
        cmocka_unit_test(banner_is_a_strip_on_every_slide_and_no_slide),
        cmocka_unit_test(banners_alone_stand_on_the_empty_slide),
        cmocka_unit_test(slide_stands_as_long_as_it_takes_to_read),
        cmocka_unit_test(slide_with_a_code_stands_fifteen_seconds_at_least),
        cmocka_unit_test(code_leads_where_the_status_allows),
        cmocka_unit_test(links_are_registration_then_links_then_contact),
        cmocka_unit_test(sample_programme_s_loop_tells_all_twelve_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
