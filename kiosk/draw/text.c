// SPDX-License-Identifier: MIT
#include "draw/text.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/legible.h"
#include "draw/setting.h"
#include "draw/typography.h"

struct text {
    char *words; // as they were given, cleaned
    struct text_style style;
    struct size room;
    struct setting setting;
};

struct text *text_set(struct fonts *fonts, const char *utf8,
                      struct text_style style, struct size room)
{
    struct text *text = xcalloc(1, sizeof *text);
    bool cut = false;
    text->style = style;
    text->room = room;
    text->words = legible_clean(utf8, &cut);
    char *drawable = legible_drawable(fonts, style.role, text->words,
                                      setting_capacity(style, room), &cut);
    char *joined = typography_join(drawable);
    text->setting = setting_make(fonts, joined, style, room, cut);
    free(joined);
    free(drawable);
    return text;
}

void text_free(struct text *text)
{
    if (text != NULL) {
        setting_release(&text->setting);
        free(text->words);
        free(text);
    }
}

struct size text_size(const struct text *text)
{
    return text->setting.size;
}

int text_px(const struct text *text)
{
    return text->setting.px;
}

size_t text_line_count(const struct text *text)
{
    return text->setting.count;
}

bool text_is_cut(const struct text *text)
{
    return text->setting.cut;
}

bool text_splits_words(const struct text *text)
{
    return text->setting.split;
}

int text_first_baseline(const struct text *text)
{
    return text->setting.count == 0 ? 0 : text->setting.lines[0].baseline;
}

int text_cap_height(const struct text *text)
{
    return text->setting.cap_height;
}

const char *text_line(const struct text *text, size_t index)
{
    assert(index < text->setting.count);
    return text->setting.lines[index].text;
}

// How far from the room's left edge something that wide begins.
static int indent(const struct text *text, int width)
{
    switch (text->style.align) {
    case TEXT_CENTRE:
        return (text->room.width - width) / 2;
    case TEXT_RIGHT:
        return text->room.width - width;
    case TEXT_LEFT:
        break;
    }
    return 0;
}

static void strike(const struct text *text, struct canvas *canvas,
                   struct box line, struct colour colour)
{
    int thickness = (text->setting.px + 7) / 14;
    thickness = thickness > 0 ? thickness : 1;
    line.y -= (text->setting.x_height + thickness) / 2;
    line.height = thickness;
    canvas_fill(canvas, line, colour);
}

void text_draw(const struct text *text, struct canvas *canvas, int x, int y,
               struct colour colour)
{
    const struct setting *setting = &text->setting;
    for (size_t i = 0; i < setting->count; i++) {
        const struct set_line *line = &setting->lines[i];
        int left = x + indent(text, line->shape.width);
        int baseline = y + line->baseline;
        shape_draw(&line->shape, canvas, left, baseline, colour);
        if (text->style.struck) {
            struct box box = {left, baseline, line->shape.width, 0};
            strike(text, canvas, box, colour);
        }
    }
    struct box box = {x + indent(text, setting->size.width), y,
                      setting->size.width, setting->size.height};
    struct box within = {x, y, text->room.width,
                         text->room.height > 0 ? text->room.height
                                               : setting->size.height};
    canvas_mark(canvas, MARK_TEXT, box, within, text->words, setting->cut);
}
