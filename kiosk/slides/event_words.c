// SPDX-License-Identifier: MIT
#include "slides/event_words.h"

#include <limits.h>
#include <stdlib.h>

#include "base/memory.h"
#include "slides/chips.h"
#include "slides/column.h"
#include "slides/event_details.h"
#include "slides/event_facts.h"
#include "slides/parts.h"
#include "slides/pictogram.h"

// How much is given to what, from roomy to tight. Hundredths of a unit.
struct level {
    int title_u, title_lines;
    int prose_u, prose_lines;
    int date_u;
    int place_lines;
    int gaps;     // in percent
    int rest;     // in percent: kind, place and note
    bool details; // people, other dates, entrance
    bool subtitle;
    bool joined; // the times behind the days
};

static const struct level LEVELS[] = {
    {560, 2, 200, 4, 330, 3, 100, 100, true,  true,  false},
    {560, 2, 200, 3, 330, 3, 75,  100, true,  true,  false},
    {500, 3, 200, 3, 320, 3, 70,  100, true,  true,  false},
    {440, 3, 200, 3, 310, 3, 70,  100, true,  true,  false},
    {380, 4, 190, 2, 300, 3, 65,  100, true,  true,  false},
    {340, 4, 190, 2, 280, 3, 60,  95,  false, true,  false},
    {320, 5, 180, 1, 270, 3, 55,  95,  false, false, true },
    {300, 5, 180, 0, 260, 3, 50,  90,  false, false, true },
    {270, 6, 180, 0, 240, 3, 45,  85,  false, false, true },
    {240, 6, 180, 0, 230, 3, 40,  80,  false, false, true },
    {220, 5, 180, 0, 220, 2, 30,  80,  false, false, true },
    {200, 4, 180, 0, 200, 2, 20,  80,  false, false, true },
    {200, 3, 180, 0, 200, 2, 20,  80,  false, false, true },
    {200, 3, 180, 0, 200, 1, 20,  80,  false, false, true },
    {200, 2, 180, 0, 200, 1, 20,  80,  false, false, true },
};

// Where there is as much room as it takes: the first of these of which what,
// when and where are seen at once.
static const struct level WHOLE[] = {
    {560, 8, 200, 40, 330, 12, 100, 100, true, true, false},
    {480, 8, 200, 40, 310, 12, 75,  100, true, true, false},
    {400, 8, 200, 40, 290, 12, 60,  100, true, true, false},
    {340, 8, 190, 40, 270, 12, 50,  95,  true, true, true },
    {290, 8, 190, 40, 250, 12, 40,  90,  true, true, true },
};

enum {
    LEVEL_COUNT = sizeof LEVELS / sizeof *LEVELS,
    WHOLE_COUNT = sizeof WHOLE / sizeof *WHOLE,
    SIGN_MIN_PX = 17,
    DETAIL_LINES = 2,
    DETAIL_LINES_WHOLE = 12,
};

struct event_words {
    const struct stage *stage;
    const struct agenda_entry *entry;
    const struct level *level;
    int detail_lines; // at most, of what can be said in a few words
    struct chips chips;
    int chips_height;
    struct column column; // what stands below the chips
    int place_bottom;     // of the column's part that ends with the place
};

static int gap_px(const struct event_words *words, int u)
{
    return stage_px(words->stage, u * words->level->gaps / 100);
}

static int rest_u(const struct event_words *words, int u)
{
    return u * words->level->rest / 100;
}

// The room of a sign in front of words, which are never smaller than legible.
static int sign_px(const struct event_words *words, int u)
{
    int px = stage_px(words->stage, rest_u(words, u));
    return px > SIGN_MIN_PX ? px : SIGN_MIN_PX;
}

// A fact, which is freed, as a line.
static void add_fact(struct event_words *words, char *fact,
                     struct part_style style, struct colour colour, int gap)
{
    column_add(&words->column, fact, style, colour, gap);
    free(fact);
}

static void add_times(struct event_words *words, int days,
                      struct part_style style)
{
    const struct stage *stage = words->stage;
    char *times = event_fact_times(stage, words->entry);
    bool behind = words->level->joined && words->column.count > days &&
                  column_add_tail(&words->column, days, times, style,
                                  stage->theme.accent);
    if (!behind) {
        column_add(&words->column, times, style, stage->theme.accent, 0);
    }
    free(times);
}

static void add_date(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int first = words->column.count;
    bool tentative = event->status == STATUS_TENTATIVE;
    bool waiting = event->status == STATUS_POSTPONED &&
                   words->entry->phase == PHASE_UNDATED;
    struct part_style style = {.role = FONT_BOLD,
                               .largest_u = words->level->date_u,
                               .smallest_u = 180,
                               .leading_percent = 116,
                               .max_lines = 2};
    // In a frame the words need room on both sides.
    int frame = tentative ? 2 * stage_px(stage, COLUMN_FRAME_U) : 0;
    words->column.width -= frame;
    style.struck = event->status == STATUS_CANCELLED ||
                   (event->status == STATUS_POSTPONED && !waiting);
    add_fact(words, event_fact_days(stage, words->entry), style,
             stage->theme.ink, gap_px(words, 170));
    style.struck = event->status == STATUS_CANCELLED;
    if (words->column.count > first) {
        words->column.lines[first].needed = true;
    }
    if (!waiting) {
        add_times(words, first, style);
    }
    words->column.width += frame;
    if (tentative) {
        column_frame(&words->column, first);
    }
    add_fact(words, event_fact_previous(stage, event),
             (struct part_style){.role = FONT_MEDIUM,
                                 .largest_u = rest_u(words, 200),
                                 .smallest_u = 150,
                                 .max_lines = 2},
             stage->theme.soft, gap_px(words, 30));
}

static void add_kind(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    const char *name = pictogram_of_kind(part_wording(stage, &event->kind));
    int before = words->column.count;
    int indent = name != NULL ? sign_px(words, 320) : 0;
    words->column.width -= indent;
    add_fact(words, event_fact_kind(stage, event),
             (struct part_style){.role = FONT_BOLD,
                                 .largest_u = rest_u(words, 210),
                                 .smallest_u = 160,
                                 .max_lines = 1},
             stage->theme.second, gap_px(words, 190));
    words->column.width += indent;
    if (words->column.count > before) {
        words->column.lines[before].pictogram = name;
        words->column.lines[before].indent = indent;
    }
}

static void add_title(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int title_u = words->level->title_u, before = words->column.count;
    column_add(&words->column, part_wording(stage, &event->title),
               (struct part_style){.role = FONT_DISPLAY,
                                   .largest_u = title_u,
                                   .smallest_u = title_u * 85 / 100,
                                   .leading_percent = 106,
                                   .max_lines = words->level->title_lines,
                                   .struck = event->status == STATUS_CANCELLED},
               stage->theme.ink, gap_px(words, 50));
    if (words->column.count > before) {
        words->column.lines[before].needed = true;
    }
    if (words->level->subtitle) {
        column_add(&words->column, part_wording(stage, &event->subtitle),
                   (struct part_style){.role = FONT_MEDIUM,
                                       .largest_u = 250,
                                       .smallest_u = 200,
                                       .max_lines = words->detail_lines},
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
        column_add(&words->column, summary, style, stage->theme.soft,
                   gap_px(words, 110));
    }
    bool left_out = words->level->prose_lines == 0 && summary[0] != '\0';
    words->column.cost += left_out ? COLUMN_COST_OF_LEAVING_OUT : 0;
    if (words->level->details) {
        style.max_lines = words->detail_lines;
        add_fact(words, event_fact_people(stage, event), style,
                 stage->theme.soft, gap_px(words, 90));
        add_fact(words, event_fact_other_dates(stage, event), style,
                 stage->theme.soft, gap_px(words, 90));
    } else {
        words->column.cost +=
            event->with.count > 0 ? COLUMN_COST_OF_LEAVING_OUT : 0;
    }
}

// The town stands behind its venue if there is room, else below it. Without
// a venue it is the place.
static void add_town(struct event_words *words, int venue, const char *town)
{
    const struct stage *stage = words->stage;
    struct part_style style = {.role = FONT_BODY,
                               .largest_u = rest_u(words, 210),
                               .smallest_u = 160,
                               .leading_percent = 122,
                               .max_lines = 2};
    if (town[0] == '\0') {
        return;
    }
    if (words->column.count == venue) {
        style.role = FONT_BOLD;
        column_add(&words->column, town, style, stage->theme.ink,
                   gap_px(words, 170));
        return;
    }
    char *behind = xasprintf("· %s", town);
    if (!column_add_tail(&words->column, venue, behind, style,
                         stage->theme.soft)) {
        column_add(&words->column, town, style, stage->theme.soft, 0);
    }
    free(behind);
}

static bool is_whole(const struct event_words *words)
{
    return words->detail_lines == DETAIL_LINES_WHOLE;
}

static void add_place(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    int before = words->column.count;
    int indent = sign_px(words, 340);
    words->column.width -= indent;
    add_fact(words, event_fact_venue(stage, event),
             (struct part_style){.role = FONT_BOLD,
                                 .largest_u = rest_u(words, 240),
                                 .smallest_u = rest_u(words, 180),
                                 .leading_percent = 122,
                                 .max_lines = words->level->place_lines},
             stage->theme.ink, gap_px(words, 170));
    add_town(words, before, part_wording(stage, &event->town));
    if (is_whole(words)) {
        column_add(&words->column, part_wording(stage, &event->address),
                   (struct part_style){.role = FONT_BODY,
                                       .largest_u = 200,
                                       .leading_percent = 122,
                                       .max_lines = words->detail_lines},
                   stage->theme.soft, 0);
    }
    words->column.width += indent;
    for (int i = before; i < words->column.count; i++) {
        words->column.lines[i].needed = i == before;
        words->column.lines[i].indent = indent;
        words->column.lines[i].pictogram = i == before ? "lieu" : NULL;
    }
}

static void add_notes(struct event_words *words)
{
    const struct stage *stage = words->stage;
    const struct event *event = words->entry->event;
    column_add(&words->column, part_wording(stage, &event->note),
               (struct part_style){.role = FONT_MEDIUM,
                                   .largest_u = rest_u(words, 200),
                                   .smallest_u = 160,
                                   .leading_percent = 126,
                                   .max_lines = words->detail_lines},
               stage->theme.ink, gap_px(words, 110));
    if (words->level->details) {
        add_fact(words, event_fact_entrance(stage, event),
                 (struct part_style){.role = FONT_BODY,
                                     .largest_u = 190,
                                     .smallest_u = 160,
                                     .max_lines = words->detail_lines / 2},
                 stage->theme.soft, gap_px(words, 90));
    }
}

static void compose(struct event_words *words, const struct level *level)
{
    column_clear(&words->column);
    words->level = level;
    add_date(words);
    add_kind(words);
    add_title(words);
    add_prose(words);
    add_place(words);
    words->place_bottom = words->column.height;
    add_notes(words);
    if (is_whole(words)) {
        event_details_add(&words->column, words->entry);
    }
    // Without chips the first line stands at the very top.
    if (words->chips.count == 0 && words->column.count > 0) {
        bool framed = words->column.lines[0].framed;
        int kept = framed ? stage_px(words->stage, COLUMN_FRAME_U) : 0;
        words->column.height -= words->column.lines[0].gap - kept;
        words->column.lines[0].gap = kept;
    }
}

static struct event_words *event_words_new(const struct stage *stage,
                                           const struct agenda_entry *entry,
                                           int width, int detail_lines)
{
    struct event_words *words = xcalloc(1, sizeof *words);
    words->stage = stage;
    words->entry = entry;
    words->detail_lines = detail_lines;
    words->column = (struct column){.stage = stage, .width = width};
    return words;
}

static void add_chips(struct event_words *words)
{
    words->chips = chips_of(words->stage, words->entry, false);
    words->chips_height =
        chips_lay(words->stage, &words->chips, 0, 0, words->column.width, NULL);
}

struct event_words *event_words_set(const struct stage *stage,
                                    const struct agenda_entry *entry,
                                    struct size room)
{
    struct event_words *words =
        event_words_new(stage, entry, room.width, DETAIL_LINES);
    add_chips(words);
    // The roomiest of the levels that fit at the least cost.
    int best = LEVEL_COUNT - 1, cost = INT_MAX;
    for (int i = 0; i < LEVEL_COUNT; i++) {
        compose(words, &LEVELS[i]);
        bool fits = event_words_height(words) <= room.height;
        if (fits && words->column.cost == 0) {
            return words;
        }
        if (fits && words->column.cost < cost) {
            best = i;
            cost = words->column.cost;
        }
    }
    compose(words, &LEVELS[best]);
    // Even the tightest level may be too high for a very small room.
    column_drop(&words->column, room.height - words->chips_height);
    return words;
}

struct event_words *event_words_set_whole(const struct stage *stage,
                                          const struct agenda_entry *entry,
                                          struct size window, bool with_chips)
{
    struct event_words *words =
        event_words_new(stage, entry, window.width, DETAIL_LINES_WHOLE);
    if (with_chips) {
        add_chips(words);
    }
    // One step tighter if then nothing has to be scrolled to.
    int seen = WHOLE_COUNT, last = WHOLE_COUNT - 1;
    for (int i = 0; i <= last; i++) {
        compose(words, &WHOLE[i]);
        if (event_words_height(words) <= window.height) {
            return words;
        }
        bool is_seen =
            words->chips_height + words->place_bottom <= window.height;
        if (is_seen && seen == WHOLE_COUNT) {
            seen = i;
            last = i < last ? i + 1 : last;
        }
    }
    compose(words, &WHOLE[seen < WHOLE_COUNT ? seen : WHOLE_COUNT - 1]);
    return words;
}

void event_words_free(struct event_words *words)
{
    if (words != NULL) {
        column_clear(&words->column);
        chips_release(&words->chips);
        free(words);
    }
}

int event_words_height(const struct event_words *words)
{
    return words->chips_height + words->column.height;
}

int event_words_cost(const struct event_words *words)
{
    // Where not even what matters is whole, the roomier is the better.
    int cost = words->column.cost;
    bool hurts = cost >= COLUMN_COST_OF_CUT_FACT;
    return hurts ? cost + (int)(words->level - LEVELS) : cost;
}

void event_words_draw(const struct event_words *words, int x, int y,
                      struct canvas *canvas)
{
    chips_lay(words->stage, &words->chips, x, y, words->column.width, canvas);
    column_draw(&words->column, x, y + words->chips_height, canvas);
}
