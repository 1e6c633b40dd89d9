// SPDX-License-Identifier: MIT
#include "yaml/document_cut.h"

#include <string.h>

#include "base/utf8.h"
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

bool cut_entry(struct entry_shape before, struct entry_shape last)
{
    return before.kind == NODE_MAP && last.kind == NODE_MAP &&
           before.count > 1 && last.count == 1;
}

bool cut_last_entry(const struct node *root)
{
    struct entry_shape shapes[2] = {0};
    const struct node *list =
        root != NULL && root->last != NULL ? root->last : root;
    if (list == NULL || list->kind != NODE_LIST) {
        return false;
    }
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        shapes[0] = shapes[1];
        shapes[1] = (struct entry_shape){item->kind, item->count};
    }
    return cut_entry(shapes[0], shapes[1]);
}

void cut_report(bool begun, const struct mended *mended, const char *path,
                struct diag_list *diags)
{
    const char *text = text_buffer_text(&mended->text);
    size_t length = mended->text.length;
    bool ended = length > 0 && strchr("\r\n", text[length - 1]) != NULL;
    if (mended->cut || (begun && !ended)) {
        struct place place = {path, mended->last_line, 1};
        diag_add(diags, FAULT_FILE_LOOKS_CUT, place, NULL, NULL, NULL);
    }
}
