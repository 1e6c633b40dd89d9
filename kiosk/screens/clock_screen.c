// SPDX-License-Identifier: MIT
#include "screens/clock_screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "programme/settings.h"
#include "screens/clock_dial.h"
#include "screens/desk.h"
#include "screens/form.h"
#include "slides/parts.h"

enum {
    TARGET_MORE,                                 // a part each
    TARGET_LESS = TARGET_MORE + DIAL_PART_COUNT, // a part each
    TARGET_CONFIRM = TARGET_LESS + DIAL_PART_COUNT,
    TARGET_CLOSE,
    GAP_U = 140,
    LINE_U = 520,  // of the date in words
    LABEL_U = 260, // of the names of the parts
    REPEAT_MS = 120,
    LOOK_MS = 100,  // between two looks at how it gets on
    DONE_MS = 1500, // that it is done stays on the display
};

static const enum word LABELS[DIAL_PART_COUNT] = {
    WORD_DAY, WORD_MONTH, WORD_YEAR, WORD_HOUR, WORD_MINUTE};

struct clock_page {
    struct visit *visit;
    struct form form;
    struct moment moment; // what is shown
    bool is_touched;      // and not simply what the clock says
    struct box line, labels[DIAL_PART_COUNT], values[DIAL_PART_COUNT];
    struct box more[DIAL_PART_COUNT], less[DIAL_PART_COUNT], confirm;
    int repeating; // the target that is held; TARGET_NONE: none
    int64_t repeat_ms;
    enum desk_progress progress;
    char *message; // NULL: none
    int64_t done_ms;
};

static const struct stage *stage_of(const struct clock_page *page)
{
    return visit_stage(page->visit);
}

// A column a part: more, its value, less, its name.
static void lay_column(struct clock_page *page, int part, struct box column)
{
    const struct stage *stage = stage_of(page);
    int label = stage_px(stage, LABEL_U);
    int side = controls_button_px(stage);
    int value = column.height - label - 2 * side;
    int most = side * 3 / 2;
    value = value > most ? most : value;
    // More room makes larger buttons.
    int left = column.height - label - value - 2 * side;
    side += left > 0 ? (left / 2 < side / 2 ? left / 2 : side / 2) : 0;
    int y = column.y;
    page->labels[part] = (struct box){column.x, y, column.width, label};
    y += label;
    page->more[part] = (struct box){column.x, y, column.width, side};
    y += side;
    page->values[part] = (struct box){column.x, y, column.width, value};
    y += value;
    page->less[part] = (struct box){column.x, y, column.width, side};
}

static bool page_renew(void *self)
{
    struct clock_page *page = self;
    const struct stage *stage = stage_of(page);
    page->form =
        form_of(stage, TARGET_CLOSE, visit_choices(page->visit)->low_controls);
    struct box rest = page->form.rest;
    int gap = stage_px(stage, GAP_U), side = controls_button_px(stage);
    page->line = rest;
    page->line.height = stage_px(stage, LINE_U);
    page->confirm =
        (struct box){rest.x, box_bottom(rest) - side, rest.width, side};
    struct box dials = rest;
    dials.y += page->line.height;
    dials.height = page->confirm.y - gap - dials.y;
    for (int i = 0; i < DIAL_PART_COUNT; i++) {
        lay_column(page, i, form_cell(dials, DIAL_PART_COUNT, 1, i, gap));
    }
    page->confirm.y = box_bottom(page->less[0]) + gap;
    return true;
}

// What the clock says, but not what it certainly is not.
static struct moment suggestion(const struct stage *stage)
{
    const struct now *now = &stage->now;
    bool past = now->instant < now->certain;
    return past ? zone_moment(stage->zone, now->certain) : now->local;
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    (void)to;
    struct desk *desk = visit_desk(visit);
    if (desk == NULL || !desk->gate.is_open) {
        return NULL;
    }
    struct clock_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->repeating = TARGET_NONE;
    page->moment = suggestion(visit_stage(visit));
    page_renew(page);
    return page;
}

static void page_leave(void *self)
{
    struct clock_page *page = self;
    free(page->message);
    free(page);
}

static void turn(struct clock_page *page, int target)
{
    bool more = target < TARGET_LESS;
    enum dial_part part =
        (enum dial_part)(target - (more ? TARGET_MORE : TARGET_LESS));
    page->moment = dial_turn(page->moment, part, more ? 1 : -1);
    page->is_touched = true;
    page->progress = DESK_IDLE;
    visit_redraw(page->visit);
}

static void set_message(struct clock_page *page, char *message)
{
    free(page->message);
    page->message = message;
    visit_redraw(page->visit);
}

// Untouched it stands for now, to the second.
static int64_t instant_of(const struct clock_page *page)
{
    const struct stage *stage = stage_of(page);
    bool is_now = !page->is_touched && stage->now.instant >= stage->now.certain;
    return is_now ? stage->now.instant
                  : zone_instant(stage->zone, page->moment);
}

static void confirm(struct clock_page *page)
{
    struct desk *desk = visit_desk(page->visit);
    if (page->progress != DESK_RUNS) {
        desk->begin(desk->context, DESK_SET_CLOCK, instant_of(page));
        page->progress = DESK_RUNS;
        set_message(page, form_word(stage_of(page), WORD_JUST_A_MOMENT, NULL));
    }
}

static void look(struct clock_page *page, int64_t now_ms)
{
    struct desk *desk = visit_desk(page->visit);
    const char *words = "";
    page->progress = desk->progress(desk->context, &words);
    if (page->progress == DESK_DONE) {
        page->done_ms = now_ms;
        set_message(page, form_word(stage_of(page), WORD_IT_IS_DONE, NULL));
    } else if (page->progress == DESK_FAILED) {
        set_message(page, form_word(stage_of(page), WORD_NOT_ALLOWED, words));
    }
}

static bool page_update(void *self, int64_t now_ms)
{
    struct clock_page *page = self;
    if (page->repeating != TARGET_NONE && now_ms >= page->repeat_ms) {
        page->repeat_ms = now_ms + REPEAT_MS;
        turn(page, page->repeating);
    }
    if (page->progress == DESK_RUNS) {
        look(page, now_ms);
    } else if (page->progress == DESK_DONE &&
               now_ms >= page->done_ms + DONE_MS) {
        visit_back(page->visit);
    }
    return false; // visit_redraw() says it
}

static int64_t page_next_ms(const void *self)
{
    const struct clock_page *page = self;
    int64_t next = INT64_MAX;
    if (page->progress == DESK_RUNS) {
        next = visit_now_ms(page->visit) + LOOK_MS;
    } else if (page->progress == DESK_DONE) {
        next = page->done_ms + DONE_MS;
    }
    bool sooner = page->repeating != TARGET_NONE && page->repeat_ms < next;
    return sooner ? page->repeat_ms : next;
}

static void draw_centred(const struct stage *stage, const char *words,
                         struct part_style style, struct box box,
                         struct canvas *canvas)
{
    style.align = TEXT_CENTRE;
    struct text *text = part_text(stage, words, style, box_size(box));
    int y = box.y + (box.height - text_size(text).height) / 2;
    text_draw(text, canvas, box.x, y, stage->theme.ink);
    text_free(text);
}

// "mardi 20 janvier 2026 · 18h30": a date is easier to believe in words.
static void draw_line(const struct clock_page *page, struct canvas *canvas)
{
    const struct stage *stage = stage_of(page);
    struct phrasing phrasing = stage->phrasing;
    phrasing.this_year = 0; // the year is said
    struct text_buffer words = {0};
    if (page->message != NULL) {
        text_buffer_add(&words, page->message);
    } else {
        phrase_day(&phrasing, page->moment.date, &words);
        text_buffer_add(&words, " · ");
        phrase_time(&phrasing, page->moment.minute, &words);
        phrase_capitalise(&words, 0);
    }
    part_draw_text(stage, text_buffer_text(&words),
                   (struct part_style){.role = FONT_BOLD,
                                       .largest_u = 300,
                                       .smallest_u = 130,
                                       .leading_percent = 116,
                                       .max_lines = 2},
                   stage->theme.accent, page->line, canvas);
    text_buffer_release(&words);
}

static void draw_part(const struct clock_page *page, int part,
                      struct canvas *canvas)
{
    const struct stage *stage = stage_of(page);
    char value[12];
    bool two = part == DIAL_HOUR || part == DIAL_MINUTE;
    snprintf(value, sizeof value, two ? "%02d" : "%d",
             dial_value(page->moment, (enum dial_part)part));
    char *label = form_word(stage, LABELS[part], NULL);
    draw_centred(stage, label,
                 (struct part_style){.role = FONT_MEDIUM,
                                     .largest_u = 180,
                                     .smallest_u = 130,
                                     .max_lines = 1},
                 page->labels[part], canvas);
    free(label);
    form_tile_draw(stage, "+", false, page->more[part], canvas);
    draw_centred(stage, value,
                 (struct part_style){.role = FONT_DISPLAY,
                                     .largest_u = 480,
                                     .smallest_u = 200,
                                     .max_lines = 1},
                 page->values[part], canvas);
    form_tile_draw(stage, "−", false, page->less[part], canvas);
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct clock_page *page = self;
    const struct stage *stage = stage_of(page);
    canvas_clear(canvas, stage->theme.paper);
    form_draw(stage, &page->form,
              stage->phrasing.language->words[WORD_IS_THIS_RIGHT], canvas);
    draw_line(page, canvas);
    for (int i = 0; i < DIAL_PART_COUNT; i++) {
        draw_part(page, i, canvas);
    }
    char *words = form_word(stage, WORD_CONFIRM, NULL);
    form_tile_draw(stage, words, true, page->confirm, canvas);
    free(words);
}

static void page_targets(const void *self, struct targets *out)
{
    const struct clock_page *page = self;
    const struct stage *stage = stage_of(page);
    for (int i = 0; i < DIAL_PART_COUNT; i++) {
        form_tile_target(stage, TARGET_MORE + i, page->more[i], out);
        form_tile_target(stage, TARGET_LESS + i, page->less[i], out);
    }
    form_tile_target(stage, TARGET_CONFIRM, page->confirm, out);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    targets_add(out, button_target(&page->form.close, screen));
}

static int page_home(const void *self)
{
    (void)self;
    return TARGET_CONFIRM;
}

static void page_activate(void *self, int id)
{
    struct clock_page *page = self;
    page->repeating = TARGET_NONE;
    if (id == TARGET_CLOSE) {
        visit_back(page->visit);
    } else if (id == TARGET_CONFIRM) {
        confirm(page);
    } else {
        set_message(page, NULL);
        turn(page, id);
    }
}

// A button that is held turns on.
static bool page_gesture(void *self, const struct gesture *gesture)
{
    struct clock_page *page = self;
    page->repeating = TARGET_NONE;
    if (gesture->kind != GESTURE_LONG_PRESS) {
        return false;
    }
    for (int i = 0; i < DIAL_PART_COUNT; i++) {
        if (box_holds(page->more[i], gesture->from)) {
            page->repeating = TARGET_MORE + i;
        } else if (box_holds(page->less[i], gesture->from)) {
            page->repeating = TARGET_LESS + i;
        }
    }
    page->repeat_ms = gesture->ms;
    return page->repeating != TARGET_NONE;
}

const struct screen_kind clock_screen = {
    .name = "clock",
    .enter = page_enter,
    .leave = page_leave,
    .renew = page_renew,
    .update = page_update,
    .next_ms = page_next_ms,
    .draw = page_draw,
    .targets = page_targets,
    .home = page_home,
    .activate = page_activate,
    .gesture = page_gesture,
};
