// SPDX-License-Identifier: MIT
// Every slide of several programmes, at every size and in every language: the
// layout holds. What that means is in support/layout.c.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "programme/programme.h"
#include "slides/slides.h"
#include "support/layout.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct size SIZES[] = {
    {800,  480 },
    {720,  1280},
    {1280, 720 },
    {480,  320 },
    {1920, 1080},
    {1080, 1920},
};
enum {
    SIZES_FOR_LANGUAGES = 3, // the first ones, in every language
    SHOWINGS = 18,           // of a programme, where all sizes are drawn
    WHOLE_FROM = 720,        // pixels across: nothing of the sample is cut
};

static const char *const LANGUAGES[] = {"fr", "oc", "en", "es", "ca"};

static const struct moment SEASON_BEGINS = {
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

// All sizes in French, and the other languages at some.
static void show_everywhere(struct showing showing)
{
    bool whole = showing.whole;
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        size_t languages = s < SIZES_FOR_LANGUAGES ? LAYOUT_ROWS(LANGUAGES) : 1;
        for (size_t l = 0; l < languages; l++) {
            showing.size = SIZES[s];
            showing.language = LANGUAGES[l];
            showing.whole = whole && SIZES[s].width >= WHOLE_FROM;
            show(&world, &showing);
        }
    }
}

static size_t showings(void)
{
    size_t sizes = LAYOUT_ROWS(SIZES);
    size_t several = sizes < SIZES_FOR_LANGUAGES ? sizes : SIZES_FOR_LANGUAGES;
    return several * LAYOUT_ROWS(LANGUAGES) + sizes - several;
}

// So many slides at least, where all sizes are drawn.
static void expect_no_faults(size_t slides_at_least)
{
    size_t slides = world.slides, faults = world.faults;
    world.slides = world.faults = 0;
    assert_true(slides * SHOWINGS >= slides_at_least * showings());
    assert_int_equal(faults, 0);
}

static char *new_folder(void)
{
    char *folder = xstrdup("/tmp/kiosk-layout-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void remove_folder(char *folder)
{
    char *path = xasprintf("%s/programme.yaml", folder);
    unlink(path);
    rmdir(folder);
    free(path);
    free(folder);
}

static void show_yaml(const char *name, const char *yaml)
{
    char *folder = new_folder();
    struct programme *programme = programme_written(&world, folder, yaml);
    show_everywhere((struct showing){
        .name = name, .programme = programme, .now = SEASON_BEGINS});
    programme_free(programme);
    remove_folder(folder);
}

static void the_sample_is_whole_in_every_language(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    show_everywhere((struct showing){.name = "sample",
                                     .programme = programme,
                                     .now = SEASON_BEGINS,
                                     .whole = true});
    programme_free(programme);
    expect_no_faults(200);
}

static void the_sample_holds_all_year_round(void **state)
{
    (void)state;
    static const struct moment NOWS[] = {
        {{2026, 1, 20}, 19 * 60     }, // one is under way
        {{2026, 3, 4},  18 * 60 + 20},
        {{2026, 4, 20}, 12 * 60     }, // one is left, to be confirmed
        {{2026, 12, 1}, 12 * 60     }, // nothing upcoming
    };
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    for (size_t n = 0; n < COUNT(NOWS); n++) {
        struct showing showing = {.name = "sample",
                                  .programme = programme,
                                  .now = NOWS[n],
                                  .language = "fr",
                                  .whole = true};
        for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
            showing.size = SIZES[s];
            showing.whole = SIZES[s].width >= WHOLE_FROM;
            show(&world, &showing);
        }
    }
    programme_free(programme);
    expect_no_faults(100);
}

static void the_sample_holds_on_the_largest_screen(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    show(&world, &(struct showing){
                     .name = "sample",
                     .programme = programme,
                     .size = {3840, 2160},
                     .language = "fr",
                     .now = SEASON_BEGINS,
                     .whole = true
    });
    programme_free(programme);
    expect_no_faults(10);
}

static void the_mark_of_a_doubtful_clock_hides_nothing(void **state)
{
    (void)state;
    struct programme *programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    for (size_t s = 0; s < LAYOUT_ROWS(SIZES); s++) {
        show(&world, &(struct showing){.name = "doubtful",
                                       .programme = programme,
                                       .size = SIZES[s],
                                       .language = "fr",
                                       .now = SEASON_BEGINS,
                                       .doubtful = true});
    }
    programme_free(programme);
    expect_no_faults(60);
}

static void every_combination_holds(void **state)
{
    (void)state;
    struct programme *programme =
        programme_in(&world, KIOSK_TESTS_DIR "/programmes/good/combinations");
    static const int DAYS[] = {17, 25};
    for (size_t i = 0; i < COUNT(DAYS); i++) {
        show_everywhere((struct showing){
            .name = "combinations",
            .programme = programme,
            .now = {{2026, 1, DAYS[i]}, 720}
        });
    }
    programme_free(programme);
    expect_no_faults(200);
}

// A February and March so full that no loop could tell them all.
static void a_hundred_events_hold(void **state)
{
    (void)state;
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "titre: Cent soirées\nannee: 2026\nevenements:\n");
    for (int i = 0; i < 100; i++) {
        text_buffer_printf(&yaml,
                           "  - {date: %d %s %dh30, titre: La soirée numéro "
                           "%d du printemps, lieu: Salle %d, ville: Sète}\n",
                           i / 2 % 28 + 1, i < 56 ? "février" : "mars",
                           17 + i % 2, i + 1, i % 7);
    }
    show_yaml("hundred", text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    expect_no_faults(100);
}

static void the_barest_programmes_hold(void **state)
{
    (void)state;
    show_yaml("one", "evenements: [{date: 20 janvier 2026, titre: Film}]\n");
    show_yaml("titleless", "evenements: [{date: 20/01/2026}]\n");
    show_yaml("nameless", "evenements:\n  - {date: à venir, titre: Bal}\n");
    show_yaml("over", "titre: Fini\n"
                      "evenements: [{date: 20 mars 2020, titre: Bal}]\n");
    expect_no_faults(40);
}

static void add_times(struct text_buffer *yaml, const char *words, int times)
{
    for (int i = 0; i < times; i++) {
        text_buffer_add(yaml, words);
    }
}

// Nobody writes this, but a file can hold it.
static void hostile_texts_hold(void **state)
{
    (void)state;
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "titre: \"\\e[31m\\u202Egnorw\\u202C\\x07\"\n"
                           "annee: 2026\norganisateur: ");
    add_times(&yaml, "W", 300);
    text_buffer_add(&yaml, "\nevenements:\n  - {date: 20 janvier, titre: ");
    add_times(&yaml, "Assemblée ", 360);
    text_buffer_add(&yaml, ", resume: ");
    add_times(&yaml, "et patati et patata ", 500);
    text_buffer_add(&yaml, ", lieu: ");
    add_times(&yaml, "Salle ", 400);
    text_buffer_add(&yaml, ", inscription: https://example.org/");
    add_times(&yaml, "long/", 40);
    text_buffer_add(&yaml, "}\n  - {date: 21 janvier, titre: ");
    add_times(&yaml, "mot", 1300);
    text_buffer_add(&yaml, ", lieu: ");
    add_times(&yaml, "W", 1300);
    text_buffer_add(
        &yaml,
        "}\n  - {date: 22 janvier, titre: \"\\u202Eenvers "
        "\\u2066\\u200F\\uF0A7 "
        "\\x07\\e[2J\\x7F fin\", lieu: \"\\uE000\\u2028x\\u2029\\t\\u0085\", "
        "note: \"");
    add_times(&yaml, "e\\u0301\\u0302\\u0303\\u0304\\u0305\\u0306", 30);
    text_buffer_add(&yaml, "\"}\n  - {date: 23 janvier, titre: \"\\u200B\"}\n"
                           "  - {date: 24 janvier, titre: "
                           "\"שלום مرحبا 日本語のとても長いタイトルです\"}\n"
                           "  - {date: 25 janvier, bandeau: oui, titre: ");
    add_times(&yaml, "Campagne ", 100);
    text_buffer_add(&yaml, "}\npartenaires:\n");
    for (int i = 0; i < 20; i++) {
        text_buffer_add(&yaml, "  - nom: ");
        add_times(&yaml, i % 2 == 0 ? "Coopérative " : "Intercommunalité", 20);
        text_buffer_add(&yaml, "\n");
    }
    text_buffer_add(&yaml, "liens:\n");
    for (int i = 0; i < 30; i++) {
        text_buffer_printf(&yaml, "  Lien %d ", i);
        add_times(&yaml, "très ", i);
        text_buffer_printf(&yaml, "long: https://example.org/%d/", i);
        add_times(&yaml, "abc", i * i / 2);
        text_buffer_add(&yaml, "\n");
    }
    text_buffer_add(&yaml, "pages:\n  - titre: ");
    add_times(&yaml, "Page ", 200);
    text_buffer_add(&yaml, "\n    texte: ");
    add_times(&yaml, "Du texte, encore du texte. ", 400);
    text_buffer_add(&yaml, "\n    qr: https://example.org/\n    points:\n");
    add_times(&yaml, "      - Un point parmi d’autres, plutôt long\n", 40);
    show_yaml("hostile", text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    expect_no_faults(200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_is_whole_in_every_language),
        cmocka_unit_test(the_sample_holds_all_year_round),
        cmocka_unit_test(the_sample_holds_on_the_largest_screen),
        cmocka_unit_test(the_mark_of_a_doubtful_clock_hides_nothing),
        cmocka_unit_test(every_combination_holds),
        cmocka_unit_test(a_hundred_events_hold),
        cmocka_unit_test(the_barest_programmes_hold),
        cmocka_unit_test(hostile_texts_hold),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
