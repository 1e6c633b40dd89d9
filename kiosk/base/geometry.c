// SPDX-License-Identifier: MIT
#include "base/geometry.h"

#include "base/number.h"

struct box box_inset(struct box box, int margin)
{
    return (struct box){box.x + margin, box.y + margin,
                        larger(box.width - 2 * margin, 0),
                        larger(box.height - 2 * margin, 0)};
}

struct box box_intersection(struct box a, struct box b)
{
    int x = larger(a.x, b.x);
    int y = larger(a.y, b.y);
    int right = smaller(box_right(a), box_right(b));
    int bottom = smaller(box_bottom(a), box_bottom(b));
    return (struct box){x, y, larger(right - x, 0), larger(bottom - y, 0)};
}

struct box box_union(struct box a, struct box b)
{
    if (box_is_empty(a) || box_is_empty(b)) {
        return box_is_empty(a) ? b : a;
    }
    int x = smaller(a.x, b.x);
    int y = smaller(a.y, b.y);
    return (struct box){x, y, larger(box_right(a), box_right(b)) - x,
                        larger(box_bottom(a), box_bottom(b)) - y};
}

bool box_is_empty(struct box box)
{
    return box.width <= 0 || box.height <= 0;
}

bool box_contains(struct box outer, struct box inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           box_right(inner) <= box_right(outer) &&
           box_bottom(inner) <= box_bottom(outer);
}

bool box_holds(struct box box, struct point point)
{
    return point.x >= box.x && point.x < box_right(box) && point.y >= box.y &&
           point.y < box_bottom(box);
}

struct size size_fit(struct size inner, struct size outer)
{
    int64_t by_width = (int64_t)outer.width * inner.height;
    int64_t by_height = (int64_t)outer.height * inner.width;
    struct size fitted = outer;
    if (inner.width <= 0 || inner.height <= 0) {
        return (struct size){1, 1};
    }
    if (by_width <= by_height) {
        fitted.height = (int)((by_width + inner.width / 2) / inner.width);
    } else {
        fitted.width = (int)((by_height + inner.height / 2) / inner.height);
    }
    return (struct size){larger(fitted.width, 1), larger(fitted.height, 1)};
}

struct box box_centre(struct size size, struct box outer)
{
    return (struct box){outer.x + (outer.width - size.width) / 2,
                        outer.y + (outer.height - size.height) / 2, size.width,
                        size.height};
}
