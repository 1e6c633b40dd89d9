// SPDX-License-Identifier: MIT
#include "base/turn.h"

#include <stdbool.h>

#include "base/number.h"

enum turn turn_of_degrees(int degrees)
{
    return (enum turn)(degrees / 90 % 4);
}

enum turn turn_back(enum turn turn)
{
    return (enum turn)((4 - (int)turn) % 4);
}

struct size turn_size(enum turn turn, struct size size)
{
    bool on_its_side = turn == TURN_RIGHT || turn == TURN_LEFT;
    return on_its_side ? (struct size){size.height, size.width} : size;
}

struct point turn_point(enum turn turn, struct size size, struct point point)
{
    int from_right = size.width - 1 - point.x;
    int from_bottom = size.height - 1 - point.y;
    switch (turn) {
    case TURN_RIGHT:
        return (struct point){from_bottom, point.x};
    case TURN_HALF:
        return (struct point){from_right, from_bottom};
    case TURN_LEFT:
        return (struct point){point.y, from_right};
    case TURN_NONE:
        break;
    }
    return point;
}

struct box turn_box(enum turn turn, struct size size, struct box box)
{
    struct point first = {box.x, box.y};
    struct point last = {box_right(box) - 1, box_bottom(box) - 1};
    struct point a = turn_point(turn, size, first);
    struct point b = turn_point(turn, size, last);
    struct size turned = turn_size(turn, box_size(box));
    return (struct box){smaller(a.x, b.x), smaller(a.y, b.y), turned.width,
                        turned.height};
}
