// SPDX-License-Identifier: MIT
// Whether a file looks as if only its beginning had been copied.

#ifndef KIOSK_YAML_DOCUMENT_CUT_H
#define KIOSK_YAML_DOCUMENT_CUT_H

#include <stddef.h>

struct diag_list;
struct mended;
struct node;

// How many bytes of a character that is cut off stand at the end of UTF-8.
size_t cut_rune_length(const char *bytes, size_t length);

// A fault that warns if the text ends without a line break, and in the middle
// of something: a key without its value, an open quotation mark, a last entry
// with one key where the one before it has more. root may be NULL.
void cut_report(const struct node *root, const struct mended *mended,
                const char *path, struct diag_list *diags);

#endif
