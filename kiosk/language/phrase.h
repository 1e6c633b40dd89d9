// SPDX-License-Identifier: MIT
// Dates and times in words, as the language's file has them.
//
// Results go to a text buffer the caller owns. Years are written only if they
// are not this_year. Typographic spaces are part of the words files.

#ifndef KIOSK_LANGUAGE_PHRASE_H
#define KIOSK_LANGUAGE_PHRASE_H

#include <stdbool.h>

#include "base/date.h"
#include "language/language.h"

struct text_buffer;
struct when;

enum time_format {
    TIME_FORMAT_LANGUAGE, // 18h30 in fr and oc, 18:30 in en, es and ca
    TIME_FORMAT_H,        // 18h30, 18h
    TIME_FORMAT_H_SPACED, // 18 h 30, with narrow unbreakable spaces
    TIME_FORMAT_COLON,    // 18:30
};

// How to write for one screen.
struct phrasing {
    const struct language *language;
    enum time_format time_format;
    int this_year;
};

// A word with {1} and {2} filled in; NULL for those it has not.
void phrase_word(const struct phrasing *phrasing, enum word word,
                 const char *first, const char *second,
                 struct text_buffer *out);

// "18h30"; minutes of a day, taken modulo a day. 24:00 is "minuit" in the
// language's own way: 00h or 00:00.
void phrase_time(const struct phrasing *phrasing, int minute,
                 struct text_buffer *out);

// "18h30–20h30", "18h30", "jusqu’à 22h", "horaire à venir"; nothing if no
// time is written and none is announced.
void phrase_times(const struct phrasing *phrasing, const struct when *when,
                  struct text_buffer *out);

// "mardi 20 janvier", "mardi 20 janvier 2027".
void phrase_day(const struct phrasing *phrasing, struct date date,
                struct text_buffer *out);

// "20 janvier", "20 janvier 2027".
void phrase_day_plain(const struct phrasing *phrasing, struct date date,
                      struct text_buffer *out);

// The days of when: "mardi 20 janvier", "du 15 au 19 novembre", "semaine du
// 11 avril", "avril", its own wording for months ("courant avril"), "date à
// venir".
void phrase_days(const struct phrasing *phrasing, const struct when *when,
                 struct text_buffer *out);

// Both: "mardi 20 janvier · 18h30–20h30".
void phrase_when(const struct phrasing *phrasing, const struct when *when,
                 struct text_buffer *out);

// Makes the first letter a capital, for the head of a line. In place of the
// buffer's text from byte offset on.
void phrase_capitalise(struct text_buffer *buffer, size_t offset);

#endif
