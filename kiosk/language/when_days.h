// SPDX-License-Identifier: MIT
// Days in the words of a written date: one, a range or a list of them.

#ifndef KIOSK_LANGUAGE_WHEN_DAYS_H
#define KIOSK_LANGUAGE_WHEN_DAYS_H

#include <stdbool.h>
#include <stddef.h>

struct words;

enum {
    DAY_LIST_MAX = 31,
    MONTH_IMPOSSIBLE = 99, // 20/13/2026
};

// 0 is what is not written. weekday is 1 to 7, Monday first.
struct day_item {
    int day, month, year, weekday;
    bool numbered_first; // 2026-01-20, January 20: a bare day may follow
    bool range;          // it ends a range that the item before begins
    size_t from, to;     // its words
};

struct day_list {
    struct day_item items[DAY_LIST_MAX];
    size_t count;
};

// Reads the days that begin at index: "mardi 20 janvier", "15 au 19
// novembre", "5, 6 et 7 juin", "2022-08-22/26". Each has a month after that.
// Returns the index behind them, or at for none.
size_t days_read(const struct words *words, size_t at, struct day_list *out);

// A year that stands at index, with a comma or "de" in front of it. Returns
// the index behind it, or at for none.
size_t days_read_year(const struct words *words, size_t at, int *year);

// True if the word at index is a month where it stands.
bool days_is_month(const struct words *words, size_t at);

#endif
