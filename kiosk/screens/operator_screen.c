// SPDX-License-Identifier: MIT
#include "screens/operator_screen.h"

#include <stdlib.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "programme/settings.h"
#include "screens/desk.h"
#include "screens/form.h"
#include "screens/scroll.h"
#include "slides/column.h"
#include "slides/parts.h"

enum {
    TARGET_CLOCK,
    TARGET_DIAGNOSTIC,
    TARGET_GO_BACK,
    TARGET_RESTART,
    TARGET_SWITCH_OFF,
    TARGET_CLOSE,
    TARGET_WORDS,
    TILE_COUNT = TARGET_CLOSE,
    GAP_U = 160,
    EDGE_U = 40,
    TILE_MAX_U = 900,   // its height
    TILES_PERCENT = 42, // of the width; in portrait of the height
    LOOK_MS = 100,
    SURE_MS = 6000, // so long a button waits for its second touch
    SCROLL_PERCENT = 40,
};

struct tile {
    enum word word;
    bool is_task; // is touched twice
    enum desk_task task;
};

static const struct tile TILES[TILE_COUNT] = {
    [TARGET_CLOCK] = {WORD_SET_DATE,           false, DESK_SET_CLOCK },
    [TARGET_DIAGNOSTIC] = {WORD_DIAGNOSTIC,         false, DESK_SET_CLOCK },
    [TARGET_GO_BACK] = {WORD_PREVIOUS_PROGRAMME, true,  DESK_GO_BACK   },
    [TARGET_RESTART] = {WORD_RESTART,            true,  DESK_RESTART   },
    [TARGET_SWITCH_OFF] = {WORD_SWITCH_OFF,         true,  DESK_SWITCH_OFF},
};

struct operator_page {
    struct visit *visit;
    struct form form;
    struct box words, tiles[TILE_COUNT];
    struct column column; // what there is to be told
    struct scroll scroll;
    int asked; // the tile that waits for its second touch; TARGET_NONE
    int64_t asked_ms;
    enum desk_progress progress;
    char *message; // NULL: none
    int focused;
};

static const struct stage *stage_of(const struct operator_page *page)
{
    return visit_stage(page->visit);
}

static void add(struct operator_page *page, const char *words, bool heading)
{
    const struct stage *stage = stage_of(page);
    struct part_style style = {.role = heading ? FONT_BOLD : FONT_BODY,
                               .largest_u = heading ? 190 : 180,
                               .leading_percent = 126};
    column_add(&page->column, words, style,
               heading ? stage->theme.second : stage->theme.ink,
               stage_px(stage, heading ? 170 : 30));
}

static void tell(struct operator_page *page)
{
    const struct stage *stage = stage_of(page);
    struct desk *desk = visit_desk(page->visit);
    struct desk_report report = desk->report(desk->context, &stage->phrasing);
    column_clear(&page->column);
    page->column.stage = stage;
    page->column.width = page->words.width;
    if (page->message != NULL) {
        column_add(&page->column, page->message,
                   (struct part_style){.role = FONT_BOLD,
                                       .largest_u = 230,
                                       .smallest_u = 180,
                                       .leading_percent = 122},
                   stage->theme.accent, 0);
    }
    for (int i = 0; i < DESK_SECTION_COUNT; i++) {
        add(page, report.headings[i], true);
        add(page, report.sections[i], false);
    }
    desk_report_release(&report);
    page->scroll.calm = stage->settings->transition == TRANSITION_NONE;
    scroll_set_range(&page->scroll, 0, page->column.height, page->words.height);
    visit_redraw(page->visit);
}

// Beside the words, or below them; in two columns where one is too high.
static void lay_tiles(struct operator_page *page, struct box box)
{
    const struct stage *stage = stage_of(page);
    int gap = stage_px(stage, GAP_U), least = controls_button_px(stage);
    int columns = TILE_COUNT * (least + gap) - gap <= box.height &&
                          !stage_is_portrait(stage)
                      ? 1
                      : 2;
    int rows = (TILE_COUNT + columns - 1) / columns;
    int most = rows * stage_px(stage, TILE_MAX_U) + (rows - 1) * gap;
    box.height = box.height < most ? box.height : most;
    for (int i = 0; i < TILE_COUNT; i++) {
        page->tiles[i] = form_cell(box, columns, rows, i, gap);
    }
}

static bool page_renew(void *self)
{
    struct operator_page *page = self;
    const struct stage *stage = stage_of(page);
    page->form =
        form_of(stage, TARGET_CLOSE, visit_choices(page->visit)->low_controls);
    struct box rest = page->form.rest, tiles = rest;
    int gap = stage_px(stage, GAP_U);
    page->words = rest;
    if (stage_is_portrait(stage)) {
        tiles.height = rest.height * TILES_PERCENT / 100;
        tiles.y = box_bottom(rest) - tiles.height;
        page->words.height -= tiles.height + gap;
    } else {
        tiles.width = rest.width * TILES_PERCENT / 100;
        tiles.x = box_right(rest) - tiles.width;
        page->words.width -= tiles.width + 2 * gap;
    }
    lay_tiles(page, tiles);
    tell(page);
    return true;
}

static void page_leave(void *self)
{
    struct operator_page *page = self;
    column_clear(&page->column);
    free(page->message);
    free(page);
}

static bool may_enter(const struct visit *visit)
{
    const struct desk *desk = visit_desk(visit);
    return desk != NULL && desk->gate.is_open;
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    (void)to;
    if (!may_enter(visit)) {
        return NULL;
    }
    struct operator_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->asked = page->focused = TARGET_NONE;
    log_line("somebody is at the operator's page");
    page_renew(page);
    return page;
}

static void set_message(struct operator_page *page, char *message)
{
    free(page->message);
    page->message = message;
    tell(page);
}

static void look(struct operator_page *page)
{
    struct desk *desk = visit_desk(page->visit);
    const char *words = "";
    page->progress = desk->progress(desk->context, &words);
    if (page->progress == DESK_DONE) {
        set_message(page, form_word(stage_of(page), WORD_IT_IS_DONE, NULL));
    } else if (page->progress == DESK_FAILED) {
        set_message(page, form_word(stage_of(page), WORD_NOT_ALLOWED, words));
    }
}

static bool page_update(void *self, int64_t now_ms)
{
    struct operator_page *page = self;
    bool forgot =
        page->asked != TARGET_NONE && now_ms >= page->asked_ms + SURE_MS;
    if (forgot) {
        page->asked = TARGET_NONE;
    }
    if (page->progress == DESK_RUNS) {
        look(page);
    }
    return scroll_update(&page->scroll, now_ms) || forgot;
}

static int64_t page_next_ms(const void *self)
{
    const struct operator_page *page = self;
    int64_t now_ms = visit_now_ms(page->visit);
    if (scroll_moves(&page->scroll)) {
        return now_ms;
    }
    int64_t next =
        page->asked != TARGET_NONE ? page->asked_ms + SURE_MS : INT64_MAX;
    bool looks = page->progress == DESK_RUNS && now_ms + LOOK_MS < next;
    return looks ? now_ms + LOOK_MS : next;
}

// Paper over what is scrolled out of the window.
static void cover(const struct operator_page *page, int top, int bottom,
                  struct canvas *canvas)
{
    struct box box = {0, top, page->words.x + page->words.width, bottom - top};
    if (!box_is_empty(box)) {
        canvas_fill(canvas, box, stage_of(page)->theme.paper);
        canvas_mark(canvas, MARK_CARD, box, box, "", false);
    }
}

static void draw_tile(const struct operator_page *page, int id,
                      struct canvas *canvas)
{
    const struct stage *stage = stage_of(page);
    bool asks = page->asked == id;
    char *words =
        form_word(stage, asks ? WORD_TOUCH_AGAIN : TILES[id].word, NULL);
    form_tile_draw(stage, words, asks, page->tiles[id], canvas);
    free(words);
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct operator_page *page = self;
    const struct stage *stage = stage_of(page);
    struct box words = page->words;
    canvas_clear(canvas, stage->theme.paper);
    column_draw(&page->column, words.x, words.y - scroll_offset(&page->scroll),
                canvas);
    if (page->column.height > words.height) {
        int edge = stage_px(stage, EDGE_U);
        cover(page, 0, words.y - edge, canvas);
        cover(page, box_bottom(words) + edge, stage->size.height, canvas);
    }
    form_draw(stage, &page->form,
              stage->phrasing.language->words[WORD_THIS_SCREEN], canvas);
    for (int i = 0; i < TILE_COUNT; i++) {
        draw_tile(page, i, canvas);
    }
}

static void page_targets(const void *self, struct targets *out)
{
    const struct operator_page *page = self;
    const struct stage *stage = stage_of(page);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    if (page->column.height > page->words.height) {
        targets_add(out, (struct target){.id = TARGET_WORDS,
                                         .box = page->words,
                                         .within = screen});
    }
    for (int i = 0; i < TILE_COUNT; i++) {
        form_tile_target(stage, i, page->tiles[i], out);
    }
    targets_add(out, button_target(&page->form.close, screen));
}

static int page_home(const void *self)
{
    (void)self;
    return TARGET_CLOCK;
}

static void begin(struct operator_page *page, const struct tile *tile)
{
    struct desk *desk = visit_desk(page->visit);
    desk->begin(desk->context, tile->task, 0);
    page->progress = DESK_RUNS;
    set_message(page, form_word(stage_of(page), WORD_JUST_A_MOMENT, NULL));
}

// What cannot be undone is asked for twice.
static void touch_task(struct operator_page *page, int id)
{
    if (page->progress == DESK_RUNS) {
        return;
    }
    if (page->asked == id) {
        page->asked = TARGET_NONE;
        begin(page, &TILES[id]);
    } else {
        page->asked = id;
        page->asked_ms = visit_now_ms(page->visit);
    }
}

static void scroll_by_percent(struct operator_page *page, int percent)
{
    scroll_by(&page->scroll, page->words.height * percent / 100.0,
              visit_now_ms(page->visit));
}

static void read_on(struct operator_page *page)
{
    if (scroll_destination(&page->scroll) >= page->scroll.last - 1) {
        scroll_to(&page->scroll, 0, visit_now_ms(page->visit));
    } else {
        scroll_by_percent(page, SCROLL_PERCENT * 2);
    }
}

static void page_activate(void *self, int id)
{
    struct operator_page *page = self;
    if (id == TARGET_CLOSE) {
        visit_back(page->visit);
    } else if (id == TARGET_WORDS) {
        read_on(page);
    } else if (TILES[id].is_task) {
        touch_task(page, id);
    } else {
        page->asked = TARGET_NONE;
        visit_open(page->visit,
                   &(struct destination){.screen = id == TARGET_CLOCK
                                                       ? SCREEN_CLOCK
                                                       : SCREEN_DIAGNOSTIC});
    }
}

static void page_reveal(void *self, const struct target *target)
{
    struct operator_page *page = self;
    page->focused = target->id;
}

static bool page_gesture(void *self, const struct gesture *gesture)
{
    struct operator_page *page = self;
    switch ((int)gesture->kind) {
    case GESTURE_DRAG:
        scroll_gesture(&page->scroll, gesture);
        visit_redraw(page->visit);
        return true;
    case GESTURE_WHEEL:
        scroll_by_percent(page, (int)(-gesture->dy * SCROLL_PERCENT / 2));
        return true;
    case GESTURE_PINCH:
        return false;
    default:
        return scroll_gesture(&page->scroll, gesture);
    }
}

static bool page_key(void *self, const struct input *input)
{
    struct operator_page *page = self;
    double at = scroll_destination(&page->scroll);
    bool down = input->key == KEY_DOWN || input->key == KEY_PAGE_DOWN;
    bool up = input->key == KEY_UP || input->key == KEY_PAGE_UP;
    bool is_page = input->key == KEY_PAGE_DOWN || input->key == KEY_PAGE_UP;
    bool more = (down && at < page->scroll.last) || (up && at > 0);
    if (!more || (!is_page && page->focused != TARGET_WORDS)) {
        return false;
    }
    scroll_by_percent(page, down ? SCROLL_PERCENT : -SCROLL_PERCENT);
    return true;
}

const struct screen_kind operator_screen = {
    .name = "operator",
    .enter = page_enter,
    .leave = page_leave,
    .renew = page_renew,
    .update = page_update,
    .next_ms = page_next_ms,
    .draw = page_draw,
    .targets = page_targets,
    .home = page_home,
    .activate = page_activate,
    .reveal = page_reveal,
    .gesture = page_gesture,
    .key = page_key,
};
