// SPDX-License-Identifier: MIT
#include "screens/list_view.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "screens/card.h"
#include "screens/deck.h"
#include "screens/list_bar.h"
#include "screens/screen.h"
#include "slides/parts.h"

enum {
    LOW_PERCENT = 60, // lowered controls lie below that
};

void list_view_release(struct list_view *list)
{
    for (size_t i = 0; i < list->plan.section_count; i++) {
        canvas_free(list->headings[i].canvas);
    }
    free(list->headings);
    deck_free(list->deck);
    list_plan_release(&list->plan);
    strip_release(&list->bar);
    strip_release(&list->filters);
    filter_options_release(&list->options);
}

static struct canvas *compose_heading(const struct stage *stage,
                                      const char *words, struct size room)
{
    static const struct part_style STYLE = {.role = FONT_BOLD,
                                            .largest_u = 215,
                                            .smallest_u = 150,
                                            .leading_percent = 118,
                                            .max_lines = 1};
    // A small display's letters may be higher than their room.
    room.height = 0;
    struct text *text = part_text(stage, words, STYLE, room);
    struct size size = text_size(text);
    struct canvas *canvas = canvas_new(
        (struct size){larger(size.width, 1), larger(size.height, 1)});
    if (canvas != NULL) {
        canvas_clear(canvas, stage->theme.paper);
        text_draw(text, canvas, 0, 0, stage->theme.accent);
    }
    text_free(text);
    return canvas;
}

static void compose_headings(struct list_view *list)
{
    const struct stage *stage = visit_stage(list->visit);
    list->headings =
        xcalloc(list->plan.section_count + 1, sizeof *list->headings);
    for (size_t i = 0; i < list->plan.section_count; i++) {
        const struct plan_section *section = &list->plan.sections[i];
        list->headings[i].canvas =
            compose_heading(stage, section->heading, box_size(section->box));
    }
}

static size_t matching(const struct list_view *list)
{
    const struct agenda *agenda = visit_stage(list->visit)->agenda;
    size_t count = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        count += filter_matches(visit_choices(list->visit), &agenda->entries[i])
                     ? 1
                     : 0;
    }
    return count;
}

// Lowered, the first row can be pulled down to where the controls are.
void list_view_set_range(struct list_view *list)
{
    int lead = 0;
    if (list->low && list->plan.card_count > 0) {
        int height = visit_stage(list->visit)->size.height;
        lead = larger(height * LOW_PERCENT / 100 - list->view.y -
                          list->plan.cards[0].box.y,
                      0);
    }
    scroll_set_range(&list->scroll, -lead, list->plan.bottom,
                     list->view.height);
}

void list_view_make(struct list_view *list, struct visit *visit)
{
    list->visit = visit;
    const struct stage *stage = visit_stage(list->visit);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    list->low = visit_choices(list->visit)->low_controls;
    list->options = filter_options_of(stage);
    filter_check(visit_choices(list->visit), &list->options);
    list_bar_make(&list->bar, list->visit, matching(list));
    list_filters_make(&list->filters, list->visit, &list->options);
    int row = strip_height(&list->filters);
    int pinned = strip_height(&list->bar) + (list->low ? row : 0);
    list->view = controls_split(screen, pinned, list->low).rest;
    int top = stage_px(stage, 60) + (list->low ? stage_px(stage, 160) : row);
    list->plan = list_plan_make(stage, visit_choices(list->visit), top);
    compose_headings(list);
    list->deck = deck_new(stage, &list->plan);
    list->scroll.calm = stage->settings->transition == TRANSITION_NONE;
    list_view_set_range(list);
}

// Where the content's top is on the display.
static int content_y(const struct list_view *list)
{
    return list->view.y - scroll_offset(&list->scroll);
}

static struct box moved(struct box box, int dy)
{
    box.y += dy;
    return box;
}

static void draw_blank(const struct stage *stage, struct box box,
                       struct canvas *canvas)
{
    canvas_fill_rounded(canvas, box, card_radius(box.width),
                        card_surface(stage));
}

static void draw_cards(const struct list_view *list, struct canvas *canvas)
{
    const struct stage *stage = visit_stage(list->visit);
    for (size_t i = 0; i < list->plan.card_count; i++) {
        struct box box = moved(list->plan.cards[i].box, content_y(list));
        if (box_is_empty(box_intersection(box, list->view))) {
            continue;
        }
        const struct canvas *card = deck_card(list->deck, i);
        if (card == NULL) {
            draw_blank(stage, box, canvas);
        } else {
            canvas_draw_rounded(canvas, canvas_picture(card), box.x, box.y,
                                card_radius(box.width));
        }
        canvas_mark(canvas, MARK_CARD, box, box, "", false);
    }
}

static void draw_headings(const struct list_view *list, struct canvas *canvas)
{
    for (size_t i = 0; i < list->plan.section_count; i++) {
        struct box box = moved(list->plan.sections[i].box, content_y(list));
        bool seen = !box_is_empty(box_intersection(box, list->view));
        if (seen && list->headings[i].canvas != NULL) {
            canvas_draw(canvas, canvas_picture(list->headings[i].canvas), box.x,
                        box.y);
        }
    }
}

// Nothing of this choice; or nothing upcoming at all.
static void draw_nothing(const struct list_view *list, struct canvas *canvas)
{
    static const struct part_style STYLE = {.role = FONT_DISPLAY,
                                            .largest_u = 420,
                                            .smallest_u = 240,
                                            .leading_percent = 115,
                                            .max_lines = 3};
    const struct stage *stage = visit_stage(list->visit);
    const char *const *words = stage->phrasing.language->words;
    bool chooses = filter_chooses(visit_choices(list->visit));
    int row = list->low ? 0 : strip_height(&list->filters);
    struct box room = list->view;
    room.y += row;
    room.height -= row;
    room = box_inset(room, list_plan_margin(stage));
    char *upper =
        list_word(stage, chooses ? WORD_NONE_OF_THESE : WORD_BACK_SOON);
    int used =
        part_draw_text(stage, upper, STYLE, stage->theme.ink, room, canvas);
    free(upper);
    if (!chooses) {
        room.y += used + stage_px(stage, 150);
        room.height -= used + stage_px(stage, 150);
        part_draw_text(stage, words[WORD_BACK_SOON_TEXT],
                       (struct part_style){.role = FONT_BODY,
                                           .largest_u = 240,
                                           .smallest_u = 160},
                       stage->theme.soft, room, canvas);
    }
}

static int bar_y(const struct list_view *list)
{
    int height = visit_stage(list->visit)->size.height;
    return list->low ? height - strip_height(&list->bar) : 0;
}

static int filters_y(const struct list_view *list)
{
    return list->low ? bar_y(list) - strip_height(&list->filters)
                     : content_y(list);
}

// A fine line where the content goes beneath the bar.
static void draw_edge(const struct list_view *list, struct canvas *canvas)
{
    const struct stage *stage = visit_stage(list->visit);
    int line = stage_px(stage, 10);
    int y = list->low ? box_bottom(list->view) : list->view.y - line;
    bool beneath = list->low || scroll_offset(&list->scroll) > 0;
    if (beneath && list->plan.card_count > 0) {
        canvas_fill(canvas, (struct box){0, y, stage->size.width, line},
                    stage->theme.line);
    }
}

void list_view_draw(const struct list_view *list, struct canvas *canvas)
{
    canvas_clear(canvas, visit_stage(list->visit)->theme.paper);
    draw_headings(list, canvas);
    draw_cards(list, canvas);
    if (list->plan.card_count == 0) {
        draw_nothing(list, canvas);
    }
    strip_draw(&list->filters, canvas, filters_y(list));
    strip_draw(&list->bar, canvas, bar_y(list));
    draw_edge(list, canvas);
}

static void add_cards(const struct list_view *list, struct targets *out)
{
    for (size_t i = 0; i < list->plan.card_count; i++) {
        struct box box = list->plan.cards[i].box;
        targets_add(out, (struct target){.id = LIST_CARD + (int)i,
                                         .box = moved(box, content_y(list)),
                                         .radius = card_radius(box.width),
                                         .within = list->view});
    }
}

void list_view_targets(const struct list_view *list, struct targets *out)
{
    const struct stage *stage = visit_stage(list->visit);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    if (list->low) {
        add_cards(list, out);
        strip_targets(&list->filters, filters_y(list), screen, out);
        strip_targets(&list->bar, bar_y(list), screen, out);
    } else {
        strip_targets(&list->bar, bar_y(list), screen, out);
        strip_targets(&list->filters, filters_y(list), list->view, out);
        add_cards(list, out);
    }
}
