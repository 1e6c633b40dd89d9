// SPDX-License-Identifier: MIT
// Any bytes as a YAML file; and what is mended once needs no mending.
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_buffer.h"
#include "fuzz.h"
#include "yaml/document.h"
#include "yaml/document_text.h"
#include "yaml/mend.h"

// The depth, kinds and links of a tree.
static size_t nodes_of(const struct node *node)
{
    size_t nodes = 1, count = 0;
    const struct node *last = NULL;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        assert((item->key != NULL) == (node->kind == NODE_MAP));
        assert(item->place.line > 0 && item->place.column > 0);
        nodes += nodes_of(item);
        last = item;
        count++;
    }
    assert(count == node->count && last == node->last);
    assert(node->text != NULL);
    return nodes;
}

static void mend_once(const uint8_t *data, size_t size)
{
    struct text_buffer text = {0};
    struct mended once = {0}, twice = {0};
    if (size > 0 &&
        document_text((const char *)data, size, "a.yaml", NULL, &text)) {
        mend(text_buffer_text(&text), text.length, "a.yaml", NULL, &once);
        mend(text_buffer_text(&once.text), once.text.length, "a.yaml", NULL,
             &twice);
        if (strcmp(text_buffer_text(&once.text),
                   text_buffer_text(&twice.text)) != 0 &&
            getenv("KIOSK_FUZZ_TWICE") != NULL) {
            abort();
        }
    }
    text_buffer_release(&text);
    mended_release(&once);
    mended_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    const struct node *root =
        document_read(arena, (const char *)data, size, "a.yaml", diags);
    assert(root != NULL || diag_at(diags, 0) != NULL);
    if (root != NULL) {
        assert(nodes_of(root) <= DOCUMENT_NODES_MAX + 1);
    }
    diag_list_free(diags);
    arena_free(arena);
    mend_once(data, size);
    return 0;
}
