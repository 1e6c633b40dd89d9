// SPDX-License-Identifier: MIT
#include "screens/code_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "programme/programme.h"
#include "screens/event_codes.h"
#include "screens/large_code.h"
#include "slides/event_facts.h"
#include "slides/parts.h"

struct code_page {
    struct visit *visit;
    struct event_key key;
    enum word action; // which code it is
    struct event_codes codes;
    const struct event_code *code;
    const struct agenda_entry *entry;
};

static const struct stage *stage_of(const struct code_page *page)
{
    return visit_stage(page->visit);
}

static bool is_low(const struct code_page *page)
{
    return visit_choices(page->visit)->low_controls;
}

// False if the event is gone.
static bool find(struct code_page *page)
{
    const struct stage *stage = stage_of(page);
    event_codes_release(&page->codes);
    page->code = NULL;
    page->entry = stage->agenda != NULL
                      ? event_key_find(&page->key, stage->agenda)
                      : NULL;
    if (page->entry == NULL) {
        return false;
    }
    page->codes = event_codes_of(stage, page->entry->event);
    return true;
}

// False if it is not to be had any more: registration is closed.
static bool page_renew(void *self)
{
    struct code_page *page = self;
    if (!find(page)) {
        return false;
    }
    for (size_t i = 0; i < page->codes.count; i++) {
        if (page->codes.items[i].action == page->action) {
            page->code = &page->codes.items[i];
        }
    }
    return page->code != NULL;
}

static void page_leave(void *self)
{
    struct code_page *page = self;
    event_codes_release(&page->codes);
    event_key_release(&page->key);
    free(page);
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    struct code_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->key = event_key_copy(&to->event);
    if (!find(page) || to->number >= page->codes.count) {
        page_leave(page);
        return NULL;
    }
    page->code = &page->codes.items[to->number];
    page->action = page->code->action;
    return page;
}

static char *words_of(const struct stage *stage, enum word word)
{
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, word, NULL, NULL, &words);
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

// What the code holds or belongs to: "Foodcoop", and when it is.
static char *above_of(const struct stage *stage,
                      const struct agenda_entry *entry)
{
    struct text_buffer words = {0};
    char *days = event_fact_days(stage, entry);
    text_buffer_add(&words, part_wording(stage, &entry->event->title));
    text_buffer_add(&words, days[0] != '\0' ? "\n" : "");
    text_buffer_add(&words, days);
    free(days);
    return text_buffer_take(&words);
}

static void page_draw(void *self, struct canvas *canvas)
{
    struct code_page *page = self;
    const struct stage *stage = stage_of(page);
    char *above = above_of(stage, page->entry);
    char *action = words_of(stage, page->action);
    char *hint = words_of(stage, page->code->hint);
    large_code_draw(stage,
                    &(struct large_code){.payload = page->code->payload,
                                         .above = above,
                                         .action = action,
                                         .shown = page->code->shown,
                                         .hint = hint},
                    is_low(page), canvas);
    free(above);
    free(action);
    free(hint);
}

static void page_targets(const void *self, struct targets *out)
{
    const struct code_page *page = self;
    large_code_targets(stage_of(page), is_low(page), out);
}

static void page_activate(void *self, int id)
{
    struct code_page *page = self;
    (void)id;
    visit_back(page->visit);
}

const struct screen_kind code_screen = {
    .name = "code",
    .enter = page_enter,
    .leave = page_leave,
    .renew = page_renew,
    .draw = page_draw,
    .targets = page_targets,
    .activate = page_activate,
};
