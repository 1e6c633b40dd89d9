// SPDX-License-Identifier: MIT
// The faults an organiser can mend: collected with their places while
// everything is read, sorted, and told in the reader's language.

#ifndef KIOSK_BASE_DIAG_H
#define KIOSK_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/fault.h"

// An argument that is not the organiser's own text is given in both languages:
// DIAG_BOTH("an event", "une soirée").
#define DIAG_PARTED_BY             "\x1F"
#define DIAG_BOTH(english, french) english DIAG_PARTED_BY french

// A place in a file. Lines and columns count from 1, columns in characters;
// line 0 means the file as a whole.
struct place {
    const char *path;
    size_t line, column;
};

// One fault, as it was found. Everything is borrowed from its list.
struct diag {
    struct place place;
    enum fault fault;
    const char *arguments[FAULT_ARGUMENTS]; // NULL where there is none
};

struct diag_list;

// Never NULL. Free with diag_list_free(); NULL is allowed there.
struct diag_list *diag_list_new(void);
void diag_list_free(struct diag_list *list);

// Add a fault. The arguments fill {1}, {2}, {3} of its message; NULL for
// those it has not. The list keeps copies of everything. list may be NULL:
// then nobody wants to know.
void diag_add(struct diag_list *list, enum fault fault, struct place place,
              const char *first, const char *second, const char *third);

// All that were added. Of each level only the first 2000 are kept.
size_t diag_count(const struct diag_list *list, enum fault_level level);
size_t diag_left_out(const struct diag_list *list); // those not kept

// Sorted by file, line and column; the first one is the first found at its
// place. NULL behind the last. Borrowed until the next diag_add().
const struct diag *diag_at(struct diag_list *list, size_t index);

// The message with its arguments, and what to do about it; "" where there is
// nothing to add. One line each, without control characters. The caller's;
// free().
char *diag_message(const struct diag *diag, enum fault_language language);
char *diag_remedy(const struct diag *diag, enum fault_language language);

// "error: ", "avertissement : ": what stands in front of a message.
const char *diag_level_words(enum fault_level level,
                             enum fault_language language);

// Writes "path:line:column: error: message; remedy" lines, sorted.
void diag_print(struct diag_list *list, enum fault_language language,
                FILE *out);

#endif
