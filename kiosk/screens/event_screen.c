// SPDX-License-Identifier: MIT
#include "screens/event_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "programme/settings.h"
#include "screens/event_view.h"
#include "screens/filter.h"
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
    size_t index; // of the agenda
    int focused;  // where the keys are
    bool is_pending, is_vertical;
};

static const struct stage *stage_of(const struct event_page *page)
{
    return visit_stage(page->visit);
}

static void release(struct event_page *page)
{
    event_view_release(&page->view);
}

// The next one that way among those the visitor wants to see; the agenda's
// count for none.
static size_t neighbour(const struct event_page *page, int step)
{
    const struct agenda *agenda = stage_of(page)->agenda;
    const struct choices *choices = visit_choices(page->visit);
    size_t index = page->index + (size_t)step; // wraps below 0
    while (index < agenda->count &&
           !filter_matches(choices, &agenda->entries[index])) {
        index += (size_t)step;
    }
    return index < agenda->count ? index : agenda->count;
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
    release(page);
    page->index = (size_t)(entry - stage->agenda->entries);
    event_view_init(
        &page->view,
        (struct event_view_options){
            .stage = stage,
            .entry = entry,
            .low_controls = visit_choices(page->visit)->low_controls,
            .has_previous = neighbour(page, -1) < stage->agenda->count,
            .has_next = neighbour(page, 1) < stage->agenda->count});
    page->scroll.calm = stage->settings->transition == TRANSITION_NONE;
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
        visit_redraw(page->visit);
    }
}

static bool page_update(void *self, int64_t now_ms)
{
    struct event_page *page = self;
    return scroll_update(&page->scroll, now_ms);
}

static int64_t page_next_ms(const void *self)
{
    const struct event_page *page = self;
    return scroll_moves(&page->scroll) ? visit_now_ms(page->visit) : INT64_MAX;
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct event_page *page = self;
    page->is_pending =
        !event_view_draw(&page->view, scroll_offset(&page->scroll), canvas);
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
    size_t index = neighbour(page, step);
    if (index < agenda->count) {
        struct destination to = {
            .screen = SCREEN_EVENT,
            .event = event_key_of(agenda->entries[index].event)};
        visit_replace(page->visit, &to);
        event_key_release(&to.event);
    }
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

// A hand's width to the side is a swipe to the neighbour.
static bool swipe(struct event_page *page, const struct gesture *gesture)
{
    int dx = gesture->at.x - gesture->from.x;
    int dy = gesture->at.y - gesture->from.y;
    int least = SWIPE_SLOPS * controls_slop_px(stage_of(page));
    if (abs(dx) < least || abs(dx) < 2 * abs(dy)) {
        return false;
    }
    go_to_neighbour(page, dx < 0 ? 1 : -1);
    return true;
}

static bool page_gesture(void *self, const struct gesture *gesture)
{
    struct event_page *page = self;
    switch ((int)gesture->kind) {
    case GESTURE_PRESS:
        page->is_vertical = box_holds(page->view.column, gesture->at);
        return page->is_vertical && scroll_gesture(&page->scroll, gesture);
    case GESTURE_DRAG:
    case GESTURE_FLING:
        if (gesture->kind == GESTURE_FLING && swipe(page, gesture)) {
            return true;
        }
        if (page->is_vertical) {
            scroll_gesture(&page->scroll, gesture);
            visit_redraw(page->visit);
        }
        return true;
    case GESTURE_WHEEL:
        scroll_by_percent(page, (int)(-gesture->dy * WHEEL_PERCENT));
        return true;
    case GESTURE_PINCH:
        return false;
    default:
        return scroll_gesture(&page->scroll, gesture);
    }
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
