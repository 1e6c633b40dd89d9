// SPDX-License-Identifier: MIT
#include "screens/ring.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"

static const double TURN = 6.283185307179586;

// How much of a pixel lies inside, by how far its middle is from the edge.
static double share(double inside)
{
    return fmax(0, fmin(1, inside + 0.5));
}

// x, y from the middle, y downwards.
static double coverage_at(double x, double y, double radius, double thickness,
                          double angle)
{
    double distance = hypot(x, y);
    double ring =
        share(radius - distance) * share(distance - (radius - thickness));
    double at = atan2(x, -y);
    at = at < 0 ? at + TURN : at;
    // Along the circle to the nearer of its two ends.
    double inside = fmin(angle - at, at) * distance;
    return angle >= TURN ? ring : ring * share(inside);
}

void ring_draw(struct canvas *canvas, struct box box, int thickness,
               int thousandths, struct colour colour)
{
    int side = box.width < box.height ? box.width : box.height;
    struct box square = box_centre((struct size){side, side}, box);
    if (side <= 0 || thousandths <= 0) {
        return;
    }
    size_t length = (size_t)side * (size_t)side;
    uint8_t *coverage = xmalloc(length);
    double radius = side / 2.0, angle = TURN * thousandths / 1000;
    for (size_t i = 0; i < length; i++) {
        int column = (int)(i % (size_t)side), row = (int)(i / (size_t)side);
        coverage[i] = (uint8_t)lround(
            255 * coverage_at(column + 0.5 - radius, row + 0.5 - radius, radius,
                              thickness, angle));
    }
    struct stencil stencil = {
        {side, side},
        coverage, side
    };
    canvas_stencil(canvas, square.x, square.y, stencil, colour);
    free(coverage);
}
