// SPDX-License-Identifier: MIT
// Programmes nobody thought of, at sizes nobody thought of: the layout holds.
// What that means is in support/layout.c.
//
// KIOSK_SEED and KIOSK_ROUNDS in the environment make other programmes, and
// more of them.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "draw/picture.h"
#include "programme/programme.h"
#include "slides/slides.h"
#include "support/layout.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
    SEED = 2026,
#ifdef __SANITIZE_ADDRESS__
    ROUNDS = 16,
#else
    ROUNDS = 60,
#endif
    SIDE_MIN = 320,
    SIDE_MAX = 2000,
    LOW_SIDE_MIN = 240,
};

static const char *const WORDS[] = {
    "la",
    "soirée",
    "de",
    "coopérative",
    "débat",
    "«",
    "film",
    "»",
    "l’usine",
    "et",
    "Montpellier",
    "à",
    "bière",
    "Ô",
    "démocratie",
    "🍿",
    "24/7",
    "biorégional",
    "autogestion",
    "!",
    "Saint-Guilhem-le-Désert",
    "anticonstitutionnellement",
    "→",
    "日本",
};

static const char *const STATUSES[] = {"confirmé", "à confirmer", "annulé",
                                       "reporté",  "complet",     "déplacé"};

static const char *const KINDS[] = {"film", "ciné-débat", "atelier", "bal", ""};

static const struct size POSTERS[] = {
    {60,  90 },
    {90,  60 },
    {70,  70 },
    {20,  200},
    {200, 20 },
    {400, 566},
    {16,  9  }
};

static const char *const LANGUAGES[] = {"fr", "oc", "en", "es", "ca"};

static struct world world;

// Numerical Recipes' generator: the same everywhere.
static uint32_t chance = SEED;

static int number(int from, int to)
{
    chance = chance * 1664525u + 1013904223u;
    return from + (int)((chance >> 8) % (uint32_t)(to - from + 1));
}

static bool maybe(int percent)
{
    return number(1, 100) <= percent;
}

static const char *one_of(const char *const *items, size_t count)
{
    return items[number(0, (int)count - 1)];
}

// "key: 'words'," of so many words.
static void add_words(struct text_buffer *yaml, const char *key, int count)
{
    text_buffer_printf(yaml, "%s: \"", key);
    for (int i = 0; i < count; i++) {
        text_buffer_printf(yaml, "%s%s", i > 0 ? " " : "",
                           one_of(WORDS, COUNT(WORDS)));
    }
    text_buffer_add(yaml, "\", ");
}

static void add_event(struct text_buffer *yaml, int day)
{
    text_buffer_printf(yaml, "  - {date: \"%d février", day);
    if (maybe(70)) {
        text_buffer_printf(yaml, " %dh%s", number(9, 20),
                           maybe(50) ? "30-21h" : "");
    }
    text_buffer_add(yaml, "\", ");
    add_words(yaml, "titre", maybe(20) ? number(15, 40) : number(1, 8));
    if (maybe(80)) {
        add_words(yaml, "lieu", maybe(20) ? number(8, 20) : number(1, 3));
    }
    if (maybe(60)) {
        add_words(yaml, "ville", number(1, 2));
    }
    if (maybe(50)) {
        add_words(yaml, "resume", number(3, 60));
    }
    if (maybe(30)) {
        add_words(yaml, "note", number(2, 20));
    }
    if (maybe(30)) {
        add_words(yaml, "avec", number(1, 12));
    }
    if (maybe(40)) {
        text_buffer_printf(yaml, "affiche: %d.png, ",
                           number(0, (int)COUNT(POSTERS) - 1));
    }
    if (maybe(60)) {
        text_buffer_printf(yaml, "inscription: \"https://example.org/%0*d\", ",
                           number(1, 80), day);
    }
    text_buffer_printf(yaml, "genre: \"%s\", ", one_of(KINDS, COUNT(KINDS)));
    text_buffer_printf(yaml, "statut: %s}\n",
                       one_of(STATUSES, COUNT(STATUSES)));
}

static void add_rest(struct text_buffer *yaml)
{
    text_buffer_add(yaml, "partenaires:\n");
    for (int i = number(0, 12); i > 0; i--) {
        text_buffer_add(yaml, "  - {");
        add_words(yaml, "nom", number(1, 6));
        text_buffer_add(yaml, maybe(50) ? "logo: 1.png}\n" : "}\n");
    }
    text_buffer_add(yaml, "liens:\n");
    for (int i = number(0, 6); i > 0; i--) {
        text_buffer_printf(yaml, "  Lien %d: https://example.org/%d\n", i, i);
    }
    text_buffer_add(yaml, "pages:\n");
    for (int i = number(0, 2); i > 0; i--) {
        text_buffer_add(yaml, "  - {");
        add_words(yaml, "titre", number(1, 12));
        add_words(yaml, "texte", number(0, 120));
        text_buffer_add(yaml, maybe(50) ? "image: 0.png}\n"
                                        : "qr: https://example.org/}\n");
    }
}

static char *new_yaml(void)
{
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "annee: 2026\n");
    if (maybe(30)) {
        text_buffer_add(&yaml, "theme: nuit\n");
    }
    text_buffer_add(&yaml, "evenements:\n");
    for (int i = number(1, 8); i > 0; i--) {
        add_event(&yaml, number(1, 28));
    }
    if (maybe(20)) {
        text_buffer_add(&yaml, "  - {date: du 1er janvier au 30 juin, titre: "
                               "Campagne, bandeau: oui}\n");
    }
    add_rest(&yaml);
    return text_buffer_take(&yaml);
}

static struct size new_size(int round)
{
    static const struct size EXTREMES[] = {
        {2560, 600 },
        {600,  2560},
        {320,  240 },
        {2000, 2000},
        {480,  800 }
    };
    if (round < (int)COUNT(EXTREMES)) {
        return EXTREMES[round];
    }
    // Two in three are about as large as a screen can be.
    struct size size = {number(SIDE_MIN, SIDE_MAX), 0};
    size.height = number(size.width / 3, size.width * 3);
    size.height = size.height < LOW_SIDE_MIN ? LOW_SIDE_MIN : size.height;
    size.height = size.height > SIDE_MAX ? SIDE_MAX : size.height;
    return size;
}

static char *folder;

static char *poster_path(size_t index)
{
    return xasprintf("%s/%zu.png", folder, index);
}

static int start(void **state)
{
    (void)state;
    world_init(&world);
    folder = xstrdup("/tmp/kiosk-layout-XXXXXX");
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < COUNT(POSTERS); i++) {
        struct picture *poster = picture_new(POSTERS[i]);
        assert_non_null(poster);
        memset(poster->pixels, 0xFF,
               (size_t)POSTERS[i].width * (size_t)POSTERS[i].height *
                   sizeof *poster->pixels);
        char *path = poster_path(i);
        assert_true(picture_save_png(poster, path));
        free(path);
        picture_free(poster);
    }
    return 0;
}

static int stop(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(POSTERS); i++) {
        char *path = poster_path(i);
        unlink(path);
        free(path);
    }
    char *path = path_join(folder, "programme.yaml");
    unlink(path);
    free(path);
    rmdir(folder);
    free(folder);
    world_release(&world);
    return 0;
}

static int from_environment(const char *name, int otherwise)
{
    const char *value = getenv(name);
    return value != NULL ? atoi(value) : otherwise;
}

static void programmes_nobody_thought_of_hold(void **state)
{
    (void)state;
    chance = (uint32_t)from_environment("KIOSK_SEED", SEED);
    int rounds = from_environment("KIOSK_ROUNDS", ROUNDS);
    for (int round = 0; round < rounds; round++) {
        char name[32];
        snprintf(name, sizeof name, "round %d", round);
        char *yaml = new_yaml();
        struct programme *programme = programme_written(&world, folder, yaml);
        struct showing showing = {
            .name = name,
            .programme = programme,
            .size = new_size(round),
            .language = one_of(LANGUAGES, COUNT(LANGUAGES)),
            .now = {{2026, 1, number(1, 31)}, 12 * 60},
        };
        size_t faults = world.faults;
        show(&world, &showing);
        if (world.faults > faults) {
            fprintf(stderr, "%s:\n%s\n", name, yaml);
        }
        programme_free(programme);
        free(yaml);
    }
    assert_int_equal(world.faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programmes_nobody_thought_of_hold),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
