// SPDX-License-Identifier: MIT
// Whether a file looks as if only its beginning had been copied.

#ifndef KIOSK_YAML_DOCUMENT_CUT_H
#define KIOSK_YAML_DOCUMENT_CUT_H

#include <stdbool.h>
#include <stddef.h>

#include "yaml/document_reader.h"

struct diag_list;
struct mended;

// How many bytes of a character that is cut off stand at the end of UTF-8.
size_t cut_rune_length(const char *bytes, size_t length);

// True if the last entry of a list is only begun: it has one key where the one
// before it has more.
bool cut_entry(struct entry_shape before, struct entry_shape last);

// The same of the list with which a tree ends. root may be NULL.
bool cut_last_entry(const struct node *root);

// A fault that warns if the text ends without a line break, and in the middle
// of something: a key without its value, an open quotation mark, a last entry
// that is only begun.
void cut_report(bool begun, const struct mended *mended, const char *path,
                struct diag_list *diags);

#endif
