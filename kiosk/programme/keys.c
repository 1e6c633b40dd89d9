// SPDX-License-Identifier: MIT
#include "programme/keys.h"

#include <stdbool.h>
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

static bool is_one_of(const char *name, size_t length, const char *names)
{
    const char *at = names;
    while (*at != '\0') {
        size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, name, length) == 0) {
            return true;
        }
        at += word;
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

// The code behind the last '_' or '-' of "titre_oc"; NULL if there is none.
static const char *language_suffix(const char *key)
{
    size_t length = strlen(key);
    if (length < 4 || strchr("_-", key[length - 3]) == NULL) {
        return NULL;
    }
    const char *suffix = key + length - 2;
    for (int i = 0; i < 2; i++) {
        if (suffix[i] < 'a' || suffix[i] > 'z') {
            return NULL;
        }
    }
    return suffix;
}

static char *nearest_name(struct key_table table, const char *folded)
{
    size_t best = strlen(folded) > 4 ? 3 : 2;
    char *nearest = NULL;
    for (size_t i = 0; i < table.count; i++) {
        const char *at = table.names[i];
        while (*at != '\0') {
            size_t word = strcspn(at, " ");
            char *name = xstrndup(at, word);
            size_t distance = utf8_distance(folded, name, best);
            if (distance < best) {
                best = distance;
                free(nearest);
                nearest = name;
            } else {
                free(name);
            }
            at += word;
            at += *at == ' ' ? 1 : 0;
        }
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

static void add_translation(struct field *field, const struct node *item,
                            const char *language)
{
    if (field->translation_count < FIELD_TRANSLATIONS_MAX) {
        size_t index = field->translation_count++;
        memcpy(field->translations[index].language, language, 2);
        field->translations[index].node = item;
    }
}

static void sort_item(const struct node *item, struct key_table table,
                      struct diag_list *diags, struct field *fields)
{
    char *folded = key_fold(item->key);
    size_t index = find(table, folded, strlen(folded));
    const char *language = language_suffix(item->key);
    if (index < table.count && fields[index].node == NULL) {
        fields[index].node = item;
    } else if (index < table.count) {
        diag_add(diags, FAULT_KEY_TWICE, item->key_place, item->key, NULL,
                 NULL);
    } else {
        index = language != NULL && strlen(folded) > 2
                    ? find(table, folded, strlen(folded) - 2)
                    : table.count;
        if (index < table.count) {
            add_translation(&fields[index], item, language);
        } else {
            report_unknown(item, table, folded, diags);
        }
    }
    free(folded);
}

void keys_read(const struct node *map, struct key_table table, const char *what,
               struct diag_list *diags, struct field *fields)
{
    for (size_t i = 0; i < table.count; i++) {
        fields[i] = (struct field){0};
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
        sort_item(item, table, diags, fields);
    }
}
