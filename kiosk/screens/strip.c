// SPDX-License-Identifier: MIT
#include "screens/strip.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/picture.h"
#include "screens/focus.h"
#include "slides/stage.h"

void strip_init(struct strip *strip, const struct stage *stage,
                struct size size)
{
    *strip = (struct strip){0};
    if (size.width > 0 && size.height > 0) {
        strip->canvas = canvas_new(size);
    }
    if (strip->canvas != NULL) {
        canvas_clear(strip->canvas, stage->theme.paper);
    }
}

void strip_release(struct strip *strip)
{
    canvas_free(strip->canvas);
    free(strip->buttons);
    *strip = (struct strip){0};
}

int strip_height(const struct strip *strip)
{
    return strip->canvas != NULL ? canvas_size(strip->canvas).height : 0;
}

void strip_add(struct strip *strip, const struct stage *stage,
               const struct button *button)
{
    if (strip->canvas == NULL) {
        return;
    }
    button_draw(stage, button, strip->canvas);
    strip->buttons =
        xrealloc(strip->buttons, strip->count + 1, sizeof *strip->buttons);
    strip->buttons[strip->count] = *button;
    strip->buttons[strip->count].words = NULL;
    strip->count++;
}

void strip_measure_row(const struct stage *stage, struct button *buttons,
                       size_t count, int width)
{
    int gap = controls_gap_px(stage), whole = 0;
    for (size_t i = 0; i < count; i++) {
        button_measure(stage, &buttons[i], width);
        whole += buttons[i].box.width + (i > 0 ? gap : 0);
    }
    int x = 0, gaps = (int)(count > 0 ? count - 1 : 0) * gap;
    for (size_t i = 0; i < count; i++) {
        struct box *box = &buttons[i].box;
        if (whole > width) {
            box->width = box->width * (width - gaps) / (whole - gaps);
        }
        box->x = x;
        x += box->width + gap;
    }
}

void strip_draw(const struct strip *strip, struct canvas *canvas, int y)
{
    if (strip->canvas == NULL) {
        return;
    }
    struct size size = canvas_size(strip->canvas);
    struct box whole = {0, y, size.width, size.height};
    canvas_draw(canvas, canvas_picture(strip->canvas), 0, y);
    canvas_mark(canvas, MARK_CARD, whole, whole, "", false);
    for (size_t i = 0; i < canvas_mark_count(strip->canvas); i++) {
        const struct mark *mark = canvas_mark_at(strip->canvas, i);
        struct box box = mark->box, within = mark->within;
        box.y += y;
        within.y += y;
        canvas_mark(canvas, mark->kind, box, within, mark->text, mark->cut);
    }
}

void strip_targets(const struct strip *strip, int y, struct box within,
                   struct targets *out)
{
    for (size_t i = 0; i < strip->count; i++) {
        struct button button = strip->buttons[i];
        button.box.y += y;
        targets_add(out, button_target(&button, within));
    }
}
