// SPDX-License-Identifier: MIT
#include "slides/chips.h"

#include <stdlib.h>

#include "base/text_buffer.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    CHIP_TEXT_U = 175,
    CHIP_HEIGHT_U = 320,
    SMALL_HEIGHT_U = 245,
    CHIP_PADDING_U = 130,
    CHIP_RADIUS_U = 55,
    CHIP_GAP_U = 60, // between two of them
};

static int chip_px(const struct stage *stage, struct chip_words chip, int u)
{
    return stage_px(stage, chip.small ? u * 80 / 100 : u);
}

static struct text *chip_text(const struct stage *stage, struct chip_words chip,
                              int max_width)
{
    int size_u = chip.small ? CHIP_TEXT_U * 88 / 100 : CHIP_TEXT_U;
    int room = max_width - 2 * chip_px(stage, chip, CHIP_PADDING_U);
    return part_text(stage, chip.words,
                     (struct part_style){.role = FONT_BOLD,
                                         .largest_u = size_u,
                                         .smallest_u = size_u * 80 / 100,
                                         .max_lines = 1},
                     (struct size){room, 0});
}

struct size chip_size(const struct stage *stage, struct chip_words chip,
                      int max_width)
{
    struct text *text = chip_text(stage, chip, max_width);
    struct size size = text_size(text);
    text_free(text);
    int height = stage_px(stage, chip.small ? SMALL_HEIGHT_U : CHIP_HEIGHT_U);
    int least = size.height + stage_px(stage, 30);
    return (struct size){size.width + 2 * chip_px(stage, chip, CHIP_PADDING_U),
                         height > least ? height : least};
}

void chip_draw(const struct stage *stage, struct chip_words chip,
               struct box box, struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    const struct colour surfaces[] = {
        [CHIP_HIGHLIGHT] = theme->highlight,
        [CHIP_ACCENT] = theme->accent,
        [CHIP_SECOND] = theme->second,
        [CHIP_DASHED] = theme->paper,
        [CHIP_INK] = theme->ink,
    };
    const bool dashed = chip.look == CHIP_DASHED;
    struct colour surface = surfaces[chip.look];
    struct colour words = theme_text_on(theme, surface);
    int radius = stage_px(stage, CHIP_RADIUS_U);
    canvas_fill_rounded(canvas, box, radius, surface);
    canvas_mark(canvas, MARK_CARD, box, box, "", false);
    if (dashed) {
        canvas_frame(canvas, box, radius, stage_px(stage, 22),
                     stage_px(stage, 60), theme->ink);
    }
    if (dashed || chip.look == CHIP_INK) {
        words = dashed ? theme->ink : theme->paper;
    }
    // One pixel more than was measured: sizes are stepped from this width.
    struct text *text = chip_text(stage, chip, box.width + 1);
    struct size size = text_size(text);
    // Capitals, not the box with its accents and descenders, look centred.
    int top = box.y + (box.height + text_cap_height(text)) / 2 -
              text_first_baseline(text);
    text_draw(text, canvas, box.x + (box.width - size.width) / 2, top, words);
    text_free(text);
}

static void add_chip(struct chips *chips, struct text_buffer *words,
                     enum chip_look look)
{
    phrase_capitalise(words, 0);
    chips->items[chips->count].text = text_buffer_take(words);
    chips->items[chips->count].look = look;
    chips->count++;
}

static void add_word_chip(const struct stage *stage, struct chips *chips,
                          enum word word, enum chip_look look)
{
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, word, NULL, NULL, &words);
    add_chip(chips, &words, look);
}

struct chips chips_of(const struct stage *stage,
                      const struct agenda_entry *entry, bool listed)
{
    struct chips chips = {0};
    if (entry->chip.word != WORD_COUNT) {
        struct text_buffer words = {0};
        chip_phrase(&entry->chip, &stage->phrasing, &words);
        add_chip(&chips, &words,
                 entry->chip.urgency == URGENCY_LATER ? CHIP_HIGHLIGHT
                                                      : CHIP_ACCENT);
    }
    if (entry->here) {
        add_word_chip(stage, &chips, WORD_HERE, CHIP_SECOND);
    }
    static const struct {
        enum word word;
        enum chip_look look;
        bool listed_only;
    } STATUSES[STATUS_COUNT] = {
        [STATUS_CONFIRMED] = {WORD_COUNT,     CHIP_INK,    false},
        [STATUS_TENTATIVE] = {WORD_TENTATIVE, CHIP_DASHED, false},
        [STATUS_CANCELLED] = {WORD_CANCELLED, CHIP_INK,    true },
        [STATUS_POSTPONED] = {WORD_POSTPONED, CHIP_INK,    true },
        [STATUS_RESCHEDULED] = {WORD_COUNT,     CHIP_INK,    false},
        [STATUS_FULL] = {WORD_FULL,      CHIP_INK,    true },
        [STATUS_MOVED_ONLINE] = {WORD_COUNT,     CHIP_SECOND, false},
    };
    enum status status = entry->event->status;
    if (STATUSES[status].word != WORD_COUNT &&
        (listed || !STATUSES[status].listed_only)) {
        add_word_chip(stage, &chips, STATUSES[status].word,
                      STATUSES[status].look);
    }
    if (entry->event->online) {
        add_word_chip(stage, &chips, WORD_ONLINE, CHIP_SECOND);
    }
    return chips;
}

void chips_release(struct chips *chips)
{
    for (size_t i = 0; i < chips->count; i++) {
        free(chips->items[i].text);
    }
    *chips = (struct chips){0};
}

int chips_lay(const struct stage *stage, const struct chips *chips, int x,
              int y, int width, struct canvas *canvas)
{
    int gap = stage_px(stage, CHIP_GAP_U);
    int left = 0, top = 0, height = 0;
    for (size_t i = 0; i < chips->count; i++) {
        struct chip_words chip = {chips->items[i].text, chips->items[i].look,
                                  false};
        struct size size = chip_size(stage, chip, width);
        if (left > 0 && left + size.width > width) {
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
