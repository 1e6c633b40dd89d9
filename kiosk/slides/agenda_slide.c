// SPDX-License-Identifier: MIT
#include "slides/agenda_slide.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text_buffer.h"
#include "slides/chips.h"
#include "slides/event_facts.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    DAY_U = 1300, // the column of the day
    DAY_NUMBER_U = 460,
    SIDE_U = 2400,     // the column of time and chips
    SIDE_PERCENT = 30, // in portrait, below the words, of the row
    GAP_U = 150,
    RULE_U = 12,
    ROW_U = 620, // a row as high as this has letters of full size
};

struct columns {
    struct box day, words, side;
};

// In portrait time and chips stand below the words, for there is height but
// no width to spare.
static struct columns columns_of(const struct stage *stage, struct box row)
{
    int gap = stage_px(stage, GAP_U);
    int day = stage_px(stage, DAY_U);
    struct columns columns = {row, row, row};
    columns.day.width = day;
    columns.words.x = row.x + day + gap;
    columns.words.width = row.width - day - gap;
    if (stage_is_portrait(stage)) {
        int margin = row.height / 16;
        columns.words.y += margin;
        columns.words.height -= 2 * margin;
        columns.side = columns.words;
        columns.side.height = columns.words.height * SIDE_PERCENT / 100;
        columns.words.height -= columns.side.height;
        columns.side.y += columns.words.height;
        return columns;
    }
    int side = stage_px(stage, SIDE_U);
    columns.words.width -= side + gap;
    columns.side.x = box_right(row) - side;
    columns.side.width = side;
    return columns;
}

// Draws up to two texts above each other, in the middle of box.
static void draw_pair(struct text *first, struct colour first_colour,
                      struct text *second, struct colour second_colour,
                      struct box box, struct canvas *canvas)
{
    int height = text_size(first).height + text_size(second).height;
    int y = box.y + (box.height - height) / 2;
    text_draw(first, canvas, box.x, y, first_colour);
    text_draw(second, canvas, box.x, y + text_size(first).height,
              second_colour);
    text_free(first);
    text_free(second);
}

static struct text *line(const struct stage *stage, const char *utf8,
                         struct part_style style, struct box box)
{
    return part_text(stage, utf8, style, box_size(box));
}

static void draw_short_date(const struct stage *stage, struct date date,
                            struct box box, struct canvas *canvas)
{
    static const struct part_style SMALL = {.role = FONT_BODY,
                                            .largest_u = 180,
                                            .smallest_u = 130,
                                            .leading_percent = 104,
                                            .max_lines = 1};
    const struct language *language = stage->phrasing.language;
    char number[8];
    snprintf(number, sizeof number, "%d", date.day % 100);
    struct text *day =
        line(stage, number,
             (struct part_style){.role = FONT_DISPLAY,
                                 .largest_u = DAY_NUMBER_U,
                                 .smallest_u = 240,
                                 .leading_percent = 100,
                                 .max_lines = 1,
                                 .align = TEXT_RIGHT},
             (struct box){0, 0, stage_px(stage, 620), box.height});
    text_draw(day, canvas, box.x,
              box.y + (box.height - text_size(day).height) / 2,
              stage->theme.ink);
    text_free(day);
    int used = stage_px(stage, 620) + stage_px(stage, 90);
    struct box rest = {box.x + used, box.y, box.width - used, box.height};
    draw_pair(
        line(stage, language->weekdays_short[date_weekday(date)], SMALL, rest),
        stage->theme.soft,
        line(stage, language->months_short[date.month - 1], SMALL, rest),
        stage->theme.soft, rest, canvas);
}

// Several days, a week, a month, or a date to come: in words.
static void draw_long_date(const struct stage *stage,
                           const struct agenda_entry *entry, struct box box,
                           struct canvas *canvas)
{
    const struct when *when = &entry->event->when;
    const struct language *language = stage->phrasing.language;
    struct text_buffer words = {0};
    if (entry->phase == PHASE_UNDATED) {
        phrase_word(&stage->phrasing, WORD_DATE_TO_COME, NULL, NULL, &words);
    } else if (when->precision == PRECISION_DAY) {
        text_buffer_printf(&words, "%d ", when->first_day.day);
        if (when->first_day.month != when->last_day.month) {
            text_buffer_add(&words,
                            language->months_short[when->first_day.month - 1]);
            text_buffer_add(&words, " ");
        }
        text_buffer_printf(&words, "– %d %s", when->last_day.day,
                           language->months_short[when->last_day.month - 1]);
    } else {
        phrase_days(&stage->phrasing, when, &words);
    }
    phrase_capitalise(&words, 0);
    struct text *text = line(stage, text_buffer_text(&words),
                             (struct part_style){.role = FONT_BOLD,
                                                 .largest_u = 220,
                                                 .smallest_u = 140,
                                                 .leading_percent = 112,
                                                 .max_lines = 3},
                             box);
    text_draw(text, canvas, box.x,
              box.y + (box.height - text_size(text).height) / 2,
              stage->theme.ink);
    text_free(text);
    text_buffer_release(&words);
}

static void draw_day(const struct stage *stage,
                     const struct agenda_entry *entry, struct box box,
                     struct canvas *canvas)
{
    const struct when *when = &entry->event->when;
    bool one_day = entry->phase != PHASE_UNDATED &&
                   when->precision == PRECISION_DAY &&
                   date_compare(when->first_day, when->last_day) == 0;
    if (one_day) {
        draw_short_date(stage, when->first_day, box, canvas);
    } else {
        draw_long_date(stage, entry, box, canvas);
    }
}

static char *place_words(const struct stage *stage, const struct event *event)
{
    char *venue = event_fact_venue(stage, event);
    const char *town = part_wording(stage, &event->town);
    bool both = venue[0] != '\0' && town[0] != '\0';
    char *words = xasprintf("%s%s%s", venue, both ? " · " : "", town);
    free(venue);
    return words;
}

// Letters of a row that is low are smaller, so that rows stay apart.
static int row_u(const struct stage *stage, struct box box, int u)
{
    int whole = stage_px(stage, ROW_U);
    return stage_is_portrait(stage) || box.height >= whole
               ? u
               : u * box.height / whole;
}

static void draw_words(const struct stage *stage,
                       const struct agenda_entry *entry, struct box box,
                       struct canvas *canvas)
{
    const struct event *event = entry->event;
    char *place = place_words(stage, event);
    struct text *where =
        line(stage, place,
             (struct part_style){.role = FONT_BODY,
                                 .largest_u = row_u(stage, box, 200),
                                 .smallest_u = 140,
                                 .leading_percent = 120,
                                 .max_lines = 1},
             box);
    struct box room = box;
    room.height -= text_size(where).height;
    struct text *title =
        line(stage, part_wording(stage, &event->title),
             (struct part_style){.role = FONT_BOLD,
                                 .largest_u = row_u(stage, box, 280),
                                 .smallest_u = row_u(stage, box, 200),
                                 .leading_percent = 110,
                                 .max_lines = 2,
                                 .struck = event->status == STATUS_CANCELLED},
             room);
    draw_pair(title, stage->theme.ink, where, stage->theme.soft, box, canvas);
    free(place);
}

// The chip that matters most in a list: what became of it, else how soon.
static size_t first_chip(const struct chips *chips)
{
    for (size_t i = 0; i < chips->count; i++) {
        if (chips->items[i].look == CHIP_INK ||
            chips->items[i].look == CHIP_DASHED) {
            return i;
        }
    }
    return 0;
}

static struct text *time_text(const struct stage *stage,
                              const struct agenda_entry *entry, int size_u,
                              enum text_align align, struct size room)
{
    struct text_buffer times = {0};
    if (entry->phase != PHASE_UNDATED) {
        phrase_times(&stage->phrasing, &entry->event->when, &times);
    }
    phrase_capitalise(&times, 0);
    struct text *text = part_text(stage, text_buffer_text(&times),
                                  (struct part_style){.role = FONT_BOLD,
                                                      .largest_u = size_u,
                                                      .smallest_u = 140,
                                                      .leading_percent = 112,
                                                      .max_lines = 2,
                                                      .align = align},
                                  room);
    text_buffer_release(&times);
    return text;
}

// The chip's box at the right or, below words, behind the time.
static struct box chip_box(struct box box, struct size chip, struct size time,
                           int gap, bool beside)
{
    struct box at = {box_right(box) - chip.width,
                     box.y + (box.height - chip.height) / 2, chip.width,
                     chip.height};
    if (beside) {
        at.x = box.x + time.width + (time.width > 0 ? gap : 0);
    } else {
        at.y += (time.height + gap) / 2;
    }
    return at;
}

// Time and the chip that matters most: stacked at the right, or side by side.
// Returns how wide they are.
static int draw_side(const struct stage *stage,
                     const struct agenda_entry *entry, struct box box,
                     struct canvas *canvas)
{
    bool beside = stage_is_portrait(stage);
    struct chips chips = chips_of(stage, entry, true);
    struct chip_words shown = {"", CHIP_INK, true};
    struct size chip = {0, 0};
    int gap = 0;
    if (chips.count > 0) {
        size_t first = first_chip(&chips);
        shown.words = chips.items[first].text;
        shown.look = chips.items[first].look;
        chip = chip_size(stage, shown, box.width);
        gap = stage_px(stage, beside ? 120 : 30);
    }
    struct size room = {box.width, box.height - chip.height - gap};
    int time_u = row_u(stage, box, 230);
    if (beside) {
        room = (struct size){box.width - chip.width - gap, box.height};
    }
    struct text *time =
        time_text(stage, entry, time_u, beside ? TEXT_LEFT : TEXT_RIGHT, room);
    struct size used = text_size(time);
    gap = used.height > 0 ? gap : 0;
    if (chips.count > 0) {
        chip_draw(stage, shown, chip_box(box, chip, used, gap, beside), canvas);
    }
    int below = beside ? 0 : chip.height + gap;
    text_draw(time, canvas, box.x,
              box.y + (box.height - below - used.height) / 2,
              stage->theme.accent);
    text_free(time);
    chips_release(&chips);
    return larger(used.width, chip.width);
}

// The words may take what time and chips leave of their column.
static void draw_row(const struct stage *stage,
                     const struct agenda_entry *entry, struct box row,
                     struct canvas *canvas)
{
    struct columns columns = columns_of(stage, row);
    draw_day(stage, entry, columns.day, canvas);
    int side = draw_side(stage, entry, columns.side, canvas);
    if (!stage_is_portrait(stage)) {
        columns.words.width += columns.side.width - side;
    }
    draw_words(stage, entry, columns.words, canvas);
}

// "et 82 autres soirées jusqu’au 30 juin"
static void draw_left_out(const struct stage *stage, size_t count,
                          struct box row, struct canvas *canvas)
{
    const struct playlist *playlist = stage->playlist;
    struct text_buffer words = {0}, last = {0};
    char number[24];
    snprintf(number, sizeof number, "%zu", count);
    struct date day = {0, 0, 0};
    for (size_t i = 0; i < playlist->listed_count; i++) {
        const struct when *when = &playlist->listed[i]->event->when;
        if (when->precision != PRECISION_NONE &&
            date_compare(when->last_day, day) > 0) {
            day = when->last_day;
        }
    }
    if (day.year > 0) {
        phrase_day(&stage->phrasing, day, &last);
    }
    phrase_word(&stage->phrasing, WORD_OTHER_EVENTS, number,
                text_buffer_text(&last), &words);
    phrase_capitalise(&words, 0);
    struct text *text = line(stage, text_buffer_text(&words),
                             (struct part_style){.role = FONT_BOLD,
                                                 .largest_u = 240,
                                                 .smallest_u = 160,
                                                 .max_lines = 2},
                             row);
    text_draw(text, canvas, row.x,
              row.y + (row.height - text_size(text).height) / 2,
              stage->theme.second);
    text_free(text);
    text_buffer_release(&words);
    text_buffer_release(&last);
}

// Rows of a list that is not full are a little higher, not as high as can be:
// lists of one programme are to look alike.
static int row_height(const struct stage *stage, const struct slide *slide,
                      int room)
{
    struct slide_capacity capacity =
        stage_capacity(stage->size, stage->settings);
    size_t count = slide->count + (slide->left_out > 0 ? 1 : 0);
    int most = room / (int)capacity.agenda_rows * 4 / 3;
    int even = room / (int)(count > 0 ? count : 1);
    return even < most ? even : most;
}

bool agenda_slide_draw(const struct stage *stage, const struct slide *slide,
                       struct canvas *canvas)
{
    const char *heading = stage->phrasing.language->words[WORD_UPCOMING_EVENTS];
    struct box box = part_content(stage, slide);
    struct box rows = part_draw_heading(stage, heading, box, canvas);
    int height = row_height(stage, slide, rows.height);
    int rule = stage_px(stage, RULE_U);
    struct box row = {rows.x, rows.y, rows.width, height};
    for (size_t i = 0; i < slide->count; i++) {
        canvas_fill(canvas, (struct box){row.x, row.y, row.width, rule},
                    stage->theme.line);
        draw_row(stage, stage->playlist->listed[slide->first + i],
                 (struct box){row.x, row.y + rule, row.width, height - rule},
                 canvas);
        row.y += height;
    }
    if (slide->left_out > 0) {
        canvas_fill(canvas, (struct box){row.x, row.y, row.width, rule},
                    stage->theme.line);
        draw_left_out(
            stage, slide->left_out,
            (struct box){row.x, row.y + rule, row.width, height - rule},
            canvas);
    }
    return true;
}
