// SPDX-License-Identifier: MIT
// The list: what heads its sections, where the cards are, which filters are
// offered, and that no more cards are kept than can be seen soon.
#include "screens/list_plan.h"

#include <stdlib.h>
#include <string.h>

#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "programme/settings.h"
#include "screens/card.h"
#include "screens/deck.h"
#include "screens/filter.h"
#include "screens/screen.h"
#include "slides/stage.h"
#include "support/programmes.h"
#include "support/test.h"

static struct fonts *fonts;
static struct settings *settings;
static struct image_store *images;

static int start(void **state)
{
    (void)state;
    fonts = fonts_new(KIOSK_FONTS_DIR);
    settings = settings_load(NULL, NULL, NULL);
    images =
        image_store_new((struct image_store_options){.budget_bytes = 1 << 20});
    return fonts != NULL && images != NULL ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    image_store_free(images);
    settings_free(settings);
    fonts_free(fonts);
    return 0;
}

// Events at a moment, as a list of them is drawn.
struct scene {
    struct sample sample;
    struct agenda *agenda;
    struct stage stage;
};

static void scene_init(struct scene *scene, const char *events,
                       const char *moment, struct size size)
{
    scene->sample = sample_of_events(events);
    struct now now = now_at(&scene->sample, moment);
    scene->agenda = agenda_new(scene->sample.programme, &now, "La Base", false);
    scene->stage = (struct stage){
        .size = size,
        .fonts = fonts,
        .images = images,
        .pictograms = KIOSK_ASSETS_DIR "/pictograms",
        .settings = settings,
        .programme = scene->sample.programme,
        .agenda = scene->agenda,
        .theme = theme_of(scene->sample.programme, COLOURS_OF_PROGRAMME),
        .phrasing = phrasing_in(&scene->sample, "fr", &now),
        .now = now,
    };
}

static void scene_release(struct scene *scene)
{
    agenda_free(scene->agenda);
    sample_release(&scene->sample);
}

static const struct size HD = {1280, 720};

// "Janvier: A B / Février: C"
static char *plan_words(const struct list_plan *plan)
{
    struct text_buffer out = {0};
    text_buffer_add(&out, "");
    for (size_t i = 0, section = 0; i < plan->card_count; i++) {
        if (section < plan->section_count &&
            plan->sections[section].first == i) {
            text_buffer_printf(&out, "%s%s:", i > 0 ? " / " : "",
                               plan->sections[section].heading);
            section++;
        }
        text_buffer_printf(
            &out, " %s", wording_in(&plan->cards[i].entry->event->title, "fr"));
    }
    return text_buffer_take(&out);
}

static void check_plan(const char *events, const char *moment,
                       const struct choices *choices, const char *expected)
{
    struct scene scene;
    scene_init(&scene, events, moment, HD);
    struct list_plan plan = list_plan_make(&scene.stage, choices, 0);
    char *words = plan_words(&plan);
    assert_string_equal(words, expected);
    free(words);
    list_plan_release(&plan);
    scene_release(&scene);
}

static const char SEASON[] =
    "date: 1er décembre - 2 mars, titre: Expo, ville: Nîmes, genre: expo\n"
    "date: 20 janvier 12h, titre: Midi, ville: Bram, genre: film\n"
    "date: 20 janvier 19h, titre: Soir, ville: Nîmes, genre: film\n"
    "date: 29 janvier 18h, titre: Fin, ville: Nîmes, genre: Film\n"
    "date: courant avril, titre: Mois, ville: Nîmes\n"
    "date: 3 mars 2027 18h, titre: Loin, ville: Nîmes\n"
    "date: date à venir, titre: Un jour, ville: Nîmes";

static void today_comes_first_then_the_months_then_no_date(void **state)
{
    (void)state;
    struct choices all = {0};
    check_plan(SEASON, "2026-01-20T15:00", &all,
               "Aujourd’hui: Soir / Janvier: Fin / Avril: Mois / "
               "Décembre: Expo / Mars 2027: Loin / Date à venir: Un jour");
}

static void what_is_under_way_is_of_today(void **state)
{
    (void)state;
    struct choices all = {0};
    check_plan("date: 15 janvier - 2 mars, titre: Expo, ville: Nîmes\n"
               "date: 22 janvier 18h, titre: Film, ville: Nîmes",
               "2026-01-20T15:00", &all, "Aujourd’hui: Expo / Janvier: Film");
}

static void a_filter_leaves_what_matches(void **state)
{
    (void)state;
    struct choices films = {.kind = (char *)"film"};
    check_plan(SEASON, "2026-01-20T10:00", &films,
               "Aujourd’hui: Midi Soir / Janvier: Fin");
    struct choices bram = {.place = (char *)"bram", .kind = (char *)"expo"};
    check_plan(SEASON, "2026-01-20T10:00", &bram, "");
}

static void nothing_upcoming_is_an_empty_plan(void **state)
{
    (void)state;
    struct choices all = {0};
    check_plan(SEASON, "2030-01-01T00:00", &all, "");
}

// Cards of one row have the same top, rows do not touch, and nothing leaves
// the display sideways.
static void check_geometry(struct size size, int columns_at_least)
{
    struct scene scene;
    struct choices all = {0};
    scene_init(&scene, SEASON, "2026-01-20T10:00", size);
    struct list_plan plan = list_plan_make(&scene.stage, &all, 7);
    assert_true(plan.columns >= columns_at_least);
    assert_true(plan.sections[0].box.y == 7);
    for (size_t i = 0; i < plan.card_count; i++) {
        struct box box = plan.cards[i].box;
        assert_true(box.x >= 0 && box_right(box) <= size.width);
        assert_true(box_bottom(box) <= plan.bottom);
        for (size_t k = 0; k < i; k++) {
            struct box common = box_intersection(box, plan.cards[k].box);
            assert_true(box_is_empty(common));
            assert_true(plan.cards[k].box.y <= box.y);
        }
    }
    list_plan_release(&plan);
    scene_release(&scene);
}

static void cards_lie_beside_and_below_each_other(void **state)
{
    (void)state;
    check_geometry((struct size){1920, 1080}, 4);
    check_geometry((struct size){1080, 1920}, 2);
    check_geometry((struct size){800, 480}, 3);
    check_geometry((struct size){480, 320}, 2);
    check_geometry((struct size){200, 100}, 1);
}

// "Nîmes 5, Bram 1; Film 3, Expo 1", and "(here)"
static char *options_words(const struct filter_options *options)
{
    struct text_buffer out = {0};
    text_buffer_add(&out, options->has_here ? "(here) " : "");
    for (size_t i = 0; i < options->count; i++) {
        const char *gap = i == options->place_count ? "; " : i > 0 ? ", " : "";
        text_buffer_printf(&out, "%s%s %zu", gap, options->items[i].label,
                           options->items[i].count);
    }
    return text_buffer_take(&out);
}

static void check_options(const char *events, const char *expected)
{
    struct scene scene;
    scene_init(&scene, events, "2026-01-20T10:00", HD);
    struct filter_options options = filter_options_of(&scene.stage);
    char *words = options_words(&options);
    assert_string_equal(words, expected);
    free(words);
    filter_options_release(&options);
    scene_release(&scene);
}

static void filters_are_offered_where_they_part_anything(void **state)
{
    (void)state;
    check_options(SEASON, "Nîmes 6, Bram 1; Film 3, Expo 1");
    check_options("date: 1er mars, titre: A, ville: Nîmes, genre: film\n"
                  "date: 2 mars, titre: B, ville: nimes, genre: Film",
                  "");
    check_options("date: 1er mars, titre: A, ville: Nîmes, genre: film\n"
                  "date: 2 mars, titre: B, ville: Nîmes",
                  "; Film 1");
    check_options("date: 1er mars, titre: A, ville: Nîmes, lieu: La Base\n"
                  "date: 2 mars, titre: B, ville: Nîmes, lieu: Ailleurs",
                  "(here) ");
    check_options("date: 1er mars, titre: A, ville: Nîmes, lieu: La Base", "");
}

static void a_filter_that_is_chosen_again_is_none(void **state)
{
    (void)state;
    struct filter_option nimes = {.key = (char *)"nimes"};
    struct filter_option bram = {.key = (char *)"bram"};
    struct choices choices = {0};
    filter_toggle(&choices, &nimes);
    assert_true(filter_is_chosen(&choices, &nimes));
    filter_toggle(&choices, &bram);
    assert_false(filter_is_chosen(&choices, &nimes));
    filter_toggle(&choices, &bram);
    assert_false(filter_chooses(&choices));
    filter_toggle(&choices, &nimes);
    filter_toggle_here(&choices);
    assert_null(choices.place);
    filter_clear(&choices);
    assert_false(filter_chooses(&choices));
}

static void a_town_that_is_gone_is_chosen_no_more(void **state)
{
    (void)state;
    struct scene scene;
    scene_init(&scene, SEASON, "2026-01-20T10:00", HD);
    struct filter_options options = filter_options_of(&scene.stage);
    struct choices choices = {.place = strdup("sete"), .kind = strdup("film")};
    filter_check(&choices, &options);
    assert_null(choices.place);
    assert_string_equal(choices.kind, "film");
    filter_clear(&choices);
    filter_options_release(&options);
    scene_release(&scene);
}

static char *many_events(size_t count)
{
    struct text_buffer lines = {0};
    for (size_t i = 0; i < count; i++) {
        text_buffer_printf(&lines, "%sdate: %zu/%zu, titre: T%zu, ville: Nîmes",
                           i > 0 ? "\n" : "", i % 28 + 1, i / 28 % 11 + 2, i);
    }
    return text_buffer_take(&lines);
}

// Until there is nothing left to do; how many cards are kept then.
static size_t settle(struct deck *deck, struct deck_view view)
{
    do {
        deck_update(deck, view);
    } while (deck_has_work(deck));
    return deck_kept(deck);
}

static void few_cards_are_kept_of_five_hundred(void **state)
{
    (void)state;
    struct scene scene;
    struct choices all = {0};
    char *events = many_events(500);
    scene_init(&scene, events, "2026-01-20T10:00", (struct size){800, 480});
    struct list_plan plan = list_plan_make(&scene.stage, &all, 0);
    assert_int_equal(plan.card_count, 500);
    struct deck *deck = deck_new(&scene.stage, &plan);
    for (int top = 0; top < plan.bottom; top += plan.bottom / 20) {
        size_t kept =
            settle(deck, (struct deck_view){top, top + 400, DECK_STANDS});
        assert_in_range(kept, 1, 20);
        assert_int_equal(deck_waits(deck), 0);
    }
    deck_free(deck);
    list_plan_release(&plan);
    free(events);
    scene_release(&scene);
}

static void one_card_a_time_is_made_while_it_moves(void **state)
{
    (void)state;
    struct scene scene;
    struct choices all = {0};
    char *events = many_events(40);
    scene_init(&scene, events, "2026-01-20T10:00", (struct size){800, 480});
    struct list_plan plan = list_plan_make(&scene.stage, &all, 0);
    struct deck *deck = deck_new(&scene.stage, &plan);
    struct deck_view view = {0, 400, DECK_MOVES};
    for (size_t i = 1; i <= 3; i++) {
        assert_true(deck_update(deck, view));
        assert_int_equal(deck_kept(deck), i);
    }
    // What is seen comes before what is not.
    for (size_t i = 0; i < plan.card_count; i++) {
        bool seen = plan.cards[i].box.y < view.bottom;
        assert_true(seen || deck_card(deck, i) == NULL);
    }
    deck_free(deck);
    list_plan_release(&plan);
    free(events);
    scene_release(&scene);
}

// What a card says, by its own marks.
static void check_card(const char *event, const char *const *words)
{
    struct scene scene;
    scene_init(&scene, event, "2026-01-20T10:00", HD);
    struct canvas *card =
        card_compose(&scene.stage, &scene.agenda->entries[0], 300);
    assert_non_null(card);
    for (; *words != NULL; words++) {
        bool said = false;
        for (size_t i = 0; i < canvas_mark_count(card); i++) {
            said = said || strcmp(canvas_mark_at(card, i)->text, *words) == 0;
        }
        if (!said) {
            fail_msg("the card of '%s' does not say '%s'", event, *words);
        }
    }
    canvas_free(card);
    scene_release(&scene);
}

static void a_card_says_what_when_where_and_what_became_of_it(void **state)
{
    (void)state;
    check_card("date: 20 janvier 18h30-20h, titre: Foodcoop, ville: Nîmes",
               (const char *const[]){"mar. 20 · 18h30", "Foodcoop", "Nîmes",
                                     "Ce soir", NULL});
    check_card("date: 3 mars 18h, titre: T, ville: Nîmes, statut: annulé",
               (const char *const[]){"Annulé", "mar. 3 · 18h", NULL});
    check_card(
        "date: date à venir, titre: T, lieu: La Base",
        (const char *const[]){"Date à venir", "La Base", "Ici\u202f!", NULL});
    check_card("date: du 28 février au 2 mars, titre: T, ville: Nîmes",
               (const char *const[]){"Du 28 février au 2 mars", NULL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(today_comes_first_then_the_months_then_no_date),
        cmocka_unit_test(what_is_under_way_is_of_today),
        cmocka_unit_test(a_filter_leaves_what_matches),
        cmocka_unit_test(nothing_upcoming_is_an_empty_plan),
        cmocka_unit_test(cards_lie_beside_and_below_each_other),
        cmocka_unit_test(filters_are_offered_where_they_part_anything),
        cmocka_unit_test(a_filter_that_is_chosen_again_is_none),
        cmocka_unit_test(a_town_that_is_gone_is_chosen_no_more),
        cmocka_unit_test(few_cards_are_kept_of_five_hundred),
        cmocka_unit_test(one_card_a_time_is_made_while_it_moves),
        cmocka_unit_test(a_card_says_what_when_where_and_what_became_of_it),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
