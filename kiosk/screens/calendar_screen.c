// SPDX-License-Identifier: MIT
#include "screens/calendar_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "screens/calendar_view.h"

enum {
    SWIPE_SLOPS = 4
};

struct calendar {
    struct visit *visit;
    struct calendar_view view;
};

// A calendar of a month or two with nothing in it is of no use.
static bool calendar_is_offered(const struct stage *stage)
{
    for (size_t i = 0; stage->agenda != NULL && i < stage->agenda->count; i++) {
        const struct event *event = stage->agenda->entries[i].event;
        if (month_event_is_on(event, event->when.first_day)) {
            return true;
        }
    }
    return false;
}

static void show_month(struct calendar *calendar, struct month month)
{
    struct calendar_view *view = &calendar->view;
    const struct stage *stage = visit_stage(calendar->visit);
    view->month = month;
    view->chosen =
        month_first_event(stage->agenda, month, stage->now.local.date);
    view->skipped = 0;
    visit_redraw(calendar->visit);
}

static struct month limited(struct month month, struct month_range range)
{
    if (month_compare(month, range.first) < 0) {
        return range.first;
    }
    return month_compare(month, range.last) > 0 ? range.last : month;
}

static bool calendar_renew(void *self)
{
    struct calendar *calendar = self;
    struct calendar_view *view = &calendar->view;
    const struct stage *stage = visit_stage(calendar->visit);
    if (!calendar_is_offered(stage)) {
        return false;
    }
    view->stage = stage;
    view->low_controls = visit_choices(calendar->visit)->low_controls;
    view->range = month_range_of(stage->agenda, stage->now.local.date);
    struct month month = limited(view->month, view->range);
    bool gone = month_compare(month, view->month) != 0 ||
                month_events_on(stage->agenda, view->chosen) == 0;
    if (gone) {
        show_month(calendar, month);
    }
    calendar_view_lay(view);
    return true;
}

// This month, or the first one from now on that has something in it.
static struct month first_month(const struct stage *stage)
{
    struct month_range range =
        month_range_of(stage->agenda, stage->now.local.date);
    struct month month = month_of(stage->now.local.date);
    struct date found =
        month_first_event(stage->agenda, month, stage->now.local.date);
    while (found.year == 0 && month_compare(month, range.last) < 0) {
        month = month_step(month, 1);
        found = month_first_event(stage->agenda, month, stage->now.local.date);
    }
    return month;
}

static void *calendar_enter(struct visit *visit, const struct destination *to)
{
    (void)to;
    const struct stage *stage = visit_stage(visit);
    if (!calendar_is_offered(stage)) {
        return NULL;
    }
    struct calendar *calendar = xcalloc(1, sizeof *calendar);
    calendar->visit = visit;
    show_month(calendar, first_month(stage));
    calendar_renew(calendar);
    return calendar;
}

static void calendar_draw(void *self, struct canvas *canvas)
{
    struct calendar *calendar = self;
    calendar_view_draw(&calendar->view, canvas);
}

static void calendar_targets(const void *self, struct targets *out)
{
    const struct calendar *calendar = self;
    calendar_view_targets(&calendar->view, out);
}

static int calendar_home(const void *self)
{
    const struct calendar *calendar = self;
    return calendar->view.chosen.year > 0
               ? CALENDAR_DAY + calendar->view.chosen.day
               : CALENDAR_CLOSE;
}

static bool turn(struct calendar *calendar, int months)
{
    struct month month =
        limited(month_step(calendar->view.month, months), calendar->view.range);
    if (month_compare(month, calendar->view.month) != 0) {
        show_month(calendar, month);
    }
    return true;
}

static void open_event(struct calendar *calendar, size_t index)
{
    const struct agenda *agenda = visit_stage(calendar->visit)->agenda;
    struct destination to = {.screen = SCREEN_EVENT,
                             .event =
                                 event_key_of(agenda->entries[index].event)};
    visit_open(calendar->visit, &to);
    event_key_release(&to.event);
}

static void calendar_activate(void *self, int id)
{
    struct calendar *calendar = self;
    struct calendar_view *view = &calendar->view;
    if (id == CALENDAR_CLOSE) {
        visit_back(calendar->visit);
    } else if (id == CALENDAR_PREVIOUS || id == CALENDAR_NEXT) {
        turn(calendar, id == CALENDAR_NEXT ? 1 : -1);
    } else if (id == CALENDAR_MORE) {
        size_t seen = view->rows - 1;
        view->skipped = calendar_view_left(view) > 0 ? view->skipped + seen : 0;
    } else if (id < CALENDAR_EVENT) {
        view->chosen = (struct date){view->month.year, view->month.month,
                                     id - CALENDAR_DAY};
        view->skipped = 0;
    } else {
        open_event(calendar, (size_t)(id - CALENDAR_EVENT));
    }
}

static bool calendar_gesture(void *self, const struct gesture *gesture)
{
    struct calendar *calendar = self;
    int dx = gesture->at.x - gesture->from.x;
    int dy = gesture->at.y - gesture->from.y;
    int least = SWIPE_SLOPS * controls_slop_px(visit_stage(calendar->visit));
    bool swipes = gesture->kind == GESTURE_FLING && abs(dx) >= least &&
                  abs(dx) > 2 * abs(dy);
    if (gesture->kind == GESTURE_WHEEL && gesture->dy != 0) {
        return turn(calendar, gesture->dy < 0 ? 1 : -1);
    }
    return swipes && turn(calendar, dx < 0 ? 1 : -1);
}

static bool calendar_key(void *self, const struct input *input)
{
    switch ((int)input->key) {
    case KEY_PAGE_DOWN:
        return turn(self, 1);
    case KEY_PAGE_UP:
        return turn(self, -1);
    default:
        return false;
    }
}

const struct screen_kind calendar_screen = {
    .name = "calendar",
    .is_offered = calendar_is_offered,
    .enter = calendar_enter,
    .leave = free,
    .renew = calendar_renew,
    .draw = calendar_draw,
    .targets = calendar_targets,
    .home = calendar_home,
    .activate = calendar_activate,
    .gesture = calendar_gesture,
    .key = calendar_key,
};
