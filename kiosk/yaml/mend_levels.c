// SPDX-License-Identifier: MIT
#include "yaml/mend_levels.h"

static const struct open_level *deepest(const struct levels *levels)
{
    return levels->count > 0 ? &levels->items[levels->count - 1] : NULL;
}

// The outermost level of a kind at column or beyond it; NULL if there is none.
static const struct open_level *level_from(const struct levels *levels,
                                           size_t column, bool list)
{
    for (size_t i = 0; i < levels->count; i++) {
        const struct open_level *level = &levels->items[i];
        if (level->list == list && level->column >= column) {
            return level;
        }
    }
    return NULL;
}

size_t levels_fit_key(const struct levels *levels, size_t column)
{
    const struct open_level *last = deepest(levels);
    if (last == NULL) {
        return column;
    }
    if (column > last->column) {
        // Behind a key with its value nothing deeper can begin.
        return levels->awaits || last->list ? column : last->column;
    }
    const struct open_level *found = level_from(levels, column, false);
    return found != NULL ? found->column : column;
}

static const struct open_level *innermost_list(const struct levels *levels)
{
    for (size_t i = levels->count; i > 0; i--) {
        if (levels->items[i - 1].list) {
            return &levels->items[i - 1];
        }
    }
    return NULL;
}

size_t levels_fit_dash(const struct levels *levels, size_t column)
{
    const struct open_level *last = deepest(levels);
    if (last == NULL || (levels->awaits && column >= last->column)) {
        return column;
    }
    const struct open_level *found = level_from(levels, column, true);
    if (found == NULL) {
        found = innermost_list(levels);
    }
    return found != NULL ? found->column : column;
}

static void push(struct levels *levels, size_t column, bool list)
{
    if (levels->count == LEVELS_MAX) {
        levels->full = true;
        return;
    }
    levels->items[levels->count++] = (struct open_level){column, list};
}

void levels_take_key(struct levels *levels, size_t column)
{
    const struct open_level *last = deepest(levels);
    while (last != NULL &&
           (last->column > column || (last->list && last->column == column))) {
        levels->count--;
        last = deepest(levels);
    }
    if (last == NULL || last->list || last->column < column) {
        push(levels, column, false);
    }
    levels->awaits = true;
}

void levels_take_dash(struct levels *levels, size_t column)
{
    const struct open_level *last = deepest(levels);
    while (last != NULL && last->column > column) {
        levels->count--;
        last = deepest(levels);
    }
    if (last == NULL || !last->list || last->column < column) {
        push(levels, column, true);
    }
    levels->awaits = true;
}

long levels_parent(const struct levels *levels)
{
    const struct open_level *last = deepest(levels);
    return last != NULL ? (long)last->column : -1;
}

bool levels_want_dash(const struct levels *levels, size_t column)
{
    const struct open_level *last = deepest(levels);
    if (levels->awaits && last != NULL && column >= last->column) {
        return true;
    }
    const struct open_level *found = level_from(levels, column, true);
    return found != NULL && found->column == column;
}
