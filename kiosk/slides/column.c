// SPDX-License-Identifier: MIT
#include "slides/column.h"

#include <string.h>

#include "slides/parts.h"
#include "slides/pictogram.h"

enum {
    TAIL_GAP_U = 55,
    COST_OF_CUT_PROSE = 1,
    COST_OF_BROKEN_WORD = 100,
};

void column_clear(struct column *column)
{
    for (int i = 0; i < column->count; i++) {
        text_free(column->lines[i].text);
        text_free(column->lines[i].tail);
    }
    column->count = 0;
    column->height = 0;
    column->cost = 0;
}

void column_add(struct column *column, const char *utf8,
                struct part_style style, struct colour colour, int gap)
{
    if (utf8[0] == '\0' || column->count == COLUMN_LINES_MAX) {
        return;
    }
    struct text *text =
        part_text(column->stage, utf8, style, (struct size){column->width, 0});
    if (text_line_count(text) == 0) {
        // Letters that no font has: a sign would stand before nothing.
        text_free(text);
        return;
    }
    column->lines[column->count] =
        (struct column_line){.text = text, .colour = colour, .gap = gap};
    int cut =
        style.role == FONT_BODY ? COST_OF_CUT_PROSE : COLUMN_COST_OF_CUT_FACT;
    column->cost += text_is_cut(text) ? cut : 0;
    column->cost += text_splits_words(text) ? COST_OF_BROKEN_WORD : 0;
    column->height += gap + text_size(text).height;
    column->count++;
}

static int tail_gap(const struct column *column)
{
    return stage_px(column->stage, TAIL_GAP_U);
}

bool column_add_tail(struct column *column, int index, const char *utf8,
                     struct part_style style, struct colour colour)
{
    struct column_line *line = &column->lines[index];
    struct text *tail =
        part_text(column->stage, utf8, style, (struct size){column->width, 0});
    int width =
        text_size(line->text).width + tail_gap(column) + text_size(tail).width;
    if (text_line_count(line->text) == 1 && width <= column->width) {
        line->tail = tail;
        line->tail_colour = colour;
        return true;
    }
    text_free(tail);
    return false;
}

void column_frame(struct column *column, int first)
{
    if (column->count == first) {
        return;
    }
    int margin = stage_px(column->stage, COLUMN_FRAME_U);
    column->lines[first].gap += margin;
    column->height += 2 * margin;
    for (int i = first; i < column->count; i++) {
        column->lines[i].framed = true;
    }
}

static void drop_line(struct column *column, int index)
{
    struct column_line *line = &column->lines[index];
    column->height -= line->gap + text_size(line->text).height;
    column->cost += COLUMN_COST_OF_CUT_FACT;
    text_free(line->text);
    text_free(line->tail);
    column->count--;
    memmove(line, line + 1, (size_t)(column->count - index) * sizeof *line);
}

void column_drop(struct column *column, int height)
{
    for (int i = column->count - 1; i >= 0; i--) {
        if (column->height > height && !column->lines[i].needed) {
            drop_line(column, i);
        }
    }
}

static void draw_pictogram(const struct column *column,
                           const struct column_line *line, int x, int y,
                           struct canvas *canvas)
{
    // As high as a capital and a little more, on the first baseline.
    int em = text_px(line->text);
    int side = em * 110 / 100;
    int top = y + text_first_baseline(line->text) - em * 36 / 100 - side / 2;
    struct colour colour = strcmp(line->pictogram, "lieu") == 0
                               ? column->stage->theme.accent
                               : line->colour;
    pictogram_draw(column->stage, line->pictogram,
                   (struct box){x, top, side, side}, colour, canvas);
}

static void draw_line(const struct column *column,
                      const struct column_line *line, int x, int y,
                      struct canvas *canvas)
{
    if (line->pictogram != NULL) {
        draw_pictogram(column, line, x, y, canvas);
    }
    int left = x + line->indent;
    text_draw(line->text, canvas, left, y, line->colour);
    if (line->tail != NULL) {
        int right = left + text_size(line->text).width + tail_gap(column);
        int down =
            text_first_baseline(line->text) - text_first_baseline(line->tail);
        text_draw(line->tail, canvas, right, y + down, line->tail_colour);
    }
}

static int line_width(const struct column *column,
                      const struct column_line *line)
{
    int tail =
        line->tail != NULL ? tail_gap(column) + text_size(line->tail).width : 0;
    return text_size(line->text).width + tail;
}

static void draw_frame(const struct column *column, struct box box,
                       struct canvas *canvas)
{
    const struct stage *stage = column->stage;
    if (box.width > 0) {
        canvas_frame(canvas, box, stage_px(stage, 70), stage_px(stage, 22),
                     stage_px(stage, 80), stage->theme.accent);
    }
}

void column_draw(const struct column *column, int x, int y,
                 struct canvas *canvas)
{
    int margin = stage_px(column->stage, COLUMN_FRAME_U);
    struct box frame = {0};
    for (int i = 0; i < column->count; i++) {
        const struct column_line *line = &column->lines[i];
        bool before = i > 0 && column->lines[i - 1].framed;
        y += (before && !line->framed ? margin : 0) + line->gap;
        draw_line(column, line, x + (line->framed ? margin : 0), y, canvas);
        int height = text_size(line->text).height;
        if (line->framed) {
            int width = line_width(column, line) + 2 * margin;
            frame.x = x;
            frame.y = before ? frame.y : y - margin;
            frame.width = frame.width > width ? frame.width : width;
            frame.height = y + height + margin - frame.y;
        }
        y += height;
    }
    draw_frame(column, frame, canvas);
}
