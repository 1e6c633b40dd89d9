// SPDX-License-Identifier: MIT
// Which value of a YAML map is meant by which key.
//
// Keys are compared after dropping accents, case, spaces, '-', '_' and
// apostrophes. A text may be given in other languages by a key that ends in
// _oc, _en, …. Unknown and doubled keys are faults; of a doubled key the first
// one counts.

#ifndef KIOSK_PROGRAMME_KEYS_H
#define KIOSK_PROGRAMME_KEYS_H

#include <stddef.h>

#include "yaml/document.h"

enum {
    FIELD_TRANSLATIONS_MAX = 8,
    KEY_MEMO_SLOTS = 128
};

// One key's value. node is NULL if the key is not in the map.
struct field {
    const struct node *node;
    struct {
        char language[3]; // "oc"
        const struct node *node;
    } translations[FIELD_TRANSLATIONS_MAX];
    size_t translation_count;
};

// The names of each key, the canonical one first, in their folded form,
// parted by spaces.
struct key_table {
    const char *const *names;
    size_t count;
};

// Where keys were found before, by their addresses: a file has thousands of
// entries with the same keys, and the reader gives equal keys one address.
// Zero-initialise it; it serves one table and keys that live as long as it.
struct key_memo {
    struct {
        const char *key;
        size_t index;
    } slots[KEY_MEMO_SLOTS];
};

// Sorts map's values into fields, of which there are table.count. What is no
// map gives FAULT_NOT_A_MAP, naming what, and no values.
void keys_read(const struct node *map, struct key_table table, const char *what,
               struct diag_list *diags, struct field *fields);

// The same with a memo.
void keys_read_again(const struct node *map, struct key_table table,
                     struct key_memo *memo, const char *what,
                     struct diag_list *diags, struct field *fields);

// The folded form keys are compared in. The caller's; free().
char *key_fold(const char *key);

#endif
