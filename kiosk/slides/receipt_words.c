// SPDX-License-Identifier: MIT
#include "slides/receipt_words.h"

#include <stdio.h>

#include "base/text_buffer.h"
#include "slides/column.h"
#include "slides/receipt_card.h"

static void add_summary(const struct receipt_card *card,
                        const struct receipt_look *look, struct column *column)
{
    const struct phrasing *phrasing = &column->stage->phrasing;
    struct text_buffer words = {0};
    if (card->kind != RECEIPT_CARD_COPYING) {
        text_buffer_add(&words, card->summary);
    } else if (card->permille == RECEIPT_CARD_UNKNOWN) {
        phrase_word(phrasing, WORD_READING_STICK, NULL, NULL, &words);
    } else {
        char percent[16];
        snprintf(percent, sizeof percent, "%d", card->permille / 10);
        phrase_word(phrasing, WORD_COPYING, percent, NULL, &words);
    }
    column_add(column, text_buffer_text(&words), look->summary,
               look->summary_colour, 0);
    text_buffer_release(&words);
}

// Behind the summary if both have room on one line.
static void add_advice(const struct receipt_card *card,
                       const struct receipt_look *look, struct column *column)
{
    const char *words = card->advice;
    if (card->kind == RECEIPT_CARD_COPYING) {
        words = column->stage->phrasing.language->words[WORD_LEAVE_STICK];
    }
    if (words == NULL || words[0] == '\0') {
        return;
    }
    struct part_style one_line = look->advice;
    one_line.max_lines = 1;
    one_line.smallest_u = one_line.largest_u;
    if (column->count != 1 ||
        !column_add_tail(column, 0, words, one_line, look->advice_colour)) {
        column_add(column, words, look->advice, look->advice_colour, look->gap);
    }
}

static void add_faults(const struct receipt_card *card,
                       const struct receipt_look *look, struct column *column)
{
    for (size_t i = 0; i < card->fault_count; i++) {
        column_add(column, card->faults[i], look->fault, look->fault_colour,
                   look->gap);
    }
    if (card->more_faults == 0) {
        return;
    }
    char number[24];
    snprintf(number, sizeof number, "%zu", card->more_faults);
    struct text_buffer words = {0};
    phrase_word(&column->stage->phrasing, WORD_MORE_ERRORS, number, NULL,
                &words);
    column_add(column, text_buffer_text(&words), look->fault,
               look->fault_colour, look->gap);
    text_buffer_release(&words);
}

void receipt_words_set(const struct receipt_card *card,
                       const struct receipt_look *look, struct column *column)
{
    add_summary(card, look, column);
    add_faults(card, look, column);
    add_advice(card, look, column);
}
