// SPDX-License-Identifier: MIT
// The operator's page: the way to it, the code before it, what its buttons do,
// and how it looks.
#include "screens/operator_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "screens/desk.h"
#include "support/layout.h"
#include "support/test.h"
#include "support/visitor.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct size SIZES[] = {
    {800,  480 },
    {1920, 1080},
    {1080, 1920},
    {1280, 720 },
};

static const char *const LANGUAGES[] = {"fr", "oc", "en", "es", "ca"};

static const struct moment NOON = {
    {2026, 1, 17},
    12 * 60
};

// A desk that writes down what it is asked.
struct fake {
    struct desk face;
    int begun; // the last task; -1: none
    int64_t instant;
    enum desk_progress progress;
    const char *words;
};

static struct world world;
static struct programme *programme;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    programme_free(programme);
    world_release(&world);
    return 0;
}

static struct desk_report report(void *context, const struct phrasing *phrasing)
{
    (void)context;
    (void)phrasing;
    static const char *const SECTIONS[DESK_SECTION_COUNT][2] = {
        {"Horloge",                       "Samedi 17 janvier 2026 · 12h\nLa date est sûre : "
                    "l’appareil a une horloge à pile."},
        {"Les soirées cOOps et cie",
         "2026-01-05 · /var/lib/kiosk/current\nVersion 0.1.0 · "
         "en marche depuis 41 h"                                            },
        {"Dernier compte rendu",
         "Programme mis à jour : 14 soirées, du 20 janvier au 23 "
         "avril.\nUne affiche n’a pas pu être lue : guerande.webp."      },
        {"À corriger dans le programme",
         "12 : le mot « fevrieir » n’est pas compris\n31 : il n’y a pas "
         "d’image « foodcop.jpg »"                                      },
        {"Programmes gardés",
         "7 · Les soirées cOOps et cie · 2026-01-05 · à l’écran\n6 · Les "
         "soirées cOOps et cie · 2025-12-11\n14210 Mo libres"             },
    };
    struct desk_report told = {
        .diagnostic = xstrdup("kiosk 0.1.0\nup 41 h\nclock trusted\n"
                              "events 14\nerrors 1, warnings 2")};
    for (int i = 0; i < DESK_SECTION_COUNT; i++) {
        told.headings[i] = xstrdup(SECTIONS[i][0]);
        told.sections[i] = xstrdup(SECTIONS[i][1]);
    }
    return told;
}

static void begin(void *context, enum desk_task task, int64_t instant)
{
    struct fake *fake = context;
    fake->begun = (int)task;
    fake->instant = instant;
}

static enum desk_progress progress(void *context, const char **words)
{
    struct fake *fake = context;
    *words = fake->words;
    return fake->progress;
}

static void fake_init(struct fake *fake)
{
    *fake = (struct fake){
        .begun = -1,
        .progress = DESK_RUNS,
        .words = "Access denied",
        .face = {.context = fake,
                 .report = report,
                 .begin = begin,
                 .progress = progress}
    };
}

static struct visitor visitor_at(struct fake *fake, struct size size,
                                 const char *language)
{
    struct visitor visitor;
    fake_init(fake);
    visitor_init(&visitor, &world,
                 &(struct showing){.name = "operator",
                                   .programme = programme,
                                   .size = size,
                                   .language = language,
                                   .now = NOON},
                 &fake->face);
    return visitor;
}

static void assert_where(const struct visitor *visitor, const char *where)
{
    assert_string_equal(visit_where(visitor->visit), where);
}

static void a_corner_that_is_held_leads_to_it(void **state)
{
    (void)state;
    struct fake fake;
    struct visitor visitor = visitor_at(&fake, SIZES[0], "fr");
    visitor_hold(&visitor, 20, 20, 4900);
    assert_where(&visitor, "list");
    // Elsewhere it is but a long touch.
    visitor_hold(&visitor, 400, 240, 5500);
    assert_string_not_equal(visit_where(visitor.visit), "operator");
    visitor_hold(&visitor, 20, 20, 5500);
    assert_where(&visitor, "operator");
    visitor_key(&visitor, KEY_BACK);
    assert_string_not_equal(visit_where(visitor.visit), "operator");
    visitor_release(&visitor);
}

static void every_corner_can_be_the_one(void **state)
{
    (void)state;
    static const struct {
        enum corner corner;
        int x, y;
    } CORNERS[] = {
        {CORNER_TOP_LEFT,     20,  20 },
        {CORNER_TOP_RIGHT,    780, 20 },
        {CORNER_BOTTOM_LEFT,  20,  460},
        {CORNER_BOTTOM_RIGHT, 780, 460},
    };
    for (size_t i = 0; i < COUNT(CORNERS); i++) {
        for (size_t k = 0; k < COUNT(CORNERS); k++) {
            struct fake fake;
            world.settings->corner = CORNERS[i].corner;
            struct visitor visitor = visitor_at(&fake, SIZES[0], "fr");
            visitor_hold(&visitor, CORNERS[k].x, CORNERS[k].y, 5500);
            assert_int_equal(
                strcmp(visit_where(visitor.visit), "operator") == 0, i == k);
            visitor_release(&visitor);
        }
    }
    world.settings->corner = CORNER_TOP_LEFT;
}

static void the_code_is_asked_first(void **state)
{
    (void)state;
    struct fake fake;
    world.settings->pin = "0412";
    struct visitor visitor = visitor_at(&fake, SIZES[0], "fr");
    visitor_hold(&visitor, 20, 20, 5500);
    assert_where(&visitor, "pin");
    visitor_look(&visitor, "pin");
    static const char *const DIGITS[] = {"0", "4", "1", "2"};
    for (size_t i = 0; i < COUNT(DIGITS); i++) {
        assert_where(&visitor, "pin");
        visitor_tap_words(&visitor, DIGITS[i]);
    }
    assert_where(&visitor, "operator");
    visitor_release(&visitor);
    world.settings->pin = NULL;
}

static void nobody_gets_around_the_code(void **state)
{
    (void)state;
    struct fake fake;
    world.settings->pin = "0412";
    struct visitor visitor = visitor_at(&fake, SIZES[0], "fr");
    static const enum screen_name BEHIND[] = {SCREEN_OPERATOR, SCREEN_CLOCK,
                                              SCREEN_DIAGNOSTIC};
    for (size_t i = 0; i < COUNT(BEHIND); i++) {
        assert_false(visit_open(visitor.visit,
                                &(struct destination){.screen = BEHIND[i]}));
    }
    visitor_hold(&visitor, 20, 20, 5500);
    for (int i = 0; i < 4 * GATE_TRIES; i++) {
        visitor_digit(&visitor, 9);
    }
    visitor_wait(&visitor, 100);
    visitor_look(&visitor, "locked");
    assert_false(
        box_is_empty(visitor_find(&visitor, MARK_TEXT, "Trop d’essais")));
    for (int i = 0; i < 4; i++) {
        visitor_digit(&visitor, "0412"[i] - '0');
    }
    assert_where(&visitor, "pin");
    visitor_wait(&visitor, GATE_WAIT_MS);
    for (int i = 0; i < 4; i++) {
        visitor_digit(&visitor, "0412"[i] - '0');
    }
    assert_where(&visitor, "operator");
    visitor_release(&visitor);
    // The next visitor has to know it, too.
    assert_true(fake.face.gate.is_open);
    struct visit *next = visit_new(
        (struct visit_options){.stage = &visitor.stage, .desk = &fake.face});
    assert_false(fake.face.gate.is_open);
    visit_free(next);
    world.settings->pin = NULL;
}

static void what_cannot_be_undone_is_asked_twice(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        enum desk_task task;
    } TASKS[] = {
        {"Éteindre",             DESK_SWITCH_OFF},
        {"Redémarrer",           DESK_RESTART   },
        {"Programme précédent", DESK_GO_BACK   },
    };
    for (size_t i = 0; i < COUNT(TASKS); i++) {
        struct fake fake;
        struct visitor visitor = visitor_at(&fake, SIZES[1], "fr");
        visitor_hold(&visitor, 20, 20, 5500);
        visitor_look(&visitor, "tasks");
        visitor_tap_words(&visitor, TASKS[i].words);
        assert_int_equal(fake.begun, -1);
        visitor_look(&visitor, "asked");
        visitor_wait(&visitor, 7000); // too late
        visitor_look(&visitor, "forgotten");
        visitor_tap_words(&visitor, TASKS[i].words);
        assert_int_equal(fake.begun, -1);
        visitor_look(&visitor, "asked");
        visitor_tap_words(&visitor, "Touchez encore");
        assert_int_equal(fake.begun, TASKS[i].task);
        visitor_look(&visitor, "runs");
        assert_false(
            box_is_empty(visitor_find(&visitor, MARK_TEXT, "Un instant")));
        fake.progress = DESK_FAILED;
        visitor_wait(&visitor, 500);
        visitor_look(&visitor, "failed");
        assert_false(box_is_empty(visitor_find(
            &visitor, MARK_TEXT,
            "Cet appareil ne l’a pas permis\u00A0: Access denied")));
        visitor_release(&visitor);
    }
}

static void a_date_that_is_right_takes_two_taps(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){.name = "doubtful",
                                   .programme = programme,
                                   .size = SIZES[1],
                                   .language = "fr",
                                   .now = NOON,
                                   .doubtful = true},
                 &fake.face);
    // A new visit, with a tap on the mark in the corner of the slide.
    visit_free(visitor.visit);
    visitor.visit =
        visit_new((struct visit_options){.stage = &visitor.stage,
                                         .languages = world.languages,
                                         .first = {.screen = SCREEN_LIST},
                                         .desk = &fake.face,
                                         .now_ms = visitor.ms});
    visitor_tap(&visitor, 1920 - 60, 45);
    assert_where(&visitor, "clock");
    visitor_look(&visitor, "doubtful");
    visitor_tap_words(&visitor, "C’est juste");
    assert_int_equal(fake.begun, DESK_SET_CLOCK);
    assert_true(fake.instant == visitor.stage.now.instant);
    fake.progress = DESK_DONE;
    visitor_wait(&visitor, 3000);
    assert_where(&visitor, "list");
    visitor_release(&visitor);
}

static void the_mark_asks_for_the_code_too(void **state)
{
    (void)state;
    struct fake fake;
    world.settings->pin = "1";
    fake_init(&fake);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){.name = "doubtful",
                                   .programme = programme,
                                   .size = SIZES[1],
                                   .language = "fr",
                                   .now = NOON,
                                   .doubtful = true},
                 &fake.face);
    visit_free(visitor.visit);
    visitor.visit =
        visit_new((struct visit_options){.stage = &visitor.stage,
                                         .languages = world.languages,
                                         .first = {.screen = SCREEN_LIST},
                                         .desk = &fake.face,
                                         .now_ms = visitor.ms});
    visitor_tap(&visitor, 1920 - 60, 45);
    assert_where(&visitor, "pin");
    visitor_digit(&visitor, 1);
    assert_where(&visitor, "clock");
    visitor_release(&visitor);
    world.settings->pin = NULL;
}

static void a_date_is_set_with_buttons_and_keys(void **state)
{
    (void)state;
    struct fake fake;
    struct visitor visitor = visitor_at(&fake, SIZES[0], "fr");
    visitor_hold(&visitor, 20, 20, 5500);
    visitor_look(&visitor, "operator");
    visitor_tap_words(&visitor, "Régler la date");
    assert_where(&visitor, "clock");
    visitor_look(&visitor, "clock");
    struct box more = visitor_find(&visitor, MARK_TEXT, "+");
    // The last one drawn is the minutes'.
    for (int i = 0; i < 3; i++) {
        visitor_tap(&visitor, more.x + more.width / 2, more.y + 2);
    }
    visitor_look(&visitor, "turned");
    assert_false(box_is_empty(
        visitor_find(&visitor, MARK_TEXT, "Samedi 17 janvier 2026 · 12h03")));
    // Held, it goes on.
    visitor_hold(&visitor, more.x + more.width / 2, more.y + 2, 2000);
    visitor_look(&visitor, "held");
    assert_true(box_is_empty(
        visitor_find(&visitor, MARK_TEXT, "Samedi 17 janvier 2026 · 12h03")));
    visitor_tap_words(&visitor, "C’est juste");
    assert_int_equal(fake.begun, DESK_SET_CLOCK);
    assert_true(fake.instant > visitor.stage.now.instant + 4 * 60);
    assert_int_equal(fake.instant % 60, 0);
    fake.progress = DESK_FAILED;
    visitor_wait(&visitor, 500);
    visitor_look(&visitor, "clock-failed");
    assert_where(&visitor, "clock");
    assert_false(box_is_empty(
        visitor_find(&visitor, MARK_TEXT, "Cet appareil ne l’a pas permis")));
    visitor_release(&visitor);
}

// All of them, everywhere: nothing is cut, nothing overlaps.
static void they_hold_at_every_size_and_in_every_language(void **state)
{
    (void)state;
    world.faults = 0;
    world.settings->pin = "0412";
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        for (size_t l = 0; l < LAYOUT_ROWS(LANGUAGES); l++) {
            struct fake fake;
            struct visitor visitor = visitor_at(&fake, SIZES[s], LANGUAGES[l]);
            visitor.showing.whole = true;
            visitor_hold(&visitor, 20, 20, 5500);
            visitor_look(&visitor, "pin");
            fake.face.gate.is_open = true;
            visitor_go(&visitor, SCREEN_OPERATOR, NULL, 0);
            visitor_look(&visitor, "operator");
            visitor_go(&visitor, SCREEN_CLOCK, NULL, 0);
            visitor_look(&visitor, "clock");
            visitor_go(&visitor, SCREEN_DIAGNOSTIC, NULL, 0);
            visitor_look(&visitor, "diagnostic");
            visitor_release(&visitor);
        }
    }
    world.settings->pin = NULL;
    assert_int_equal(world.faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_corner_that_is_held_leads_to_it),
        cmocka_unit_test(every_corner_can_be_the_one),
        cmocka_unit_test(the_code_is_asked_first),
        cmocka_unit_test(nobody_gets_around_the_code),
        cmocka_unit_test(what_cannot_be_undone_is_asked_twice),
        cmocka_unit_test(a_date_that_is_right_takes_two_taps),
        cmocka_unit_test(the_mark_asks_for_the_code_too),
        cmocka_unit_test(a_date_is_set_with_buttons_and_keys),
        cmocka_unit_test(they_hold_at_every_size_and_in_every_language),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
