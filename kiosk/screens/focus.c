// SPDX-License-Identifier: MIT
#include "screens/focus.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

void targets_add(struct targets *targets, struct target target)
{
    if (targets->count == targets->capacity) {
        targets->capacity = 2 * targets->capacity + 16;
        targets->items =
            xrealloc(targets->items, targets->capacity, sizeof *targets->items);
    }
    targets->items[targets->count++] = target;
}

void targets_clear(struct targets *targets)
{
    targets->count = 0;
}

void targets_release(struct targets *targets)
{
    free(targets->items);
    *targets = (struct targets){0};
}

static size_t index_of(const struct targets *targets, int id)
{
    size_t i = 0;
    while (i < targets->count && targets->items[i].id != id) {
        i++;
    }
    return i;
}

const struct target *targets_find(const struct targets *targets, int id)
{
    size_t index = index_of(targets, id);
    return index < targets->count ? &targets->items[index] : NULL;
}

const struct target *targets_at(const struct targets *targets,
                                struct point point)
{
    for (size_t i = targets->count; i > 0; i--) {
        const struct target *target = &targets->items[i - 1];
        if (box_holds(target->box, point) && box_holds(target->within, point)) {
            return target;
        }
    }
    return NULL;
}

// Two boxes seen along one axis: how far the second begins behind the first,
// and how far they are apart across.
struct relation {
    int64_t along, across;
};

static int64_t gap(int from, int length, int other, int other_length)
{
    if (other >= from + length) {
        return other - (from + length) + 1;
    }
    return other + other_length <= from ? from - (other + other_length) + 1 : 0;
}

static struct relation relation_of(struct box a, struct box b, enum key key)
{
    int64_t dx = (2 * b.x + b.width - 2 * a.x - a.width) / 2;
    int64_t dy = (2 * b.y + b.height - 2 * a.y - a.height) / 2;
    int64_t beside = gap(a.y, a.height, b.y, b.height);
    int64_t below = gap(a.x, a.width, b.x, b.width);
    switch ((int)key) {
    case KEY_LEFT:
        return (struct relation){-dx, beside};
    case KEY_RIGHT:
        return (struct relation){dx, beside};
    case KEY_UP:
        return (struct relation){-dy, below};
    default:
        return (struct relation){dy, below};
    }
}

// A row or a column is stayed in; what is aside counts three times as far,
// and of what is equally near the one that lies most in line is taken.
static int64_t cost_of(struct box a, struct box b, enum key key)
{
    struct relation relation = relation_of(a, b, key);
    bool sideways = key == KEY_LEFT || key == KEY_RIGHT;
    bool in_line = gap(a.y, a.height, b.y, b.height) == 0;
    if (relation.along <= 0 || (sideways && !in_line)) {
        return INT64_MAX;
    }
    bool overlaps = sideways ? gap(a.x, a.width, b.x, b.width) == 0 : in_line;
    int64_t shift =
        sideways ? llabs((long long)b.y - a.y) : llabs((long long)b.x - a.x);
    return overlaps && relation.across > 0
               ? INT64_MAX
               : 16 * (relation.along + 3 * relation.across) + shift;
}

static int nearest(const struct targets *targets, size_t from, enum key key)
{
    int64_t best = INT64_MAX;
    size_t found = from;
    for (size_t i = 0; i < targets->count; i++) {
        int64_t cost =
            cost_of(targets->items[from].box, targets->items[i].box, key);
        if (i != from && cost < best) {
            best = cost;
            found = i;
        }
    }
    return targets->items[found].id;
}

int focus_move(const struct targets *targets, int id, enum key key)
{
    size_t count = targets->count, index = index_of(targets, id);
    if (count == 0) {
        return TARGET_NONE;
    }
    if (index == count) {
        return targets->items[0].id;
    }
    switch ((int)key) {
    case KEY_NEXT:
    case KEY_SWITCH:
        return targets->items[(index + 1) % count].id;
    case KEY_PREVIOUS:
        return targets->items[(index + count - 1) % count].id;
    case KEY_UP:
    case KEY_DOWN:
    case KEY_LEFT:
    case KEY_RIGHT:
        return nearest(targets, index, key);
    default:
        return id;
    }
}
