// SPDX-License-Identifier: MIT
#include "yaml/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "yaml/document_cut.h"
#include "yaml/document_reader.h"
#include "yaml/document_text.h"
#include "yaml/mend.h"
#include "yaml/mend_line.h"

enum {
    DOCUMENT_PARTS_LOST_MAX = 50
};

struct document {
    struct arena *arena;
    struct mended mended;
    struct document_reading reading; // what was, and what may still be read
    const struct node *root;
    bool loose; // the list of events is not in the tree
    bool cut;   // in the middle of a character
};

static bool is_blank(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t\r\n", bytes[i]) == NULL || bytes[i] == '\0') {
            return false;
        }
    }
    return true;
}

// The text of the file as YAML; takes its bytes over. False, with a fault, if
// it is none.
static bool mend_bytes(char *bytes, size_t length, const char *path,
                       struct diag_list *diags, struct mended *out)
{
    struct text_buffer text = {bytes, length, length + 1};
    if (!document_text_is_plain(bytes, length)) {
        text = (struct text_buffer){0};
        bool sound = document_text(bytes, length, path, diags, &text);
        free(bytes);
        if (!sound) {
            text_buffer_release(&text);
            return false;
        }
    }
    mend(&text, path, diags, out);
    return true;
}

// Takes the bytes over, behind which there is room for a NUL.
static struct document *document_new(struct arena *arena, char *bytes,
                                     size_t length, const char *shown_path,
                                     struct diag_list *diags)
{
    const char *path = arena_strdup(arena, shown_path);
    struct place whole = {path, 0, 0};
    struct mended mended = {0};
    size_t kept = length - cut_rune_length(bytes, length);
    bytes[kept] = '\0';
    if (length > DOCUMENT_BYTES_MAX || is_blank(bytes, length)) {
        bool large = length > DOCUMENT_BYTES_MAX;
        diag_add(diags, large ? FAULT_FILE_TOO_LARGE : FAULT_FILE_EMPTY, whole,
                 large ? "4 MiB" : NULL, NULL, NULL);
        free(bytes);
        return NULL;
    }
    if (!mend_bytes(bytes, kept, path, diags, &mended)) {
        return NULL;
    }
    struct document *document = xcalloc(1, sizeof *document);
    *document = (struct document){
        .arena = arena, .mended = mended, .cut = kept < length};
    document->reading = (struct document_reading){
        .arena = arena,
        .keys = arena,
        .diags = diags,
        .path = path,
        .mended = &document->mended,
        .depth_max = DOCUMENT_DEPTH_MAX,
        .nodes_left = DOCUMENT_NODES_MAX,
        .parts_left = DOCUMENT_PARTS_LOST_MAX,
        .bytes_left = 4 * mended.text.length,
    };
    return document;
}

void document_free(struct document *document)
{
    if (document != NULL) {
        mended_release(&document->mended);
        free(document);
    }
}

static void read_root(struct document *document, struct text_buffer *text)
{
    struct document_reading *reading = &document->reading;
    reading->input = (struct document_input){.text = text};
    document->root = document_reading_run(reading);
    if (document->root == NULL &&
        reading->parts_left == DOCUMENT_PARTS_LOST_MAX) {
        // Nothing but comments, and nothing given up.
        diag_add(reading->diags, FAULT_FILE_EMPTY,
                 (struct place){reading->path, 0, 0}, NULL, NULL, NULL);
    }
}

static bool has_loose_list(const struct mended *mended)
{
    const char *text = text_buffer_text(&mended->text);
    const char *stop = text + mended->list.end;
    const char *at = text + mended->list.start;
    if (at >= stop) {
        return false;
    }
    struct line first = line_with_content(at, stop);
    return text_is_dash(first.content, first.end);
}

// The text without its list of events, whose lines are empty: all others keep
// their numbers.
static struct text_buffer text_around(const struct mended *mended)
{
    const struct mended_list *list = &mended->list;
    const char *text = text_buffer_text(&mended->text);
    const char *stop = text + list->end;
    struct text_buffer around = {0};
    text_buffer_add_bytes(&around, text, list->start);
    for (const char *at = text + list->start;
         list->end < mended->text.length && at < stop;) {
        struct line line = line_at(at, stop);
        text_buffer_add_bytes(&around, line.end,
                              (size_t)(line.next - line.end));
        at = line.next;
    }
    text_buffer_add_bytes(&around, stop, mended->text.length - list->end);
    return around;
}

static void report_cut(struct document *document, bool begun)
{
    struct mended *mended = &document->mended;
    mended->cut = mended->cut || document->cut;
    cut_report(begun, mended, document->reading.path, document->reading.diags);
}

const struct node *document_read(struct arena *arena, const char *bytes,
                                 size_t length, const char *shown_path,
                                 struct diag_list *diags)
{
    char *copy = xmalloc(length + 1);
    memcpy(copy, bytes, length);
    copy[length] = '\0';
    struct document *document =
        document_new(arena, copy, length, shown_path, diags);
    if (document == NULL) {
        return NULL;
    }
    read_root(document, &document->mended.text);
    report_cut(document, cut_last_entry(document->root));
    const struct node *root = document->root;
    document_free(document);
    return root;
}

const struct node *document_load(struct arena *arena, const char *path,
                                 const char *shown_path,
                                 struct diag_list *diags)
{
    size_t length = 0;
    char *bytes = document_bytes(path, shown_path, diags, &length);
    const struct node *root = NULL;
    if (bytes != NULL) {
        root = document_read(arena, bytes, length, shown_path, diags);
    }
    free(bytes);
    return root;
}

struct document *document_open(struct arena *arena, const char *path,
                               const char *shown_path, struct diag_list *diags)
{
    size_t length = 0;
    char *bytes = document_bytes(path, shown_path, diags, &length);
    if (bytes == NULL) {
        return NULL;
    }
    struct document *document =
        document_new(arena, bytes, length, shown_path, diags);
    if (document == NULL) {
        return NULL;
    }
    document->loose = has_loose_list(&document->mended);
    if (!document->loose) {
        read_root(document, &document->mended.text);
        report_cut(document, cut_last_entry(document->root));
        return document;
    }
    struct text_buffer around = text_around(&document->mended);
    read_root(document, &around);
    text_buffer_release(&around);
    return document;
}

const struct node *document_root(const struct document *document)
{
    return document->root;
}

size_t document_event_count(const struct document *document)
{
    return document->loose ? document->mended.list.entries : 0;
}

void document_read_events(struct document *document, document_entry_fn *entry,
                          void *context)
{
    if (!document->loose) {
        return;
    }
    struct mended *mended = &document->mended;
    struct document_reading reading = document->reading;
    bool last = mended->list.end == mended->text.length;
    size_t length = mended->text.length;
    mended->text.length = mended->list.end;
    reading.arena = arena_new();
    reading.input = (struct document_input){.text = &mended->text,
                                            .start = mended->list.start,
                                            .line = mended->list.line};
    reading.depth_max = DOCUMENT_DEPTH_MAX - 1; // in a map
    reading.entry = entry;
    reading.context = context;
    document_reading_run(&reading);
    arena_free(reading.arena);
    mended->text.length = length;
    report_cut(document, last
                             ? cut_entry(reading.entries[0], reading.entries[1])
                             : cut_last_entry(document->root));
}
