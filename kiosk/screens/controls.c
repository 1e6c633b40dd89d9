// SPDX-License-Identifier: MIT
#include "screens/controls.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "screens/focus.h"
#include "slides/parts.h"
#include "slides/pictogram.h"

enum {
    BUTTON_MM = 20,
    BUTTON_PX = 72,
    SLOP_MM = 4,
    SLOP_PX = 10,
    // Hundredths of a unit.
    BUTTON_U = 440,
    GAP_U = 140,
    WORDS_U = 190,
    WORDS_MIN_U = 140,
    PADDING_U = 200,
    LINE_U = 14,
    SIGN_PERCENT = 46, // of the height
};

static int px_of_mm(const struct stage *stage, int mm)
{
    double diagonal_px = hypot(stage->size.width, stage->size.height);
    double diagonal_mm = stage->settings->diagonal * 25.4;
    double px = diagonal_mm > 0 ? mm * diagonal_px / diagonal_mm : 0;
    return (int)lround(fmin(px, diagonal_px));
}

int controls_button_px(const struct stage *stage)
{
    int shorter = smaller(stage->size.width, stage->size.height);
    int wanted = larger(larger(BUTTON_PX, px_of_mm(stage, BUTTON_MM)),
                        stage_px(stage, BUTTON_U));
    return larger(smaller(wanted, shorter / 4), 1);
}

int controls_gap_px(const struct stage *stage)
{
    return stage_px(stage, GAP_U);
}

int controls_slop_px(const struct stage *stage)
{
    return larger(SLOP_PX, px_of_mm(stage, SLOP_MM));
}

static bool has_words(const struct button *button)
{
    return button->words != NULL && button->words[0] != '\0';
}

// Larger than most on small screens, whose buttons are large for them.
static int words_u(const struct stage *stage, int u)
{
    int nominal = stage_px(stage, BUTTON_U);
    int grown = u * controls_button_px(stage) / nominal;
    return larger(u, smaller(grown, u * 3 / 2));
}

static struct text *words_of(const struct stage *stage,
                             const struct button *button, int width)
{
    return part_text(stage, has_words(button) ? button->words : "",
                     (struct part_style){.role = FONT_BOLD,
                                         .largest_u = words_u(stage, WORDS_U),
                                         .smallest_u = WORDS_MIN_U,
                                         .max_lines = 1},
                     (struct size){larger(width, 1), 0});
}

static int sign_px(const struct button *button)
{
    return button->box.height * SIGN_PERCENT / 100;
}

// What a button needs beside its words.
static int around_words(const struct stage *stage, const struct button *button)
{
    int sign =
        button->sign != NULL ? sign_px(button) + stage_px(stage, GAP_U) / 2 : 0;
    return 2 * stage_px(stage, PADDING_U) + sign;
}

void button_measure(const struct stage *stage, struct button *button, int most)
{
    int side = controls_button_px(stage);
    button->box.width = button->box.height = side;
    if (has_words(button)) {
        int around = around_words(stage, button);
        struct text *text = words_of(stage, button, most - around);
        button->box.width = larger(side, text_size(text).width + around);
        text_free(text);
    }
}

// The sign at the left of the words, both in the middle.
static void draw_inside(const struct stage *stage, const struct button *button,
                        struct colour colour, struct canvas *canvas)
{
    struct box box = button->box;
    int around = around_words(stage, button);
    // One pixel more than was measured: sizes are stepped from this width.
    struct text *text = words_of(stage, button, box.width - around + 1);
    struct size size = text_size(text);
    int sign = button->sign != NULL ? sign_px(button) : 0;
    int gap = sign > 0 && has_words(button) ? stage_px(stage, GAP_U) / 2 : 0;
    int x = box.x + (box.width - sign - gap - size.width) / 2;
    if (sign > 0) {
        struct box at = {x, box.y + (box.height - sign) / 2, sign, sign};
        pictogram_draw(stage, button->sign, at, colour, canvas);
    }
    if (has_words(button)) {
        // Capitals, not the box with its accents, look centred.
        int top = box.y + (box.height + text_cap_height(text)) / 2 -
                  text_first_baseline(text);
        text_draw(text, canvas, x + sign + gap, top, colour);
    }
    text_free(text);
}

void button_draw(const struct stage *stage, const struct button *button,
                 struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    struct box box = button->box;
    int radius = box.height / 2;
    canvas_fill_rounded(canvas, box, radius,
                        button->chosen ? theme->ink : theme->paper);
    canvas_mark(canvas, MARK_CARD, box, box, "", false);
    if (!button->chosen) {
        canvas_frame(canvas, box, radius, stage_px(stage, LINE_U), 0,
                     theme->ink);
    }
    draw_inside(stage, button, button->chosen ? theme->paper : theme->ink,
                canvas);
}

struct target button_target(const struct button *button, struct box within)
{
    return (struct target){.id = button->id,
                           .box = button->box,
                           .radius = button->box.height / 2,
                           .within = within};
}

struct bar_split controls_split(struct box whole, int height, bool low)
{
    struct bar_split split = {whole, whole};
    height = smaller(height, whole.height);
    split.bar.height = height;
    split.rest.height -= height;
    if (low) {
        split.bar.y = box_bottom(split.rest);
    } else {
        split.rest.y += height;
    }
    return split;
}
