// SPDX-License-Identifier: MIT
// Hours in the words of a written date: 18h30, 18:30, 9h-12h30, midi, 6pm.

#ifndef KIOSK_LANGUAGE_WHEN_TIMES_H
#define KIOSK_LANGUAGE_WHEN_TIMES_H

#include <stdbool.h>
#include <stddef.h>

struct words;

struct time_span {
    int start;    // minutes of the day, 0 to 24 * 60
    int end;      // MINUTE_UNKNOWN if only one time is written
    bool refused; // there is no such hour: 25h, 18h75
};

// Reads a time or a span of times that begins at index. between: "et" joins
// them, as in "entre 18h et 20h". alone: the text holds nothing but times, so
// that a number is an hour: "18-20", "18.30". Returns the index behind it, or
// at for none.
size_t times_read(const struct words *words, size_t at, bool between,
                  bool alone, struct time_span *out);

// True if a time begins at index.
bool times_begin(const struct words *words, size_t at);

#endif
