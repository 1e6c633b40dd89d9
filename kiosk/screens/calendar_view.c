// SPDX-License-Identifier: MIT
#include "screens/calendar_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "screens/focus.h"
#include "screens/form.h"
#include "slides/event_facts.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    EDGE_U = 200,
    GAP_U = 220,
    BUTTON_GAP_U = 100,
    WEEKDAYS_U = 260,
    CELL_GAP_U = 50,
    CELL_RADIUS_U = 90,
    HEADING_U = 520,
    EVENT_U = 820,
    EVENT_GAP_U = 110,
    PADDING_U = 130,
    DOT_U = 50,
    LINE_U = 22,
    DAYS = 7,
    DOTS_MAX = 3,
};

static int px(const struct calendar_view *view, int u)
{
    return stage_px(view->stage, u);
}

static void lay_buttons(struct calendar_view *view, struct box side)
{
    static const char *const SIGNS[CALENDAR_BUTTONS] = {"avant", "apres",
                                                        "fermer"};
    int button = controls_button_px(view->stage);
    int gap = px(view, BUTTON_GAP_U);
    int x = box_right(side) - CALENDAR_BUTTONS * button -
            (CALENDAR_BUTTONS - 1) * gap;
    int y = view->low_controls ? box_bottom(side) - button : side.y;
    for (int i = 0; i < CALENDAR_BUTTONS; i++) {
        view->buttons[i] = (struct button){
            .id = i, .sign = SIGNS[i], .box = {x, y, button, button}
        };
        x += button + gap;
    }
}

// The buttons, the month's name, the day's events, from the top down; the
// buttons at the foot where they are low.
static void lay_side(struct calendar_view *view, struct box side)
{
    int button = controls_button_px(view->stage), gap = px(view, EVENT_GAP_U);
    lay_buttons(view, side);
    view->heading = side;
    view->heading.y += view->low_controls ? 0 : button + gap;
    view->heading.height = px(view, HEADING_U);
    view->day = side;
    view->day.y = box_bottom(view->heading) + gap;
    view->day.height = box_bottom(side) - view->day.y -
                       (view->low_controls ? button + gap : 0);
    int row = larger(px(view, EVENT_U), button);
    int rows = (view->day.height + gap) / (row + gap);
    view->rows = (size_t)(rows < 1                   ? 1
                          : rows > CALENDAR_ROWS_MAX ? CALENDAR_ROWS_MAX
                                                     : rows);
}

void calendar_view_lay(struct calendar_view *view)
{
    int edge = px(view, EDGE_U), gap = px(view, GAP_U);
    struct box page = {edge, edge, view->stage->size.width - 2 * edge,
                       view->stage->size.height - 2 * edge};
    struct box side = page;
    view->grid = page;
    if (stage_is_portrait(view->stage)) {
        view->grid.height = page.height * 45 / 100;
        side.y = box_bottom(view->grid) + gap;
        side.height = box_bottom(page) - side.y;
    } else {
        int button = controls_button_px(view->stage);
        int least = CALENDAR_BUTTONS * (button + px(view, BUTTON_GAP_U));
        int width = larger(page.width * 36 / 100, least);
        view->grid.width = page.width - width - gap;
        side.x = box_right(view->grid) + gap;
        side.width = width;
    }
    lay_side(view, side);
}

static struct box cell_of(const struct calendar_view *view, int index)
{
    struct box cells = view->grid;
    cells.y += px(view, WEEKDAYS_U);
    cells.height -= px(view, WEEKDAYS_U);
    return form_cell(cells, DAYS, month_rows(view->month), index,
                     px(view, CELL_GAP_U));
}

static void draw_in(const struct calendar_view *view, const char *words,
                    struct part_style style, struct colour colour,
                    struct box box, struct canvas *canvas)
{
    style.align = TEXT_CENTRE;
    struct text *text = part_text(view->stage, words, style, box_size(box));
    int y = box.y + (box.height + text_cap_height(text)) / 2 -
            text_first_baseline(text);
    text_draw(text, canvas, box.x, y, colour);
    text_free(text);
}

static void draw_weekdays(const struct calendar_view *view,
                          struct canvas *canvas)
{
    for (int i = 0; i < DAYS; i++) {
        struct box cell = cell_of(view, i);
        cell.y = view->grid.y;
        cell.height = px(view, WEEKDAYS_U);
        draw_in(view, view->stage->phrasing.language->weekdays_short[i],
                (struct part_style){.role = FONT_MEDIUM,
                                    .largest_u = 170,
                                    .smallest_u = 120,
                                    .max_lines = 1},
                view->stage->theme.soft, cell, canvas);
    }
}

// As many dots as there are events, up to three.
static void draw_dots(const struct calendar_view *view, size_t count,
                      struct colour colour, struct box cell,
                      struct canvas *canvas)
{
    int dots = (int)(count < DOTS_MAX ? count : DOTS_MAX);
    int dot = px(view, DOT_U), step = dot * 2;
    int x = cell.x + (cell.width - step * dots + dot) / 2;
    int y = box_bottom(cell) - cell.height / 6 - dot / 2;
    for (int i = 0; i < dots; i++) {
        part_draw_dot(canvas, x + i * step, y, dot, colour);
    }
}

// Marked days lie on a surface and are bold: not by colour alone.
static void draw_day(const struct calendar_view *view, struct date date,
                     struct box cell, struct canvas *canvas)
{
    const struct theme *theme = &view->stage->theme;
    size_t count = month_events_on(view->stage->agenda, date);
    bool chosen = date_compare(date, view->chosen) == 0;
    bool today = view->stage->now.trusted &&
                 date_compare(date, view->stage->now.local.date) == 0;
    struct colour surface = chosen ? theme->ink : theme->highlight;
    struct colour ink = chosen ? theme->paper : theme_text_on(theme, surface);
    int radius = px(view, CELL_RADIUS_U);
    if (count > 0) {
        canvas_fill_rounded(canvas, cell, radius, surface);
        canvas_mark(canvas, MARK_CARD, cell, cell, "", false);
        draw_dots(view, count, ink, cell, canvas);
    }
    if (today) {
        canvas_frame(canvas, cell, radius, px(view, LINE_U), 0, theme->accent);
    }
    char number[12];
    snprintf(number, sizeof number, "%d", date.day);
    draw_in(view, number,
            (struct part_style){.role = count > 0 ? FONT_BOLD : FONT_BODY,
                                .largest_u = 260,
                                .smallest_u = 140,
                                .max_lines = 1},
            count > 0 ? ink : theme->soft, cell, canvas);
}

static void draw_grid(const struct calendar_view *view, struct canvas *canvas)
{
    struct date first = month_first_cell(view->month);
    draw_weekdays(view, canvas);
    for (int i = 0; i < DAYS * month_rows(view->month); i++) {
        struct date date = date_add_days(first, i);
        if (date.month == view->month.month) {
            draw_day(view, date, cell_of(view, i), canvas);
        }
    }
}

static void draw_heading(const struct calendar_view *view,
                         struct canvas *canvas)
{
    const struct stage *stage = view->stage;
    struct text_buffer words = {0};
    struct when when = {
        .precision = PRECISION_MONTH,
        .first_day = {view->month.year, view->month.month, 1},
        .start_minute = MINUTE_UNKNOWN,
        .end_minute = MINUTE_UNKNOWN,
        .wording = ""
    };
    when.last_day = when.first_day;
    struct phrasing phrasing = stage->phrasing;
    phrasing.this_year = 0; // the year is said
    phrase_days(&phrasing, &when, &words);
    phrase_capitalise(&words, 0);
    part_draw_text(stage, text_buffer_text(&words),
                   (struct part_style){.role = FONT_DISPLAY,
                                       .largest_u = 400,
                                       .smallest_u = 200,
                                       .leading_percent = 108,
                                       .max_lines = 1},
                   stage->theme.ink, view->heading, canvas);
    text_buffer_release(&words);
}

// The agenda's number of the chosen day's event; its count for none.
static size_t entry_at(const struct calendar_view *view, size_t number)
{
    const struct agenda *agenda = view->stage->agenda;
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_entry *entry = &agenda->entries[i];
        bool is_on = entry->phase != PHASE_UNDATED &&
                     month_event_is_on(entry->event, view->chosen);
        if (is_on && number-- == 0) {
            return i;
        }
    }
    return agenda->count;
}

static size_t chosen_count(const struct calendar_view *view)
{
    return view->chosen.year > 0
               ? month_events_on(view->stage->agenda, view->chosen)
               : 0;
}

// The last row is for going on where not all of them have room.
static size_t seen_count(const struct calendar_view *view)
{
    size_t count = chosen_count(view);
    if (count <= view->rows) {
        return count;
    }
    size_t seen = view->rows > 1 ? view->rows - 1 : 1;
    size_t left = count - view->skipped;
    return left < seen ? left : seen;
}

size_t calendar_view_left(const struct calendar_view *view)
{
    size_t count = chosen_count(view);
    return count <= view->rows ? 0 : count - view->skipped - seen_count(view);
}

static bool has_more(const struct calendar_view *view)
{
    return chosen_count(view) > view->rows && view->rows > 1;
}

static struct box row_of(const struct calendar_view *view, size_t row)
{
    int gap = px(view, EVENT_GAP_U);
    int height = (view->day.height + gap) / (int)view->rows - gap;
    int most = px(view, EVENT_U) * 5 / 4;
    int least = controls_button_px(view->stage);
    most = larger(most, least);
    height = height > most ? most : height;
    return (struct box){view->day.x, view->day.y + (int)row * (height + gap),
                        view->day.width, height};
}

// Its time, its title, its town, one below the other.
static void draw_event(const struct calendar_view *view, size_t index,
                       struct box box, struct canvas *canvas)
{
    const struct stage *stage = view->stage;
    const struct theme *theme = &stage->theme;
    const struct agenda_entry *entry = &stage->agenda->entries[index];
    int radius = px(view, CELL_RADIUS_U);
    canvas_fill_rounded(canvas, box, radius, theme->card);
    canvas_mark(canvas, MARK_CARD, box, box, "", false);
    canvas_frame(canvas, box, radius, px(view, LINE_U) / 2, 0, theme->line);
    char *times = event_fact_times(stage, entry);
    struct text_buffer head = {0};
    text_buffer_add(&head, times);
    const char *town = part_wording(stage, &entry->event->town);
    text_buffer_add(&head, head.length > 0 && town[0] != '\0' ? " · " : "");
    text_buffer_add(&head, town);
    free(times);
    struct box inner = box_inset(box, px(view, PADDING_U));
    struct box line = inner;
    line.height = inner.height * 2 / 5;
    struct colour ink = theme_text_on(theme, theme->card);
    part_draw_text(stage, text_buffer_text(&head),
                   (struct part_style){.role = FONT_MEDIUM,
                                       .largest_u = 180,
                                       .smallest_u = 120,
                                       .max_lines = 1},
                   ink, line, canvas);
    line.y = box_bottom(line);
    line.height = box_bottom(inner) - line.y;
    part_draw_text(
        stage, part_wording(stage, &entry->event->title),
        (struct part_style){.role = FONT_BOLD,
                            .largest_u = 220,
                            .smallest_u = 130,
                            .leading_percent = 112,
                            .max_lines = 2,
                            .struck = entry->event->status == STATUS_CANCELLED},
        ink, line, canvas);
    text_buffer_release(&head);
}

static void draw_more(const struct calendar_view *view, struct canvas *canvas)
{
    char words[32];
    size_t left = calendar_view_left(view);
    snprintf(words, sizeof words, "+ %zu", left);
    form_tile_draw(view->stage, left > 0 ? words : "↑", false,
                   row_of(view, view->rows - 1), canvas);
}

static bool has_neighbour(const struct calendar_view *view, int button)
{
    return button == CALENDAR_CLOSE ||
           (button == CALENDAR_PREVIOUS &&
            month_compare(view->month, view->range.first) > 0) ||
           (button == CALENDAR_NEXT &&
            month_compare(view->month, view->range.last) < 0);
}

void calendar_view_draw(const struct calendar_view *view, struct canvas *canvas)
{
    canvas_clear(canvas, view->stage->theme.paper);
    draw_grid(view, canvas);
    draw_heading(view, canvas);
    for (int i = 0; i < CALENDAR_BUTTONS; i++) {
        if (has_neighbour(view, i)) {
            button_draw(view->stage, &view->buttons[i], canvas);
        }
    }
    for (size_t i = 0; i < seen_count(view); i++) {
        draw_event(view, entry_at(view, view->skipped + i), row_of(view, i),
                   canvas);
    }
    if (has_more(view)) {
        draw_more(view, canvas);
    }
}

static void add_target(const struct calendar_view *view, int id, struct box box,
                       struct targets *out)
{
    struct size size = view->stage->size;
    targets_add(out, (struct target){
                         .id = id,
                         .box = box,
                         .radius = px(view, CELL_RADIUS_U),
                         .within = {0, 0, size.width, size.height}
    });
}

void calendar_view_targets(const struct calendar_view *view,
                           struct targets *out)
{
    struct date first = month_first_cell(view->month);
    for (int i = 0; i < DAYS * month_rows(view->month); i++) {
        struct date date = date_add_days(first, i);
        if (date.month == view->month.month &&
            month_events_on(view->stage->agenda, date) > 0) {
            add_target(view, CALENDAR_DAY + date.day, cell_of(view, i), out);
        }
    }
    struct size size = view->stage->size;
    for (int i = 0; i < CALENDAR_BUTTONS; i++) {
        if (has_neighbour(view, i)) {
            targets_add(out, button_target(
                                 &view->buttons[i],
                                 (struct box){0, 0, size.width, size.height}));
        }
    }
    for (size_t i = 0; i < seen_count(view); i++) {
        int id = CALENDAR_EVENT + (int)entry_at(view, view->skipped + i);
        add_target(view, id, row_of(view, i), out);
    }
    if (has_more(view)) {
        add_target(view, CALENDAR_MORE, row_of(view, view->rows - 1), out);
    }
}
