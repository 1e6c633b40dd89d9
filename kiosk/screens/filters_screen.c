// SPDX-License-Identifier: MIT
#include "screens/filters_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "screens/controls.h"
#include "screens/filter.h"
#include "screens/list_bar.h"
#include "screens/list_plan.h"
#include "screens/screen.h"
#include "screens/scroll.h"
#include "screens/strip.h"
#include "slides/parts.h"

struct filters {
    struct visit *visit;
    struct filter_options options;
    struct strip strip; // the whole of it; only a part may be seen
    struct button close;
    struct scroll scroll;
};

static int padding_of(const struct stage *stage)
{
    return stage_px(stage, 200);
}

static struct box screen_of(const struct filters *filters)
{
    struct size size = visit_stage(filters->visit)->size;
    return (struct box){0, 0, size.width, size.height};
}

// Buttons in rows, from y on. Returns the y below them.
static int place_group(const struct stage *stage, struct button *buttons,
                       size_t count, int y)
{
    int margin = list_plan_margin(stage), gap = controls_gap_px(stage);
    int right = stage->size.width - margin - controls_button_px(stage) - gap;
    int x = margin, row = controls_button_px(stage);
    for (size_t i = 0; i < count; i++) {
        button_measure(stage, &buttons[i], right - margin);
        if (x > margin && x + buttons[i].box.width > right) {
            x = margin;
            y += row + gap;
        }
        buttons[i].box.x = x;
        buttons[i].box.y = y;
        x = box_right(buttons[i].box) + gap;
    }
    return count > 0 ? y + row + padding_of(stage) : y;
}

// A heading and the place it takes.
struct head {
    char *words;
    int y;
};

static int heading_height(const struct stage *stage)
{
    return stage_px(stage, 420);
}

static void draw_head(const struct stage *stage, const struct head *head,
                      struct canvas *canvas)
{
    static const struct part_style STYLE = {.role = FONT_DISPLAY,
                                            .largest_u = 300,
                                            .smallest_u = 200,
                                            .leading_percent = 110,
                                            .max_lines = 1};
    int margin = list_plan_margin(stage);
    struct box box = {margin, head->y,
                      stage->size.width - 2 * margin -
                          controls_button_px(stage),
                      heading_height(stage)};
    part_draw_text(stage, head->words, STYLE, stage->theme.accent, box, canvas);
}

static char *label_of(const struct filter_option *option)
{
    return xasprintf("%s · %zu", option->label, option->count);
}

static void make(struct filters *filters)
{
    const struct stage *stage = visit_stage(filters->visit);
    const struct choices *choices = visit_choices(filters->visit);
    filters->options = filter_options_of(stage);
    size_t count = filters->options.count;
    size_t places = filters->options.place_count;
    struct button *buttons = xcalloc(count + 1, sizeof *buttons);
    char **labels = xcalloc(count + 1, sizeof *labels);
    for (size_t i = 0; i < count; i++) {
        const struct filter_option *option = &filters->options.items[i];
        labels[i] = label_of(option);
        buttons[i] =
            (struct button){.id = LIST_OPTION + (int)i,
                            .words = labels[i],
                            .chosen = filter_is_chosen(choices, option)};
    }
    struct head where = {list_word(stage, WORD_WHERE), padding_of(stage)};
    int y = where.y + (places > 0 ? heading_height(stage) : 0);
    y = place_group(stage, buttons, places, y);
    struct head what = {list_word(stage, WORD_WHAT), y};
    y += count > places ? heading_height(stage) : 0;
    y = place_group(stage, buttons + places, count - places, y);
    strip_init(&filters->strip, stage, (struct size){stage->size.width, y});
    if (filters->strip.canvas != NULL && places > 0) {
        draw_head(stage, &where, filters->strip.canvas);
    }
    if (filters->strip.canvas != NULL && count > places) {
        draw_head(stage, &what, filters->strip.canvas);
    }
    for (size_t i = 0; i < count; i++) {
        strip_add(&filters->strip, stage, &buttons[i]);
        free(labels[i]);
    }
    free(labels);
    free(buttons);
    free(where.words);
    free(what.words);
}

static void place_close(struct filters *filters)
{
    const struct stage *stage = visit_stage(filters->visit);
    bool low = visit_choices(filters->visit)->low_controls;
    int margin = list_plan_margin(stage);
    filters->close = (struct button){.id = LIST_CLOSE, .sign = "fermer"};
    button_measure(stage, &filters->close, stage->size.width);
    int side = filters->close.box.height;
    filters->close.box.x = stage->size.width - margin - side;
    filters->close.box.y =
        low ? stage->size.height - margin / 2 - side : stage_px(stage, 220);
}

static void make_parts(struct filters *filters)
{
    const struct stage *stage = visit_stage(filters->visit);
    bool low = visit_choices(filters->visit)->low_controls;
    make(filters);
    place_close(filters);
    int height = stage->size.height, content = strip_height(&filters->strip);
    filters->scroll.calm = stage->settings->transition == TRANSITION_NONE;
    // Lowered, the choice can be pulled down to where the controls are.
    int lead = low ? height * 60 / 100 : 0;
    scroll_set_range(&filters->scroll, -lead, content, height);
}

static void release_parts(struct filters *filters)
{
    strip_release(&filters->strip);
    filter_options_release(&filters->options);
}

static bool filters_renew(void *self)
{
    struct filters *filters = self;
    release_parts(filters);
    make_parts(filters);
    return filters->options.count > 0;
}

static void *filters_enter(struct visit *visit, const struct destination *to)
{
    struct filters *filters = xcalloc(1, sizeof *filters);
    (void)to;
    filters->visit = visit;
    make_parts(filters);
    if (visit_choices(visit)->low_controls) {
        filters->scroll.position = filters->scroll.first;
    }
    return filters;
}

static void filters_leave(void *self)
{
    struct filters *filters = self;
    release_parts(filters);
    free(filters);
}

static bool filters_update(void *self, int64_t now_ms)
{
    struct filters *filters = self;
    return scroll_update(&filters->scroll, now_ms);
}

static int64_t filters_next_ms(const void *self)
{
    const struct filters *filters = self;
    return scroll_next_ms(&filters->scroll, visit_now_ms(filters->visit));
}

static void filters_draw(void *self, struct canvas *canvas)
{
    const struct filters *filters = self;
    const struct stage *stage = visit_stage(filters->visit);
    canvas_clear(canvas, stage->theme.paper);
    strip_draw(&filters->strip, canvas, -scroll_offset(&filters->scroll));
    button_draw(stage, &filters->close, canvas);
}

static void filters_targets(const void *self, struct targets *out)
{
    const struct filters *filters = self;
    struct box screen = screen_of(filters);
    strip_targets(&filters->strip, -scroll_offset(&filters->scroll), screen,
                  out);
    targets_add(out, button_target(&filters->close, screen));
}

static void filters_activate(void *self, int id)
{
    struct filters *filters = self;
    if (id >= LIST_OPTION) {
        filter_toggle(visit_choices(filters->visit),
                      &filters->options.items[id - LIST_OPTION]);
        visit_renew(filters->visit);
    }
    visit_back(filters->visit);
}

static void filters_reveal(void *self, const struct target *target)
{
    struct filters *filters = self;
    int offset = scroll_offset(&filters->scroll);
    if (target->id != LIST_CLOSE) {
        scroll_reveal(&filters->scroll, target->box.y + offset,
                      box_bottom(target->box) + offset,
                      padding_of(visit_stage(filters->visit)),
                      visit_now_ms(filters->visit));
    }
}

static bool filters_gesture(void *self, const struct gesture *gesture)
{
    struct filters *filters = self;
    bool used = scroll_gesture(&filters->scroll, gesture);
    if (used) {
        visit_redraw(filters->visit);
    }
    return used;
}

static bool filters_key(void *self, const struct input *input)
{
    struct filters *filters = self;
    return scroll_key(&filters->scroll, input);
}

const struct screen_kind filters_screen = {
    .name = "filters",
    .enter = filters_enter,
    .leave = filters_leave,
    .renew = filters_renew,
    .update = filters_update,
    .next_ms = filters_next_ms,
    .draw = filters_draw,
    .targets = filters_targets,
    .activate = filters_activate,
    .reveal = filters_reveal,
    .gesture = filters_gesture,
    .key = filters_key,
};
