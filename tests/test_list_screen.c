// SPDX-License-Identifier: MIT
// The list of soirées, drawn at every size and in every language, with none of
// them, one, a dozen and five hundred.
#include "screens/list_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/image_store.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "screens/card.h"
#include "screens/list_plan.h"
#include "support/folder.h"
#include "support/layout.h"
#include "support/test.h"
#include "support/visitor.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct size SIZES[] = {
    {800,  480 },
    {1920, 1080},
    {1080, 1920},
    {480,  320 },
    {1280, 720 },
    {3840, 2160},
};

static const char *const LANGUAGES[] = {"fr", "oc", "en", "es", "ca"};

static struct world world;
static struct programme *season;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    season = programme_in(&world, KIOSK_PROGRAMME_DIR);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    programme_free(season);
    world_release(&world);
    return 0;
}

static struct showing showing_of(const char *name,
                                 const struct programme *programme,
                                 struct size size, const char *language)
{
    return (struct showing){
        .name = name,
        .programme = programme,
        .size = size,
        .language = language,
        .now = {{2026, 1, 17}, 12 * 60}
    };
}

static void look(const char *name, const struct programme *programme,
                 struct size size, const char *language)
{
    struct showing showing = showing_of(name, programme, size, language);
    struct visitor visitor;
    visitor_init(&visitor, &world, &showing, NULL);
    visitor_wait(&visitor, 2000);
    visitor_look(&visitor, "list");
    struct choices *choices = visit_choices(visitor.visit);
    choices->low_controls = choices->large_text = true;
    visit_renew(visitor.visit);
    visitor_wait(&visitor, 2000);
    visitor_look(&visitor, "low");
    choices->low_controls = choices->large_text = false;
    visit_renew(visitor.visit);
    visitor_key(&visitor, KEY_END);
    visitor_wait(&visitor, 2000);
    visitor_look(&visitor, "end");
    visitor_release(&visitor);
}

static void the_season_holds_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUT_ROWS(SIZES); i++) {
        look("season", season, SIZES[i], "fr");
    }
    assert_int_equal(world.faults, 0);
}

static void the_season_holds_in_every_language(void **state)
{
    (void)state;
    for (size_t i = 1; i < LAYOUT_ROWS(LANGUAGES); i++) {
        look("season", season, SIZES[0], LANGUAGES[i]);
    }
    assert_int_equal(world.faults, 0);
}

// So many evenings from February on, in eight towns.
static struct programme *many(const char *folder, int count)
{
    static const char *const TOWNS[] = {"Nîmes", "Sète",   "Jacou",
                                        "Bram",  "Lattes", "Frontignan",
                                        "Alès",  "Agde"};
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "programme: Beaucoup\nannee: 2026\nsoirees:");
    for (int i = 0; i < count; i++) {
        text_buffer_printf(&yaml,
                           "\n  - date: %d/%d/2026\n    heure: %dh\n"
                           "    titre: Une soirée, la %d%s\n    ville: %s\n"
                           "    type: %s",
                           i % 28 + 1, i / 28 % 10 + 2, 17 + i % 5, i + 1,
                           i == 0 ? "re" : "e", TOWNS[i % (int)COUNT(TOWNS)],
                           i % 3 == 0 ? "Film" : "Rencontre");
    }
    text_buffer_add(&yaml, count == 0 ? " []\n" : "\n");
    struct programme *programme =
        programme_written(&world, folder, text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    return programme;
}

static void none_one_and_five_hundred_hold(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int count;
    } CASES[] = {
        {"none",         0  },
        {"one",          1  },
        {"five-hundred", 500},
    };
    char *folder = folder_make();
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct programme *programme = many(folder, CASES[i].count);
        assert_int_equal(programme->event_count, CASES[i].count);
        for (size_t s = 0; s < 3; s++) {
            look(CASES[i].name, programme, SIZES[s], "fr");
        }
        programme_free(programme);
    }
    folder_remove(folder);
    assert_int_equal(world.faults, 0);
}

// Nothing leaves a card or overlaps in it.
static void check_cards(const char *name, struct size size,
                        const char *language)
{
    struct showing showing = showing_of(name, season, size, language);
    struct visitor visitor;
    visitor_init(&visitor, &world, &showing, NULL);
    struct list_plan plan =
        list_plan_make(&visitor.stage, visit_choices(visitor.visit), 0);
    assert_int_equal(plan.card_count, visitor.agenda->count);
    for (size_t i = 0; i < plan.card_count; i++) {
        const struct agenda_entry *entry = plan.cards[i].entry;
        struct canvas *card =
            card_compose(&visitor.stage, entry, plan.card_width);
        assert_non_null(card);
        for (int round = 0;
             round < 20 && !card_draw_poster(&visitor.stage, entry, card);
             round++) {
            image_store_wait(world.images);
        }
        check_drawn(&world, &showing, card);
        canvas_free(card);
    }
    list_plan_release(&plan);
    visitor_release(&visitor);
}

static void every_card_holds(void **state)
{
    (void)state;
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        check_cards("card", SIZES[s], "fr");
    }
    for (size_t l = 1; l < LAYOUT_ROWS(LANGUAGES); l++) {
        check_cards("card", SIZES[0], LANGUAGES[l]);
    }
    assert_int_equal(world.faults, 0);
}

// To the last card and back, by the arrows: the focus is always in sight.
static void the_focus_is_always_seen(void **state)
{
    (void)state;
    struct showing showing = showing_of("focus", season, SIZES[0], "fr");
    struct visitor visitor;
    visitor_init(&visitor, &world, &showing, NULL);
    for (int i = 0; i < 2 * 12; i++) {
        visitor_key(&visitor, i < 12 ? KEY_DOWN : KEY_UP);
        visitor_look(&visitor, i == 3 ? "focus" : "way");
    }
    visitor_key(&visitor, KEY_ENTER);
    visitor_release(&visitor);
    assert_int_equal(world.faults, 0);
}

static void the_warning_holds(void **state)
{
    (void)state;
    for (size_t s = 0; s < 4; s++) {
        for (size_t l = 0; l < LAYOUT_ROWS(LANGUAGES); l++) {
            struct showing showing =
                showing_of("warning", season, SIZES[s], LANGUAGES[l]);
            struct visitor visitor;
            visitor_init(&visitor, &world, &showing, NULL);
            visitor_wait(&visitor, (world.settings->idle_seconds + 6) * 1000);
            assert_true(visit_warns(visitor.visit));
            visitor_look(&visitor, "warning");
            visitor_release(&visitor);
        }
    }
    assert_int_equal(world.faults, 0);
}

static void the_filters_hold(void **state)
{
    (void)state;
    for (size_t s = 0; s < 4; s++) {
        struct showing showing = showing_of("filters", season, SIZES[s], "fr");
        struct visitor visitor;
        visitor_init(&visitor, &world, &showing, NULL);
        visitor_go(&visitor, SCREEN_FILTERS, NULL, 0);
        visitor_look(&visitor, "filters");
        visitor_release(&visitor);
    }
    assert_int_equal(world.faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_season_holds_at_every_size),
        cmocka_unit_test(the_season_holds_in_every_language),
        cmocka_unit_test(none_one_and_five_hundred_hold),
        cmocka_unit_test(every_card_holds),
        cmocka_unit_test(the_focus_is_always_seen),
        cmocka_unit_test(the_warning_holds),
        cmocka_unit_test(the_filters_hold),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
