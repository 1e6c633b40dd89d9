// SPDX-License-Identifier: MIT
// Cards over every slide of the sample, at every size and in every language:
// none covers a code of the slide, none loses its words, and the code of a
// report can be read. KIOSK_CARD_PICTURES names a folder that keeps what was
// drawn, to be looked at.
#include "slides/receipt_card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/cut_out.h"
#include "draw/picture.h"
#include "language/language.h"
#include "programme/programme.h"
#include "support/layout.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

// Every card at one of the first ones, one card at all of them.
static const struct size SIZES[] = {
    {1280, 720 },
    {720,  1280},
    {480,  320 },
    {1920, 1080},
    {3840, 2160},
};
enum {
    SIZES_FOR_ALL = 3,
    ONE_CARD = 2,
};

static const char *const LANGUAGES[] = {"fr", "oc", "en", "es", "ca"};

static const char *const FAULTS[] = {
    "programme.yaml, ligne 14 : la date « 2026-02-30 » n’existe pas, février "
    "2026 a 28 jours",
    "programme.yaml, ligne 22 : le champ « titer » est inconnu ; écrivez "
    "« titre »",
    "programme.yaml, ligne 31 : il manque le titre de la soirée",
};

static const struct {
    const char *name;
    struct receipt_card card;
} CARDS[] = {
    {"reading",   {.kind = RECEIPT_CARD_COPYING, .permille = -1} },
    {"copying",   {.kind = RECEIPT_CARD_COPYING, .permille = 420}},
    {"taken",
     {.kind = RECEIPT_CARD_TAKEN,
      .summary = "Programme mis à jour : 12 soirées, du 20 janvier au "
                 "23 avril. 1 affiche manque : jazz.jpg.",
      .advice = "Vous pouvez retirer la clé."}                  },
    {"plain",
     {.kind = RECEIPT_CARD_TAKEN,
      .summary = "Programme mis à jour : 12 soirées.",
      .advice = "Vous pouvez retirer la clé."}                  },
    {"refused",
     {.kind = RECEIPT_CARD_REFUSED,
      .summary = "La clé a été retirée pendant la copie : rien ne change. "
                 "Remettez-la."}                                 },
    {"held-back",
     {.kind = RECEIPT_CARD_HELD_BACK,
      .summary = "Le fichier programme.yaml a une erreur ligne 14.",
      .faults = FAULTS,
      .fault_count = 1,
      .advice = "L’ancien programme reste affiché."}          },
};

static struct world world;
static struct programme *sample;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    sample = programme_in(&world, KIOSK_PROGRAMME_DIR);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    programme_free(sample);
    world_release(&world);
    return 0;
}

static struct showing showing_of(const char *name,
                                 const struct receipt_card *card)
{
    return (struct showing){
        .name = name,
        .programme = sample,
        .language = "fr",
        .now = {{2026, 1, 17}, 12 * 60},
        .card = card,
        .pictures = getenv("KIOSK_CARD_PICTURES"),
    };
}

static void cards_cover_no_code_and_lose_no_word(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(CARDS); c++) {
        for (size_t s = 0; s < COUNT(SIZES); s++) {
            if (c != ONE_CARD && s != c % SIZES_FOR_ALL) {
                continue;
            }
            struct showing showing = showing_of(CARDS[c].name, &CARDS[c].card);
            showing.size = SIZES[s];
            showing.whole = SIZES[s].width >= 720;
            // Languages are much alike; each gets its card and size.
            showing.language = LANGUAGES[(c + s) % COUNT(LANGUAGES)];
            show(&world, &showing);
        }
    }
    assert_true(world.slides >= 120);
    assert_int_equal(world.faults, 0);
    world.slides = 0;
}

// A report as long as a code may hold, with what a link may hold.
static char *long_message(size_t bytes)
{
    static const char HEAD[] = "mailto:contact@example.org?subject=Programme%20"
                               "%C3%A0%20corriger&body=";
    static const char LINE[] = "programme.yaml%2C%20ligne%2014%20%3A%20date%0D%"
                               "0A";
    char *message = xcalloc(bytes + 1, 1);
    size_t length = sizeof HEAD - 1;
    memcpy(message, HEAD, length);
    for (size_t i = 0; length + i < bytes; i++) {
        message[length + i] = LINE[i % (sizeof LINE - 1)];
    }
    return message;
}

// What a telephone reads from the picture.
static char *read_code(const char *picture)
{
    char *command = xasprintf("zbarimg -q --raw --nodbus -Sbinary=0 -Sdisable "
                              "-Sqrcode.enable %s",
                              picture);
    FILE *reader = popen(command, "re");
    assert_non_null(reader);
    char *text = xcalloc(4096, 1);
    size_t length = fread(text, 1, 4095, reader);
    assert_true(length > 0 && text[length - 1] == '\n');
    text[length - 1] = '\0';
    assert_int_equal(pclose(reader), 0);
    free(command);
    return text;
}

static const char ONE_EVENT[] =
    "titre: Essai\nevenements:\n  - {date: 20 janvier 2026, titre: A}\n";

static void draw_report(const char *folder, struct size size,
                        const char *message)
{
    struct receipt_card card = {
        .kind = RECEIPT_CARD_TAKEN,
        .summary = "Programme mis à jour : 11 soirées, du 20 janvier au "
                   "23 avril. 4 erreurs : ce qu’elles touchent n’est pas "
                   "montré. 1 affiche manque : jazz.jpg.",
        .advice = "Vous pouvez retirer la clé.",
        .faults = FAULTS,
        .fault_count = COUNT(FAULTS),
        .more_faults = 1,
        .message = message,
    };
    struct programme *programme = programme_written(&world, folder, ONE_EVENT);
    struct showing showing = showing_of("report", &card);
    showing.programme = programme;
    showing.size = size;
    showing.pictures = folder;
    showing.whole = size.width >= 720;
    show(&world, &showing);
    programme_free(programme);
    assert_int_equal(world.faults, 0);
}

static void reports_are_read_back_from_the_screen(void **state)
{
    (void)state;
    static const size_t BYTES[] = {200, 997};
    char folder[] = "/tmp/kiosk-card-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t s = 0; s < COUNT(SIZES); s++) {
        char *message = long_message(BYTES[s % 2 == 0 ? 1 : 0]);
        draw_report(folder, SIZES[s], message);
        char *path = xasprintf("%s/report-%dx%d-fr-1.png", folder,
                               SIZES[s].width, SIZES[s].height);
        char *read = read_code(path);
        assert_string_equal(read, message);
        free(read);
        free(path);
        free(message);
    }
    const char *kept = getenv("KIOSK_CARD_PICTURES");
    char *command = kept != NULL ? xasprintf("mv %s/*.png %s; rm -rf %s",
                                             folder, kept, folder)
                                 : xasprintf("rm -rf %s", folder);
    assert_int_equal(system(command), 0);
    free(command);
}

// A slide with a code at that place, and nothing else.
static struct canvas *slide_with_code(struct size size, struct box code)
{
    struct canvas *canvas = canvas_new(size);
    assert_non_null(canvas);
    canvas_mark(canvas, MARK_QR, code, code, "A", false);
    return canvas;
}

static struct box placed(struct box code, const struct box *former)
{
    struct stage stage = {
        .size = {1280,                                       720  },
        .fonts = world.fonts,
        .settings = world.settings,
        .theme = theme_of(NULL, COLOURS_OF_PROGRAMME),
        .phrasing = {.language = languages_find(world.languages, "fr")},
    };
    struct canvas *slide = slide_with_code(stage.size, code);
    struct box box =
        receipt_card_place(&stage, &CARDS[ONE_CARD].card, slide, former);
    canvas_free(slide);
    return box;
}

static void a_card_stays_where_it_is_until_a_code_comes(void **state)
{
    (void)state;
    const struct box top = {400, 10, 200, 200}, bottom = {400, 500, 200, 200};
    const struct box nowhere = {0, 0, 0, 0}, all = {40, 40, 1200, 640};
    struct box low = placed(nowhere, NULL);
    assert_true(low.y > 360);
    struct box high = placed(bottom, &low);
    assert_true(box_is_empty(box_intersection(high, bottom)));
    struct box same = placed(nowhere, &high);
    assert_memory_equal(&same, &high, sizeof high);
    struct box moved = placed(top, &high);
    assert_true(box_is_empty(box_intersection(moved, top)));
    struct box whole = placed(all, NULL);
    assert_true(size_equals(box_size(whole), (struct size){1280, 720}));
}

static void a_card_is_cut_out_of_any_ground(void **state)
{
    (void)state;
    const struct size size = {64, 48};
    const struct colour grounds[] = {
        {0,   0,   0,   255},
        {255, 255, 255, 255},
        {200, 100, 30,  255}
    };
    struct canvas *canvases[3];
    for (size_t i = 0; i < 3; i++) {
        canvases[i] = canvas_new(size);
        canvas_clear(canvases[i], grounds[i]);
        if (i == 2) {
            break;
        }
        canvas_shadow(canvases[i], (struct box){12, 12, 40, 24}, 6, 8,
                      (struct colour){0, 0, 0, 110});
        canvas_fill_rounded(canvases[i], (struct box){12, 12, 40, 24}, 6,
                            (struct colour){27, 23, 51, 255});
    }
    struct picture *cut =
        cut_out_new(canvas_picture(canvases[0]), canvas_picture(canvases[1]));
    struct picture *copy = picture_new(size);
    memcpy(copy->pixels, canvas_picture(canvases[2])->pixels,
           (size_t)size.width * (size_t)size.height * sizeof *copy->pixels);
    cut_out_lay(cut, 0, 0, copy->pixels, size, size.width);
    assert_int_equal(copy->pixels[0], 0xFFC8641E);            // the ground
    assert_int_equal(copy->pixels[24 * 64 + 32], 0xFF1B1733); // the card
    uint32_t shadow = copy->pixels[24 * 64 + 9];
    assert_true((shadow >> 16 & 0xFF) < 200 && (shadow >> 16 & 0xFF) > 27);
    // Half outside: nothing beyond the pixels is touched.
    cut_out_lay(cut, -32, -24, copy->pixels, size, size.width);
    cut_out_lay(cut, 32, 24, copy->pixels, size, size.width);
    cut_out_lay(cut, 640, 480, copy->pixels, size, size.width);
    picture_free(copy);
    picture_free(cut);
    for (size_t i = 0; i < 3; i++) {
        canvas_free(canvases[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_cover_no_code_and_lose_no_word),
        cmocka_unit_test(reports_are_read_back_from_the_screen),
        cmocka_unit_test(a_card_stays_where_it_is_until_a_code_comes),
        cmocka_unit_test(a_card_is_cut_out_of_any_ground),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
