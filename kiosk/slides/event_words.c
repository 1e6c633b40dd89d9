// SPDX-License-Identifier: MIT
#include "slides/event_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "slides/chips.h"
#include "slides/event_facts.h"
#include "slides/parts.h"
#include "slides/pictogram.h"

// How much is given to what, from roomy to tight. Hundredths of a unit.
struct level {
    int title_u, title_lines;
    int prose_u, prose_lines;
    int date_u;
    int place_lines;
    int percent;  // of all gaps
    bool details; // people, other dates, entrance
    bool subtitle;
};

static const struct level LEVELS[] = {
    {560, 2, 200, 4, 330, 3, 100, true,  true },
    {560, 2, 200, 3, 330, 3, 75,  true,  true },
    {500, 3, 200, 3, 320, 3, 70,  true,  true },
    {440, 3, 200, 3, 310, 3, 70,  true,  true },
    {380, 4, 190, 2, 300, 3, 65,  true,  true },
    {340, 4, 190, 2, 280, 3, 60,  false, true },
    {300, 4, 180, 1, 260, 3, 50,  false, false},
    {260, 5, 180, 0, 240, 3, 40,  false, false},
    {230, 5, 180, 0, 220, 2, 30,  false, false},
    {220, 4, 180, 0, 200, 2, 20,  false, false},
    {200, 3, 180, 0, 200, 1, 20,  false, false},
};

enum {
    LEVEL_COUNT = sizeof LEVELS / sizeof *LEVELS,
    LINES_MAX = 12,
    CHIP_GAP_U = 60,
    FRAME_U = 110, // around a date to be confirmed
};

struct line {
    struct text *text;
    struct text *tail; // behind the text's only line, softer; NULL: none
    struct colour colour;
    int gap;               // above it
    int indent;            // behind a pictogram
    const char *pictogram; // NULL: none
    bool framed;           // part of a date to be confirmed
};

struct event_words {
    const struct stage *stage;
    const struct agenda_entry *entry;
    const struct level *level;
    int width, room_height;
    struct chips chips;
    int chips_height;
    struct line lines[LINES_MAX];
    int count, height;
    bool cut;   // something was left out or ellipsised
    int splits; // words broken inside
};

static int gap_px(const struct event_words *words, int u)
{
    return stage_px(words->stage, u * words->level->percent / 100);
}

static int tail_gap(const struct event_words *words)
{
    return stage_px(words->stage, 55);
}

static void add_line(struct event_words *words, const char *utf8,
                     struct part_style style, struct colour colour, int gap)
{
    if (utf8[0] == '\0' || words->count == LINES_MAX) {
        return;
    }
    struct text *text =
        part_text(words->stage, utf8, style, (struct size){words->width, 0});
    words->lines[words->count] =
        (struct line){.text = text, .colour = colour, .gap = gap};
    words->cut = words->cut || text_is_cut(text);
    words->splits += text_splits_words(text) ? 1 : 0;
    words->height += gap + text_size(text).height;
    words->count++;
}

// Chips stand in rows as wide as the words.
static int lay_chips(const struct event_words *words, int x, int y,
                     struct canvas *canvas)
{
    const struct stage *stage = words->stage;
    int gap = stage_px(stage, CHIP_GAP_U);
    int left = 0, top = 0, height = 0;
    for (size_t i = 0; i < words->chips.count; i++) {
        struct chip_words chip = {words->chips.items[i].text,
                                  words->chips.items[i].look, false};
        struct size size = chip_size(stage, chip, words->width);
        if (left > 0 && left + size.width > words->width) {
            left = 0;
            top += size.height + gap;
        }
        if (canvas != NULL) {
            struct box box = {x + left, y + top, size.width, size.height};
            chip_draw(stage, chip, box, canvas);
        }
        height = top + size.height;
        left += size.width + gap;
    }
    return height;
}

// A fact, which is freed, as a line.
static void add_fact(struct event_words *words, char *fact,
                     struct part_style style, struct colour colour, int gap)
{
    add_line(words, fact, style, colour, gap);
    free(fact);
}

static void frame_date(struct event_words *words, int first)
{
    if (words->count == first) {
        return;
    }
    int margin = stage_px(words->stage, FRAME_U);
    words->lines[first].gap += margin;
    words->height += 2 * margin;
    for (int i = first; i < words->count; i++) {
        words->lines[i].framed = true;
    }
}

static void add_date(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int first = words->count;
    bool tentative = event->status == STATUS_TENTATIVE;
    bool waiting = event->status == STATUS_POSTPONED &&
                   words->entry->phase == PHASE_UNDATED;
    struct part_style style = {.role = FONT_BOLD,
                               .largest_u = words->level->date_u,
                               .smallest_u = 180,
                               .leading_percent = 116,
                               .max_lines = 2};
    // In a frame the words need room on both sides.
    int frame = tentative ? 2 * stage_px(stage, FRAME_U) : 0;
    words->width -= frame;
    style.struck = event->status == STATUS_CANCELLED ||
                   (event->status == STATUS_POSTPONED && !waiting);
    add_fact(words, event_fact_days(stage, words->entry), style,
             stage->theme.ink, gap_px(words, 170));
    style.struck = event->status == STATUS_CANCELLED;
    if (!waiting) {
        add_fact(words, event_fact_times(stage, words->entry), style,
                 stage->theme.accent, 0);
    }
    words->width += frame;
    if (tentative) {
        frame_date(words, first);
    }
    add_fact(words, event_fact_previous(stage, event),
             (struct part_style){.role = FONT_MEDIUM,
                                 .largest_u = 200,
                                 .smallest_u = 150,
                                 .max_lines = 2},
             stage->theme.soft, gap_px(words, 30));
}

static void add_kind(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    const char *name = pictogram_of_kind(part_wording(stage, &event->kind));
    int before = words->count;
    int indent = name != NULL ? stage_px(stage, 320) : 0;
    words->width -= indent;
    add_fact(words, event_fact_kind(stage, event),
             (struct part_style){.role = FONT_BOLD,
                                 .largest_u = 210,
                                 .smallest_u = 160,
                                 .max_lines = 1},
             stage->theme.second, gap_px(words, 190));
    words->width += indent;
    if (words->count > before) {
        words->lines[before].pictogram = name;
        words->lines[before].indent = indent;
    }
}

static void add_title(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int title_u = words->level->title_u;
    add_line(words, part_wording(stage, &event->title),
             (struct part_style){.role = FONT_DISPLAY,
                                 .largest_u = title_u,
                                 .smallest_u = title_u * 85 / 100,
                                 .leading_percent = 106,
                                 .max_lines = words->level->title_lines,
                                 .struck = event->status == STATUS_CANCELLED},
             stage->theme.ink, gap_px(words, 50));
    if (words->level->subtitle) {
        add_line(words, part_wording(stage, &event->subtitle),
                 (struct part_style){.role = FONT_MEDIUM,
                                     .largest_u = 250,
                                     .smallest_u = 200,
                                     .max_lines = 2},
                 stage->theme.ink, gap_px(words, 60));
    }
}

static void add_prose(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    struct part_style style = {.role = FONT_BODY,
                               .largest_u = words->level->prose_u,
                               .smallest_u = words->level->prose_u * 90 / 100,
                               .leading_percent = 130,
                               .max_lines = words->level->prose_lines};
    const char *summary = part_wording(stage, &event->summary);
    if (words->level->prose_lines > 0) {
        add_line(words, summary, style, stage->theme.soft, gap_px(words, 110));
    }
    words->cut =
        words->cut || (words->level->prose_lines == 0 && summary[0] != '\0');
    if (words->level->details) {
        style.max_lines = 2;
        add_fact(words, event_fact_people(stage, event), style,
                 stage->theme.soft, gap_px(words, 90));
        add_fact(words, event_fact_other_dates(stage, event), style,
                 stage->theme.soft, gap_px(words, 90));
    }
}

// The town stands behind its venue if there is room, else below it. Without
// a venue it is the place.
static void add_town(struct event_words *words, int venue, const char *town)
{
    const struct stage *stage = words->stage;
    struct part_style style = {.role = FONT_BODY,
                               .largest_u = 210,
                               .smallest_u = 170,
                               .leading_percent = 122,
                               .max_lines = 2};
    if (town[0] == '\0') {
        return;
    }
    if (words->count == venue) {
        style.role = FONT_BOLD;
        add_line(words, town, style, stage->theme.ink, gap_px(words, 170));
        return;
    }
    struct line *line = &words->lines[venue];
    char *behind = xasprintf("· %s", town);
    struct text *tail =
        part_text(stage, behind, style, (struct size){words->width, 0});
    free(behind);
    int width =
        text_size(line->text).width + text_size(tail).width + tail_gap(words);
    if (text_line_count(line->text) == 1 && width <= words->width) {
        line->tail = tail;
        return;
    }
    text_free(tail);
    add_line(words, town, style, stage->theme.soft, 0);
}

static void add_place(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int before = words->count;
    int indent = stage_px(stage, 340);
    words->width -= indent;
    add_fact(words, event_fact_venue(stage, event),
             (struct part_style){.role = FONT_BOLD,
                                 .largest_u = 240,
                                 .smallest_u = 170,
                                 .leading_percent = 122,
                                 .max_lines = words->level->place_lines},
             stage->theme.ink, gap_px(words, 170));
    add_town(words, before, part_wording(stage, &event->town));
    words->width += indent;
    for (int i = before; i < words->count; i++) {
        words->lines[i].indent = indent;
        words->lines[i].pictogram = i == before ? "lieu" : NULL;
    }
}

static void add_notes(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    add_line(words, part_wording(stage, &event->note),
             (struct part_style){.role = FONT_MEDIUM,
                                 .largest_u = 200,
                                 .smallest_u = 160,
                                 .leading_percent = 126,
                                 .max_lines = 2},
             stage->theme.ink, gap_px(words, 110));
    if (words->level->details) {
        add_fact(words, event_fact_entrance(stage, event),
                 (struct part_style){.role = FONT_BODY,
                                     .largest_u = 190,
                                     .smallest_u = 160,
                                     .max_lines = 1},
                 stage->theme.soft, gap_px(words, 90));
    }
}

static void clear_lines(struct event_words *words)
{
    for (int i = 0; i < words->count; i++) {
        text_free(words->lines[i].text);
        text_free(words->lines[i].tail);
    }
    words->count = 0;
    words->height = 0;
    words->cut = false;
    words->splits = 0;
}

static void compose(struct event_words *words, const struct level *level)
{
    clear_lines(words);
    words->level = level;
    words->height = words->chips_height;
    add_date(words);
    add_kind(words);
    add_title(words);
    add_prose(words);
    add_place(words);
    add_notes(words);
    // Without chips the first line stands at the very top.
    if (words->chips.count == 0 && words->count > 0) {
        bool framed = words->lines[0].framed;
        int kept = framed ? stage_px(words->stage, FRAME_U) : 0;
        words->height -= words->lines[0].gap - kept;
        words->lines[0].gap = kept;
    }
}

// Even the tightest level may be too high for a very small room: lines go
// from the end, but never the date and the title.
static void drop_to_fit(struct event_words *words)
{
    while (words->height > words->room_height && words->count > 2) {
        struct line *last = &words->lines[words->count - 1];
        words->height -= last->gap + text_size(last->text).height;
        text_free(last->text);
        text_free(last->tail);
        words->count--;
        words->cut = true;
    }
}

struct event_words *event_words_set(const struct stage *stage,
                                    const struct agenda_entry *entry,
                                    struct size room)
{
    struct event_words *words = xcalloc(1, sizeof *words);
    words->stage = stage;
    words->entry = entry;
    words->width = room.width;
    words->room_height = room.height;
    words->chips = chips_of(stage, entry, false);
    words->chips_height = lay_chips(words, 0, 0, NULL);
    // The roomiest level that holds everything; else of the tighter ones that
    // fit with an ellipsis the one that breaks the fewest words.
    int best = LEVEL_COUNT - 1, splits = LINES_MAX + 1;
    for (int i = 0; i < LEVEL_COUNT; i++) {
        compose(words, &LEVELS[i]);
        bool fits = words->height <= room.height;
        if (fits && !words->cut && words->splits == 0) {
            return words;
        }
        if (fits && i >= LEVEL_COUNT / 2 && words->splits < splits) {
            best = i;
            splits = words->splits;
        }
    }
    compose(words, &LEVELS[best]);
    drop_to_fit(words);
    return words;
}

void event_words_free(struct event_words *words)
{
    if (words != NULL) {
        clear_lines(words);
        chips_release(&words->chips);
        free(words);
    }
}

int event_words_height(const struct event_words *words)
{
    return words->height;
}

bool event_words_are_cut(const struct event_words *words)
{
    return words->cut;
}

static void draw_pictogram(const struct event_words *words,
                           const struct line *line, int x, int y,
                           struct canvas *canvas)
{
    // As high as a capital and a little more, on the first baseline.
    int em = text_px(line->text);
    int side = em * 110 / 100;
    int top = y + text_first_baseline(line->text) - em * 36 / 100 - side / 2;
    struct colour colour = strcmp(line->pictogram, "lieu") == 0
                               ? words->stage->theme.accent
                               : line->colour;
    pictogram_draw(words->stage, line->pictogram,
                   (struct box){x, top, side, side}, colour, canvas);
}

static void draw_frame(const struct event_words *words, struct box box,
                       struct canvas *canvas)
{
    const struct stage *stage = words->stage;
    canvas_frame(canvas, box, stage_px(stage, 70), stage_px(stage, 22),
                 stage_px(stage, 80), stage->theme.accent);
}

void event_words_draw(const struct event_words *words, int x, int y,
                      struct canvas *canvas)
{
    lay_chips(words, x, y, canvas);
    y += words->chips_height;
    int margin = stage_px(words->stage, FRAME_U);
    struct box frame = {0};
    for (int i = 0; i < words->count; i++) {
        const struct line *line = &words->lines[i];
        bool after_frame = !line->framed && frame.width > 0;
        if (after_frame) {
            frame.height = y + margin - frame.y;
            draw_frame(words, frame, canvas);
            y += margin;
            frame.width = 0;
        }
        y += line->gap;
        struct size size = text_size(line->text);
        int left = x + line->indent + (line->framed ? margin : 0);
        if (line->framed) {
            frame.y = frame.width > 0 ? frame.y : y - margin;
            int width = size.width + 2 * margin;
            frame.width = frame.width > width ? frame.width : width;
            frame.x = x;
        }
        if (line->pictogram != NULL) {
            draw_pictogram(words, line, x, y, canvas);
        }
        text_draw(line->text, canvas, left, y, line->colour);
        if (line->tail != NULL) {
            int down = text_first_baseline(line->text) -
                       text_first_baseline(line->tail);
            text_draw(line->tail, canvas, left + size.width + tail_gap(words),
                      y + down, words->stage->theme.soft);
        }
        y += size.height;
    }
    if (frame.width > 0) {
        frame.height = y + margin - frame.y;
        draw_frame(words, frame, canvas);
    }
}
