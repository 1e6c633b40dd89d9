// SPDX-License-Identifier: MIT
#include "slides/parts.h"

#include "base/text_buffer.h"
#include "language/phrase.h"
#include "programme/settings.h"
#include "slides/chips.h"

// All lengths in hundredths of a unit.
enum {
    MARGIN_U = 460,
    FOOT_LINE_U = 42,
    STRIP_U = 520,
    HEADING_U = 560,
    HEADING_MIN_U = 300,
    HEADING_GAP_U = 260,
    LEGIBLE_PX = 11, // the smallest em anybody can read on a small screen
};

static int scaled_px(const struct stage *stage, int u)
{
    bool large = stage->settings->text_scale == TEXT_SCALE_LARGE;
    int px = stage_px(stage, large ? u * 115 / 100 : u);
    return px > LEGIBLE_PX ? px : LEGIBLE_PX;
}

struct text *part_text(const struct stage *stage, const char *utf8,
                       struct part_style style, struct size room)
{
    int smallest = style.smallest_u > 0 ? style.smallest_u : style.largest_u;
    struct text_style set = {.role = style.role,
                             .largest_px = scaled_px(stage, style.largest_u),
                             .smallest_px = scaled_px(stage, smallest),
                             .leading_percent = style.leading_percent,
                             .max_lines = style.max_lines,
                             .align = style.align,
                             .struck = style.struck};
    return text_set(stage->fonts, utf8, set, room);
}

int part_draw_text(const struct stage *stage, const char *utf8,
                   struct part_style style, struct colour colour,
                   struct box box, struct canvas *canvas)
{
    struct text *text = part_text(stage, utf8, style, box_size(box));
    text_draw(text, canvas, box.x, box.y, colour);
    int height = text_size(text).height;
    text_free(text);
    return height;
}

const char *part_wording(const struct stage *stage,
                         const struct wording *wording)
{
    return wording_in(wording, stage->phrasing.language->code);
}

struct box part_above_foot(const struct stage *stage, const struct slide *slide)
{
    int foot = stage_px(stage, FOOT_LINE_U);
    if (slide != NULL && slide->banner != NULL) {
        foot += stage_px(stage, STRIP_U);
    }
    return (struct box){0, 0, stage->size.width, stage->size.height - foot};
}

struct box part_content(const struct stage *stage, const struct slide *slide)
{
    return box_inset(part_above_foot(stage, slide), stage_px(stage, MARGIN_U));
}

static void draw_strip(const struct stage *stage,
                       const struct agenda_entry *entry, struct box box,
                       struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    canvas_fill(canvas, box, theme->second);
    canvas_mark(canvas, MARK_CARD, box, box, "", false);
    struct text_buffer words = {0};
    text_buffer_add(&words, part_wording(stage, &entry->event->title));
    text_buffer_add(&words, " · ");
    phrase_days(&stage->phrasing, &entry->event->when, &words);
    struct box inner = box;
    inner.x = box.x + stage_px(stage, MARGIN_U);
    inner.width = box.width - 2 * stage_px(stage, MARGIN_U);
    struct text *text = part_text(stage, text_buffer_text(&words),
                                  (struct part_style){.role = FONT_BOLD,
                                                      .largest_u = 240,
                                                      .smallest_u = 170,
                                                      .max_lines = 1},
                                  box_size(inner));
    int y = inner.y + (inner.height - text_size(text).height) / 2;
    text_draw(text, canvas, inner.x, y, theme_text_on(theme, theme->second));
    text_free(text);
    text_buffer_release(&words);
}

static struct chip_words doubt_of(const struct stage *stage)
{
    const char *words = stage->phrasing.language->words[WORD_CLOCK_DOUBTFUL];
    return (struct chip_words){words, CHIP_DASHED, true};
}

struct box part_doubt_box(const struct stage *stage)
{
    struct size size = chip_size(stage, doubt_of(stage), stage->size.width / 2);
    int margin = stage_px(stage, 100);
    return (struct box){stage->size.width - margin - size.width, margin,
                        size.width, size.height};
}

static void draw_doubt(const struct stage *stage, struct canvas *canvas)
{
    chip_draw(stage, doubt_of(stage), part_doubt_box(stage), canvas);
}

void part_draw_foot(const struct stage *stage, size_t index,
                    struct canvas *canvas)
{
    const struct slide *slide = &stage->playlist->slides[index];
    struct box above = part_above_foot(stage, slide);
    int line = stage_px(stage, FOOT_LINE_U);
    int top = stage->size.height - line;
    if (slide->banner != NULL) {
        struct box strip = {0, box_bottom(above), stage->size.width,
                            top - box_bottom(above)};
        draw_strip(stage, slide->banner, strip, canvas);
    }
    int done = (int)((int64_t)stage->size.width * (int64_t)(index + 1) /
                     (int64_t)stage->playlist->count);
    canvas_fill(canvas, (struct box){0, top, stage->size.width, line},
                stage->theme.line);
    canvas_fill(canvas, (struct box){0, top, done, line}, stage->theme.accent);
    if (!stage->now.trusted) {
        draw_doubt(stage, canvas);
    }
}

struct box part_draw_heading(const struct stage *stage, const char *utf8,
                             struct box box, struct canvas *canvas)
{
    // One line if it need not be small for that, else two.
    static const struct part_style STYLES[] = {
        {FONT_DISPLAY, HEADING_U, 380,           108, 1, TEXT_LEFT, false},
        {FONT_DISPLAY, HEADING_U, HEADING_MIN_U, 108, 2, TEXT_LEFT, false},
    };
    struct size room = {box.width, box.height / 3};
    struct text *text = part_text(stage, utf8, STYLES[0], room);
    if (text_is_cut(text)) {
        text_free(text);
        text = part_text(stage, utf8, STYLES[1], room);
    }
    text_draw(text, canvas, box.x, box.y, stage->theme.ink);
    int used = text_size(text).height + stage_px(stage, HEADING_GAP_U);
    text_free(text);
    return (struct box){box.x, box.y + used, box.width, box.height - used};
}

void part_draw_dot(struct canvas *canvas, int x, int y, int diameter,
                   struct colour colour)
{
    canvas_fill_rounded(canvas, (struct box){x, y, diameter, diameter},
                        diameter / 2, colour);
}
