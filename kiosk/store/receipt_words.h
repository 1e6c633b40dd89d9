// SPDX-License-Identifier: MIT
// The sentences of receipts, in English and French.

#ifndef KIOSK_STORE_RECEIPT_WORDS_H
#define KIOSK_STORE_RECEIPT_WORDS_H

#include <stddef.h>

#include "base/fault.h"
#include "store/receipt.h"

enum sentence {
    SENTENCE_EVENTS,  // {1} how many
    SENTENCE_FROM_TO, // {1} and {2} days
    SENTENCE_ON_DAY,  // {1} day
    SENTENCE_FEWER,   // {1} how many there were before
    SENTENCE_MISSING, // {1} how many pictures {2} which, as in the next two
    SENTENCE_HEAVY,
    SENTENCE_NOT_SIGNED,
    SENTENCE_ERRORS,   // {1} how many
    SENTENCE_AND_MORE, // {1} how many
    SENTENCE_AT_LINE,  // {1} file {2} line {3} what is wrong there
    SENTENCE_AT_FILE,  // {1} file {2} what is wrong with it
    SENTENCE_AND_DO,   // {1} what is wrong {2} what to do
    SENTENCE_UNPLUG,
    SENTENCE_SCREEN,  // {1} the venue's name
    SENTENCE_TITLE,   // {1} the programme's
    SENTENCE_SUBJECT, // {1} the programme's title
    SENTENCE_COUNT,
};

// Each result is the caller's; free(). Arguments may be NULL.

// The form for that number; count fills no slot by itself.
char *sentence(enum sentence sentence, enum fault_language language,
               size_t count, const char *const arguments[3]);

// What a decision is called in the first sentence of a receipt.
char *decision_sentence(enum decision decision, enum fault_language language,
                        const char *const arguments[3]);

#endif
