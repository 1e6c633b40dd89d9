// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/picture.h"
#include "draw/text.h"
#include "support/test.h"

static const struct colour INK = {27, 23, 51, 255};

static const struct text_style TITLE = {.role = FONT_DISPLAY,
                                        .largest_px = 100,
                                        .smallest_px = 40,
                                        .leading_percent = 104,
                                        .max_lines = 3};
static const struct text_style BODY = {
    .role = FONT_BODY, .largest_px = 36, .smallest_px = 24};

static const char DESCRIPTION[] =
    "Projection suivie d’une discussion autour de nos modèles "
    "coopératifs originaux, près de chez vous. Entrée libre.";

static int open_fonts(void **state)
{
    *state = fonts_new(KIOSK_FONTS_DIR);
    return *state == NULL ? -1 : 0;
}

static int close_fonts(void **state)
{
    fonts_free(*state);
    return 0;
}

// The letters of all lines, with | between lines. The caller's.
static char *lines_of(const struct text *text)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < text_line_count(text); i++) {
        text_buffer_add(&out, i == 0 ? "" : "|");
        text_buffer_add(&out, text_line(text, i));
    }
    return text_buffer_take(&out);
}

static void assert_lines(struct fonts *fonts, const char *utf8,
                         struct text_style style, struct size room,
                         const char *lines)
{
    struct text *text = text_set(fonts, utf8, style, room);
    char *shown = lines_of(text);
    assert_string_equal(shown, lines);
    free(shown);
    text_free(text);
}

static int width_of(struct fonts *fonts, const char *utf8,
                    struct text_style style)
{
    struct text *text = text_set(fonts, utf8, style, (struct size){9000, 0});
    int width = text_size(text).width;
    text_free(text);
    return width;
}

static uint32_t pixel_at(const struct canvas *canvas, int x, int y)
{
    return canvas_picture(canvas)->pixels[y * canvas_size(canvas).width + x];
}

static struct box box_around(struct box box, int x, int y)
{
    if (box_is_empty(box)) {
        return (struct box){x, y, 1, 1};
    }
    int left = x < box.x ? x : box.x;
    int right = x < box_right(box) ? box_right(box) : x + 1;
    return (struct box){left, box.y, right - left, y + 1 - box.y};
}

// The box around every pixel that is not white.
static struct box ink_of(const struct canvas *canvas)
{
    struct size size = canvas_size(canvas);
    struct box ink = {0};
    for (int i = 0; i < size.width * size.height; i++) {
        int x = i % size.width, y = i / size.width;
        if (pixel_at(canvas, x, y) != 0xFFFFFFFF) {
            ink = box_around(ink, x, y);
        }
    }
    return ink;
}

static struct canvas *drawn(const struct text *text, struct size size)
{
    struct canvas *canvas = canvas_new(size);
    text_draw(text, canvas, 60, 60, INK);
    return canvas;
}

static void assert_ink_inside(struct fonts *fonts, const char *utf8,
                              struct text_style style, struct size room)
{
    struct text *text = text_set(fonts, utf8, style, room);
    struct canvas *canvas =
        drawn(text, (struct size){room.width + 120, room.height + 120});
    assert_int_equal(canvas_mark_count(canvas), 1);
    const struct mark *mark = canvas_mark_at(canvas, 0);
    struct box ink = ink_of(canvas);
    if (!box_contains(mark->box, ink) ||
        !box_contains(mark->within, mark->box)) {
        fail_msg("'%s' at %d px: ink %d,%d %dx%d, box %d,%d %dx%d", utf8,
                 text_px(text), ink.x, ink.y, ink.width, ink.height,
                 mark->box.x, mark->box.y, mark->box.width, mark->box.height);
    }
    canvas_free(canvas);
    text_free(text);
}

static void a_short_title_is_one_large_line(void **state)
{
    struct text *text =
        text_set(*state, "Foodcoop", TITLE, (struct size){900, 300});
    assert_int_equal(text_line_count(text), 1);
    assert_int_equal(text_px(text), 100);
    assert_false(text_is_cut(text));
    assert_string_equal(text_line(text, 0), "Foodcoop");
    assert_true(text_cap_height(text) < text_first_baseline(text));
    assert_in_range(text_size(text).height, 105, 130);
    text_free(text);
}

static void a_longer_title_gets_smaller_before_it_is_cut(void **state)
{
    struct text *text =
        text_set(*state,
                 "Écologie à l’Île d’Été : des coopératives pour "
                 "réinventer notre façon de vivre ensemble ?",
                 TITLE, (struct size){1100, 280});
    assert_int_equal(text_line_count(text), 3);
    assert_in_range(text_px(text), 60, 90);
    assert_false(text_is_cut(text));
    text_free(text);
}

static void every_line_fits_the_width(void **state)
{
    static const char *const TEXTS[] = {
        "Guérande, un peu de la beauté du monde",
        DESCRIPTION,
        "https://www.helloasso.com/associations/la-meridionale/evenements",
        "Anticonstitutionnellementanticonstitutionnellement",
        "WAVE To AV. fjord — Äffchen 🎬 مرحبا بكم في 2026",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        for (int width = 40; width < 700; width += 37) {
            struct size room = {width, 400};
            struct text *text = text_set(*state, TEXTS[i], BODY, room);
            assert_true(text_size(text).width <= width);
            assert_true(text_size(text).height <= 400);
            text_free(text);
        }
    }
}

static void ink_never_leaves_the_box(void **state)
{
    static const char *const TEXTS[] = {
        "ÉÊÅÑ gjpqyç (Q, j)",
        "jjj fff",
        "Ấ Ổ Ṩ ǘ",
        "e\u0301\u0323\u0301\u0323\u0301",
        "E\u0302\u0301\u0302\u0301",
        "🎬🍿",
        "مرحبا بكم",
        "Âge d’or\nÉté à Nîmes\nÇa va ?",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct text_style style = {.leading_percent = 104};
        for (int px = 9; px < 120; px += 7) {
            style.role = px % 2 == 0 ? FONT_BODY : FONT_DISPLAY;
            style.largest_px = px;
            assert_ink_inside(*state, TEXTS[i], style,
                              (struct size){1300, 700});
        }
    }
}

static void aligned_lines_stay_in_the_room(void **state)
{
    for (int align = TEXT_LEFT; align <= TEXT_RIGHT; align++) {
        struct text_style style = {.role = FONT_BOLD,
                                   .largest_px = 40,
                                   .align = (enum text_align)align};
        assert_ink_inside(*state, "La Méridionale des coopératives\nOccitanie",
                          style, (struct size){420, 300});
    }
}

static void right_aligned_lines_end_at_the_right(void **state)
{
    struct text_style style = {
        .role = FONT_BOLD, .largest_px = 40, .align = TEXT_RIGHT};
    struct text *text =
        text_set(*state, "HH\nHHHHH", style, (struct size){400, 200});
    struct canvas *canvas = drawn(text, (struct size){600, 300});
    struct box ink = ink_of(canvas);
    assert_in_range(60 + 400 - box_right(ink), 0, 5);
    canvas_free(canvas);
    text_free(text);
}

static void an_accent_composed_or_not_is_as_wide(void **state)
{
    assert_int_equal(width_of(*state, "Fe\u0301te a\u0300 Ni\u0302mes", BODY),
                     width_of(*state, "Féte à Nîmes", BODY));
}

static void an_ellipsis_follows_a_whole_word(void **state)
{
    struct text_style style = {.role = FONT_BODY, .largest_px = 40};
    style.max_lines = 1;
    assert_lines(*state, "Bonjour le monde, venez nombreux", style,
                 (struct size){400, 0}, "Bonjour le monde…");
    assert_lines(*state, "Bonjour le monde, venez nombreux", style,
                 (struct size){300, 0}, "Bonjour…");
    assert_lines(*state, "Bonjour à toutes « et à tous »", style,
                 (struct size){400, 0}, "Bonjour à toutes…");
    struct text *text =
        text_set(*state, "Bonjour le monde", style, (struct size){200, 0});
    assert_true(text_is_cut(text));
    text_free(text);
}

static void a_title_gets_smaller_rather_than_break_a_word(void **state)
{
    static const char TITLE_TEXT[] =
        "Projection-débat : « Les Pieds sur terre »";
    struct text_style style = TITLE;
    style.largest_px = 110;
    assert_lines(*state, TITLE_TEXT, style, (struct size){800, 360},
                 "Projection-débat\u00A0:|«\u00A0Les Pieds sur terre\u00A0»");
    style.smallest_px = 100;
    struct text *text =
        text_set(*state, TITLE_TEXT, style, (struct size){800, 360});
    assert_string_equal(text_line(text, 0), "Projection-");
    assert_false(text_splits_words(text));
    text_free(text);
}

static void only_a_word_too_wide_is_cut_inside(void **state)
{
    struct text_style style = {.role = FONT_BODY, .largest_px = 40};
    style.max_lines = 1;
    assert_lines(*state, "Anticonstitutionnellement", style,
                 (struct size){200, 0}, "Anticons…");
    style.max_lines = 0;
    struct text *text = text_set(*state, "Anticonstitutionnellement", style,
                                 (struct size){200, 0});
    assert_false(text_is_cut(text));
    assert_true(text_splits_words(text));
    assert_in_range(text_line_count(text), 3, 4);
    text_free(text);
}

static void a_letter_nobody_has_is_left_out(void **state)
{
    // Egyptian hieroglyphs of Unicode 16.
    static const uint32_t UNKNOWN = 0x13460;
    if (fonts_have(*state, FONT_BODY, UNKNOWN)) {
        skip();
    }
    assert_lines(*state, "Film \U00013460 ici", BODY, (struct size){900, 0},
                 "Film ici");
    assert_int_equal(width_of(*state, "Fi\U00013460lm", BODY),
                     width_of(*state, "Film", BODY));
    struct text *text =
        text_set(*state, "\U00013460", BODY, (struct size){900, 0});
    struct canvas *canvas = drawn(text, (struct size){200, 200});
    assert_true(box_is_empty(ink_of(canvas)));
    canvas_free(canvas);
    text_free(text);
}

static void other_alphabets_come_from_fallbacks(void **state)
{
    static const uint32_t LETTERS[] = {0xE9,   0x153, 0x202F, 0x2011,
                                       0x2192, 0x3B1, 0x416,  0x1EA4,
                                       0x2605, 0x628, 0x5D0,  0x1F3AC};
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        assert_true(fonts_have(*state, FONT_BODY, LETTERS[i]));
        assert_true(fonts_have(*state, FONT_DISPLAY, LETTERS[i]));
    }
}

static void an_emoji_is_drawn_in_colour(void **state)
{
    struct text *text = text_set(*state, "🍿", BODY, (struct size){200, 0});
    struct canvas *canvas = drawn(text, (struct size){200, 200});
    bool coloured = false;
    for (int y = 0; y < 200 && !coloured; y++) {
        for (int x = 0; x < 200 && !coloured; x++) {
            uint32_t pixel = pixel_at(canvas, x, y);
            int red = (int)(pixel >> 16 & 255), blue = (int)(pixel & 255);
            coloured = red - blue > 100;
        }
    }
    assert_true(coloured);
    assert_in_range(text_size(text).width, 30, 50);
    canvas_free(canvas);
    text_free(text);
}

static void arabic_runs_from_right_to_left(void **state)
{
    // The first letter is an upright stroke, the second a bowl with a dot
    // below: the bowl must stand on the left.
    struct text_style style = {.role = FONT_BODY, .largest_px = 100};
    struct text *text = text_set(*state, "اب", style, (struct size){400, 0});
    struct canvas *canvas = drawn(text, (struct size){520, 300});
    struct box ink = ink_of(canvas);
    int baseline = 60 + text_first_baseline(text);
    int below_left = 0, below_right = 0;
    for (int y = baseline + 4; y < box_bottom(ink); y++) {
        for (int x = ink.x; x < box_right(ink); x++) {
            bool left = x < ink.x + ink.width * 2 / 3;
            int inked = pixel_at(canvas, x, y) != 0xFFFFFFFF;
            below_left += left ? inked : 0;
            below_right += left ? 0 : inked;
        }
    }
    assert_true(below_left > below_right);
    canvas_free(canvas);
    text_free(text);
}

static void a_struck_text_has_a_line_through_it(void **state)
{
    struct text_style style = {
        .role = FONT_BOLD, .largest_px = 56, .struck = true};
    struct text *text = text_set(*state, "i i i", style, (struct size){400, 0});
    struct canvas *canvas = drawn(text, (struct size){520, 200});
    int rows = 0;
    for (int y = 60; y < 60 + text_size(text).height; y++) {
        bool through = true;
        for (int x = 60; x < 60 + text_size(text).width; x++) {
            through = through && pixel_at(canvas, x, y) == 0xFF1B1733;
        }
        rows += through;
    }
    assert_int_equal(rows, 4);
    canvas_free(canvas);
    text_free(text);
}

static void nothing_is_set_from_nothing(void **state)
{
    struct text *text = text_set(*state, "", BODY, (struct size){100, 100});
    assert_int_equal(text_line_count(text), 0);
    assert_int_equal(text_size(text).height, 0);
    assert_false(text_is_cut(text));
    text_free(text);
    text = text_set(*state, "Bonjour", BODY, (struct size){2, 0});
    assert_int_equal(text_size(text).width, 0);
    assert_true(text_is_cut(text));
    text_free(text);
    text_free(NULL);
}

static void spaces_show_as_they_were_typed(void **state)
{
    struct text *text =
        text_set(*state, "Ici !", BODY, (struct size){400, 100});
    assert_string_equal(text_line(text, 0), "Ici\u202F!");
    struct canvas *canvas = drawn(text, (struct size){500, 200});
    assert_string_equal(canvas_mark_at(canvas, 0)->text, "Ici !");
    canvas_free(canvas);
    text_free(text);
}

static char *repeated(const char *part, size_t count)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < count; i++) {
        text_buffer_add(&out, part);
    }
    return text_buffer_take(&out);
}

static double seconds_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void hostile_texts_are_set_in_no_time(void **state)
{
    static const struct {
        const char *part;
        size_t count;
    } CASES[] = {
        {"coopérative ",             1000 },
        {"abcdefgh",                  2048 },
        {"\u0301",                    20000},
        {"e\u0301\u0323",             7000 },
        {"a ",                        5000 },
        {"! ",                        5000 },
        {"\n",                        10000},
        {"👨‍👩‍👧‍👦", 300  },
        {"👨\u200D",                2000 },
        {"\u200B",                    6000 },
        {"\u200D",                    6000 },
        {"مرحبا ",               2000 },
        {"\xFF\xC0",                  5000 },
        {"-",                         10000},
        {"https://a.fr/b?c=d&",       900  },
    };
    double most = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *text = repeated(CASES[i].part, CASES[i].count);
        double start = seconds_now();
        struct text *set =
            text_set(*state, text, TITLE, (struct size){1100, 300});
        double spent = seconds_now() - start;
        most = spent > most ? spent : most;
        assert_true(text_size(set).width <= 1100);
        assert_true(text_size(set).height <= 300);
        text_free(set);
        free(text);
    }
    // A hundred times less than quadratic work would take, with room for
    // slow machines and sanitizers.
    assert_true(most < 2.0);
}

static void many_sizes_do_not_keep_many_fonts_open(void **state)
{
    for (int px = 8; px < 140; px++) {
        struct text_style style = {.role = FONT_BODY, .largest_px = px};
        struct text *text =
            text_set(*state, "Été", style, (struct size){900, 0});
        assert_int_equal(text_px(text), px);
        assert_true(text_size(text).width > px);
        text_free(text);
    }
}

static void a_folder_without_a_manifest_still_gives_fonts(void **state)
{
    (void)state;
    struct fonts *fonts = fonts_new("/nowhere");
    if (fonts != NULL) {
        assert_true(fonts_have(fonts, FONT_BODY, 'a'));
    }
    fonts_free(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_title_is_one_large_line),
        cmocka_unit_test(a_longer_title_gets_smaller_before_it_is_cut),
        cmocka_unit_test(every_line_fits_the_width),
        cmocka_unit_test(ink_never_leaves_the_box),
        cmocka_unit_test(aligned_lines_stay_in_the_room),
        cmocka_unit_test(right_aligned_lines_end_at_the_right),
        cmocka_unit_test(an_accent_composed_or_not_is_as_wide),
        cmocka_unit_test(an_ellipsis_follows_a_whole_word),
        cmocka_unit_test(a_title_gets_smaller_rather_than_break_a_word),
        cmocka_unit_test(only_a_word_too_wide_is_cut_inside),
        cmocka_unit_test(a_letter_nobody_has_is_left_out),
        cmocka_unit_test(other_alphabets_come_from_fallbacks),
        cmocka_unit_test(an_emoji_is_drawn_in_colour),
        cmocka_unit_test(arabic_runs_from_right_to_left),
        cmocka_unit_test(a_struck_text_has_a_line_through_it),
        cmocka_unit_test(nothing_is_set_from_nothing),
        cmocka_unit_test(spaces_show_as_they_were_typed),
        cmocka_unit_test(hostile_texts_are_set_in_no_time),
        cmocka_unit_test(many_sizes_do_not_keep_many_fonts_open),
        cmocka_unit_test(a_folder_without_a_manifest_still_gives_fonts),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
