// SPDX-License-Identifier: MIT
#include "screens/list_screen.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "screens/card.h"
#include "screens/deck.h"
#include "screens/filter.h"
#include "screens/list_bar.h"
#include "screens/list_plan.h"
#include "screens/list_view.h"
#include "screens/screen.h"
#include "screens/scroll.h"
#include "screens/strip.h"
#include "slides/parts.h"

enum {
    RUSH_PERCENT = 250, // of the view, in a second
};

struct list {
    struct visit *visit;
    struct list_view parts;

    // The card at the head of the view, to stay there when all is made anew.
    struct event_key head;
    size_t head_index;
    int head_below; // the view's top
};

static size_t head_card(const struct list *list)
{
    size_t index = 0;
    int top = scroll_offset(&list->parts.scroll);
    while (index < list->parts.plan.card_count &&
           box_bottom(list->parts.plan.cards[index].box) <= top) {
        index++;
    }
    return index;
}

static void keep_head(struct list *list)
{
    size_t index = head_card(list);
    if (index >= list->parts.plan.card_count) {
        return;
    }
    const struct plan_card *card = &list->parts.plan.cards[index];
    if (index != list->head_index || list->head.title == NULL) {
        event_key_release(&list->head);
        list->head = event_key_of(card->entry->event);
        list->head_index = index;
    }
    list->head_below = card->box.y - scroll_offset(&list->parts.scroll);
}

// The card of the event; card_count: none.
static size_t card_of(const struct list *list, const struct event_key *key)
{
    const struct agenda *agenda = visit_stage(list->visit)->agenda;
    const struct agenda_entry *entry = event_key_find(key, agenda);
    size_t i = 0;
    while (i < list->parts.plan.card_count &&
           list->parts.plan.cards[i].entry != entry) {
        i++;
    }
    return i;
}

static void go_to(struct list *list, int position)
{
    list->parts.scroll.state = SCROLL_RESTS;
    list->parts.scroll.position = position;
    list_view_set_range(&list->parts);
}

// The event's card as it was, that far below the head of the view.
static void show_again(struct list *list)
{
    size_t index = card_of(list, &list->head);
    if (index < list->parts.plan.card_count) {
        go_to(list, list->parts.plan.cards[index].box.y - list->head_below);
    }
}

// The event's card in the middle, if it is hardly seen from the top.
static void show_event(struct list *list, const struct event_key *key)
{
    size_t index = card_of(list, key);
    if (index < list->parts.plan.card_count) {
        struct box box = list->parts.plan.cards[index].box;
        int height = list->parts.view.height;
        bool seen = box.y + box.height / 2 <= height;
        go_to(list, seen ? 0 : box.y - (height - box.height) / 2);
    }
}

static bool list_is_offered(const struct stage *stage)
{
    return stage->agenda != NULL;
}

static bool list_renew(void *self)
{
    struct list *list = self;
    if (!list_is_offered(visit_stage(list->visit))) {
        return false;
    }
    bool was_at_top =
        scroll_offset(&list->parts.scroll) == list->parts.scroll.first ||
        scroll_offset(&list->parts.scroll) == 0;
    list_view_release(&list->parts);
    list_view_make(&list->parts, list->visit);
    if (!was_at_top && list->head.title != NULL) {
        show_again(list);
    }
    list->head_index = SIZE_MAX;
    return true;
}

static void *list_enter(struct visit *visit, const struct destination *to)
{
    if (!list_is_offered(visit_stage(visit))) {
        return NULL;
    }
    struct list *list = xcalloc(1, sizeof *list);
    list->visit = visit;
    list->head_index = SIZE_MAX;
    list_view_make(&list->parts, list->visit);
    if (to->event.title != NULL) {
        show_event(list, &to->event);
    }
    return list;
}

static void list_leave(void *self)
{
    struct list *list = self;
    list_view_release(&list->parts);
    event_key_release(&list->head);
    free(list);
}

static struct deck_view deck_view_of(const struct list *list, int64_t now_ms)
{
    int top = scroll_offset(&list->parts.scroll),
        height = list->parts.view.height;
    double speed = fabs(scroll_velocity(&list->parts.scroll, now_ms));
    struct deck_view view = {top, top + height, DECK_STANDS};
    if (speed * 100 > (double)height * RUSH_PERCENT) {
        view.pace = DECK_RUSHES;
    } else if (list->parts.scroll.state != SCROLL_RESTS) {
        view.pace = DECK_MOVES;
    }
    return view;
}

static bool list_update(void *self, int64_t now_ms)
{
    struct list *list = self;
    bool moved = scroll_update(&list->parts.scroll, now_ms);
    bool changed = deck_update(list->parts.deck, deck_view_of(list, now_ms));
    keep_head(list);
    return changed || moved;
}

static int64_t list_next_ms(const void *self)
{
    const struct list *list = self;
    int64_t now_ms = visit_now_ms(list->visit);
    return deck_has_work(list->parts.deck)
               ? now_ms
               : scroll_next_ms(&list->parts.scroll, now_ms);
}

static void list_pictures_came(void *self)
{
    struct list *list = self;
    deck_pictures_came(list->parts.deck);
}

static int list_home(const void *self)
{
    const struct list *list = self;
    size_t head = head_card(list);
    return head < list->parts.plan.card_count ? LIST_CARD + (int)head
                                              : LIST_CLOSE;
}

static void list_reveal(void *self, const struct target *target)
{
    struct list *list = self;
    int margin = stage_px(visit_stage(list->visit), 400);
    int64_t now_ms = visit_now_ms(list->visit);
    if (target->id >= LIST_CARD) {
        struct box box = list->parts.plan.cards[target->id - LIST_CARD].box;
        scroll_reveal(&list->parts.scroll, box.y, box_bottom(box), margin,
                      now_ms);
    } else if (target->id >= LIST_ALL && !list->parts.low) {
        scroll_to(&list->parts.scroll, 0, now_ms);
    }
}

static void open_card(struct list *list, size_t index)
{
    const struct event *event = list->parts.plan.cards[index].entry->event;
    struct event_key key = event_key_of(event);
    visit_open(list->visit,
               &(struct destination){.screen = SCREEN_EVENT, .event = key});
    event_key_release(&key);
}

// Another choice of soirées: seen from their beginning.
static void choose(struct list *list)
{
    visit_renew(list->visit);
    list->parts.scroll.position = 0;
    list_view_set_range(&list->parts);
}

static void change_language(struct list *list)
{
    const char *next = list_next_language(list->visit);
    if (next != NULL) {
        visit_choices(list->visit)->language = next;
        visit_renew(list->visit);
    }
}

static void use_tool(struct list *list, int id)
{
    struct choices *choices = visit_choices(list->visit);
    switch (id) {
    case LIST_CLOSE:
        visit_back(list->visit);
        break;
    case LIST_LANGUAGE:
        change_language(list);
        break;
    case LIST_TEXT:
        choices->large_text = !choices->large_text;
        visit_renew(list->visit);
        break;
    case LIST_LOWER:
        choices->low_controls = !choices->low_controls;
        visit_renew(list->visit);
        break;
    case LIST_CALENDAR:
        visit_open(list->visit,
                   &(struct destination){.screen = SCREEN_CALENDAR});
        break;
    case LIST_PAGES:
        visit_open(list->visit, &(struct destination){.screen = SCREEN_PAGES});
        break;
    case LIST_MORE:
        visit_open(list->visit,
                   &(struct destination){.screen = SCREEN_FILTERS});
        break;
    case LIST_ALL:
        filter_clear(choices);
        choose(list);
        break;
    case LIST_HERE:
        filter_toggle_here(choices);
        choose(list);
        break;
    default:
        filter_toggle(choices, &list->parts.options.items[id - LIST_OPTION]);
        choose(list);
        break;
    }
}

static void list_activate(void *self, int id)
{
    struct list *list = self;
    scroll_release(&list->parts.scroll, 0, visit_now_ms(list->visit));
    if (id >= LIST_CARD) {
        open_card(list, (size_t)(id - LIST_CARD));
    } else {
        use_tool(list, id);
    }
}

// A finger that stops a motion opens nothing.
static bool list_gesture(void *self, const struct gesture *gesture)
{
    struct list *list = self;
    bool used = scroll_gesture(&list->parts.scroll, gesture);
    if (gesture->kind == GESTURE_PRESS) {
        return used && box_holds(list->parts.view, gesture->at);
    }
    if (used) {
        visit_redraw(list->visit);
    }
    return used;
}

static bool list_key(void *self, const struct input *input)
{
    struct list *list = self;
    return scroll_key(&list->parts.scroll, input);
}

static void list_draw(void *self, struct canvas *canvas)
{
    const struct list *list = self;
    list_view_draw(&list->parts, canvas);
}

static void list_targets(const void *self, struct targets *out)
{
    const struct list *list = self;
    list_view_targets(&list->parts, out);
}

const struct screen_kind list_screen = {
    .name = "list",
    .is_offered = list_is_offered,
    .enter = list_enter,
    .leave = list_leave,
    .renew = list_renew,
    .pictures_came = list_pictures_came,
    .update = list_update,
    .next_ms = list_next_ms,
    .draw = list_draw,
    .targets = list_targets,
    .home = list_home,
    .activate = list_activate,
    .reveal = list_reveal,
    .gesture = list_gesture,
    .key = list_key,
};
