// SPDX-License-Identifier: MIT
#include "screens/list_bar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "screens/filter.h"
#include "screens/list_plan.h"
#include "screens/screen.h"
#include "screens/strip.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    ABOVE_U = 220,
    BELOW_U = 130,
    TITLE_U = 300,
    TITLE_MIN_U = 200,
    TOOLS_MAX = 6,
};

static const struct part_style TITLE = {.role = FONT_DISPLAY,
                                        .largest_u = TITLE_U,
                                        .smallest_u = TITLE_MIN_U,
                                        .leading_percent = 110,
                                        .max_lines = 1};

const char *list_next_language(struct visit *visit)
{
    const struct stage *stage = visit_stage(visit);
    const struct settings *settings = stage->settings;
    const char *code = stage->phrasing.language->code;
    size_t count = settings->language_count, at = count - 1;
    for (size_t i = 0; i < count; i++) {
        at = strcmp(settings->languages[i], code) == 0 ? i : at;
    }
    const char *next = settings->languages[(at + 1) % count];
    return strcmp(next, code) != 0 ? next : NULL;
}

static char *title_words(const struct stage *stage, size_t count)
{
    struct text_buffer words = {0};
    char number[24];
    snprintf(number, sizeof number, "%zu", count);
    // "0 soirées" would be a strange greeting.
    enum word word = count > 0 ? WORD_UPCOMING_COUNT : WORD_UPCOMING_EVENTS;
    phrase_word(&stage->phrasing, word, number, NULL, &words);
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

static size_t choose_tools(struct visit *visit, char *language,
                           struct button tools[TOOLS_MAX])
{
    const struct choices *choices = visit_choices(visit);
    size_t count = 0;
    if (visit_offers(visit, SCREEN_CALENDAR)) {
        tools[count++] =
            (struct button){.id = LIST_CALENDAR, .sign = "calendrier"};
    }
    if (visit_offers(visit, SCREEN_PAGES)) {
        tools[count++] = (struct button){.id = LIST_PAGES, .sign = "info"};
    }
    if (language != NULL) {
        tools[count++] =
            (struct button){.id = LIST_LANGUAGE, .words = language};
    }
    tools[count++] = (struct button){
        .id = LIST_TEXT, .sign = "texte", .chosen = choices->large_text};
    tools[count++] =
        (struct button){.id = LIST_LOWER,
                        .sign = choices->low_controls ? "monter" : "descendre",
                        .chosen = choices->low_controls};
    tools[count++] = (struct button){.id = LIST_CLOSE, .sign = "fermer"};
    return count;
}

static int row_width(const struct button *buttons, size_t count)
{
    return count > 0 ? box_right(buttons[count - 1].box) : 0;
}

// Title and tools in one row; or below each other, where both would not fit.
// Low, at the foot, the wider margin is the lower one.
static void make_bar(struct strip *strip, const struct stage *stage, bool low,
                     const char *words, struct button *tools, size_t count)
{
    int margin = list_plan_margin(stage);
    int room = stage->size.width - 2 * margin;
    int above = stage_px(stage, low ? BELOW_U : ABOVE_U);
    int below = stage_px(stage, low ? ABOVE_U : BELOW_U);
    int gap = controls_gap_px(stage);
    strip_measure_row(stage, tools, count, room);
    int wide = row_width(tools, count), side = tools[0].box.height;
    struct size beside = {room - wide - 2 * gap, 0};
    struct text *title =
        beside.width > 0 ? part_text(stage, words, TITLE, beside) : NULL;
    bool stacked = title == NULL || text_is_cut(title);
    if (stacked) {
        text_free(title);
        title = part_text(stage, words, TITLE, (struct size){room, 0});
    }
    int height = text_size(title).height;
    int top = above + (stacked ? height + gap : 0);
    strip_init(strip, stage,
               (struct size){stage->size.width, top + side + below});
    if (strip->canvas != NULL) {
        text_draw(title, strip->canvas, margin,
                  stacked ? above : top + (side - height) / 2,
                  stage->theme.ink);
    }
    text_free(title);
    for (size_t i = 0; i < count; i++) {
        tools[i].box.x += margin + room - wide;
        tools[i].box.y = top;
        strip_add(strip, stage, &tools[i]);
    }
}

void list_bar_make(struct strip *strip, struct visit *visit, size_t count)
{
    const struct stage *stage = visit_stage(visit);
    const char *code = list_next_language(visit);
    char *language = code != NULL ? utf8_capitals(code) : NULL;
    char *words = title_words(stage, count);
    struct button tools[TOOLS_MAX];
    size_t tool_count = choose_tools(visit, language, tools);
    make_bar(strip, stage, visit_choices(visit)->low_controls, words, tools,
             tool_count);
    free(words);
    free(language);
}

// The pills of a row, and how much of it they take.
struct pills {
    const struct stage *stage;
    struct button *buttons;
    size_t count;
    int used, room;
    char *all, *here, *more; // words
};

// Unless there is no room for it.
static void add_pill(struct pills *pills, struct button button, int reserve)
{
    int gap = pills->count > 0 ? controls_gap_px(pills->stage) : 0;
    button_measure(pills->stage, &button, pills->room / 2);
    if (pills->used + gap + button.box.width + reserve > pills->room) {
        return;
    }
    button.box.x = pills->used + gap;
    pills->used = box_right(button.box);
    pills->buttons[pills->count++] = button;
}

static struct button option_button(const struct choices *choices,
                                   const struct filter_options *options,
                                   size_t index)
{
    const struct filter_option *option = &options->items[index];
    return (struct button){.id = LIST_OPTION + (int)index,
                           .words = option->label,
                           .chosen = filter_is_chosen(choices, option)};
}

// Those chosen, then of the others the most frequent, places and kinds by
// turns as each are left. room for "+12" is kept while not all are in.
static void add_options(struct pills *pills, const struct choices *choices,
                        const struct filter_options *options, int reserve)
{
    size_t kinds = options->count - options->place_count;
    size_t most = options->place_count > kinds ? options->place_count : kinds;
    for (size_t i = 0; i < options->count; i++) {
        struct button button = option_button(choices, options, i);
        if (button.chosen) {
            add_pill(pills, button, reserve);
        }
    }
    for (size_t i = 0; i < 2 * most; i++) {
        bool place = i % 2 == 0;
        size_t index = i / 2 + (place ? 0 : options->place_count);
        bool exists = i / 2 < (place ? options->place_count : kinds);
        if (exists && !filter_is_chosen(choices, &options->items[index])) {
            add_pill(pills, option_button(choices, options, index), reserve);
        }
    }
}

static int compare_ids(const void *a, const void *b)
{
    const struct button *p = a, *q = b;
    return (p->id > q->id) - (p->id < q->id);
}

// Everything, here, places, kinds, more: from left to right.
static void arrange(struct pills *pills)
{
    qsort(pills->buttons, pills->count, sizeof *pills->buttons, compare_ids);
    int x = 0;
    for (size_t i = 0; i < pills->count; i++) {
        pills->buttons[i].box.x = x;
        x += pills->buttons[i].box.width + controls_gap_px(pills->stage);
    }
}

static size_t options_in(const struct pills *pills)
{
    size_t count = 0;
    for (size_t i = 0; i < pills->count; i++) {
        count += pills->buttons[i].id >= LIST_OPTION ? 1 : 0;
    }
    return count;
}

static void fill_pills(struct pills *pills, const struct choices *choices,
                       const struct filter_options *options, int reserve)
{
    struct button all = {.id = LIST_ALL,
                         .words = pills->all,
                         .chosen = !filter_chooses(choices)};
    struct button here = {
        .id = LIST_HERE, .words = pills->here, .chosen = choices->here};
    pills->count = 0;
    pills->used = 0;
    add_pill(pills, all, reserve);
    if (options->has_here) {
        add_pill(pills, here, reserve);
    }
    add_options(pills, choices, options, reserve);
}

// Where not all fit, "+12" opens the rest.
static void fill(struct pills *pills, const struct choices *choices,
                 const struct filter_options *options)
{
    fill_pills(pills, choices, options, 0);
    if (options_in(pills) == options->count) {
        return;
    }
    struct button more = {.id = LIST_MORE, .words = "+88"};
    button_measure(pills->stage, &more, pills->room);
    int reserve = more.box.width + controls_gap_px(pills->stage);
    fill_pills(pills, choices, options, reserve);
    free(pills->more);
    pills->more = xasprintf("+%zu", options->count - options_in(pills));
    more.words = pills->more;
    add_pill(pills, more, 0);
}

char *list_word(const struct stage *stage, enum word word)
{
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, word, NULL, NULL, &words);
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

void list_filters_make(struct strip *strip, struct visit *visit,
                       const struct filter_options *options)
{
    const struct stage *stage = visit_stage(visit);
    int margin = list_plan_margin(stage);
    bool low = visit_choices(visit)->low_controls;
    struct size size = {stage->size.width,
                        controls_button_px(stage) + stage_px(stage, BELOW_U)};
    *strip = (struct strip){0};
    if (options->count == 0 && !options->has_here) {
        return;
    }
    struct pills pills = {
        .stage = stage,
        .room = stage->size.width - 2 * margin,
        .buttons = xcalloc(options->count + 3, sizeof *pills.buttons),
        .all = list_word(stage, WORD_EVERYTHING),
        .here = list_word(stage, WORD_HERE),
    };
    fill(&pills, visit_choices(visit), options);
    arrange(&pills);
    strip_init(strip, stage, size);
    for (size_t i = 0; i < pills.count; i++) {
        pills.buttons[i].box.x += margin;
        pills.buttons[i].box.y = low ? stage_px(stage, BELOW_U) : 0;
        strip_add(strip, stage, &pills.buttons[i]);
    }
    free(pills.buttons);
    free(pills.all);
    free(pills.here);
    free(pills.more);
}
