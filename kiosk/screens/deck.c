// SPDX-License-Identifier: MIT
#include "screens/deck.h"

#include <limits.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "screens/card.h"
#include "screens/list_plan.h"

struct slot {
    struct canvas *canvas; // NULL: not composed
    bool is_whole;         // with its poster
    bool was_asked;        // for it, since pictures came last
};

struct deck {
    const struct stage *stage;
    const struct list_plan *plan;
    struct slot *slots;
    size_t first, last; // those that are kept lie between
    bool has_work;
};

struct deck *deck_new(const struct stage *stage, const struct list_plan *plan)
{
    struct deck *deck = xcalloc(1, sizeof *deck);
    deck->stage = stage;
    deck->plan = plan;
    deck->slots = xcalloc(plan->card_count + 1, sizeof *deck->slots);
    deck->has_work = plan->card_count > 0;
    return deck;
}

static void drop(struct slot *slot)
{
    canvas_free(slot->canvas);
    *slot = (struct slot){0};
}

void deck_free(struct deck *deck)
{
    if (deck != NULL) {
        for (size_t i = 0; i < deck->plan->card_count; i++) {
            drop(&deck->slots[i]);
        }
        free(deck->slots);
        free(deck);
    }
}

// Cards lie in order from top to bottom: the first one that ends below y.
static size_t first_below(const struct deck *deck, int y)
{
    size_t low = 0, high = deck->plan->card_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (box_bottom(deck->plan->cards[middle].box) > y) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// The first one that begins at y or below.
static size_t first_beyond(const struct deck *deck, int y)
{
    size_t low = 0, high = deck->plan->card_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (deck->plan->cards[middle].box.y >= y) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// One view above and one below are kept.
static void keep_near(struct deck *deck, struct deck_view view)
{
    int height = view.bottom - view.top;
    size_t first = first_below(deck, view.top - height);
    size_t last = first_beyond(deck, view.bottom + height);
    for (size_t i = deck->first; i < deck->last; i++) {
        if (i < first || i >= last) {
            drop(&deck->slots[i]);
        }
    }
    deck->first = first;
    deck->last = last > first ? last : first;
}

static int distance(const struct deck *deck, size_t index,
                    struct deck_view view)
{
    struct box box = deck->plan->cards[index].box;
    return abs(box.y + box.height / 2 - (view.top + view.bottom) / 2);
}

static bool is_seen(const struct deck *deck, size_t index,
                    struct deck_view view)
{
    struct box box = deck->plan->cards[index].box;
    return box.y < view.bottom && box_bottom(box) > view.top;
}

// The nearest to the middle of the view among the cards kept that are seen, or
// are not, and for which there is something to do; card_count: none.
static size_t nearest(const struct deck *deck, struct deck_view view, bool seen,
                      bool (*has_to)(const struct slot *slot))
{
    size_t found = deck->plan->card_count;
    int best = INT_MAX;
    for (size_t i = deck->first; i < deck->last; i++) {
        int far = distance(deck, i, view);
        if (is_seen(deck, i, view) == seen && has_to(&deck->slots[i]) &&
            far < best) {
            best = far;
            found = i;
        }
    }
    return found;
}

static bool must_be_composed(const struct slot *slot)
{
    return slot->canvas == NULL;
}

static bool lacks_poster(const struct slot *slot)
{
    return slot->canvas != NULL && !slot->is_whole && !slot->was_asked;
}

static bool add_poster(struct deck *deck, size_t index)
{
    struct slot *slot = &deck->slots[index];
    slot->was_asked = true;
    slot->is_whole = card_draw_poster(
        deck->stage, deck->plan->cards[index].entry, slot->canvas);
    return slot->is_whole;
}

static bool compose(struct deck *deck, size_t index)
{
    struct slot *slot = &deck->slots[index];
    slot->canvas = card_compose(deck->stage, deck->plan->cards[index].entry,
                                deck->plan->card_width);
    return slot->canvas != NULL;
}

enum work {
    WORK_NONE,
    WORK_DONE,
    WORK_SEEN, // done, and to be seen
};

// One card, of those that are seen or of the others. Without memory for a card
// there is nothing to do.
static enum work work_at(struct deck *deck, struct deck_view view, bool seen)
{
    size_t count = deck->plan->card_count;
    size_t next = nearest(deck, view, seen, must_be_composed);
    if (next < count) {
        bool composed = compose(deck, next);
        return !composed ? WORK_NONE : seen ? WORK_SEEN : WORK_DONE;
    }
    next = view.pace == DECK_RUSHES ? count
                                    : nearest(deck, view, seen, lacks_poster);
    if (next == count) {
        return WORK_NONE;
    }
    return add_poster(deck, next) && seen ? WORK_SEEN : WORK_DONE;
}

bool deck_update(struct deck *deck, struct deck_view view)
{
    int turns = view.pace == DECK_STANDS ? deck->plan->columns : 1;
    bool changed = false;
    enum work work = WORK_DONE;
    keep_near(deck, view);
    for (int i = 0; i < turns && work != WORK_NONE; i++) {
        work = work_at(deck, view, true);
        work = work == WORK_NONE ? work_at(deck, view, false) : work;
        changed = changed || work == WORK_SEEN;
    }
    deck->has_work = work != WORK_NONE;
    return changed;
}

bool deck_has_work(const struct deck *deck)
{
    return deck->has_work;
}

void deck_pictures_came(struct deck *deck)
{
    for (size_t i = deck->first; i < deck->last; i++) {
        deck->slots[i].was_asked = false;
    }
    deck->has_work = true;
}

const struct canvas *deck_card(const struct deck *deck, size_t index)
{
    return deck->slots[index].canvas;
}

size_t deck_kept(const struct deck *deck)
{
    size_t count = 0;
    for (size_t i = deck->first; i < deck->last; i++) {
        count += deck->slots[i].canvas != NULL ? 1 : 0;
    }
    return count;
}

size_t deck_waits(const struct deck *deck)
{
    size_t count = 0;
    for (size_t i = deck->first; i < deck->last; i++) {
        count += deck->slots[i].is_whole ? 0 : 1;
    }
    return count;
}
