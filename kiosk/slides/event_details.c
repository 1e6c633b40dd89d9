// SPDX-License-Identifier: MIT
#include "slides/event_details.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "slides/column.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    FACT_U = 200,
    FACT_GAP_U = 70,
    SECTION_GAP_U = 190,
    SIGN_U = 320,
    PROSE_U = 200,
    PARAGRAPH_GAP_U = 120,
    SMALL_U = 165,
    // A block of type has 64 lines at most: longer paragraphs are parted.
    BLOCK_BYTES_MAX = 1000,
    LIST_LINES_MAX = 30,
    LIST_LINE_BYTES_MAX = 70,
};

static const struct part_style FACT = {.role = FONT_BODY,
                                       .largest_u = FACT_U,
                                       .leading_percent = 126,
                                       .max_lines = 8};
static const struct part_style PROSE = {
    .role = FONT_BODY, .largest_u = PROSE_U, .leading_percent = 136};
static const struct part_style SMALL = {.role = FONT_BODY,
                                        .largest_u = SMALL_U,
                                        .leading_percent = 126,
                                        .max_lines = 8};

// A fact with a sign before it. words are freed.
static void add_signed(struct column *column, const char *sign,
                       struct text_buffer *words, int gap_u)
{
    const struct stage *stage = column->stage;
    int indent = stage_px(stage, SIGN_U), before = column->count;
    phrase_capitalise(words, 0);
    column->width -= indent;
    column_add(column, text_buffer_text(words), FACT, stage->theme.ink,
               stage_px(stage, gap_u));
    column->width += indent;
    if (column->count > before) {
        column->lines[before].pictogram = sign;
        column->lines[before].indent = indent;
    }
    text_buffer_release(words);
}

static void add_word(struct column *column, const char *sign, enum word word,
                     const char *filling)
{
    struct text_buffer words = {0};
    phrase_word(&column->stage->phrasing, word, filling, NULL, &words);
    add_signed(column, sign, &words, FACT_GAP_U);
}

// Nothing where the filling is "".
static void add_filled(struct column *column, const char *sign, enum word word,
                       const char *filling)
{
    if (filling[0] != '\0') {
        add_word(column, sign, word, filling);
    }
}

static void add_access(struct column *column, const struct event *event)
{
    static const struct {
        enum access access;
        const char *sign;
        enum word word;
    } KINDS[] = {
        {ACCESS_WHEELCHAIR, "fauteuil", WORD_ACCESS_WHEELCHAIR},
        {ACCESS_HEARING,    "oreille",  WORD_ACCESS_HEARING   },
        {ACCESS_SIGHT,      "oeil",     WORD_ACCESS_SIGHT     },
        {ACCESS_EASY,       "lecture",  WORD_ACCESS_EASY      },
        {ACCESS_MIND,       "public",   WORD_ACCESS_MIND      },
    };
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if ((event->access & (unsigned)KINDS[i].access) != 0) {
            add_word(column, KINDS[i].sign, KINDS[i].word, NULL);
        }
    }
}

static void add_part(struct text_buffer *words, const char *part)
{
    text_buffer_add(words, words->length > 0 && part[0] != '\0' ? " · " : "");
    text_buffer_add(words, part);
}

static bool is_number(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

// For whom, from which age, how many.
static void add_audience(struct column *column, const struct event *event)
{
    const struct stage *stage = column->stage;
    struct text_buffer words = {0}, places = {0};
    const char *capacity = part_wording(stage, &event->capacity);
    if (is_number(capacity)) {
        phrase_word(&stage->phrasing, WORD_PLACES, capacity, NULL, &places);
    } else {
        text_buffer_add(&places, capacity);
    }
    add_part(&words, part_wording(stage, &event->audience));
    add_part(&words, part_wording(stage, &event->age));
    add_part(&words, text_buffer_text(&places));
    add_signed(column, "public", &words, FACT_GAP_U);
    text_buffer_release(&places);
}

// register_until is the midnight after the last day.
static void add_last_day(struct column *column, const struct event *event)
{
    const struct stage *stage = column->stage;
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    if (!event->has_register_until || off) {
        return;
    }
    if (stage->now.trusted && stage->now.instant >= event->register_until) {
        add_word(column, "lien", WORD_REGISTRATION_CLOSED, NULL);
        return;
    }
    struct text_buffer day = {0};
    struct moment last =
        zone_moment(&stage->programme->zone, event->register_until - 1);
    phrase_day(&stage->phrasing, last.date, &day);
    add_word(column, "lien", WORD_REGISTER_UNTIL, text_buffer_text(&day));
    text_buffer_release(&day);
}

// In clear, for those without a phone at hand.
static void add_registration(struct column *column, const struct event *event)
{
    add_last_day(column, event);
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    if (event->registration.kind == LINK_TEXT && !off) {
        struct text_buffer words = {0};
        text_buffer_add(&words, event->registration.shown);
        add_signed(column, "lien", &words, FACT_GAP_U);
    }
}

// The end of the first block of a paragraph: behind a sentence if there is one
// in its second half, else behind a word.
static size_t block_length(const char *text, size_t length)
{
    if (length <= BLOCK_BYTES_MAX) {
        return length;
    }
    size_t word = 0;
    for (size_t i = BLOCK_BYTES_MAX; i > BLOCK_BYTES_MAX / 2; i--) {
        bool ends = text[i] == ' ';
        if (ends && strchr(".!?…", text[i - 1]) != NULL) {
            return i;
        }
        word = ends && word == 0 ? i : word;
    }
    if (word > 0) {
        return word;
    }
    size_t cut = BLOCK_BYTES_MAX; // never within a letter
    while (((unsigned char)text[cut] & 0xC0) == 0x80) {
        cut--;
    }
    return cut;
}

// Short lines that follow each other are a list, and stand together.
static size_t paragraph_length(const char *text)
{
    size_t length = strcspn(text, "\n");
    size_t whole = length, line = length;
    for (int i = 1; i < LIST_LINES_MAX && line <= LIST_LINE_BYTES_MAX &&
                    text[whole] == '\n';
         i++) {
        line = strcspn(text + whole + 1, "\n");
        if (line == 0 || line > LIST_LINE_BYTES_MAX) {
            break;
        }
        whole += 1 + line;
    }
    return whole;
}

static void add_description(struct column *column, const struct event *event)
{
    const struct stage *stage = column->stage;
    const char *at = part_wording(stage, &event->description);
    int gap = stage_px(stage, SECTION_GAP_U);
    while (*at != '\0') {
        size_t length = block_length(at, paragraph_length(at));
        char *block = xstrndup(at, length);
        column_add(column, block, PROSE, stage->theme.ink, gap);
        free(block);
        gap = stage_px(stage, PARAGRAPH_GAP_U);
        at += length;
        at += strspn(at, " \n");
    }
}

static void add_list(struct column *column, enum word word,
                     const struct wordings *names, int gap_u)
{
    const struct stage *stage = column->stage;
    struct text_buffer list = {0}, words = {0};
    for (size_t i = 0; i < names->count; i++) {
        text_buffer_add(&list, i > 0 ? ", " : "");
        text_buffer_add(&list, part_wording(stage, &names->items[i]));
    }
    if (list.length > 0) {
        phrase_word(&stage->phrasing, word, text_buffer_text(&list), NULL,
                    &words);
        phrase_capitalise(&words, 0);
        column_add(column, text_buffer_text(&words), SMALL, stage->theme.soft,
                   stage_px(stage, gap_u));
    }
    text_buffer_release(&list);
    text_buffer_release(&words);
}

static void add_small(struct column *column, enum word word,
                      const struct wording *filling)
{
    const struct wordings one = {filling, wording_is_empty(filling) ? 0 : 1};
    add_list(column, word, &one, FACT_GAP_U / 2);
}

void event_details_add(struct column *column, const struct agenda_entry *entry)
{
    const struct event *event = entry->event;
    const struct stage *stage = column->stage;
    add_audience(column, event);
    add_filled(column, "lecture", WORD_SPOKEN,
               part_wording(stage, &event->spoken));
    add_access(column, event);
    add_registration(column, event);
    add_description(column, event);
    add_list(column, WORD_ORGANISED_BY, &event->organisers, SECTION_GAP_U);
    add_list(column, WORD_IN_PARTNERSHIP, &event->partners, FACT_GAP_U / 2);
    add_small(column, WORD_SERIES, &event->series);
    add_small(column, WORD_POSTER_CREDIT, &event->poster_credit);
}
