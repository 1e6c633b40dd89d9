// SPDX-License-Identifier: MIT
// Buttons are large enough for a finger, and what they say is in them.
#include "screens/controls.h"

#include <math.h>

#include "draw/canvas.h"
#include "draw/fonts.h"
#include "language/language.h"
#include "programme/settings.h"
#include "screens/focus.h"
#include "slides/stage.h"
#include "support/test.h"

static struct fonts *fonts;

static int start(void **state)
{
    (void)state;
    fonts = fonts_new(KIOSK_FONTS_DIR);
    assert_non_null(fonts);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    fonts_free(fonts);
    return 0;
}

static struct stage stage_of(struct size size, const struct settings *settings)
{
    return (struct stage){.size = size,
                          .fonts = fonts,
                          .pictograms = KIOSK_ASSETS_DIR "/pictograms",
                          .settings = settings,
                          .theme = theme_of(NULL, COLOURS_OF_PROGRAMME)};
}

static void a_button_is_20_mm_on_the_display_and_72_pixels(void **state)
{
    (void)state;
    static const struct {
        struct size size;
        double inches;
    } CASES[] = {
        {{1920, 1080}, 10.1},
        {{1920, 1080}, 15.6},
        {{1920, 1080}, 24  },
        {{1920, 1080}, 43  },
        {{1080, 1920}, 32  },
        {{3840, 2160}, 55  },
        {{1280, 800},  10.1},
        {{1280, 720},  0   }, // not told
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct settings settings = {.diagonal = CASES[i].inches};
        struct stage stage = stage_of(CASES[i].size, &settings);
        double px = hypot(stage.size.width, stage.size.height);
        double mm = CASES[i].inches * 25.4;
        int least = mm > 0 ? (int)floor(20 * px / mm) : 0;
        assert_true(controls_button_px(&stage) >= least);
        assert_true(controls_button_px(&stage) >= 72);
    }
}

static void a_small_panel_keeps_room_for_something_else(void **state)
{
    (void)state;
    static const struct size SIZES[] = {
        {320, 240},
        {800, 480},
        {480, 800},
        {64,  48 },
        {1,   1  },
    };
    struct settings settings = {.diagonal = 3.5};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        struct stage stage = stage_of(SIZES[i], &settings);
        int shorter =
            SIZES[i].width < SIZES[i].height ? SIZES[i].width : SIZES[i].height;
        assert_true(controls_button_px(&stage) <= shorter / 4 + 1);
        assert_true(controls_button_px(&stage) >= 1);
    }
}

static void a_finger_may_tremble_by_4_mm(void **state)
{
    (void)state;
    struct settings settings = {.diagonal = 10.1};
    struct stage stage = stage_of((struct size){1920, 1080}, &settings);
    int slop = controls_slop_px(&stage);
    assert_true(slop >= 33 && slop <= 36);
    settings.diagonal = 0;
    assert_true(controls_slop_px(&stage) >= 10);
}

static void what_a_button_says_is_in_it(void **state)
{
    (void)state;
    static const struct {
        const char *words, *sign;
    } CASES[] = {
        {"Tout",                                                         NULL        },
        {"Montpellier",                                                  NULL        },
        {"Saint-Jean-du-Gard-les-Bains-sous-le-Pont-vieux et alentours", NULL        },
        {"",                                                             "fermer"    },
        {NULL,                                                           "fermer"    },
        {"Calendrier",                                                   "calendrier"},
    };
    struct settings settings = {.diagonal = 24};
    struct stage stage = stage_of((struct size){1280, 720}, &settings);
    struct canvas *canvas = canvas_new(stage.size);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct button button = {.words = CASES[i].words, .sign = CASES[i].sign};
        button_measure(&stage, &button, 500);
        assert_true(button.box.width >= controls_button_px(&stage));
        assert_true(button.box.width <= 500);
        assert_int_equal(button.box.height, controls_button_px(&stage));
        button.box.x = 100;
        button.box.y = 100;
        canvas_clear(canvas, stage.theme.paper);
        button_draw(&stage, &button, canvas);
        assert_true(canvas_mark_count(canvas) >= 2);
        for (size_t j = 0; j < canvas_mark_count(canvas); j++) {
            const struct mark *mark = canvas_mark_at(canvas, j);
            assert_true(box_contains(button.box, mark->box));
            assert_true(!mark->cut || i == 2);
        }
        struct target target =
            button_target(&button, (struct box){0, 0, 1280, 720});
        assert_memory_equal(&target.box, &button.box, sizeof target.box);
    }
    canvas_free(canvas);
}

static void the_bar_is_at_the_top_or_in_the_lower_40_percent(void **state)
{
    (void)state;
    struct box screen = {0, 0, 800, 480};
    struct bar_split high = controls_split(screen, 90, false);
    assert_int_equal(high.bar.y, 0);
    assert_int_equal(high.rest.y, 90);
    struct bar_split low = controls_split(screen, 90, true);
    assert_int_equal(low.rest.y, 0);
    assert_true(low.bar.y >= 480 * 60 / 100);
    assert_int_equal(box_bottom(low.bar), 480);
    // A bar that would be higher than all there is.
    struct bar_split all = controls_split(screen, 900, true);
    assert_int_equal(all.rest.height, 0);
    assert_int_equal(all.bar.height, 480);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_button_is_20_mm_on_the_display_and_72_pixels),
        cmocka_unit_test(a_small_panel_keeps_room_for_something_else),
        cmocka_unit_test(a_finger_may_tremble_by_4_mm),
        cmocka_unit_test(what_a_button_says_is_in_it),
        cmocka_unit_test(the_bar_is_at_the_top_or_in_the_lower_40_percent),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
