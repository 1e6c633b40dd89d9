// SPDX-License-Identifier: MIT
// Any bytes as a YAML file.
#include <assert.h>
#include <stdbool.h>

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

static size_t breaks_in(const struct text_buffer *text)
{
    size_t count = 0;
    for (size_t i = 0; i < text->length; i++) {
        bool pair = text->text[i] == '\r' && i + 1 < text->length &&
                    text->text[i + 1] == '\n';
        bool is_break = text->text[i] == '\n' || text->text[i] == '\r';
        count += is_break && !pair ? 1 : 0;
    }
    return count;
}

// Lines keep their numbers.
static void mend_alone(const uint8_t *data, size_t size)
{
    struct text_buffer text = {0};
    struct mended mended = {0};
    if (size > 0 &&
        document_text((const char *)data, size, "a.yaml", NULL, &text)) {
        size_t breaks = breaks_in(&text);
        mend(&text, "a.yaml", NULL, &mended);
        assert(breaks == breaks_in(&mended.text));
    }
    text_buffer_release(&text);
    mended_release(&mended);
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
    mend_alone(data, size);
    return 0;
}
