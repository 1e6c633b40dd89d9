// SPDX-License-Identifier: MIT
#include "yaml/document_cut.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "yaml/document.h"
#include "yaml/mend.h"

static bool text_is_ascii(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)bytes[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

size_t cut_rune_length(const char *bytes, size_t length)
{
    size_t tail = 0;
    while (tail < 3 && tail < length &&
           ((unsigned char)bytes[length - 1 - tail] & 0xC0) == 0x80) {
        tail++;
    }
    unsigned char lead =
        tail < length ? (unsigned char)bytes[length - 1 - tail] : 0;
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    size_t before = length - tail - (tail < length ? 1 : 0);
    bool cut = wanted > tail + 1 && utf8_is_valid(bytes, before) &&
               !text_is_ascii(bytes, before);
    return cut ? tail + 1 : 0;
}

// The last entry of a list is only begun: it has one key where the one before
// it has more.
static bool last_entry_is_begun(const struct node *root)
{
    const struct node *list = root->last != NULL ? root->last : root;
    const struct node *before = NULL;
    for (const struct node *item = list->first;
         item != NULL && item != list->last; item = item->next) {
        before = item;
    }
    return list->kind == NODE_LIST && before != NULL && list->last != NULL &&
           before->kind == NODE_MAP && list->last->kind == NODE_MAP &&
           before->count > 1 && list->last->count == 1;
}

void cut_report(const struct node *root, const struct mended *mended,
                const char *path, struct diag_list *diags)
{
    const char *text = text_buffer_text(&mended->text);
    size_t length = mended->text.length;
    bool ended = length > 0 && strchr("\r\n", text[length - 1]) != NULL;
    bool begun = root != NULL && !ended && last_entry_is_begun(root);
    if (mended->cut || begun) {
        struct place place = {path, mended->last_line, 1};
        diag_add(diags, FAULT_FILE_LOOKS_CUT, place, NULL, NULL, NULL);
    }
}
