// SPDX-License-Identifier: MIT
// The page of an event, drawn at every size and in every language.
#include "screens/event_screen.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/text_buffer.h"

#include "draw/canvas.h"
#include "draw/picture.h"
#include "programme/programme.h"
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
    {480,  320 },
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

static void look_at_all(const char *name, const struct programme *programme,
                        size_t sizes, size_t languages)
{
    for (size_t s = 0; s < sizes; s++) {
        for (size_t l = 0; l < languages; l++) {
            struct visitor visitor;
            visitor_init(&visitor, &world,
                         &(struct showing){.name = name,
                                           .programme = programme,
                                           .size = SIZES[s],
                                           .language = LANGUAGES[l],
                                           .now = BEFORE},
                         NULL);
            for (size_t i = 0; i < visitor.agenda->count; i++) {
                const char *title =
                    wording_in(&visitor.agenda->entries[i].event->title, "fr");
                visitor_go(&visitor, SCREEN_EVENT, title, 0);
                char shot[32];
                snprintf(shot, sizeof shot, "event-%02zu", i);
                visitor_look(&visitor, shot);
                visitor_key(&visitor, KEY_BACK);
            }
            visitor_release(&visitor);
        }
    }
}

static void the_season_holds(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    look_at_all("season", programme, LAYOUT_ROWS(SIZES), 1);
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

// Everything people need is told, whatever they wrote.
static const char EVERYTHING[] =
    "titre: Saison\nannee: 2026\nlangue: fr\ncontact: a@b.fr\n"
    "evenements:\n"
    "  - date: 20 janvier\n"
    "    heure: 18h30-20h30\n"
    "    ouverture: 18h\n"
    "    titre: Foodcoop\n"
    "    sous_titre: Une coopérative à New York\n"
    "    genre: film\n"
    "    ville: Montpellier\n"
    "    lieu: La Base\n"
    "    adresse: 3 rue du Port\n"
    "    resume: Un film et une discussion.\n"
    "    avec: [Ada, Zoé]\n"
    "    prix: libre\n"
    "    note: + apporte un plat\n"
    "    public: familles\n"
    "    age: dès 8 ans\n"
    "    jauge: 80\n"
    "    vo: VOSTFR\n"
    "    acces: [pmr, lsf]\n"
    "    inscription: https://a.fr/inscription\n"
    "    inscription_jusque: 18 janvier\n"
    "    organisateur: Les Coops\n"
    "    partenaires: [La Cagette]\n"
    "    cycle: Regards\n"
    "    credit: Léa\n"
    "    description: |\n";

static const char *const SAID[] = {
    "Foodcoop",
    "Une coopérative à New York",
    "Film",
    "Mardi 20 janvier",
    "18h30–20h30",
    "La Base",
    "3 rue du Port",
    "Un film et une discussion.",
    "Avec Ada, Zoé",
    "Ouverture à 18h · Libre",
    "+ apporte un plat",
    "Familles · dès 8 ans · 80 places",
    "Langue",
    "Accessible en fauteuil roulant",
    "Adapté aux personnes sourdes",
    "Inscription jusqu’au dimanche 18 janvier",
    "Organisé par Les Coops",
    "En partenariat avec La Cagette",
    "Cycle",
    "Affiche",
    "Premier paragraphe.",
    "Dernier paragraphe.",
};

static struct programme *written(char *folder, int paragraphs)
{
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, EVERYTHING);
    text_buffer_add(&yaml, "      Premier paragraphe. ");
    for (int i = 0; i < paragraphs; i++) {
        for (int k = 0; k < 60; k++) {
            text_buffer_printf(&yaml, "Une phrase qui en dit plus. ");
        }
        text_buffer_add(&yaml, "\n\n      ");
    }
    text_buffer_add(&yaml, "\n\n      Dernier paragraphe.\n");
    struct programme *programme =
        programme_written(&world, folder, text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    return programme;
}

static void everything_is_told(void **state)
{
    (void)state;
    char *folder = folder_make();
    struct programme *programme = written(folder, 8);
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        struct visitor visitor;
        visitor_init(&visitor, &world,
                     &(struct showing){.name = "everything",
                                       .programme = programme,
                                       .size = SIZES[s],
                                       .language = "fr",
                                       .now = BEFORE},
                     NULL);
        visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
        visitor_look(&visitor, "everything");
        for (size_t i = 0; i < COUNT(SAID); i++) {
            struct box box = visitor_find(&visitor, MARK_TEXT, SAID[i]);
            if (box_is_empty(box)) {
                fail_msg("it does not say '%s'", SAID[i]);
            }
        }
        // The end of it is reached, and seen.
        visitor_key(&visitor, KEY_END);
        visitor_look(&visitor, "end");
        struct box last =
            visitor_find(&visitor, MARK_TEXT, "Dernier paragraphe.");
        assert_true(last.y > 0 && box_bottom(last) < SIZES[s].height);
        visitor_release(&visitor);
    }
    programme_free(programme);
    folder_remove(folder);
    assert_int_equal(world.faults, 0);
}

static void it_holds_in_every_language_with_controls_low(void **state)
{
    (void)state;
    char *folder = folder_make();
    struct programme *programme = written(folder, 1);
    for (size_t s = 0; s < 3; s++) {
        for (size_t l = 0; l < LAYOUT_ROWS(LANGUAGES); l++) {
            struct visitor visitor;
            visitor_init(&visitor, &world,
                         &(struct showing){.name = "low",
                                           .programme = programme,
                                           .size = SIZES[s],
                                           .language = LANGUAGES[l],
                                           .now = BEFORE},
                         NULL);
            visit_choices(visitor.visit)->low_controls = true;
            visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
            visitor_look(&visitor, "low");
            visitor_release(&visitor);
        }
    }
    programme_free(programme);
    folder_remove(folder);
    assert_int_equal(world.faults, 0);
}

static void statuses_are_told_as_on_slides(void **state)
{
    (void)state;
    struct programme *programme =
        programme_in(&world, KIOSK_TESTS_DIR "/programmes/good/combinations");
    look_at_all("statuses", programme, 2, 1);
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

static void a_swipe_leads_to_the_neighbour(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){
                     .name = "swipe",
                     .programme = programme,
                     .size = {1280, 720},
                     .language = "fr",
                     .now = BEFORE
    },
                 NULL);
    visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
    visitor_look(&visitor, "first");
    visitor_swipe(&visitor, 900, 300, 600, 310);
    visitor_look(&visitor, "second");
    assert_false(
        box_is_empty(visitor_find(&visitor, MARK_TEXT, "Mercredi 21 janvier")));
    visitor_swipe(&visitor, 600, 300, 900, 310);
    visitor_look(&visitor, "first");
    assert_false(
        box_is_empty(visitor_find(&visitor, MARK_TEXT, "Mardi 20 janvier")));
    // There is none before the first one.
    visitor_swipe(&visitor, 600, 300, 900, 310);
    assert_string_equal(visit_where(visitor.visit), "event");
    // Down is not sideways.
    visitor_swipe(&visitor, 900, 200, 880, 500);
    visitor_look(&visitor, "first");
    assert_false(
        box_is_empty(visitor_find(&visitor, MARK_TEXT, "Mardi 20 janvier")));
    visitor_release(&visitor);
    programme_free(programme);
}

static void a_poster_is_seen_closer_and_whole_again(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){
                     .name = "poster",
                     .programme = programme,
                     .size = {1280, 720},
                     .language = "fr",
                     .now = BEFORE
    },
                 NULL);
    visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
    visitor_look(&visitor, "event");
    visitor_tap(&visitor, 100, 600);
    assert_string_equal(visit_where(visitor.visit), "poster");
    visitor_look(&visitor, "whole");
    struct box whole = visitor_find(&visitor, MARK_PICTURE, "/");
    assert_int_equal(whole.height, 720);
    visitor_key(&visitor, KEY_PLUS);
    visitor_look(&visitor, "closer");
    struct box closer = visitor_find(&visitor, MARK_PICTURE, "/");
    assert_true(closer.width > whole.width * 3 / 2);
    visitor_key(&visitor, KEY_DOWN);
    visitor_look(&visitor, "lower");
    for (int i = 0; i < 3; i++) {
        visitor_key(&visitor, KEY_MINUS);
    }
    visitor_look(&visitor, "again");
    assert_int_equal(visitor_find(&visitor, MARK_PICTURE, "/").width,
                     whole.width);
    visitor_key(&visitor, KEY_BACK);
    assert_string_equal(visit_where(visitor.visit), "event");
    visitor_release(&visitor);
    programme_free(programme);
}

// The texts of all codes in the picture that was looked at last, as zbarimg
// reads them. The caller's; free().
static char *codes_read(const struct visitor *visitor)
{
    char *folder = folder_make();
    char *path = path_join(folder, "look.png");
    assert_true(picture_save_png(canvas_picture(visitor->canvas), path));
    char *line = xasprintf("zbarimg -q --raw -Sbinary --nodbus -Sdisable "
                           "-Sqrcode.enable '%s' 2>/dev/null",
                           path);
    // NOLINTNEXTLINE(cert-env33-c): a program of the test's own.
    FILE *stream = popen(line, "r");
    assert_non_null(stream);
    struct text_buffer codes = {0};
    char chunk[1024];
    size_t length = 0;
    while ((length = fread(chunk, 1, sizeof chunk, stream)) > 0) {
        text_buffer_add_bytes(&codes, chunk, length);
    }
    pclose(stream);
    text_buffer_add(&codes, "");
    free(line);
    free(path);
    folder_remove(folder);
    return text_buffer_take(&codes);
}

// Every code that was drawn is read. Returns how many there are.
static size_t expect_codes(const struct visitor *visitor)
{
    char *read = codes_read(visitor);
    size_t count = 0;
    for (size_t i = 0; i < canvas_mark_count(visitor->canvas); i++) {
        const struct mark *mark = canvas_mark_at(visitor->canvas, i);
        if (mark->kind == MARK_QR) {
            count++;
            if (strstr(read, mark->text) == NULL) {
                fail_msg("no reader finds '%s'", mark->text);
            }
        }
    }
    free(read);
    return count;
}

static void a_phone_reads_the_codes_of_every_page(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){
                     .name = "codes",
                     .programme = programme,
                     .size = {1920, 1080},
                     .language = "fr",
                     .now = BEFORE
    },
                 NULL);
    for (size_t i = 0; i < visitor.agenda->count; i++) {
        visitor_go(&visitor, SCREEN_EVENT,
                   wording_in(&visitor.agenda->entries[i].event->title, "fr"),
                   0);
        visitor_look(&visitor, "codes");
        assert_true(expect_codes(&visitor) >= 3);
        visitor_key(&visitor, KEY_BACK);
    }
    visitor_release(&visitor);
    programme_free(programme);
}

// Half of the display at least: its height in landscape, its width in
// portrait, are what limits a square.
static void expect_large_code(const struct visitor *visitor)
{
    struct size size = visitor->showing.size;
    struct box code = visitor_find(visitor, MARK_QR, "");
    int half = size.width > size.height ? size.width / 2 : size.height / 2;
    int side = size.width > size.height ? size.height : size.width;
    int most = half < side ? half : side;
    assert_true(code.width >= most * 13 / 20);
    assert_int_equal(expect_codes(visitor), 1);
}

static void a_code_grows_at_a_touch_and_stays(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    for (size_t s = 0; s < 3; s++) {
        struct visitor visitor;
        visitor_init(&visitor, &world,
                     &(struct showing){.name = "large",
                                       .programme = programme,
                                       .size = SIZES[s],
                                       .language = "fr",
                                       .now = BEFORE},
                     NULL);
        static const char *const CAPTIONS[] = {"S’inscrire", "Mon agenda",
                                               "Y aller", "Nous écrire"};
        visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
        for (size_t i = 0; i < COUNT(CAPTIONS); i++) {
            visitor_look(&visitor, "small");
            struct box caption = visitor_find(&visitor, MARK_TEXT, CAPTIONS[i]);
            struct box code = visitor_find(&visitor, MARK_QR, "");
            // On the code itself, above its caption, or on the button.
            int up = code.width > 0 ? code.height / 2 : 0;
            visitor_tap(&visitor, caption.x + caption.width / 2,
                        caption.y + caption.height / 2 - up);
            assert_string_equal(visit_where(visitor.visit), "code");
            visitor_wait(&visitor, 30000);
            char shot[32];
            snprintf(shot, sizeof shot, "code-%zu", i);
            visitor_look(&visitor, shot);
            expect_large_code(&visitor);
            visitor_key(&visitor, KEY_BACK);
            assert_string_equal(visit_where(visitor.visit), "event");
        }
        visitor_release(&visitor);
    }
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

static void the_calendar_s_code_holds_the_event(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    struct visitor visitor;
    visitor_init(&visitor, &world,
                 &(struct showing){
                     .name = "vevent",
                     .programme = programme,
                     .size = {800, 480},
                     .language = "fr",
                     .now = BEFORE
    },
                 NULL);
    visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
    visitor_go(&visitor, SCREEN_CODE, "Foodcoop", 1);
    visitor_look(&visitor, "vevent");
    char *read = codes_read(&visitor);
    icalcomponent *event = icalcomponent_new_from_string(read);
    assert_non_null(event);
    assert_int_equal(icalcomponent_isa(event), ICAL_VEVENT_COMPONENT);
    assert_string_equal(icalcomponent_get_summary(event), "Film · Foodcoop");
    assert_true(icaltime_as_timet(icalcomponent_get_dtstart(event)) ==
                programme->events[0].begins);
    icalcomponent_free(event);
    free(read);
    visitor_release(&visitor);
    programme_free(programme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_season_holds),
        cmocka_unit_test(everything_is_told),
        cmocka_unit_test(it_holds_in_every_language_with_controls_low),
        cmocka_unit_test(statuses_are_told_as_on_slides),
        cmocka_unit_test(a_swipe_leads_to_the_neighbour),
        cmocka_unit_test(a_poster_is_seen_closer_and_whole_again),
        cmocka_unit_test(a_phone_reads_the_codes_of_every_page),
        cmocka_unit_test(a_code_grows_at_a_touch_and_stays),
        cmocka_unit_test(the_calendar_s_code_holds_the_event),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
