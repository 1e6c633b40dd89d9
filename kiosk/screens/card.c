// SPDX-License-Identifier: MIT
#include "screens/card.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
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
    TITLE_MIN_U = 135,
    PLACE_U = 155,
    PLACE_MIN_U = 115,
    GAP_U = 45,
};

// Of a card's width.
enum {
    POSTER_PERCENT = 90,
    POSTER_LEAST_PERCENT = 45, // on a low display
    WORDS_PERCENT = 74,
    LARGE_WORDS_PERCENT = 82,
    RADIUS_PERMILLE = 45,
};

enum {
    VIEW_PERCENT = 76, // of the display's height: what the bar leaves
};

static int words_height(const struct stage *stage, int width)
{
    bool large = stage->settings->text_scale == TEXT_SCALE_LARGE;
    return width * (large ? LARGE_WORDS_PERCENT : WORDS_PERCENT) / 100;
}

// On a low display the poster gives way, so that a card can be seen whole.
static int poster_height(const struct stage *stage, int width)
{
    int room = stage->size.height * VIEW_PERCENT / 100;
    int least = width * POSTER_LEAST_PERCENT / 100;
    int left = larger(room - words_height(stage, width), least);
    return smaller(left, width * POSTER_PERCENT / 100);
}

int card_height(const struct stage *stage, int width)
{
    return poster_height(stage, width) + words_height(stage, width);
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
    char *words = xasprintf("%s%s%s", venue, both ? "\u00a0· " : "", town);
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

static struct part_style grown(const struct making *making,
                               struct part_style style)
{
    style.largest_u = card_u(making, style.largest_u);
    style.smallest_u = card_u(making, style.smallest_u);
    return style;
}

// Draws words at the top of room. Returns the room below.
static struct box draw_words(const struct making *making, const char *words,
                             struct part_style style, struct colour colour,
                             struct box room)
{
    int used = part_draw_text(making->stage, words, grown(making, style),
                              colour, room, making->card);
    used += used > 0 ? card_px(making, GAP_U) : 0;
    return (struct box){room.x, room.y + used, room.width, room.height - used};
}

static const struct part_style DATE = {.role = FONT_BOLD,
                                       .largest_u = DATE_U,
                                       .smallest_u = 120,
                                       .leading_percent = 112,
                                       .max_lines = 2};
static const struct part_style TITLE = {.role = FONT_BOLD,
                                        .largest_u = TITLE_U,
                                        .smallest_u = TITLE_MIN_U,
                                        .leading_percent = 110,
                                        .max_lines = 3};
static const struct part_style PLACE = {.role = FONT_BODY,
                                        .largest_u = PLACE_U,
                                        .smallest_u = PLACE_MIN_U,
                                        .leading_percent = 116,
                                        .max_lines = 2};

// Title and place as they fit into a room, each set once if possible.
struct pair {
    struct text *title, *place;
};

static struct pair set_pair(const struct making *making, const char *title,
                            const char *place, int place_u, struct size room)
{
    struct part_style of_title = TITLE, of_place = PLACE;
    // Three lines only where two will not do.
    of_title.max_lines = place_u == PLACE_U ? 2 : 3;
    of_title.struck = making->entry->event->status == STATUS_CANCELLED;
    of_place.largest_u = of_place.smallest_u = place_u;
    struct pair pair = {.place = part_text(making->stage, place,
                                           grown(making, of_place),
                                           (struct size){room.width, 0})};
    int below = text_size(pair.place).height;
    room.height -= below > 0 ? below + card_px(making, GAP_U) : 0;
    pair.title = part_text(making->stage, title, grown(making, of_title), room);
    return pair;
}

static void pair_free(struct pair *pair)
{
    text_free(pair->title);
    text_free(pair->place);
}

// Where there is too little room for the title, the place's letters are
// smaller.
static void draw_title_and_place(const struct making *making, const char *title,
                                 const char *place, struct box room)
{
    const struct theme *theme = &making->stage->theme;
    struct size size = box_size(room);
    struct pair pair = set_pair(making, title, place, PLACE_U, size);
    if (text_is_cut(pair.title) || text_is_cut(pair.place)) {
        pair_free(&pair);
        pair = set_pair(making, title, place, PLACE_MIN_U, size);
    }
    text_draw(pair.title, making->card, room.x, room.y, theme->ink);
    int used = text_size(pair.title).height;
    used += used > 0 ? card_px(making, GAP_U) : 0;
    text_draw(pair.place, making->card, room.x, room.y + used, theme->soft);
    pair_free(&pair);
}

static void draw_text(const struct making *making, struct box room)
{
    const struct stage *stage = making->stage;
    const struct event *event = making->entry->event;
    char *date = date_words(stage, making->entry);
    char *place = place_words(stage, event);
    room = draw_chips(making, room);
    room = draw_words(making, date, DATE, stage->theme.accent, room);
    draw_title_and_place(making, part_wording(stage, &event->title), place,
                         room);
    free(date);
    free(place);
}

static struct box poster_box(const struct stage *stage,
                             const struct canvas *card)
{
    int width = canvas_size(card).width;
    return (struct box){0, 0, width, poster_height(stage, width)};
}

// A fine line, for posters as light as the paper.
static void draw_edge(const struct stage *stage, struct canvas *card)
{
    struct size size = canvas_size(card);
    canvas_frame(card, (struct box){0, 0, size.width, size.height},
                 card_radius(size.width), stage_px(stage, 8), 0,
                 stage->theme.line);
}

static void draw_date_panel(const struct stage *stage,
                            const struct agenda_entry *entry,
                            struct canvas *card)
{
    panel_draw_date(stage, poster_box(stage, card), entry, stage->theme.second,
                    card);
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
    struct box poster = poster_box(stage, card);
    canvas_clear(card, stage->theme.paper);
    canvas_fill(card, box, card_surface(stage));
    canvas_fill(card, poster, stage->theme.line);
    int padding = card_px(&making, PADDING_U);
    struct box words = {0, poster.height, size.width,
                        size.height - poster.height};
    draw_text(&making, box_inset(words, padding));
    draw_edge(stage, card);
    return card;
}

// False if the picture is not decoded yet.
static bool draw_panel(const struct stage *stage,
                       const struct agenda_entry *entry, struct canvas *card)
{
    const char *path = entry->event->poster.path;
    struct panel_picture picture = {0};
    if (path != NULL) {
        picture = panel_draw_picture(stage, poster_box(stage, card), path,
                                     false, card);
    }
    if (!picture.drawn && !picture.pending) {
        draw_date_panel(stage, entry, card);
    }
    return !picture.pending;
}

bool card_draw_poster(const struct stage *stage,
                      const struct agenda_entry *entry, struct canvas *card)
{
    bool whole = draw_panel(stage, entry, card);
    if (whole) {
        draw_edge(stage, card);
    }
    return whole;
}
