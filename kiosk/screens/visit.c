// SPDX-License-Identifier: MIT
#include "screens/visit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "language/language.h"
#include "screens/controls.h"
#include "screens/desk.h"
#include "screens/visit_parts.h"

static const struct language *chosen_language(const struct visit *visit)
{
    const char *code = visit->choices.language;
    const struct language *language =
        code != NULL ? languages_find(visit->languages, code) : NULL;
    return language != NULL ? language : visit->given->phrasing.language;
}

// The given stage, with what was chosen.
static void set_stage(struct visit *visit)
{
    visit->settings = *visit->given->settings;
    visit->settings.text_scale =
        visit->choices.large_text ? TEXT_SCALE_LARGE : TEXT_SCALE_NORMAL;
    visit->stage = *visit->given;
    visit->stage.settings = &visit->settings;
    visit->stage.phrasing.language = chosen_language(visit);
    visit->recogniser.slop_px = controls_slop_px(&visit->stage);
}

struct visit *visit_new(struct visit_options options)
{
    struct visit *visit = xcalloc(1, sizeof *visit);
    visit->languages = options.languages;
    visit->behind = options.behind;
    visit->desk = options.desk;
    if (options.desk != NULL) {
        gate_shut(&options.desk->gate);
    }
    visit->first = options.first;
    visit->first.event = event_key_copy(&options.first.event);
    visit->given = options.stage;
    visit->choices.large_text =
        options.stage->settings->text_scale == TEXT_SCALE_LARGE;
    visit->pressed = TARGET_NONE;
    visit->switch_ms = INT64_MAX;
    visit->now_ms = visit->idle_ms = options.now_ms;
    visit->is_dirty = true;
    recogniser_init(&visit->recogniser, 0);
    set_stage(visit);
    return visit;
}

void visit_bury(struct visit *visit)
{
    for (size_t i = 0; i < visit->left_count; i++) {
        visit->left[i].kind->leave(visit->left[i].self);
    }
    visit->left_count = 0;
}

static void pop(struct visit *visit)
{
    assert(visit->count > 0);
    if (visit->left_count == VISIT_LEVELS_MAX) {
        visit_bury(visit);
    }
    visit->left[visit->left_count++] = visit->levels[--visit->count];
    visit_let_go(visit);
    visit->is_dirty = true;
}

void visit_free(struct visit *visit)
{
    if (visit == NULL) {
        return;
    }
    visit_bury(visit);
    while (visit->count > 0) {
        pop(visit);
    }
    visit_bury(visit);
    targets_release(&visit->targets);
    event_key_release(&visit->first.event);
    free(visit->choices.place);
    free(visit->choices.kind);
    free(visit);
}

struct level *visit_top(struct visit *visit)
{
    return visit->count > 0 ? &visit->levels[visit->count - 1] : NULL;
}

const struct targets *visit_targets(struct visit *visit)
{
    const struct level *top = visit_top(visit);
    targets_clear(&visit->targets);
    if (top != NULL && top->kind->targets != NULL) {
        top->kind->targets(top->self, &visit->targets);
    }
    return &visit->targets;
}

bool visit_open(struct visit *visit, const struct destination *to)
{
    if (visit->count == VISIT_LEVELS_MAX) {
        return false;
    }
    const struct screen_kind *kind = screen_kind_of(to->screen);
    void *self = kind != NULL ? kind->enter(visit, to) : NULL;
    if (self == NULL) {
        return false;
    }
    visit_cancel(visit);
    visit->levels[visit->count++] = (struct level){kind, self, TARGET_NONE};
    visit->is_dirty = true;
    return true;
}

bool visit_replace(struct visit *visit, const struct destination *to)
{
    assert(visit->count > 0);
    struct level old = visit->levels[--visit->count];
    if (!visit_open(visit, to)) {
        visit->levels[visit->count++] = old;
        return false;
    }
    if (visit->left_count == VISIT_LEVELS_MAX) {
        visit_bury(visit);
    }
    // The neighbour's keys begin where these were.
    visit_top(visit)->focus = old.focus;
    visit->left[visit->left_count++] = old;
    return true;
}

void visit_back(struct visit *visit)
{
    visit_cancel(visit);
    if (visit->count > 0) {
        pop(visit);
    }
    visit->is_over = visit->count == 0;
}

// The list stands below whatever comes first, so that the way back is the
// same from everywhere. Without a programme there is none.
void visit_enter(struct visit *visit)
{
    struct destination list = {.screen = SCREEN_LIST,
                               .event = visit->first.event};
    visit->has_entered = true;
    visit_open(visit, &list);
    if (visit->first.screen != SCREEN_LIST) {
        visit_open(visit, &visit->first);
    }
}

// A screen whose matter is gone goes, with all that lie on it.
static void renew_screens(struct visit *visit)
{
    for (size_t i = 0; i < visit->count; i++) {
        const struct level *level = &visit->levels[i];
        bool stays =
            level->kind->renew == NULL || level->kind->renew(level->self);
        while (!stays && visit->count > i) {
            pop(visit);
        }
    }
    visit->is_over =
        visit->is_over || (visit->count == 0 && visit->has_entered);
    visit->is_dirty = true;
}

void visit_renew(struct visit *visit)
{
    set_stage(visit);
    renew_screens(visit);
}

void visit_set_stage(struct visit *visit, const struct stage *stage)
{
    // What stands behind the threshold is another picture now.
    bool resized = !size_equals(stage->size, visit->stage.size);
    bool had_list = visit_offers(visit, SCREEN_LIST);
    visit->given = stage;
    bool is_new = resized || had_list != (stage->agenda != NULL);
    visit->is_over = visit->is_over || (is_new && !visit->has_entered);
    visit_renew(visit);
    visit_bury(visit);
}

const struct stage *visit_stage(const struct visit *visit)
{
    return &visit->stage;
}

int64_t visit_now_ms(const struct visit *visit)
{
    return visit->now_ms;
}

struct choices *visit_choices(struct visit *visit)
{
    return &visit->choices;
}

struct desk *visit_desk(const struct visit *visit)
{
    return visit->desk;
}

bool visit_offers(const struct visit *visit, enum screen_name name)
{
    const struct screen_kind *kind = screen_kind_of(name);
    return kind != NULL &&
           (kind->is_offered == NULL || kind->is_offered(&visit->stage));
}

void visit_redraw(struct visit *visit)
{
    visit->is_dirty = true;
}

void visit_pictures_came(struct visit *visit)
{
    for (size_t i = 0; i < visit->count; i++) {
        const struct level *level = &visit->levels[i];
        if (level->kind->pictures_came != NULL) {
            level->kind->pictures_came(level->self);
        }
    }
}

static int64_t warning_ms(const struct visit *visit)
{
    return visit->idle_ms + (int64_t)visit->settings.idle_seconds * 1000;
}

bool visit_warns(const struct visit *visit)
{
    return visit->now_ms >= warning_ms(visit);
}

bool visit_is_over(const struct visit *visit)
{
    return visit->is_over;
}

static void look_at_idleness(struct visit *visit)
{
    if (!visit_warns(visit)) {
        return;
    }
    if (visit->now_ms >= warning_ms(visit) + VISIT_WARNING_MS) {
        visit->is_over = true;
    } else if (visit->now_ms >= visit->tick_ms + VISIT_TICK_MS) {
        visit->tick_ms = visit->now_ms;
        visit->is_dirty = true;
    }
}

bool visit_update(struct visit *visit, int64_t now_ms)
{
    visit->now_ms = now_ms;
    visit_hold(visit);
    visit_hold_corner(visit);
    const struct level *top = visit_top(visit);
    if (top != NULL && top->kind->update != NULL &&
        top->kind->update(top->self, now_ms)) {
        visit->is_dirty = true;
    }
    look_at_idleness(visit);
    visit_bury(visit);
    return visit->is_dirty && !visit->is_over;
}

int64_t visit_next_ms(const struct visit *visit)
{
    if (visit->is_dirty || visit->is_over) {
        return visit->now_ms;
    }
    int64_t next =
        visit_warns(visit) ? visit->tick_ms + VISIT_TICK_MS : warning_ms(visit);
    next = earlier(next, recogniser_next_ms(&visit->recogniser));
    if (visit->switch_ms < INT64_MAX) {
        next = earlier(next, visit->switch_ms + VISIT_SWITCH_MS);
    }
    next = earlier(next, visit_corner_next_ms(visit));
    if (visit->count > 0) {
        const struct level *top = &visit->levels[visit->count - 1];
        if (top->kind->next_ms != NULL) {
            next = earlier(next, top->kind->next_ms(top->self));
        }
    }
    return next;
}

const char *visit_where(const struct visit *visit)
{
    return visit->count > 0 ? visit->levels[visit->count - 1].kind->name
                            : "threshold";
}
