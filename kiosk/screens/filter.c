// SPDX-License-Identifier: MIT
#include "screens/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/phrase.h"
#include "screens/screen.h"
#include "slides/parts.h"

static const struct wording *wording_of(const struct agenda_entry *entry,
                                        enum filter_group group)
{
    return group == FILTER_PLACE ? &entry->event->town : &entry->event->kind;
}

// "" where nothing is written. The caller's.
static char *key_of(const struct agenda_entry *entry, enum filter_group group)
{
    const char *text = wording_of(entry, group)->text;
    return utf8_fold(text != NULL ? text : "");
}

static char *label_of(const struct stage *stage, const struct wording *wording)
{
    struct text_buffer label = {0};
    text_buffer_add(&label, part_wording(stage, wording));
    phrase_capitalise(&label, 0);
    return text_buffer_take(&label);
}

static struct filter_option *find(struct filter_options *options,
                                  enum filter_group group, const char *key)
{
    for (size_t i = 0; i < options->count; i++) {
        struct filter_option *option = &options->items[i];
        if (option->group == group && strcmp(option->key, key) == 0) {
            return option;
        }
    }
    return NULL;
}

static void add(struct filter_options *options, const struct stage *stage,
                const struct agenda_entry *entry, enum filter_group group)
{
    char *key = key_of(entry, group);
    struct filter_option *option = find(options, group, key);
    if (key[0] == '\0' || option != NULL) {
        if (option != NULL) {
            option->count++;
        }
        free(key);
        return;
    }
    options->items =
        xrealloc(options->items, options->count + 1, sizeof *options->items);
    option = &options->items[options->count++];
    *option = (struct filter_option){.key = key, .count = 1};
    option->group = group;
    option->label = label_of(stage, wording_of(entry, group));
}

static int compare(const void *a, const void *b)
{
    const struct filter_option *p = a, *q = b;
    if (p->group != q->group) {
        return (int)p->group - (int)q->group;
    }
    if (p->count != q->count) {
        return p->count > q->count ? -1 : 1;
    }
    return strcmp(p->key, q->key);
}

static size_t count_group(const struct filter_options *options,
                          enum filter_group group)
{
    size_t count = 0;
    for (size_t i = 0; i < options->count; i++) {
        count += options->items[i].group == group ? 1 : 0;
    }
    return count;
}

static void option_release(struct filter_option *option)
{
    free(option->key);
    free(option->label);
}

// An option that is all there is, for everything there is, parts nothing.
static void drop_idle(struct filter_options *options, enum filter_group group,
                      size_t entries)
{
    size_t kept = 0;
    bool single = count_group(options, group) == 1;
    for (size_t i = 0; i < options->count; i++) {
        struct filter_option *option = &options->items[i];
        if (option->group == group && single && option->count == entries) {
            option_release(option);
        } else {
            options->items[kept++] = *option;
        }
    }
    options->count = kept;
}

struct filter_options filter_options_of(const struct stage *stage)
{
    struct filter_options options = {0};
    const struct agenda *agenda = stage->agenda;
    size_t here = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        add(&options, stage, &agenda->entries[i], FILTER_PLACE);
        add(&options, stage, &agenda->entries[i], FILTER_KIND);
        here += agenda->entries[i].here ? 1 : 0;
    }
    drop_idle(&options, FILTER_PLACE, agenda->count);
    drop_idle(&options, FILTER_KIND, agenda->count);
    if (options.count > 0) {
        qsort(options.items, options.count, sizeof *options.items, compare);
    }
    options.place_count = count_group(&options, FILTER_PLACE);
    options.has_here = here > 0 && here < agenda->count;
    return options;
}

void filter_options_release(struct filter_options *options)
{
    for (size_t i = 0; i < options->count; i++) {
        option_release(&options->items[i]);
    }
    free(options->items);
    *options = (struct filter_options){0};
}

static bool has_key(const struct agenda_entry *entry, enum filter_group group,
                    const char *wanted)
{
    char *key = wanted != NULL ? key_of(entry, group) : NULL;
    bool has = wanted == NULL || strcmp(key, wanted) == 0;
    free(key);
    return has;
}

bool filter_matches(const struct choices *choices,
                    const struct agenda_entry *entry)
{
    return (!choices->here || entry->here) &&
           has_key(entry, FILTER_PLACE, choices->place) &&
           has_key(entry, FILTER_KIND, choices->kind);
}

bool filter_is_chosen(const struct choices *choices,
                      const struct filter_option *option)
{
    const char *chosen =
        option->group == FILTER_PLACE ? choices->place : choices->kind;
    return chosen != NULL && strcmp(chosen, option->key) == 0;
}

bool filter_chooses(const struct choices *choices)
{
    return choices->here || choices->place != NULL || choices->kind != NULL;
}

void filter_toggle(struct choices *choices, const struct filter_option *option)
{
    bool was_chosen = filter_is_chosen(choices, option);
    bool is_place = option->group == FILTER_PLACE;
    char **chosen = is_place ? &choices->place : &choices->kind;
    free(*chosen);
    *chosen = was_chosen ? NULL : xstrdup(option->key);
    choices->here = choices->here && !is_place;
}

void filter_toggle_here(struct choices *choices)
{
    choices->here = !choices->here;
    free(choices->place);
    choices->place = NULL;
}

void filter_clear(struct choices *choices)
{
    free(choices->place);
    free(choices->kind);
    choices->place = choices->kind = NULL;
    choices->here = false;
}

static void check_group(char **chosen, enum filter_group group,
                        const struct filter_options *options)
{
    bool found = *chosen == NULL;
    for (size_t i = 0; i < options->count && !found; i++) {
        found = options->items[i].group == group &&
                strcmp(options->items[i].key, *chosen) == 0;
    }
    if (!found) {
        free(*chosen);
        *chosen = NULL;
    }
}

void filter_check(struct choices *choices, const struct filter_options *options)
{
    check_group(&choices->place, FILTER_PLACE, options);
    check_group(&choices->kind, FILTER_KIND, options);
    choices->here = choices->here && options->has_here;
}
