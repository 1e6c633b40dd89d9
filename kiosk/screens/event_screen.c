// SPDX-License-Identifier: MIT
#include "screens/event_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "programme/settings.h"
#include "screens/event_view.h"
#include "screens/filter.h"
#include "screens/page_turn.h"
#include "screens/scroll.h"

enum {
    WHEEL_PERCENT = 18, // of the window, a notch
    ARROW_PERCENT = 30,
    PAGE_PERCENT = 85,
    SWIPE_SLOPS = 4, // so many slops make a swipe
};

struct event_page {
    struct visit *visit;
    struct event_key key;
    struct event_view view;
    struct scroll scroll;
    struct page_turn turn;
    size_t index; // of the agenda
    int focused;  // where the keys are
    bool is_pending;
    bool on_words; // the finger came down there
    enum {
        WAY_OPEN, // which way the finger goes is not known yet
        WAY_DOWN,
        WAY_ACROSS,
    } way;
};

static const struct stage *stage_of(const struct event_page *page)
{
    return visit_stage(page->visit);
}

static void release(struct event_page *page)
{
    event_view_release(&page->view);
    page_turn_release(&page->turn);
}

// The next one that way among those the visitor wants to see; the agenda's
// count for none.
static size_t neighbour(const struct event_page *page, size_t index, int step)
{
    const struct agenda *agenda = stage_of(page)->agenda;
    const struct choices *choices = visit_choices(page->visit);
    index += (size_t)step; // wraps below 0
    while (index < agenda->count &&
           !filter_matches(choices, &agenda->entries[index])) {
        index += (size_t)step;
    }
    return index < agenda->count ? index : agenda->count;
}

// The view of an event of the agenda.
static void view_init(const struct event_page *page, size_t index,
                      struct event_view *view)
{
    const struct agenda *agenda = stage_of(page)->agenda;
    event_view_init(
        view, (struct event_view_options){
                  .stage = stage_of(page),
                  .entry = &agenda->entries[index],
                  .low_controls = visit_choices(page->visit)->low_controls,
                  .has_previous = neighbour(page, index, -1) < agenda->count,
                  .has_next = neighbour(page, index, 1) < agenda->count});
}

// While it is turned: the page as it is, or its neighbour from the top.
static void draw_turned(void *context, int step, struct canvas *canvas)
{
    struct event_page *page = context;
    if (step == 0) {
        page->is_pending =
            !event_view_draw(&page->view, scroll_offset(&page->scroll), canvas);
        return;
    }
    struct event_view view;
    view_init(page, neighbour(page, page->index, step), &view);
    bool whole = event_view_draw(&view, 0, canvas);
    page->is_pending = page->is_pending || !whole;
    event_view_release(&view);
}

// False if the event is gone.
static bool page_renew(void *self)
{
    struct event_page *page = self;
    const struct stage *stage = stage_of(page);
    const struct agenda_entry *entry =
        stage->agenda != NULL ? event_key_find(&page->key, stage->agenda)
                              : NULL;
    if (entry == NULL) {
        return false;
    }
    bool calm = stage->settings->transition == TRANSITION_NONE;
    release(page);
    page->index = (size_t)(entry - stage->agenda->entries);
    view_init(page, page->index, &page->view);
    page_turn_init(&page->turn, stage->size, calm, draw_turned, page);
    page_turn_set_neighbours(&page->turn, page->view.options.has_previous,
                             page->view.options.has_next);
    page->scroll.calm = calm;
    scroll_set_range(&page->scroll, 0, event_view_content(&page->view),
                     page->view.column.height);
    return true;
}

static void page_leave(void *self)
{
    struct event_page *page = self;
    release(page);
    event_key_release(&page->key);
    free(page);
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    struct event_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->focused = TARGET_NONE;
    page->key = event_key_copy(&to->event);
    if (!page_renew(page)) {
        page_leave(page);
        return NULL;
    }
    return page;
}

static void page_pictures_came(void *self)
{
    struct event_page *page = self;
    if (page->is_pending) {
        page_turn_pictures_came(&page->turn);
        visit_redraw(page->visit);
    }
}

static int64_t page_next_ms(const void *self)
{
    const struct event_page *page = self;
    bool moves = scroll_moves(&page->scroll) || page_turn_moves(&page->turn);
    return moves ? visit_now_ms(page->visit) : INT64_MAX;
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct event_page *page = self;
    if (page_turn_is_seen(&page->turn)) {
        page_turn_draw(&page->turn, stage_of(page)->theme.paper, canvas);
    } else {
        draw_turned(page, 0, canvas);
    }
}

static void page_targets(const void *self, struct targets *out)
{
    const struct event_page *page = self;
    event_view_targets(&page->view, out);
}

static int page_home(const void *self)
{
    const struct event_page *page = self;
    return page->view.codes.count > 0 ? EVENT_TARGET_CODE : EVENT_TARGET_CLOSE;
}

static void go_to_neighbour(struct event_page *page, int step)
{
    const struct agenda *agenda = stage_of(page)->agenda;
    size_t index = neighbour(page, page->index, step);
    if (index < agenda->count) {
        struct destination to = {
            .screen = SCREEN_EVENT,
            .event = event_key_of(agenda->entries[index].event)};
        visit_replace(page->visit, &to);
        event_key_release(&to.event);
    }
}

static bool page_update(void *self, int64_t now_ms)
{
    struct event_page *page = self;
    bool moved = scroll_update(&page->scroll, now_ms);
    bool turned = page_turn_update(&page->turn, now_ms);
    int step = page_turn_step(&page->turn);
    if (step != 0) {
        go_to_neighbour(page, step);
    }
    return moved || turned;
}

static void scroll_by_percent(struct event_page *page, int percent)
{
    double pixels = page->view.column.height * percent / 100.0;
    scroll_by(&page->scroll, pixels, visit_now_ms(page->visit));
}

// A tap on the words goes on with them; behind the end, to their beginning.
static void read_on(struct event_page *page)
{
    bool at_end = scroll_destination(&page->scroll) >= page->scroll.last - 1;
    if (at_end) {
        scroll_to(&page->scroll, 0, visit_now_ms(page->visit));
    } else {
        scroll_by_percent(page, PAGE_PERCENT);
    }
}

static void page_activate(void *self, int id)
{
    struct event_page *page = self;
    struct destination to = {.event = page->key};
    switch (id) {
    case EVENT_TARGET_CLOSE:
        visit_back(page->visit);
        break;
    case EVENT_TARGET_PREVIOUS:
        go_to_neighbour(page, -1);
        break;
    case EVENT_TARGET_NEXT:
        go_to_neighbour(page, 1);
        break;
    case EVENT_TARGET_POSTER:
        to.screen = SCREEN_POSTER;
        visit_open(page->visit, &to);
        break;
    case EVENT_TARGET_WORDS:
        read_on(page);
        break;
    default:
        to.screen = SCREEN_CODE;
        to.number = (size_t)(id - EVENT_TARGET_CODE);
        visit_open(page->visit, &to);
        break;
    }
}

static void page_reveal(void *self, const struct target *target)
{
    struct event_page *page = self;
    page->focused = target->id;
}

// A finger goes one way until it leaves.
static void follow(struct event_page *page, const struct gesture *gesture)
{
    if (page->way == WAY_OPEN) {
        int dx = gesture->at.x - gesture->from.x;
        int dy = gesture->at.y - gesture->from.y;
        page->way = abs(dx) > abs(dy) ? WAY_ACROSS : WAY_DOWN;
    }
    if (page->way == WAY_ACROSS) {
        page_turn_drag(&page->turn, gesture->dx);
    } else if (page->on_words) {
        scroll_gesture(&page->scroll, gesture);
    }
    visit_redraw(page->visit);
}

static void let_go(struct event_page *page, const struct gesture *gesture)
{
    bool flung = gesture->kind == GESTURE_FLING;
    double across = flung && page->way == WAY_ACROSS ? gesture->velocity_x : 0;
    double down = flung && page->way == WAY_DOWN ? gesture->velocity_y : 0;
    int least = SWIPE_SLOPS * controls_slop_px(stage_of(page));
    page_turn_let_go(&page->turn, across, least, gesture->ms);
    scroll_release(&page->scroll, down, gesture->ms);
    visit_redraw(page->visit);
}

// True if it stopped a motion.
static bool grab(struct event_page *page, const struct gesture *gesture)
{
    page->way = WAY_OPEN;
    page->on_words = box_holds(page->view.column, gesture->at);
    bool turned = page_turn_grab(&page->turn, gesture->ms);
    bool scrolled = page->on_words && scroll_gesture(&page->scroll, gesture);
    return turned || scrolled;
}

static bool page_gesture(void *self, const struct gesture *gesture)
{
    struct event_page *page = self;
    switch (gesture->kind) {
    case GESTURE_PRESS:
        return grab(page, gesture);
    case GESTURE_DRAG:
        follow(page, gesture);
        return true;
    case GESTURE_FLING:
    case GESTURE_TAP:
    case GESTURE_CANCEL:
        let_go(page, gesture);
        return true;
    case GESTURE_WHEEL:
        scroll_by_percent(page, (int)(-gesture->dy * WHEEL_PERCENT));
        return true;
    case GESTURE_NONE:
    case GESTURE_LONG_PRESS:
    case GESTURE_PINCH:
        break;
    }
    return false;
}

// The words move under the arrows until their end, then the focus goes on.
static bool scroll_with_arrow(struct event_page *page, int percent)
{
    double at = scroll_destination(&page->scroll);
    bool more = percent < 0 ? at > 0 : at < page->scroll.last;
    if (page->focused != EVENT_TARGET_WORDS || !more) {
        return false;
    }
    scroll_by_percent(page, percent);
    return true;
}

static bool page_key(void *self, const struct input *input)
{
    struct event_page *page = self;
    switch ((int)input->key) {
    case KEY_UP:
        return scroll_with_arrow(page, -ARROW_PERCENT);
    case KEY_DOWN:
        return scroll_with_arrow(page, ARROW_PERCENT);
    default:
        return scroll_key(&page->scroll, input);
    }
}

const struct screen_kind event_screen = {
    .name = "event",
    .enter = page_enter,
    .leave = page_leave,
    .renew = page_renew,
    .pictures_came = page_pictures_came,
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
