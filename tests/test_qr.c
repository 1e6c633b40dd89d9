// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "draw/canvas.h"
#include "draw/picture.h"
#include "draw/qr.h"
#include "support/test.h"

static const uint32_t WHITE = 0xFFFFFFFF;
static const uint32_t INK = 0xFF1B1733;

static uint32_t pixel_at(const struct canvas *canvas, int x, int y)
{
    const struct picture *picture = canvas_picture(canvas);
    return picture->pixels[y * picture->size.width + x];
}

static void a_longer_text_needs_more_modules(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int modules;
    } CASES[] = {
        {"",                                         21},
        {"https://a.fr",                             21},
        {"https://www.tenk.fr/fr/p/regardscoop?a=1", 29},
        {"HTTPS://EXAMPLE.ORG/SOIREE",               25},
        {"L’été à la Méridionale",             29},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct qr *qr = qr_new(CASES[i].text);
        assert_non_null(qr);
        assert_int_equal(qr_modules(qr), CASES[i].modules);
        qr_free(qr);
    }
}

static void a_text_beyond_any_code_is_refused(void **state)
{
    (void)state;
    char text[5000];
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    assert_null(qr_new(text));
    text[0] = '\xC3';
    text[1] = '\xA9';
    assert_null(qr_new(text));
    text[2300] = '\0';
    struct qr *qr = qr_new(text);
    assert_non_null(qr);
    qr_free(qr);
    qr_free(NULL);
}

static void modules_are_whole_pixels(void **state)
{
    (void)state;
    struct qr *qr = qr_new("https://a.fr");
    assert_int_equal(qr_modules(qr), 21);
    assert_int_equal(qr_module_px(qr, 29 * 5), 5);
    assert_int_equal(qr_module_px(qr, 29 * 5 - 1), 4);
    assert_int_equal(qr_side(qr, 29 * 5 + 20), 29 * 5);
    assert_int_equal(qr_module_px(qr, 28), 0);
    assert_int_equal(qr_side(qr, 28), 0);
    qr_free(qr);
}

// The marks of a code drawn into a box.
static const struct mark *drawn(struct canvas *canvas, const char *text,
                                struct box box)
{
    struct qr *qr = qr_new(text);
    canvas_clear(canvas, (struct colour){0, 80, 80, 255});
    qr_draw(qr, canvas, box, 6);
    qr_free(qr);
    assert_int_equal(canvas_mark_count(canvas), 2);
    assert_int_equal(canvas_mark_at(canvas, 0)->kind, MARK_CARD);
    return canvas_mark_at(canvas, 1);
}

static void assert_white_between(const struct canvas *canvas, struct box outer,
                                 struct box inner)
{
    for (int i = 0; i < outer.width * outer.height; i++) {
        struct box pixel = {outer.x + i % outer.width,
                            outer.y + i / outer.width, 1, 1};
        if (!box_contains(inner, pixel)) {
            assert_int_equal(pixel_at(canvas, pixel.x, pixel.y), WHITE);
        }
    }
}

static void a_code_lies_in_its_quiet_zone(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new((struct size){220, 220});
    struct box box = {10, 12, 29 * 6 + 5, 29 * 6 + 5};
    const struct mark *mark = drawn(canvas, "https://a.fr", box);
    assert_int_equal(mark->kind, MARK_QR);
    assert_string_equal(mark->text, "https://a.fr");
    assert_int_equal(mark->box.width, 21 * 6);
    assert_true(mark->box.x - box.x >= 4 * 6);
    assert_true(box_right(box) - box_right(mark->box) >= 4 * 6);
    assert_true(box_contains(mark->within, mark->box));
    assert_white_between(canvas, box_inset(box, 6), mark->box);
    canvas_free(canvas);
}

static void every_module_is_one_square_of_ink_or_paper(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new((struct size){200, 200});
    struct box box = {0, 0, 29 * 6, 29 * 6};
    struct box code = drawn(canvas, "https://a.fr", box)->box;
    int dark = 0;
    for (int y = 0; y < code.height; y++) {
        for (int x = 0; x < code.width; x++) {
            uint32_t pixel = pixel_at(canvas, code.x + x, code.y + y);
            uint32_t corner =
                pixel_at(canvas, code.x + x / 6 * 6, code.y + y / 6 * 6);
            assert_true(pixel == INK || pixel == WHITE);
            assert_int_equal(pixel, corner);
            dark += pixel == INK;
        }
    }
    // The finder pattern in the corner: dark edge, light ring, dark middle.
    assert_int_equal(pixel_at(canvas, code.x, code.y), INK);
    assert_int_equal(pixel_at(canvas, code.x + 7, code.y + 7), WHITE);
    assert_int_equal(pixel_at(canvas, code.x + 20, code.y + 20), INK);
    int all = code.width * code.height;
    assert_true(dark > all / 3 && dark < all * 2 / 3);
    canvas_free(canvas);
}

static void a_box_too_small_shows_no_code(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new((struct size){60, 60});
    struct qr *qr = qr_new("https://a.fr");
    qr_draw(qr, canvas, (struct box){0, 0, 20, 20}, 2);
    assert_int_equal(canvas_mark_count(canvas), 1);
    qr_free(qr);
    canvas_free(canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_longer_text_needs_more_modules),
        cmocka_unit_test(a_text_beyond_any_code_is_refused),
        cmocka_unit_test(modules_are_whole_pixels),
        cmocka_unit_test(a_code_lies_in_its_quiet_zone),
        cmocka_unit_test(every_module_is_one_square_of_ink_or_paper),
        cmocka_unit_test(a_box_too_small_shows_no_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
