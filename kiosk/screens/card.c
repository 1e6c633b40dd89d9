// SPDX-License-Identifier: MIT
#include "screens/card.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/text.h"
#include "programme/settings.h"
#include "slides/chips.h"
#include "slides/event_facts.h"
#include "slides/panel.h"
#include "slides/parts.h"

// Hundredths of a unit, on a card that is WHOLE_U wide; all of it grows with
// the card.
enum {
    WHOLE_U = 2180,
    PADDING_U = 140,
    DATE_U = 165,
    TITLE_U = 205,
    TITLE_MIN_U = 150,
    PLACE_U = 155,
    GAP_U = 45,
};

// Of a card's width.
enum {
    POSTER_PERCENT = 90,
    WORDS_PERCENT = 72,
    LARGE_WORDS_PERCENT = 80,
    RADIUS_PERMILLE = 45,
};

static int poster_height(int width)
{
    return width * POSTER_PERCENT / 100;
}

int card_height(const struct stage *stage, int width)
{
    bool large = stage->settings->text_scale == TEXT_SCALE_LARGE;
    return poster_height(width) +
           width * (large ? LARGE_WORDS_PERCENT : WORDS_PERCENT) / 100;
}

int card_radius(int width)
{
    return width * RADIUS_PERMILLE / 1000;
}

struct colour card_surface(const struct stage *stage)
{
    const struct theme *theme = &stage->theme;
    return colour_contrast(theme->soft, theme->card) >= 4.5 ? theme->card
                                                            : theme->line;
}

// What is being composed.
struct making {
    const struct stage *stage;
    const struct agenda_entry *entry;
    struct canvas *card;
    int width;
};

// Hundredths of a unit of the stage, for that many on a whole card.
static int card_u(const struct making *making, int u)
{
    int whole = stage_px(making->stage, WHOLE_U);
    return u * making->width / (whole > 0 ? whole : 1);
}

static int card_px(const struct making *making, int u)
{
    return stage_px(making->stage, card_u(making, u));
}

static bool is_one_day(const struct agenda_entry *entry)
{
    const struct when *when = &entry->event->when;
    return when->precision == PRECISION_DAY && !when->until_day &&
           !when->from_day &&
           date_compare(when->first_day, when->last_day) == 0;
}

// "mar. 20 · 18h30", "30 nov. – 2 déc.", "Date à venir"
static char *date_words(const struct stage *stage,
                        const struct agenda_entry *entry)
{
    const struct phrasing *phrasing = &stage->phrasing;
    const struct when *when = &entry->event->when;
    struct text_buffer words = {0}, times = {0};
    if (entry->phase == PHASE_UNDATED) {
        phrase_word(phrasing, WORD_DATE_TO_COME, NULL, NULL, &words);
        phrase_capitalise(&words, 0);
        return text_buffer_take(&words);
    }
    if (is_one_day(entry)) {
        enum weekday weekday = date_weekday(when->first_day);
        text_buffer_printf(&words, "%s %d",
                           phrasing->language->weekdays_short[weekday],
                           when->first_day.day);
    } else {
        phrase_days(phrasing, when, &words);
        phrase_capitalise(&words, 0);
    }
    if (when->start_minute != MINUTE_UNKNOWN) {
        phrase_time(phrasing, when->start_minute, &times);
    } else {
        phrase_times(phrasing, when, &times);
    }
    if (times.length > 0) {
        text_buffer_printf(&words, " · %s", text_buffer_text(&times));
    }
    text_buffer_release(&times);
    return text_buffer_take(&words);
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

// As many chips as have room in a row. Returns the room below.
static struct box draw_chips(const struct making *making, struct box room)
{
    const struct stage *stage = making->stage;
    struct chips chips = chips_of(stage, making->entry, true);
    int x = room.x, height = 0, gap = card_px(making, GAP_U);
    for (size_t i = 0; i < chips.count; i++) {
        struct chip_words chip = {chips.items[i].text, chips.items[i].look,
                                  true};
        int left = box_right(room) - x;
        struct size size = chip_size(stage, chip, room.width);
        if (size.width <= left) {
            struct box box = {x, room.y, size.width, size.height};
            chip_draw(stage, chip, box, making->card);
            x += size.width + gap;
            height = size.height;
        }
    }
    chips_release(&chips);
    int used = height > 0 ? height + 2 * gap : 0;
    return (struct box){room.x, room.y + used, room.width, room.height - used};
}

// Draws a line of words at the top of room. Returns the room below.
static struct box draw_words(const struct making *making, const char *words,
                             struct part_style style, struct colour colour,
                             struct box room)
{
    style.largest_u = card_u(making, style.largest_u);
    style.smallest_u = card_u(making, style.smallest_u);
    int used =
        part_draw_text(making->stage, words, style, colour, room, making->card);
    used += used > 0 ? card_px(making, GAP_U) : 0;
    return (struct box){room.x, room.y + used, room.width, room.height - used};
}

static void draw_text(const struct making *making, struct box room)
{
    static const struct part_style DATE = {.role = FONT_BOLD,
                                           .largest_u = DATE_U,
                                           .smallest_u = 120,
                                           .leading_percent = 112,
                                           .max_lines = 2};
    static const struct part_style PLACE = {.role = FONT_BODY,
                                            .largest_u = PLACE_U,
                                            .smallest_u = 120,
                                            .leading_percent = 116,
                                            .max_lines = 2};
    const struct stage *stage = making->stage;
    const struct event *event = making->entry->event;
    struct part_style title = {.role = FONT_BOLD,
                               .largest_u = TITLE_U,
                               .smallest_u = TITLE_MIN_U,
                               .leading_percent = 110,
                               .max_lines = 2,
                               .struck = event->status == STATUS_CANCELLED};
    char *date = date_words(stage, making->entry);
    char *place = place_words(stage, event);
    room = draw_chips(making, room);
    room = draw_words(making, date, DATE, stage->theme.accent, room);
    // The place keeps a line.
    struct box above = room;
    int line = card_px(making, PLACE_U) * 14 / 10;
    above.height -= place[0] != '\0' ? line : 0;
    struct box rest = draw_words(making, part_wording(stage, &event->title),
                                 title, stage->theme.ink, above);
    rest.height = box_bottom(room) - rest.y;
    draw_words(making, place, PLACE, stage->theme.soft, rest);
    free(date);
    free(place);
}

static struct box poster_box(const struct canvas *card)
{
    int width = canvas_size(card).width;
    return (struct box){0, 0, width, poster_height(width)};
}

static void draw_date_panel(const struct stage *stage,
                            const struct agenda_entry *entry,
                            struct canvas *card)
{
    panel_draw_date(stage, poster_box(card), entry, stage->theme.second, card);
}

struct canvas *card_compose(const struct stage *stage,
                            const struct agenda_entry *entry, int width)
{
    struct size size = {width, card_height(stage, width)};
    struct canvas *card = canvas_new(size);
    if (card == NULL) {
        return NULL;
    }
    struct making making = {stage, entry, card, width};
    struct box box = {0, 0, size.width, size.height};
    struct box poster = poster_box(card);
    canvas_clear(card, stage->theme.paper);
    canvas_fill(card, box, card_surface(stage));
    canvas_fill(card, poster, stage->theme.line);
    int padding = card_px(&making, PADDING_U);
    struct box words = {0, poster.height, size.width,
                        size.height - poster.height};
    draw_text(&making, box_inset(words, padding));
    return card;
}

bool card_draw_poster(const struct stage *stage,
                      const struct agenda_entry *entry, struct canvas *card)
{
    const char *path = entry->event->poster.path;
    if (path == NULL) {
        draw_date_panel(stage, entry, card);
        return true;
    }
    struct panel_picture picture =
        panel_draw_picture(stage, poster_box(card), path, false, card);
    if (!picture.drawn && !picture.pending) {
        draw_date_panel(stage, entry, card);
    }
    return !picture.pending;
}
