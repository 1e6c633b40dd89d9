// SPDX-License-Identifier: MIT
#include "screens/list_plan.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text_buffer.h"
#include "programme/settings.h"
#include "screens/card.h"
#include "screens/filter.h"
#include "slides/stage.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 340,
    GAP_U = 200,
    CARD_U = 2150, // at least
    CARD_LARGE_U = 2700,
    CARD_PX = 200, // … and on small screens
    HEADING_U = 270,
    BELOW_HEADING_U = 110,
    ABOVE_HEADING_U = 280,
};

// What heads a section: today, a month, or no date.
struct section_key {
    enum {
        SECTION_TODAY,
        SECTION_MONTH,
        SECTION_UNDATED,
    } kind;
    int year, month;
};

int list_plan_margin(const struct stage *stage)
{
    return stage_px(stage, MARGIN_U);
}

static struct section_key key_of(const struct agenda_entry *entry)
{
    if (entry->phase == PHASE_UNDATED) {
        return (struct section_key){.kind = SECTION_UNDATED};
    }
    if (entry->phase == PHASE_ONGOING || entry->chip.urgency != URGENCY_LATER) {
        return (struct section_key){.kind = SECTION_TODAY};
    }
    struct date date = entry->event->begins_local.date;
    return (struct section_key){SECTION_MONTH, date.year, date.month};
}

static bool key_equals(struct section_key a, struct section_key b)
{
    return a.kind == b.kind && a.year == b.year && a.month == b.month;
}

static char *heading_of(const struct stage *stage, struct section_key key)
{
    const struct language *language = stage->phrasing.language;
    struct text_buffer words = {0};
    switch (key.kind) {
    case SECTION_TODAY:
        text_buffer_add(&words, language->words[WORD_TODAY]);
        break;
    case SECTION_UNDATED:
        text_buffer_add(&words, language->words[WORD_DATE_TO_COME]);
        break;
    case SECTION_MONTH:
        text_buffer_add(&words, language->months[key.month - 1]);
        if (key.year != stage->phrasing.this_year) {
            text_buffer_printf(&words, " %d", key.year);
        }
        break;
    }
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

static void choose_columns(const struct stage *stage, struct list_plan *plan)
{
    bool large = stage->settings->text_scale == TEXT_SCALE_LARGE;
    int gap = stage_px(stage, GAP_U);
    int room = stage->size.width - 2 * list_plan_margin(stage);
    int least = larger(stage_px(stage, large ? CARD_LARGE_U : CARD_U), CARD_PX);
    plan->columns = larger((room + gap) / (least + gap), 1);
    plan->card_width =
        larger((room - (plan->columns - 1) * gap) / plan->columns, 1);
}

static void add_cards(const struct agenda *agenda,
                      const struct choices *choices, bool today,
                      struct list_plan *plan)
{
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_entry *entry = &agenda->entries[i];
        bool is_today = key_of(entry).kind == SECTION_TODAY;
        if (is_today == today && filter_matches(choices, entry)) {
            plan->cards[plan->card_count++].entry = entry;
        }
    }
}

// Those of today come first, whatever stands between them in the agenda.
static void choose_cards(const struct stage *stage,
                         const struct choices *choices, struct list_plan *plan)
{
    const struct agenda *agenda = stage->agenda;
    plan->cards = xcalloc(agenda->count + 1, sizeof *plan->cards);
    add_cards(agenda, choices, true, plan);
    add_cards(agenda, choices, false, plan);
}

static int begin_section(const struct stage *stage, struct list_plan *plan,
                         size_t first, int top)
{
    struct section_key key = key_of(plan->cards[first].entry);
    int margin = list_plan_margin(stage);
    int height = stage_px(stage, HEADING_U);
    plan->sections = xrealloc(plan->sections, plan->section_count + 1,
                              sizeof *plan->sections);
    plan->sections[plan->section_count++] = (struct plan_section){
        .heading = heading_of(stage, key),
        .box = {margin, top, stage->size.width - 2 * margin, height},
        .first = first
    };
    return top + height + stage_px(stage, BELOW_HEADING_U);
}

struct list_plan list_plan_make(const struct stage *stage,
                                const struct choices *choices, int top)
{
    struct list_plan plan = {0};
    choose_columns(stage, &plan);
    choose_cards(stage, choices, &plan);
    int margin = list_plan_margin(stage), gap = stage_px(stage, GAP_U);
    int height = card_height(stage, plan.card_width);
    int column = 0, y = top;
    for (size_t i = 0; i < plan.card_count; i++) {
        bool begins = i == 0 || !key_equals(key_of(plan.cards[i].entry),
                                            key_of(plan.cards[i - 1].entry));
        if (begins) {
            y += i > 0 ? height + stage_px(stage, ABOVE_HEADING_U) : 0;
            y = begin_section(stage, &plan, i, y);
            column = 0;
        } else if (column == plan.columns) {
            y += height + gap;
            column = 0;
        }
        plan.cards[i].box =
            (struct box){margin + column * (plan.card_width + gap), y,
                         plan.card_width, height};
        column++;
    }
    plan.bottom = y + (plan.card_count > 0 ? height : 0) + margin;
    return plan;
}

void list_plan_release(struct list_plan *plan)
{
    for (size_t i = 0; i < plan->section_count; i++) {
        free(plan->sections[i].heading);
    }
    free(plan->sections);
    free(plan->cards);
    *plan = (struct list_plan){0};
}
