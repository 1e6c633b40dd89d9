// SPDX-License-Identifier: MIT
#include "screens/scroll.h"

#include <math.h>

#include "screens/gesture.h"

// Seconds, and one over seconds.
static const double TAU = 0.4;  // how long gliding takes to slow down by e
static const double OMEGA = 12; // of the springs: at rest after half a second
static const double SOFTNESS = 0.55; // of an end that is pulled

enum {
    NOTCH_PERCENT = 22, // of the view, for one notch of a wheel
    PAGE_PERCENT = 85,
    LOOK_MS = 8,       // between two looks at what moves less than a pixel
    SLOW = 12,         // pixels a second: as good as at rest
    FLING_LEAST = 120, // slower is no fling
};

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static double within_ends(const struct scroll *scroll, double position)
{
    return clamp(position, scroll->first, scroll->last);
}

static double seconds_since(const struct scroll *scroll, int64_t now_ms)
{
    double seconds = (double)(now_ms - scroll->began_ms) / 1000;
    return seconds > 0 ? seconds : 0;
}

static void rest_at(struct scroll *scroll, double position)
{
    scroll->state = SCROLL_RESTS;
    scroll->position = position;
}

static void spring_to(struct scroll *scroll, double target, double velocity,
                      int64_t now_ms)
{
    scroll->state = SCROLL_SPRINGS;
    scroll->from = scroll->position;
    scroll->velocity = velocity;
    scroll->target = target;
    scroll->began_ms = now_ms;
}

// Pulled d pixels beyond an end it gives way by less and less, never by more
// than a view: c·d·v / (v + c·d).
static double stretched(const struct scroll *scroll, double beyond)
{
    double pull = SOFTNESS * fabs(beyond);
    double gives = pull * scroll->view / (scroll->view + pull);
    return beyond < 0 ? -gives : gives;
}

// The other way round: how far it was pulled.
static double pulled(const struct scroll *scroll, double gives)
{
    double d = fmin(fabs(gives), 0.99 * scroll->view);
    double beyond = d * scroll->view / (SOFTNESS * (scroll->view - d));
    return gives < 0 ? -beyond : beyond;
}

void scroll_set_range(struct scroll *scroll, int first, int content, int view)
{
    scroll->first = first;
    scroll->view = view > 0 ? view : 1;
    scroll->last = content - view > first ? content - view : first;
    if (scroll->state != SCROLL_FOLLOWS) {
        rest_at(scroll, within_ends(scroll, scroll->position));
    }
}

// When a glide meets an end, in seconds after it began; infinite: never.
static double seconds_to_end(const struct scroll *scroll)
{
    double end = scroll->velocity < 0 ? scroll->first : scroll->last;
    double share = (end - scroll->from) / (scroll->velocity * TAU);
    return share < 1 ? -TAU * log(1 - fmax(share, 0)) : INFINITY;
}

static double glide_velocity(const struct scroll *scroll, double seconds)
{
    return scroll->velocity * exp(-seconds / TAU);
}

static void update_glide(struct scroll *scroll, int64_t now_ms)
{
    double seconds = seconds_since(scroll, now_ms);
    double meets = seconds_to_end(scroll);
    if (seconds >= meets) {
        double end = scroll->velocity < 0 ? scroll->first : scroll->last;
        int64_t met_ms = scroll->began_ms + (int64_t)(meets * 1000);
        scroll->position = end;
        spring_to(scroll, end, glide_velocity(scroll, meets), met_ms);
        return;
    }
    scroll->position =
        scroll->from + scroll->velocity * TAU * (1 - exp(-seconds / TAU));
    if (fabs(glide_velocity(scroll, seconds)) < SLOW) {
        rest_at(scroll, scroll->position);
    }
}

static double spring_velocity(const struct scroll *scroll, double seconds)
{
    double x = scroll->from - scroll->target;
    double slope = scroll->velocity + OMEGA * x;
    return (slope - OMEGA * (x + slope * seconds)) * exp(-OMEGA * seconds);
}

static void update_spring(struct scroll *scroll, int64_t now_ms)
{
    double seconds = seconds_since(scroll, now_ms);
    double x = scroll->from - scroll->target;
    double slope = scroll->velocity + OMEGA * x;
    double left = (x + slope * seconds) * exp(-OMEGA * seconds);
    scroll->position = scroll->target + left;
    if (fabs(left) < 0.5 && fabs(spring_velocity(scroll, seconds)) < SLOW) {
        rest_at(scroll, scroll->target);
    }
}

static void advance(struct scroll *scroll, int64_t now_ms)
{
    if (scroll->state == SCROLL_GLIDES) {
        update_glide(scroll, now_ms);
    }
    if (scroll->state == SCROLL_SPRINGS) {
        update_spring(scroll, now_ms);
    }
}

bool scroll_grab(struct scroll *scroll, int64_t now_ms)
{
    advance(scroll, now_ms);
    bool moved = scroll_moves(scroll) &&
                 fabs(scroll_velocity(scroll, now_ms)) > FLING_LEAST;
    double end = within_ends(scroll, scroll->position);
    scroll->state = SCROLL_FOLLOWS;
    scroll->dragged = end + pulled(scroll, scroll->position - end);
    return moved;
}

void scroll_drag(struct scroll *scroll, double dy)
{
    if (scroll->state != SCROLL_FOLLOWS) {
        return;
    }
    scroll->dragged -= dy;
    double end = within_ends(scroll, scroll->dragged);
    double beyond = scroll->dragged - end;
    scroll->position = scroll->calm ? end : end + stretched(scroll, beyond);
}

void scroll_release(struct scroll *scroll, double velocity, int64_t now_ms)
{
    if (scroll->state != SCROLL_FOLLOWS) {
        return;
    }
    double end = within_ends(scroll, scroll->position);
    if (scroll->position != end) {
        spring_to(scroll, end, 0, now_ms);
    } else if (scroll->calm || fabs(velocity) < FLING_LEAST) {
        rest_at(scroll, scroll->position);
    } else {
        scroll->state = SCROLL_GLIDES;
        scroll->from = scroll->position;
        scroll->velocity = -velocity;
        scroll->began_ms = now_ms;
    }
}

void scroll_settle(struct scroll *scroll, double position, double velocity,
                   int64_t now_ms)
{
    double target = within_ends(scroll, position);
    if (scroll->state != SCROLL_FOLLOWS) {
        return;
    }
    if (scroll->calm || target == scroll->position) {
        rest_at(scroll, target);
    } else {
        spring_to(scroll, target, -velocity, now_ms);
    }
}

void scroll_to(struct scroll *scroll, double position, int64_t now_ms)
{
    advance(scroll, now_ms);
    double target = within_ends(scroll, position);
    if (scroll->calm || target == scroll->position) {
        rest_at(scroll, target);
    } else {
        spring_to(scroll, target, scroll_velocity(scroll, now_ms), now_ms);
    }
}

void scroll_by(struct scroll *scroll, double pixels, int64_t now_ms)
{
    scroll_to(scroll, scroll_destination(scroll) + pixels, now_ms);
}

void scroll_reveal(struct scroll *scroll, int top, int bottom, int margin,
                   int64_t now_ms)
{
    double at = scroll_destination(scroll);
    double highest = top - margin, lowest = bottom + margin - scroll->view;
    if (at > highest) {
        scroll_to(scroll, highest, now_ms);
    } else if (at < lowest) {
        // What is higher than the view is shown from its top.
        scroll_to(scroll, fmin(lowest, highest), now_ms);
    }
}

bool scroll_update(struct scroll *scroll, int64_t now_ms)
{
    advance(scroll, now_ms);
    int offset = scroll_offset(scroll);
    scroll->has_moved = offset != scroll->told;
    scroll->told = offset;
    return scroll->has_moved;
}

int scroll_offset(const struct scroll *scroll)
{
    return (int)lround(scroll->position);
}

bool scroll_moves(const struct scroll *scroll)
{
    return scroll->state == SCROLL_GLIDES || scroll->state == SCROLL_SPRINGS;
}

double scroll_velocity(const struct scroll *scroll, int64_t now_ms)
{
    double seconds = seconds_since(scroll, now_ms);
    switch (scroll->state) {
    case SCROLL_GLIDES:
        return glide_velocity(scroll, seconds);
    case SCROLL_SPRINGS:
        return spring_velocity(scroll, seconds);
    case SCROLL_RESTS:
    case SCROLL_FOLLOWS:
        break;
    }
    return 0;
}

double scroll_destination(const struct scroll *scroll)
{
    if (scroll->state == SCROLL_SPRINGS) {
        return scroll->target;
    }
    double position = scroll->state == SCROLL_GLIDES
                          ? scroll->from + scroll->velocity * TAU
                          : scroll->position;
    return within_ends(scroll, position);
}

int64_t scroll_next_ms(const struct scroll *scroll, int64_t now_ms)
{
    if (!scroll_moves(scroll)) {
        return INT64_MAX;
    }
    return scroll->has_moved ? now_ms : now_ms + LOOK_MS;
}

bool scroll_gesture(struct scroll *scroll, const struct gesture *gesture)
{
    switch (gesture->kind) {
    case GESTURE_PRESS:
        return scroll_grab(scroll, gesture->ms);
    case GESTURE_DRAG:
    case GESTURE_PINCH:
        scroll_drag(scroll, gesture->dy);
        return true;
    case GESTURE_FLING:
        scroll_release(scroll, gesture->velocity_y, gesture->ms);
        return true;
    case GESTURE_TAP:
    case GESTURE_CANCEL:
        scroll_release(scroll, 0, gesture->ms);
        return true;
    case GESTURE_WHEEL:
        scroll_by(scroll, -gesture->dy * scroll->view * NOTCH_PERCENT / 100,
                  gesture->ms);
        return true;
    case GESTURE_NONE:
    case GESTURE_LONG_PRESS:
        break;
    }
    return false;
}

bool scroll_key(struct scroll *scroll, const struct input *input)
{
    double page = scroll->view * PAGE_PERCENT / 100.0;
    switch ((int)input->key) {
    case KEY_PAGE_UP:
        scroll_by(scroll, -page, input->ms);
        return true;
    case KEY_PAGE_DOWN:
        scroll_by(scroll, page, input->ms);
        return true;
    case KEY_HOME:
        scroll_to(scroll, 0, input->ms);
        return true;
    case KEY_END:
        scroll_to(scroll, scroll->last, input->ms);
        return true;
    default:
        return false;
    }
}
