// SPDX-License-Identifier: MIT
#include "screens/list_screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "screens/controls.h"
#include "screens/screen.h"
#include "slides/parts.h"

enum {
    MARGIN_U = 340,
    BUTTON_CLOSE = 0,
};

struct list {
    struct visit *visit;
    struct button close;
};

static bool list_renew(void *self)
{
    struct list *list = self;
    const struct stage *stage = visit_stage(list->visit);
    int margin = stage_px(stage, MARGIN_U);
    list->close = (struct button){.id = BUTTON_CLOSE, .words = "×"};
    button_measure(stage, &list->close, stage->size.width / 2);
    list->close.box.x = stage->size.width - margin - list->close.box.width;
    list->close.box.y = margin;
    return true;
}

static void *list_enter(struct visit *visit, const struct destination *to)
{
    struct list *list = xcalloc(1, sizeof *list);
    (void)to;
    list->visit = visit;
    list_renew(list);
    return list;
}

static void list_draw(void *self, struct canvas *canvas)
{
    struct list *list = self;
    const struct stage *stage = visit_stage(list->visit);
    canvas_clear(canvas, stage->theme.paper);
    button_draw(stage, &list->close, canvas);
}

static void list_targets(const void *self, struct targets *out)
{
    const struct list *list = self;
    const struct stage *stage = visit_stage(list->visit);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    targets_add(out, button_target(&list->close, screen));
}

static void list_activate(void *self, int id)
{
    struct list *list = self;
    if (id == BUTTON_CLOSE) {
        visit_back(list->visit);
    }
}

const struct screen_kind list_screen = {
    .name = "list",
    .enter = list_enter,
    .leave = free,
    .renew = list_renew,
    .draw = list_draw,
    .targets = list_targets,
    .activate = list_activate,
};
