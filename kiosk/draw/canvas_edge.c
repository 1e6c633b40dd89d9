// SPDX-License-Identifier: MIT
// canvas_frame() and canvas_shadow(): what is drawn along a box's edge.
#include "draw/canvas.h"

#include <limits.h>
#include <stdlib.h>

#include "base/number.h"
#include "draw/rounded.h"

struct frame {
    struct rounded outer, inner;
    int dashes; // 0: a solid line
    int length; // the way round
    int shift;  // along the way, times dashes: to have the corners on dashes
};

// A quarter of a circle is 1.5708 times its radius long.
static int quarter_length(int radius)
{
    return (int)((int64_t)radius * ROUNDED_UNIT * 15708 / 10000);
}

// How far along a quarter of a circle of that length a direction points,
// 0 at along = 0 and all of it at out = 0.
static int quarter_position(int along, int out, int length)
{
    const int one = 1024;
    int least = smaller(along, out), most = larger(along, out);
    // The share of the quarter is near enough z / 2 + 0.174 z (1 - z), where
    // z is the tangent, up to the middle, and mirrored behind it.
    int z = most == 0 ? 0 : (int)((int64_t)least * one / most);
    int share = z * (one / 2 + 178 * (one - z) / one) / one;
    share = along < out ? share : one - share;
    return (int)((int64_t)length * share / one);
}

// A straight side and a place relative to it: how far along the side,
// clockwise, and how far out from the line between the corners' centres.
struct side {
    int along, out, length;
};

// Where on the way round, clockwise from the top side's middle, the pixel at
// x, y lies. May be negative on the top side's left half.
static int way_round(const struct frame *frame, int x, int y)
{
    struct box box = frame->outer.box;
    const int unit = ROUNDED_UNIT;
    int radius = frame->outer.radius, quarter = quarter_length(radius);
    int width = (box.width - 2 * radius) * unit;
    int height = (box.height - 2 * radius) * unit;
    int right = unit * (x - box.x - radius) + unit / 2;
    int down = unit * (y - box.y - radius) + unit / 2;
    const struct side sides[] = {
        {right,         -down,         width },
        {down,          right - width, height},
        {width - right, down - height, width },
        {height - down, -right,        height}
    };
    int start = -width / 2, nearest = 0;
    int most_out = INT_MIN;
    for (int i = 0; i < 4; i++) {
        struct side side = sides[i];
        if (side.along > side.length && side.out > 0) {
            return start + side.length +
                   quarter_position(side.along - side.length, side.out,
                                    quarter);
        }
        if (side.out > most_out) {
            most_out = side.out;
            nearest = start + side.along;
        }
        start += side.length + quarter;
    }
    return nearest;
}

// How far a place on the way round is from the middle of the nearest dash,
// times dashes. Dashes and gaps are as long as each other.
static int64_t from_dash(const struct frame *frame, int way)
{
    int64_t length = frame->length;
    int64_t place = ((way + length) * frame->dashes + frame->shift) % length;
    return place < length - place ? place : length - place;
}

// The share of a pixel that lies on a dash, in ROUNDED_UNITs.
static int dash_coverage(const struct frame *frame, int x, int y)
{
    if (frame->dashes == 0) {
        return ROUNDED_UNIT;
    }
    int64_t behind_end =
        from_dash(frame, way_round(frame, x, y)) - frame->length / 4;
    int64_t inside = ROUNDED_UNIT / 2 - behind_end / frame->dashes;
    return larger(smaller((int)inside, ROUNDED_UNIT), 0);
}

static void stencil_pixel(struct canvas *canvas, int x, int y, uint8_t coverage,
                          struct colour colour)
{
    struct stencil stencil = {
        {1, 1},
        &coverage, 1
    };
    canvas_stencil(canvas, x, y, stencil, colour);
}

static void frame_span(struct canvas *canvas, const struct frame *frame,
                       struct box span, struct colour colour)
{
    for (int x = span.x; x < box_right(span); x++) {
        int ring = rounded_coverage(&frame->outer, x, span.y) -
                   rounded_coverage(&frame->inner, x, span.y);
        if (ring > 0) {
            int dash = dash_coverage(frame, x, span.y);
            uint8_t coverage = (uint8_t)(ring * dash / ROUNDED_UNIT);
            stencil_pixel(canvas, x, span.y, coverage, colour);
        }
    }
}

static struct frame frame_of(struct box box, int radius, int thickness,
                             int dash)
{
    struct frame frame = {.outer = rounded_of(box, radius)};
    frame.inner =
        rounded_of(box_inset(box, thickness), frame.outer.radius - thickness);
    radius = frame.outer.radius;
    int straight = 2 * (box.width + box.height - 4 * radius);
    frame.length = straight * ROUNDED_UNIT + 4 * quarter_length(radius);
    if (dash > 0) {
        // As many as come nearest to the length asked for, and an even
        // number, so that all corners look alike.
        int pair = 4 * dash * ROUNDED_UNIT;
        frame.dashes = 2 * larger((frame.length + pair / 2) / pair, 1);
        int corner = (box.width / 2 - radius) * ROUNDED_UNIT +
                     quarter_length(radius) / 2;
        bool on_gap = from_dash(&frame, corner) > frame.length / 4;
        frame.shift = on_gap ? frame.length / 2 : 0;
    }
    return frame;
}

void canvas_frame(struct canvas *canvas, struct box box, int radius,
                  int thickness, int dash, struct colour colour)
{
    struct frame frame = frame_of(box, radius, thickness, dash);
    int edge = larger(frame.outer.radius, thickness);
    for (int y = box.y; y < box_bottom(box); y++) {
        bool whole = y < box.y + edge || y >= box_bottom(box) - edge;
        if (whole || 2 * edge >= box.width) {
            struct box row = {box.x, y, box.width, 1};
            frame_span(canvas, &frame, row, colour);
        } else {
            struct box left = {box.x, y, edge, 1};
            struct box right = {box_right(box) - edge, y, edge, 1};
            frame_span(canvas, &frame, left, colour);
            frame_span(canvas, &frame, right, colour);
        }
    }
}

// From nothing at blur pixels outside to everything at blur pixels inside,
// gently at both ends.
static uint8_t shadow_coverage(const struct rounded *rounded, int blur, int x,
                               int y)
{
    int reach = blur * ROUNDED_UNIT;
    int inside = reach - rounded_distance(rounded, x, y);
    const int64_t one = 256;
    int64_t t =
        larger(smaller(inside, 2 * reach), 0) * one / (2 * (int64_t)reach);
    return (uint8_t)(t * t * (3 * one - 2 * t) * 255 / (one * one * one));
}

static void shadow_span(struct canvas *canvas, const struct rounded *rounded,
                        int blur, struct box span, struct colour colour)
{
    for (int x = span.x; x < box_right(span); x++) {
        uint8_t coverage = shadow_coverage(rounded, blur, x, span.y);
        stencil_pixel(canvas, x, span.y, coverage, colour);
    }
}

void canvas_shadow(struct canvas *canvas, struct box box, int radius, int blur,
                   struct colour colour)
{
    if (blur <= 0) {
        canvas_fill_rounded(canvas, box, radius, colour);
        return;
    }
    // A sharp corner throws a round shadow.
    struct rounded rounded = rounded_of(box, larger(radius, blur));
    struct box spread = box_inset(box, -blur);
    int edge = 2 * blur + rounded.radius;
    for (int y = spread.y; y < box_bottom(spread); y++) {
        bool whole = y < spread.y + edge || y >= box_bottom(spread) - edge;
        struct box row = {spread.x, y, spread.width, 1};
        if (whole || 2 * edge >= spread.width) {
            shadow_span(canvas, &rounded, blur, row, colour);
            continue;
        }
        struct box left = {row.x, y, edge, 1};
        struct box right = {box_right(row) - edge, y, edge, 1};
        struct box middle = {row.x + edge, y, row.width - 2 * edge, 1};
        shadow_span(canvas, &rounded, blur, left, colour);
        canvas_fill(canvas, middle, colour);
        shadow_span(canvas, &rounded, blur, right, colour);
    }
}
