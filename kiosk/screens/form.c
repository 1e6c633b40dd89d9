// SPDX-License-Identifier: MIT
#include "screens/form.h"

#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/canvas.h"
#include "screens/focus.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 400,
    EDGE_U = 200,
    GAP_U = 160,
    TILE_RADIUS_U = 120,
    TILE_PADDING_U = 90,
    LINE_U = 14,
};

struct form form_of(const struct stage *stage, int close_id, bool low)
{
    int margin = stage_px(stage, MARGIN_U), edge = stage_px(stage, EDGE_U);
    int side = controls_button_px(stage), gap = stage_px(stage, GAP_U);
    struct box page = {margin, edge, stage->size.width - 2 * margin,
                       stage->size.height - 2 * edge};
    struct bar_split split = controls_split(page, side, low);
    struct form form = {split.bar, split.rest, {0}};
    form.rest.height -= gap;
    form.rest.y += low ? 0 : gap;
    form.close = (struct button){
        .id = close_id,
        .sign = "fermer",
        .box = {box_right(split.bar) - side, split.bar.y, side, side}
    };
    form.heading.width -= side + gap;
    return form;
}

void form_draw(const struct stage *stage, const struct form *form,
               const char *heading, struct canvas *canvas)
{
    struct text *text = part_text(stage, heading,
                                  (struct part_style){.role = FONT_DISPLAY,
                                                      .largest_u = 400,
                                                      .smallest_u = 220,
                                                      .leading_percent = 108,
                                                      .max_lines = 2},
                                  box_size(form->heading));
    int y =
        form->heading.y + (form->heading.height - text_size(text).height) / 2;
    text_draw(text, canvas, form->heading.x, y, stage->theme.ink);
    text_free(text);
    button_draw(stage, &form->close, canvas);
}

char *form_word(const struct stage *stage, enum word word, const char *filling)
{
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, word, filling, NULL, &words);
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

void form_tile_draw(const struct stage *stage, const char *words, bool chosen,
                    struct box box, struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    int radius = stage_px(stage, TILE_RADIUS_U);
    canvas_fill_rounded(canvas, box, radius, chosen ? theme->ink : theme->card);
    canvas_mark(canvas, MARK_CARD, box, box, "", false);
    if (!chosen) {
        canvas_frame(canvas, box, radius, stage_px(stage, LINE_U), 0,
                     theme->ink);
    }
    struct box inner = box_inset(box, stage_px(stage, TILE_PADDING_U));
    bool is_sign = utf8_length(words) == 1;
    struct text *text =
        part_text(stage, words,
                  (struct part_style){.role = FONT_BOLD,
                                      .largest_u = is_sign ? 400 : 210,
                                      .smallest_u = 130,
                                      .leading_percent = 116,
                                      .max_lines = 3,
                                      .align = TEXT_CENTRE},
                  box_size(inner));
    // Capitals, not the box with its accents, look centred.
    int y = inner.y + (inner.height - text_size(text).height) / 2;
    if (text_line_count(text) == 1) {
        y = inner.y + (inner.height + text_cap_height(text)) / 2 -
            text_first_baseline(text);
    }
    // Cards are light whatever the theme.
    struct colour ink =
        chosen ? theme->paper : theme_text_on(theme, theme->card);
    text_draw(text, canvas, inner.x, y, ink);
    text_free(text);
}

void form_tile_target(const struct stage *stage, int id, struct box box,
                      struct targets *out)
{
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    targets_add(out, (struct target){.id = id,
                                     .box = box,
                                     .radius = stage_px(stage, TILE_RADIUS_U),
                                     .within = screen});
}

struct box form_cell(struct box box, int columns, int rows, int index, int gap)
{
    int width = (box.width - gap * (columns - 1)) / columns;
    int height = (box.height - gap * (rows - 1)) / rows;
    return (struct box){box.x + index % columns * (width + gap),
                        box.y + index / columns * (height + gap), width,
                        height};
}
