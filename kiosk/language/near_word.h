// SPDX-License-Identifier: MIT
// What a misspelt month or weekday was meant to be: "janvie", "marid".

#ifndef KIOSK_LANGUAGE_NEAR_WORD_H
#define KIOSK_LANGUAGE_NEAR_WORD_H

struct languages;

// The nearest name of a month or weekday, as it is written; French ones come
// before others that are as near. NULL if none is near enough to be meant.
// Borrowed from the languages.
const char *near_date_word(const struct languages *languages, const char *word);

#endif
