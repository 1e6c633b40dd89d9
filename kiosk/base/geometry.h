// SPDX-License-Identifier: MIT
// Sizes, boxes and colours. Pixels; y grows downwards.

#ifndef KIOSK_BASE_GEOMETRY_H
#define KIOSK_BASE_GEOMETRY_H

#include <stdbool.h>
#include <stdint.h>

struct size {
    int width, height;
};

struct point {
    int x, y;
};

struct box {
    int x, y, width, height;
};

// Straight (not premultiplied) alpha; 255 is opaque.
struct colour {
    uint8_t red, green, blue, alpha;
};

static inline int box_right(struct box box)
{
    return box.x + box.width;
}

static inline int box_bottom(struct box box)
{
    return box.y + box.height;
}

static inline struct size box_size(struct box box)
{
    return (struct size){box.width, box.height};
}

// The box less a margin on every side; never of negative size.
struct box box_inset(struct box box, int margin);

struct box box_intersection(struct box a, struct box b);
// The smallest box that holds both. An empty one takes no room.
struct box box_union(struct box a, struct box b);
bool box_is_empty(struct box box);
bool box_contains(struct box outer, struct box inner);
bool box_holds(struct box box, struct point point);

// The largest size with inner's proportions that fits into outer; at least
// one pixel each way.
struct size size_fit(struct size inner, struct size outer);

// A box of that size in the middle of outer.
struct box box_centre(struct size size, struct box outer);

static inline bool size_equals(struct size a, struct size b)
{
    return a.width == b.width && a.height == b.height;
}

#endif
