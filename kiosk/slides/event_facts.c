// SPDX-License-Identifier: MIT
#include "slides/event_facts.h"

#include "base/text_buffer.h"
#include "slides/parts.h"

enum {
    OTHER_DATES_MAX = 4
};

static char *capitalised(struct text_buffer *words)
{
    phrase_capitalise(words, 0);
    return text_buffer_take(words);
}

char *event_fact_days(const struct stage *stage,
                      const struct agenda_entry *entry)
{
    const struct event *event = entry->event;
    struct text_buffer words = {0};
    if (entry->phase == PHASE_UNDATED && event->status == STATUS_POSTPONED) {
        phrase_word(&stage->phrasing, WORD_DATE_TO_COME, NULL, NULL, &words);
    } else {
        phrase_days(&stage->phrasing, &event->when, &words);
    }
    return capitalised(&words);
}

char *event_fact_times(const struct stage *stage,
                       const struct agenda_entry *entry)
{
    const struct event *event = entry->event;
    struct text_buffer words = {0};
    if (event->status == STATUS_POSTPONED) {
        phrase_word(&stage->phrasing, WORD_NEW_DATE_TO_COME, NULL, NULL,
                    &words);
    } else {
        phrase_times(&stage->phrasing, &event->when, &words);
    }
    return capitalised(&words);
}

char *event_fact_previous(const struct stage *stage, const struct event *event)
{
    struct text_buffer date = {0}, words = {0};
    if (event->status == STATUS_RESCHEDULED &&
        !wording_is_empty(&event->previous)) {
        bool understood = event->previous_when != NULL &&
                          event->previous_when->precision != PRECISION_NONE;
        if (understood) {
            phrase_days(&stage->phrasing, event->previous_when, &date);
        } else {
            text_buffer_add(&date, part_wording(stage, &event->previous));
        }
        phrase_word(&stage->phrasing, WORD_INSTEAD_OF, text_buffer_text(&date),
                    NULL, &words);
    }
    text_buffer_release(&date);
    return capitalised(&words);
}

char *event_fact_kind(const struct stage *stage, const struct event *event)
{
    struct text_buffer words = {0};
    text_buffer_add(&words, part_wording(stage, &event->kind));
    return capitalised(&words);
}

// A word filled with a list; "" for an empty list.
static char *filled(const struct stage *stage, enum word word,
                    struct text_buffer *list)
{
    struct text_buffer words = {0};
    if (list->length > 0) {
        phrase_word(&stage->phrasing, word, text_buffer_text(list), NULL,
                    &words);
    }
    text_buffer_release(list);
    return capitalised(&words);
}

char *event_fact_people(const struct stage *stage, const struct event *event)
{
    struct text_buffer names = {0};
    for (size_t i = 0; i < event->with.count; i++) {
        text_buffer_add(&names, i > 0 ? ", " : "");
        text_buffer_add(&names, part_wording(stage, &event->with.items[i]));
    }
    return filled(stage, WORD_WITH, &names);
}

char *event_fact_other_dates(const struct stage *stage,
                             const struct event *event)
{
    struct text_buffer dates = {0};
    int count = 0;
    for (size_t i = 0; i < stage->agenda->count && count < OTHER_DATES_MAX;
         i++) {
        const struct event *other = stage->agenda->entries[i].event;
        bool sibling = other->entry == event->entry && other != event &&
                       other->when.precision != PRECISION_NONE;
        if (sibling) {
            text_buffer_add(&dates, count > 0 ? ", " : "");
            phrase_day(&stage->phrasing, other->when.first_day, &dates);
            count++;
        }
    }
    return filled(stage, WORD_ALSO_ON, &dates);
}

char *event_fact_venue(const struct stage *stage, const struct event *event)
{
    struct text_buffer words = {0};
    const char *venue = part_wording(stage, &event->venue);
    if (event->place_to_come && venue[0] == '\0') {
        phrase_word(&stage->phrasing, WORD_PLACE_TO_COME, NULL, NULL, &words);
    } else if (venue[0] == '\0' && event->online &&
               wording_is_empty(&event->town)) {
        phrase_word(&stage->phrasing, WORD_ONLINE, NULL, NULL, &words);
    } else {
        text_buffer_add(&words, venue);
    }
    return capitalised(&words);
}

char *event_fact_entrance(const struct stage *stage, const struct event *event)
{
    struct text_buffer words = {0};
    const char *doors = part_wording(stage, &event->doors);
    if (doors[0] != '\0') {
        phrase_word(&stage->phrasing, WORD_DOORS, doors, NULL, &words);
        phrase_capitalise(&words, 0);
    }
    const char *price = part_wording(stage, &event->price);
    if (event->free && price[0] == '\0') {
        price = stage->phrasing.language->words[WORD_FREE];
    }
    text_buffer_add(&words, words.length > 0 && price[0] != '\0' ? " · " : "");
    size_t start = words.length;
    text_buffer_add(&words, price);
    phrase_capitalise(&words, start);
    return text_buffer_take(&words);
}
