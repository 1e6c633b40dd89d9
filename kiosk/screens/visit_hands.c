// SPDX-License-Identifier: MIT
// What fingers and keys do to a visit.
#include "screens/visit_parts.h"

#include <assert.h>
#include <stddef.h>

void visit_let_go(struct visit *visit)
{
    visit->is_dirty = visit->is_dirty || visit->touched;
    visit->touched = false;
    visit->pressed = TARGET_NONE;
    visit->switch_ms = INT64_MAX;
}

static void activate(struct visit *visit, int id)
{
    const struct level *top = visit_top(visit);
    visit->is_dirty = true;
    if (top->kind->activate != NULL) {
        top->kind->activate(top->self, id);
    }
}

// True if the screen has a use for it.
static bool hand_on(struct visit *visit, const struct gesture *gesture)
{
    const struct level *top = visit_top(visit);
    return top != NULL && top->kind->gesture != NULL &&
           top->kind->gesture(top->self, gesture);
}

void visit_cancel(struct visit *visit)
{
    bool began = visit->recogniser.state != RECOGNISER_IDLE;
    struct gesture over = {
        .kind = GESTURE_CANCEL, .ms = visit->now_ms, .scale = 1};
    recogniser_refuse(&visit->recogniser);
    visit_let_go(visit);
    if (began) {
        hand_on(visit, &over);
    }
}

static void press(struct visit *visit, const struct gesture *gesture)
{
    visit->touched = true;
    visit->spent = hand_on(visit, gesture);
    visit->at = gesture->at;
    visit->is_dirty = true;
    if (!visit->spent) {
        const struct target *target =
            targets_at(visit_targets(visit), gesture->at);
        visit->pressed = target != NULL ? target->id : TARGET_NONE;
    }
}

// Only what the finger came down on is meant, and only while it is there.
static void tap(struct visit *visit, const struct gesture *gesture)
{
    int pressed = visit->pressed;
    bool spent = visit->spent;
    visit_let_go(visit);
    visit->is_dirty = true;
    const struct target *target = targets_find(visit_targets(visit), pressed);
    bool hits = target != NULL && box_holds(target->box, gesture->at);
    // The screen was told of the press, and is told what became of it.
    struct gesture told = *gesture;
    told.kind = hits || spent ? GESTURE_CANCEL : GESTURE_TAP;
    hand_on(visit, &told);
    if (hits) {
        visit_top(visit)->focus = pressed;
        activate(visit, pressed);
    }
}

// At the threshold every touch that is one opens the first screen; which part
// of the display it hit is of no account.
static void cross_threshold(struct visit *visit, const struct gesture *gesture)
{
    switch (gesture->kind) {
    case GESTURE_PRESS:
        visit->touched = true;
        visit->at = gesture->at;
        visit->is_dirty = true;
        break;
    case GESTURE_TAP:
    case GESTURE_FLING:
        visit_let_go(visit);
        visit_enter(visit);
        visit_touch_doubt(visit, gesture->from);
        visit->is_over = visit->count == 0;
        break;
    case GESTURE_CANCEL:
        visit->is_over = true;
        break;
    case GESTURE_NONE:
    case GESTURE_LONG_PRESS:
    case GESTURE_DRAG:
    case GESTURE_PINCH:
    case GESTURE_WHEEL:
        break;
    }
}

static void take_gesture(struct visit *visit, const struct gesture *gesture)
{
    if (gesture->kind == GESTURE_NONE) {
        return;
    }
    if (visit->count == 0) {
        cross_threshold(visit, gesture);
        return;
    }
    switch (gesture->kind) {
    case GESTURE_PRESS:
        press(visit, gesture);
        break;
    case GESTURE_TAP:
        tap(visit, gesture);
        break;
    case GESTURE_DRAG:
    case GESTURE_FLING:
    case GESTURE_PINCH:
    case GESTURE_CANCEL:
        visit_let_go(visit);
        hand_on(visit, gesture);
        break;
    case GESTURE_NONE:
    case GESTURE_LONG_PRESS:
    case GESTURE_WHEEL:
        hand_on(visit, gesture);
        break;
    }
}

static void show_focus(struct visit *visit, int id)
{
    struct level *top = visit_top(visit);
    const struct target *target = targets_find(visit_targets(visit), id);
    visit->shows_focus = true;
    visit->is_dirty = true;
    top->focus = target != NULL ? id : TARGET_NONE;
    if (target != NULL && top->kind->reveal != NULL) {
        struct target copy = *target;
        top->kind->reveal(top->self, &copy);
    }
}

// Where the keys are; where they begin if they have not been anywhere.
static int focus_now(struct visit *visit)
{
    const struct level *top = visit_top(visit);
    const struct targets *targets = visit_targets(visit);
    if (targets_find(targets, top->focus) != NULL) {
        return top->focus;
    }
    int home =
        top->kind->home != NULL ? top->kind->home(top->self) : TARGET_NONE;
    return targets_find(targets, home) != NULL
               ? home
               : focus_move(targets, TARGET_NONE, KEY_NEXT);
}

// The first of these keys shows where they are; the next ones move on.
static void move_focus(struct visit *visit, enum key key)
{
    int id = focus_now(visit);
    bool was_shown = visit->shows_focus && visit_top(visit)->focus == id;
    show_focus(visit, was_shown ? focus_move(&visit->targets, id, key) : id);
}

static void enter_target(struct visit *visit)
{
    int id = focus_now(visit);
    if (id != TARGET_NONE && visit->shows_focus) {
        show_focus(visit, id);
        activate(visit, id);
    } else {
        show_focus(visit, id);
    }
}

static void set_text(struct visit *visit, bool large)
{
    if (visit->choices.large_text != large) {
        visit->choices.large_text = large;
        visit_renew(visit);
    }
}

// Keys that go on while they are held: others would open what comes under the
// focus by and by.
static bool repeats(enum key key)
{
    return key == KEY_UP || key == KEY_DOWN || key == KEY_LEFT ||
           key == KEY_RIGHT || key == KEY_NEXT || key == KEY_PREVIOUS ||
           key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;
}

static void press_key(struct visit *visit, const struct input *input)
{
    switch (input->key) {
    case KEY_UP:
    case KEY_DOWN:
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_NEXT:
    case KEY_PREVIOUS:
        move_focus(visit, input->key);
        break;
    case KEY_ENTER:
        enter_target(visit);
        break;
    case KEY_BACK:
        visit_back(visit);
        break;
    case KEY_SWITCH:
        visit->switch_ms = input->ms;
        break;
    case KEY_PLUS:
    case KEY_MINUS:
        set_text(visit, input->key == KEY_PLUS);
        break;
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
    case KEY_HOME:
    case KEY_END:
    case KEY_DIGIT:
    case KEY_MENU:
        break;
    }
}

// The switch was pressed for a moment: on to the next target.
static void release_switch(struct visit *visit)
{
    if (visit->switch_ms < INT64_MAX) {
        visit->switch_ms = INT64_MAX;
        move_focus(visit, KEY_SWITCH);
    }
}

// Where there is no list the operator's key alone is of use, and is held.
static void cross_with_key(struct visit *visit, enum key key)
{
    bool waits = key == KEY_MENU && !visit_offers(visit, SCREEN_LIST);
    if (!waits) {
        visit->shows_focus = true;
        visit_enter(visit);
        visit->is_over = visit->count == 0;
    }
}

static void release_key(struct visit *visit, enum key key)
{
    if (visit->count == 0) {
        visit->is_over = true;
    } else if (key == KEY_SWITCH) {
        release_switch(visit);
    }
}

static void take_key(struct visit *visit, const struct input *input)
{
    const struct level *top = visit_top(visit);
    if (input->repeat && !repeats(input->key)) {
        return;
    }
    if (top == NULL) {
        cross_with_key(visit, input->key);
    } else if (top->kind->key == NULL || !top->kind->key(top->self, input)) {
        press_key(visit, input);
    }
}

void visit_hold(struct visit *visit)
{
    struct gesture gesture = recogniser_wait(&visit->recogniser, visit->now_ms);
    take_gesture(visit, &gesture);
    if (visit->switch_ms < INT64_MAX &&
        visit->now_ms >= visit->switch_ms + VISIT_SWITCH_MS) {
        visit->switch_ms = INT64_MAX;
        enter_target(visit);
    }
}

static bool is_pointer(const struct input *input)
{
    return input->kind == INPUT_DOWN || input->kind == INPUT_MOVE ||
           input->kind == INPUT_UP || input->kind == INPUT_CANCEL;
}

// Any sign of life answers the warning, and does nothing else.
static void answer_warning(struct visit *visit, const struct input *input)
{
    visit->is_dirty = true;
    if (is_pointer(input)) {
        recogniser_take(&visit->recogniser, input);
        visit_cancel(visit);
    }
}

// A finger that leaves, or moves on the glass, is one that was there before.
static bool shows_life(const struct input *input)
{
    return input->kind != INPUT_UP && input->kind != INPUT_KEY_UP &&
           input->kind != INPUT_CANCEL;
}

void visit_take(struct visit *visit, const struct input *input)
{
    visit_bury(visit);
    if (visit->is_over) {
        return;
    }
    visit->now_ms = input->ms > visit->now_ms ? input->ms : visit->now_ms;
    corner_hold_take(&visit->corner, input, visit_corner(visit));
    bool warned = visit_warns(visit);
    if (shows_life(input)) {
        visit->idle_ms = visit->now_ms;
    }
    if (warned && shows_life(input)) {
        answer_warning(visit, input);
    } else if (input->kind == INPUT_KEY) {
        take_key(visit, input);
    } else if (input->kind == INPUT_KEY_UP) {
        release_key(visit, input->key);
    } else {
        visit->shows_focus = visit->shows_focus && input->kind != INPUT_DOWN;
        struct gesture gesture = recogniser_take(&visit->recogniser, input);
        take_gesture(visit, &gesture);
    }
}
