// SPDX-License-Identifier: MIT
// The few words about how soon an event is: "dans 3 jours", "ce soir", "en ce
// moment – jusqu’à 20h30".

#ifndef KIOSK_PROGRAMME_CHIP_H
#define KIOSK_PROGRAMME_CHIP_H

#include <stdbool.h>

#include "language/language.h"

struct event;
struct now;
struct phrasing;
struct text_buffer;

enum urgency {
    URGENCY_LATER,
    URGENCY_TODAY,
    URGENCY_NOW,
};

// word is WORD_COUNT where there is nothing to say. The numbers fill {1} and
// {2}; until_minute, if not negative, fills {1} as a time of day. Of "ce
// matin", "cet après-midi" and "ce soir", whose hours are the language's,
// first is the hour.
struct chip {
    enum word word;
    int first, second;
    int until_minute;
    enum urgency urgency;
};

#define CHIP_NONE ((struct chip){.word = WORD_COUNT, .until_minute = -1})

// The chip of an event that is not over. None while the clock is doubtful.
struct chip chip_of(const struct event *event, const struct now *now);

// Its words, lower case; nothing for no chip.
void chip_phrase(const struct chip *chip, const struct phrasing *phrasing,
                 struct text_buffer *out);

#endif
