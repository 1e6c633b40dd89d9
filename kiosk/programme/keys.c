// SPDX-License-Identifier: MIT
#include "programme/keys.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

char *key_fold(const char *key)
{
    char *folded = utf8_fold(key);
    char *to = folded;
    for (const char *from = folded; *from != '\0'; from++) {
        if (strchr(" -_'", *from) == NULL) {
            *to++ = *from;
        }
    }
    *to = '\0';
    return folded;
}

// This is asked of every name for every key of the programme.
static bool is_one_of(const char *name, size_t length, const char *names)
{
    const char *at = names;
    while (*at != '\0') {
        if (*at == *name && strncmp(at, name, length) == 0 &&
            (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
        while (*at != ' ' && *at != '\0') {
            at++;
        }
        at += *at == ' ' ? 1 : 0;
    }
    return false;
}

static size_t find(struct key_table table, const char *name, size_t length)
{
    size_t index = 0;
    while (index < table.count &&
           !is_one_of(name, length, table.names[index])) {
        index++;
    }
    return index;
}

// The code behind the last '_' of "titre_oc"; NULL if there is none. Not
// every pair of letters is one: "heure_du" is a slip that must be told.
static const char *language_suffix(const char *key)
{
    static const char CODES[] = "fr oc en es ca eu gl br co de it pt nl "
                                "ar pl ro ru uk tr el da sv zh ja";
    size_t length = strlen(key);
    if (length < 4 || strchr("_- ", key[length - 3]) == NULL) {
        return NULL;
    }
    const char *suffix = key + length - 2;
    return is_one_of(suffix, 2, CODES) ? suffix : NULL;
}

// The nearest of one key's names that is at most *limit away, which is then
// lowered; found if there is none.
static char *nearest_of(const char *names, const char *folded, char *found,
                        size_t *limit)
{
    char *copy = xstrdup(names), *rest = copy;
    for (char *name = strsep(&rest, " "); name != NULL;
         name = strsep(&rest, " ")) {
        size_t distance = utf8_distance(folded, name, *limit);
        // Of two as near, the French one: it stands behind the English.
        if (distance < *limit || (distance == *limit && found != NULL)) {
            *limit = distance;
            free(found);
            found = xstrdup(name);
        }
    }
    free(copy);
    return found;
}

static char *nearest_name(struct key_table table, const char *folded)
{
    size_t limit = strlen(folded) > 4 ? 3 : 2;
    char *nearest = NULL;
    for (size_t i = 0; i < table.count; i++) {
        nearest = nearest_of(table.names[i], folded, nearest, &limit);
    }
    return nearest;
}

static void report_unknown(const struct node *item, struct key_table table,
                           const char *folded, struct diag_list *diags)
{
    char *nearest = nearest_name(table, folded);
    diag_add(diags,
             nearest != NULL ? FAULT_KEY_UNKNOWN_NEAR : FAULT_KEY_UNKNOWN,
             item->key_place, item->key, nearest, NULL);
    free(nearest);
}

static void report_twice(const struct node *item, struct diag_list *diags)
{
    diag_add(diags, FAULT_KEY_TWICE, item->key_place, item->key, NULL, NULL);
}

static void add_translation(struct field *field, const struct node *item,
                            const char *language, struct diag_list *diags)
{
    bool twice = false;
    for (size_t i = 0; i < field->translation_count; i++) {
        twice = twice || strcmp(field->translations[i].language, language) == 0;
    }
    if (twice) {
        report_twice(item, diags);
    } else if (field->translation_count < FIELD_TRANSLATIONS_MAX) {
        size_t index = field->translation_count++;
        memcpy(field->translations[index].language, language, 2);
        field->translations[index].language[2] = '\0';
        field->translations[index].node = item;
    }
}

static void sort_item(const struct node *item, struct key_table table,
                      struct diag_list *diags, struct field *fields)
{
    char *folded = key_fold(item->key);
    size_t length = strlen(folded);
    size_t index = find(table, folded, length);
    if (index < table.count && fields[index].node == NULL) {
        fields[index].node = item;
    } else if (index < table.count) {
        report_twice(item, diags);
    } else {
        char *lower = utf8_fold(item->key);
        const char *language = language_suffix(lower);
        index = language != NULL && length > 2 ? find(table, folded, length - 2)
                                               : table.count;
        if (index < table.count) {
            add_translation(&fields[index], item, language, diags);
        } else {
            report_unknown(item, table, folded, diags);
        }
        free(lower);
    }
    free(folded);
}

static size_t memo_slot(const char *key)
{
    return ((uintptr_t)key ^ (uintptr_t)key >> 6) % KEY_MEMO_SLOTS;
}

// True if the key was found at an index before, and is free there.
static bool take_known(const struct node *item, const struct key_memo *memo,
                       struct field *fields)
{
    size_t slot = memo_slot(item->key);
    size_t index = memo->slots[slot].index;
    if (memo->slots[slot].key != item->key || fields[index].node != NULL) {
        return false;
    }
    fields[index].node = item;
    return true;
}

static void remember(const struct node *item, struct key_table table,
                     const struct field *fields, struct key_memo *memo)
{
    size_t slot = memo_slot(item->key);
    for (size_t i = 0; i < table.count; i++) {
        if (fields[i].node == item) {
            memo->slots[slot].key = item->key;
            memo->slots[slot].index = i;
        }
    }
}

void keys_read_again(const struct node *map, struct key_table table,
                     struct key_memo *memo, const char *what,
                     struct diag_list *diags, struct field *fields)
{
    for (size_t i = 0; i < table.count; i++) {
        fields[i].node = NULL;
        fields[i].translation_count = 0;
    }
    if (map == NULL) {
        return;
    }
    if (map->kind != NODE_MAP) {
        diag_add(diags, FAULT_NOT_A_MAP, map->place, what, NULL, NULL);
        return;
    }
    for (const struct node *item = map->first; item != NULL;
         item = item->next) {
        if (!take_known(item, memo, fields)) {
            sort_item(item, table, diags, fields);
            remember(item, table, fields, memo);
        }
    }
}

void keys_read(const struct node *map, struct key_table table, const char *what,
               struct diag_list *diags, struct field *fields)
{
    struct key_memo memo = {0};
    keys_read_again(map, table, &memo, what, diags, fields);
}
