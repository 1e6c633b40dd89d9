// SPDX-License-Identifier: MIT
// Which of the upcoming soirées the visitor wants to see: those of a town, of
// a kind, those here. What there is to choose from is what parts them: a town
// that all of them share is no choice.

#ifndef KIOSK_SCREENS_FILTER_H
#define KIOSK_SCREENS_FILTER_H

#include <stdbool.h>
#include <stddef.h>

struct agenda_entry;
struct choices;
struct stage;

enum filter_group {
    FILTER_PLACE,
    FILTER_KIND,
};

struct filter_option {
    enum filter_group group;
    char *key;    // folded; what choices hold
    char *label;  // in the language shown
    size_t count; // of soirées
};

// Places first; within a group the most frequent first.
struct filter_options {
    struct filter_option *items;
    size_t count;
    size_t place_count; // how many of them are places
    bool has_here;      // some are here, and some are not
};

struct filter_options filter_options_of(const struct stage *stage);
void filter_options_release(struct filter_options *options);

bool filter_matches(const struct choices *choices,
                    const struct agenda_entry *entry);
bool filter_is_chosen(const struct choices *choices,
                      const struct filter_option *option);
bool filter_chooses(const struct choices *choices); // anything at all

// Chooses it in place of another one of its group; again: chooses it no more.
void filter_toggle(struct choices *choices, const struct filter_option *option);
void filter_toggle_here(struct choices *choices);
void filter_clear(struct choices *choices);

// Forgets what is not among the options any more.
void filter_check(struct choices *choices,
                  const struct filter_options *options);

#endif
