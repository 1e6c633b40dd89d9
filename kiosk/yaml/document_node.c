// SPDX-License-Identifier: MIT
#include <string.h>

#include "yaml/document.h"

const struct node *node_get(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP) {
        return NULL;
    }
    for (const struct node *item = map->first; item != NULL;
         item = item->next) {
        if (strcmp(item->key, key) == 0) {
            return item;
        }
    }
    return NULL;
}

const char *node_text(const struct node *node, const char *fallback)
{
    return node != NULL && node->kind == NODE_TEXT ? node->text : fallback;
}
