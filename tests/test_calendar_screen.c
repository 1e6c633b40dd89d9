// SPDX-License-Identifier: MIT
// The month with its events, and the pages: where a touch leads, and how they
// look.
#include "screens/calendar_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "programme/programme.h"
#include "screens/month.h"
#include "support/folder.h"
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

static const struct moment BEFORE = {
    {2026, 1, 17},
    12 * 60
};

static struct world world;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    world_release(&world);
    return 0;
}

static void a_month_has_whole_weeks(void **state)
{
    (void)state;
    static const struct {
        struct month month;
        const char *first;
        int rows;
    } ROWS[] = {
        {{2026, 1},  "2025-12-29", 5}, // from Thursday on
        {{2026, 2},  "2026-01-26", 5}, // from Sunday on
        {{2027, 2},  "2027-02-01", 4}, // 28 days from Monday on
        {{2026, 3},  "2026-02-23", 6}, // 31 days from Sunday on
        {{2026, 11}, "2026-10-26", 6},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char first[16];
        date_format(month_first_cell(ROWS[i].month), first);
        assert_string_equal(first, ROWS[i].first);
        assert_int_equal(month_rows(ROWS[i].month), ROWS[i].rows);
    }
    assert_int_equal(month_step((struct month){2026, 12}, 1).year, 2027);
    assert_int_equal(month_step((struct month){2026, 1}, -1).month, 12);
    assert_int_equal(month_step((struct month){2026, 1}, -13).year, 2024);
}

static struct visitor visitor_of(const struct programme *programme,
                                 struct size size, const char *language)
{
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){.name = "calendar",
                                   .programme = programme,
                                   .size = size,
                                   .language = language,
                                   .now = BEFORE,
                                   .whole = true},
                 NULL);
    return visitor;
}

static struct programme *written(char *folder, const char *events)
{
    char *yaml = xasprintf("annee: 2026\nevenements:\n%s", events);
    struct programme *programme = programme_written(&world, folder, yaml);
    free(yaml);
    return programme;
}

static void events_mark_their_days(void **state)
{
    (void)state;
    char *folder = folder_make();
    struct programme *programme =
        written(folder, "  - {date: 20 janvier 18h, titre: A}\n"
                        "  - {date: 20 janvier 20h, titre: B}\n"
                        "  - {date: du 30 janvier au 2 février, titre: C}\n"
                        "  - {date: 31 janvier 22h-3h, titre: D}\n"
                        "  - {date: mars 2026, titre: E}\n"
                        "  - {date: date à venir, titre: F}\n"
                        "  - {date: 3 avril, titre: G, statut: annulé}\n");
    struct now now = {.instant = zone_instant(&programme->zone, BEFORE),
                      .local = BEFORE,
                      .trusted = true};
    struct agenda *agenda = agenda_new(programme, &now, NULL, false);
    static const struct {
        struct date day;
        size_t count;
    } DAYS[] = {
        {{2026, 1, 19}, 0},
        {{2026, 1, 20}, 2},
        {{2026, 1, 30}, 1},
        {{2026, 1, 31}, 2},
        {{2026, 2, 1},  1}, // D belongs to the evening before
        {{2026, 2, 2},  1},
        {{2026, 2, 3},  0},
        {{2026, 3, 15}, 0}, // some day of March
        {{2026, 4, 3},  1}, // to be told that it is cancelled
    };
    for (size_t i = 0; i < COUNT(DAYS); i++) {
        assert_int_equal(month_events_on(agenda, DAYS[i].day), DAYS[i].count);
    }
    struct month_range range = month_range_of(agenda, BEFORE.date);
    assert_int_equal(range.first.month, 1);
    assert_int_equal(range.last.month, 4);
    struct date first =
        month_first_event(agenda, (struct month){2026, 1}, BEFORE.date);
    assert_int_equal(first.day, 20);
    assert_int_equal(
        month_first_event(agenda, (struct month){2026, 3}, BEFORE.date).year,
        0);
    agenda_free(agenda);
    programme_free(programme);
    folder_remove(folder);
}

static void a_marked_day_leads_to_its_events(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    struct visitor visitor = visitor_of(programme, SIZES[1], "fr");
    visitor_go(&visitor, SCREEN_CALENDAR, NULL, 0);
    visitor_look(&visitor, "calendar");
    visitor_tap_words(&visitor, "29");
    visitor_look(&visitor, "chosen");
    visitor_tap_words(&visitor, "Soirée autour du livre");
    assert_string_equal(visit_where(visitor.visit), "event");
    visitor_key(&visitor, KEY_BACK);
    assert_string_equal(visit_where(visitor.visit), "calendar");
    // A day without events leads nowhere.
    visitor_look(&visitor, "again");
    visitor_tap_words(&visitor, "27");
    visitor_look(&visitor, "nothing");
    assert_false(box_is_empty(
        visitor_find(&visitor, MARK_TEXT, "Soirée autour du livre")));
    // With keys: the next month, its first day, its first event.
    visitor_key(&visitor, KEY_PAGE_DOWN);
    visitor_look(&visitor, "february");
    assert_false(
        box_is_empty(visitor_find(&visitor, MARK_TEXT, "Février 2026")));
    visitor_key(&visitor, KEY_BACK);
    assert_string_equal(visit_where(visitor.visit), "list");
    visitor_release(&visitor);
    programme_free(programme);
}

static void a_full_day_can_be_leafed_through(void **state)
{
    (void)state;
    struct text_buffer events = {0};
    for (int i = 0; i < 23; i++) {
        text_buffer_printf(&events,
                           "  - {date: 20 janvier %dh, titre: Soirée numéro "
                           "%d, ville: Sète, lieu: L}\n",
                           i, i + 1);
    }
    char *folder = folder_make();
    struct programme *programme = written(folder, text_buffer_text(&events));
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        struct visitor visitor = visitor_of(programme, SIZES[s], "fr");
        visitor_go(&visitor, SCREEN_CALENDAR, NULL, 0);
        bool seen[24] = {false};
        for (int page = 0; page < 12; page++) {
            visitor_look(&visitor, "full");
            for (int i = 1; i <= 23; i++) {
                char title[32];
                snprintf(title, sizeof title, "Soirée numéro %d", i);
                seen[i] =
                    seen[i] ||
                    !box_is_empty(visitor_find(&visitor, MARK_TEXT, title));
            }
            struct box more = visitor_find(&visitor, MARK_TEXT, "+");
            if (box_is_empty(more)) {
                break;
            }
            visitor_tap(&visitor, more.x + more.width / 2,
                        more.y + more.height / 2);
        }
        for (int i = 1; i <= 23; i++) {
            assert_true(seen[i]);
        }
        visitor_release(&visitor);
    }
    text_buffer_release(&events);
    programme_free(programme);
    folder_remove(folder);
    assert_int_equal(world.faults, 0);
}

static void they_hold_at_every_size_and_in_every_language(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        for (size_t l = 0; l < LAYOUT_ROWS(LANGUAGES); l++) {
            struct visitor visitor =
                visitor_of(programme, SIZES[s], LANGUAGES[l]);
            for (int low = 0; low < 2; low++) {
                visit_choices(visitor.visit)->low_controls = low == 1;
                visitor_go(&visitor, SCREEN_CALENDAR, NULL, 0);
                visitor_look(&visitor, low == 1 ? "calendar-low" : "calendar");
                visitor_key(&visitor, KEY_BACK);
            }
            visitor_release(&visitor);
        }
    }
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

static void every_page_is_reached(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        struct visitor visitor = visitor_of(programme, SIZES[s], "fr");
        visitor_go(&visitor, SCREEN_PAGES, NULL, 0);
        bool partners = false, page = false;
        for (int i = 0; i < 10; i++) {
            char shot[32];
            snprintf(shot, sizeof shot, "page-%d", i);
            visitor_look(&visitor, shot);
            partners =
                partners || !box_is_empty(visitor_find(&visitor, MARK_TEXT,
                                                       "Avec nos partenaires"));
            page = page || !box_is_empty(visitor_find(
                               &visitor, MARK_TEXT, "Le collectif est ouvert"));
            visitor_key(&visitor, KEY_PAGE_DOWN);
        }
        assert_true(partners && page);
        visitor_key(&visitor, KEY_BACK);
        assert_string_equal(visit_where(visitor.visit), "list");
        visitor_release(&visitor);
    }
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_has_whole_weeks),
        cmocka_unit_test(events_mark_their_days),
        cmocka_unit_test(a_marked_day_leads_to_its_events),
        cmocka_unit_test(a_full_day_can_be_leafed_through),
        cmocka_unit_test(they_hold_at_every_size_and_in_every_language),
        cmocka_unit_test(every_page_is_reached),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
