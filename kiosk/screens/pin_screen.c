// SPDX-License-Identifier: MIT
#include "screens/pin_screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "draw/canvas.h"
#include "programme/settings.h"
#include "screens/desk.h"
#include "screens/form.h"
#include "slides/parts.h"

enum {
    TARGET_DIGIT, // 0; the others behind it
    TARGET_RUB_OUT = TARGET_DIGIT + 10,
    TARGET_CLOSE,
    PAD_COLUMNS = 3,
    PAD_ROWS = 4,
    PAD_GAP_U = 140,
    PAD_MAX_U = 3400, // its width
    DOT_U = 220,
};

// The pad's cells, row by row; -1: none.
static const int PAD[PAD_COLUMNS * PAD_ROWS] = {1, 2, 3, 4,  5, 6,
                                                7, 8, 9, -1, 0, TARGET_RUB_OUT};

struct pin_page {
    struct visit *visit;
    enum screen_name behind; // where the code leads
    struct form form;
    struct box words, cells[PAD_COLUMNS * PAD_ROWS];
    bool was_wrong;
    int64_t told_s; // of the wait
};

static const struct stage *stage_of(const struct pin_page *page)
{
    return visit_stage(page->visit);
}

static struct gate *gate_of(const struct pin_page *page)
{
    return &visit_desk(page->visit)->gate;
}

static bool page_renew(void *self)
{
    struct pin_page *page = self;
    const struct stage *stage = stage_of(page);
    page->form =
        form_of(stage, TARGET_CLOSE, visit_choices(page->visit)->low_controls);
    struct box rest = page->form.rest, pad = rest;
    page->words = rest;
    int gap = stage_px(stage, PAD_GAP_U), most = stage_px(stage, PAD_MAX_U);
    if (stage_is_portrait(stage)) {
        page->words.height = rest.height / 4;
        pad.y += page->words.height;
        pad.height -= page->words.height;
        pad.height = pad.height < most * 4 / 3 ? pad.height : most * 4 / 3;
    } else {
        page->words.width = rest.width * 45 / 100;
        pad.x += page->words.width + gap;
        pad.width -= page->words.width + gap;
    }
    int width = pad.width < most ? pad.width : most;
    pad.x +=
        stage_is_portrait(stage) ? (pad.width - width) / 2 : pad.width - width;
    pad.width = width;
    for (int i = 0; i < PAD_COLUMNS * PAD_ROWS; i++) {
        page->cells[i] = form_cell(pad, PAD_COLUMNS, PAD_ROWS, i, gap);
    }
    return true;
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    if (visit_desk(visit) == NULL ||
        visit_stage(visit)->settings->pin == NULL) {
        return NULL;
    }
    struct pin_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->behind = (enum screen_name)to->number;
    gate_shut(gate_of(page));
    log_line("the code of the operator's page is asked for");
    page_renew(page);
    return page;
}

static int64_t wait_s(const struct pin_page *page)
{
    int64_t ms = gate_wait_ms(gate_of(page), visit_now_ms(page->visit));
    return (ms + 999) / 1000;
}

static bool page_update(void *self, int64_t now_ms)
{
    struct pin_page *page = self;
    (void)now_ms;
    bool changed = wait_s(page) != page->told_s;
    page->told_s = wait_s(page);
    return changed;
}

static int64_t page_next_ms(const void *self)
{
    const struct pin_page *page = self;
    return wait_s(page) > 0 ? visit_now_ms(page->visit) + 200 : INT64_MAX;
}

static char *message_of(const struct pin_page *page)
{
    int64_t seconds = wait_s(page);
    if (seconds > 0) {
        char number[24];
        snprintf(number, sizeof number, "%d", (int)seconds);
        return form_word(stage_of(page), WORD_CODE_LOCKED, number);
    }
    return page->was_wrong ? form_word(stage_of(page), WORD_WRONG_CODE, NULL)
                           : xstrdup("");
}

// A dot for each digit, and what became of the last try.
static void draw_words(const struct pin_page *page, struct canvas *canvas)
{
    const struct stage *stage = stage_of(page);
    int dot = stage_px(stage, DOT_U), x = page->words.x;
    size_t typed = strlen(gate_of(page)->typed);
    for (size_t i = 0; i < typed; i++) {
        part_draw_dot(canvas, x, page->words.y + dot / 2, dot,
                      stage->theme.ink);
        x += dot * 3 / 2;
    }
    struct box below = page->words;
    below.y += dot * 2;
    below.height -= dot * 2;
    char *message = message_of(page);
    part_draw_text(stage, message,
                   (struct part_style){.role = FONT_BOLD,
                                       .largest_u = 240,
                                       .smallest_u = 150,
                                       .leading_percent = 120,
                                       .max_lines = 4},
                   stage->theme.accent, below, canvas);
    free(message);
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct pin_page *page = self;
    const struct stage *stage = stage_of(page);
    canvas_clear(canvas, stage->theme.paper);
    form_draw(stage, &page->form,
              stage->phrasing.language->words[WORD_ENTER_CODE], canvas);
    draw_words(page, canvas);
    for (int i = 0; i < PAD_COLUMNS * PAD_ROWS; i++) {
        char digit[12];
        snprintf(digit, sizeof digit, "%d", PAD[i]);
        const char *words = PAD[i] == TARGET_RUB_OUT ? "←" : digit;
        if (PAD[i] >= 0) {
            form_tile_draw(stage, words, false, page->cells[i], canvas);
        }
    }
}

static void page_targets(const void *self, struct targets *out)
{
    const struct pin_page *page = self;
    const struct stage *stage = stage_of(page);
    for (int i = 0; i < PAD_COLUMNS * PAD_ROWS; i++) {
        if (PAD[i] >= 0) {
            form_tile_target(stage, PAD[i], page->cells[i], out);
        }
    }
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    targets_add(out, button_target(&page->form.close, screen));
}

static void type(struct pin_page *page, int digit)
{
    enum gate_result result =
        gate_type(gate_of(page), stage_of(page)->settings->pin, digit,
                  visit_now_ms(page->visit));
    page->was_wrong = result == GATE_WRONG;
    visit_redraw(page->visit);
    if (result == GATE_OPEN) {
        visit_replace(page->visit,
                      &(struct destination){.screen = page->behind});
    }
}

static void page_activate(void *self, int id)
{
    struct pin_page *page = self;
    if (id == TARGET_CLOSE) {
        visit_back(page->visit);
    } else if (id == TARGET_RUB_OUT) {
        gate_rub_out(gate_of(page));
    } else {
        type(page, id - TARGET_DIGIT);
    }
}

static bool page_key(void *self, const struct input *input)
{
    struct pin_page *page = self;
    if (input->key == KEY_DIGIT) {
        type(page, input->digit);
        return true;
    }
    return false;
}

const struct screen_kind pin_screen = {
    .name = "pin",
    .enter = page_enter,
    .leave = free,
    .renew = page_renew,
    .update = page_update,
    .next_ms = page_next_ms,
    .draw = page_draw,
    .targets = page_targets,
    .activate = page_activate,
    .key = page_key,
};
