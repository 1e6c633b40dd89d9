// SPDX-License-Identifier: MIT
#include "yaml/build.h"

#include <assert.h>

#include "base/arena.h"

static struct node *build(struct arena *arena, enum node_kind kind,
                          struct place place)
{
    struct node *node = arena_alloc(arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->text = "";
    return node;
}

struct node *build_list(struct arena *arena, struct place place)
{
    return build(arena, NODE_LIST, place);
}

struct node *build_map(struct arena *arena, struct place place)
{
    return build(arena, NODE_MAP, place);
}

struct node *build_text(struct arena *arena, const char *text,
                        struct place place)
{
    struct node *node = build(arena, NODE_TEXT, place);
    node->text = arena_strdup(arena, text);
    return node;
}

void build_add(struct arena *arena, struct node *parent, const char *key,
               struct node *item)
{
    assert((parent->kind == NODE_MAP) == (key != NULL));
    if (key != NULL) {
        item->key = arena_strdup(arena, key);
        item->key_place = item->place;
    }
    if (parent->last != NULL) {
        parent->last->next = item;
    } else {
        parent->first = item;
    }
    parent->last = item;
    parent->count++;
}

void build_add_text(struct arena *arena, struct node *map, const char *key,
                    const char *text, struct place place)
{
    if (text != NULL && text[0] != '\0') {
        build_add(arena, map, key, build_text(arena, text, place));
    }
}
