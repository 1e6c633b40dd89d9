// SPDX-License-Identifier: MIT
#include "screens/zoom.h"

#include <math.h>

static const struct zoom_place WHOLE = {1, 0, 0};

static const double SCALE_MAX = 4;
static const double SCALE_DOUBLE_TAP = 2.5;
static const double SCALE_LEAST = 0.5; // under the fingers
static const double SOFTNESS = 0.45;   // of what is beyond an edge
static const double NEARLY = 0.001;
static const double TAU = 0.35;        // seconds, in which gliding slows by e
static const double FLING_LEAST = 120; // pixels a second; slower is no fling
static const double SLOW = 12;         // as good as at rest
static const double TOO_FAR = 0.2;     // of the view, beyond an edge

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

void zoom_init(struct zoom *zoom, struct size view, struct size whole,
               bool calm)
{
    *zoom =
        (struct zoom){.view = view, .whole = whole, .calm = calm, .now = WHOLE};
}

// How far the middle may be from the view's.
static double reach(double length, double view, double scale)
{
    return fmax(0, (length * scale - view) / 2);
}

static double reach_x(const struct zoom *zoom, double scale)
{
    return reach(zoom->whole.width, zoom->view.width, scale);
}

static double reach_y(const struct zoom *zoom, double scale)
{
    return reach(zoom->whole.height, zoom->view.height, scale);
}

static struct zoom_place within_limits(const struct zoom *zoom,
                                       struct zoom_place place)
{
    double scale = clamp(place.scale, 1, SCALE_MAX);
    // A picture that was too large shrinks around the view's middle.
    double shrinks = scale / place.scale;
    double right = reach_x(zoom, scale), down = reach_y(zoom, scale);
    return (struct zoom_place){scale, clamp(place.x * shrinks, -right, right),
                               clamp(place.y * shrinks, -down, down)};
}

static void move_to(struct zoom *zoom, struct zoom_place to, int64_t now_ms)
{
    zoom->from = zoom->now;
    zoom->to = to;
    zoom->began_ms = now_ms;
    zoom->moves = true;
    zoom->glides = false;
    if (zoom->calm) {
        zoom->now = to;
        zoom->moves = false;
    }
}

void zoom_hold(struct zoom *zoom)
{
    zoom->moves = false;
}

// Beyond its reach it follows more slowly.
static double dragged(double at, double by, double reach)
{
    double to = at + by;
    if (fabs(to) <= reach || fabs(to) <= fabs(at)) {
        return to;
    }
    double edge = copysign(fmax(reach, fmin(fabs(at), fabs(to))), to);
    return edge + (to - edge) * SOFTNESS;
}

void zoom_drag(struct zoom *zoom, double dx, double dy)
{
    struct zoom_place *now = &zoom->now;
    zoom->moves = false;
    now->x = dragged(now->x, dx, reach_x(zoom, now->scale));
    now->y = dragged(now->y, dy, reach_y(zoom, now->scale));
}

// What lies under the point stays there.
static struct zoom_place scaled(const struct zoom *zoom,
                                struct zoom_place place, double scale,
                                struct point around)
{
    double factor = scale / place.scale;
    double x = around.x - zoom->view.width / 2.0;
    double y = around.y - zoom->view.height / 2.0;
    return (struct zoom_place){scale, x + (place.x - x) * factor,
                               y + (place.y - y) * factor};
}

void zoom_pinch(struct zoom *zoom, double factor, struct point around)
{
    zoom->moves = false;
    bool real = factor > 0 && factor < 1000;
    double scale = zoom->now.scale * (real ? factor : 1);
    scale = clamp(scale, SCALE_LEAST, SCALE_MAX * 1.3);
    zoom->now = scaled(zoom, zoom->now, scale, around);
}

static bool is_too_far(const struct zoom *zoom)
{
    const struct zoom_place *now = &zoom->now;
    double x = fabs(now->x) - reach_x(zoom, now->scale);
    double y = fabs(now->y) - reach_y(zoom, now->scale);
    return x > zoom->view.width * TOO_FAR || y > zoom->view.height * TOO_FAR;
}

static bool is_at(struct zoom_place a, struct zoom_place b)
{
    return fabs(a.scale - b.scale) < NEARLY && fabs(a.x - b.x) < 0.5 &&
           fabs(a.y - b.y) < 0.5;
}

void zoom_release(struct zoom *zoom, int64_t now_ms)
{
    bool whole = zoom->now.scale <= 1 || is_too_far(zoom);
    struct zoom_place to = whole ? WHOLE : within_limits(zoom, zoom->now);
    if (is_at(zoom->now, to)) {
        zoom->now = to;
    } else {
        move_to(zoom, to, now_ms);
    }
}

void zoom_fling(struct zoom *zoom, double velocity_x, double velocity_y,
                int64_t now_ms)
{
    zoom_release(zoom, now_ms);
    bool fast = hypot(velocity_x, velocity_y) >= FLING_LEAST;
    if (zoom->moves || zoom->calm || !fast) {
        return;
    }
    zoom->from = zoom->now;
    zoom->velocity_x = velocity_x;
    zoom->velocity_y = velocity_y;
    zoom->began_ms = now_ms;
    zoom->moves = zoom->glides = true;
}

// Where it would be without edges is within them, or it stands at one.
static struct zoom_place glided(const struct zoom *zoom, double seconds)
{
    double way = TAU * (1 - exp(-seconds / TAU));
    struct zoom_place place = zoom->from;
    place.x += zoom->velocity_x * way;
    place.y += zoom->velocity_y * way;
    return within_limits(zoom, place);
}

static void update_glide(struct zoom *zoom, int64_t now_ms)
{
    double seconds = (double)(now_ms - zoom->began_ms) / 1000;
    double speed = hypot(zoom->velocity_x, zoom->velocity_y);
    zoom->now = glided(zoom, fmax(seconds, 0));
    zoom->moves = speed * exp(-fmax(seconds, 0) / TAU) >= SLOW &&
                  !is_at(zoom->now, glided(zoom, INFINITY));
}

static struct zoom_place goal(const struct zoom *zoom)
{
    return zoom->moves && !zoom->glides ? zoom->to : zoom->now;
}

void zoom_toggle(struct zoom *zoom, struct point around, int64_t now_ms)
{
    struct zoom_place to = WHOLE;
    if (goal(zoom).scale < 1 + NEARLY) {
        to = within_limits(zoom,
                           scaled(zoom, zoom->now, SCALE_DOUBLE_TAP, around));
    }
    move_to(zoom, to, now_ms);
}

void zoom_step(struct zoom *zoom, double factor, struct point around,
               int64_t now_ms)
{
    struct zoom_place place = goal(zoom);
    double scale = clamp(place.scale * factor, 1, SCALE_MAX);
    move_to(zoom, within_limits(zoom, scaled(zoom, place, scale, around)),
            now_ms);
}

void zoom_pan(struct zoom *zoom, double dx, double dy, int64_t now_ms)
{
    struct zoom_place place = goal(zoom);
    place.x += dx;
    place.y += dy;
    move_to(zoom, within_limits(zoom, place), now_ms);
}

static double between(double from, double to, double part)
{
    return from + (to - from) * part;
}

bool zoom_update(struct zoom *zoom, int64_t now_ms)
{
    if (!zoom->moves) {
        return false;
    }
    if (zoom->glides) {
        update_glide(zoom, now_ms);
        return true;
    }
    double part =
        clamp((double)(now_ms - zoom->began_ms) / ZOOM_MOTION_MS, 0, 1);
    if (part >= 1) {
        zoom->now = zoom->to;
        zoom->moves = false;
        return true;
    }
    double eased = 1 - (1 - part) * (1 - part) * (1 - part);
    zoom->now =
        (struct zoom_place){between(zoom->from.scale, zoom->to.scale, eased),
                            between(zoom->from.x, zoom->to.x, eased),
                            between(zoom->from.y, zoom->to.y, eased)};
    return true;
}

bool zoom_is_whole(const struct zoom *zoom)
{
    return !zoom->moves && is_at(zoom->now, WHOLE);
}
