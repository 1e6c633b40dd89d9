// SPDX-License-Identifier: MIT
// The bytes of a file as the text a YAML parser is given: UTF-8, without what
// would make it refuse the file for a character nobody can see.

#ifndef KIOSK_YAML_DOCUMENT_TEXT_H
#define KIOSK_YAML_DOCUMENT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct text_buffer;

// UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252 (a fault that
// only warns). Characters and lines keep their places. Control characters are
// faults and become U+FFFD. False, with a fault, for a NUL, for many of them
// and for directives.
bool document_text(const char *bytes, size_t length, const char *path,
                   struct diag_list *diags, struct text_buffer *out);

// True if these bytes, with a NUL behind them, are that text already: most are.
bool document_text_is_plain(const char *bytes, size_t length);

// The first half of document_text(): the bytes as UTF-8, whatever is in them.
// False, with a fault, if a NUL is.
bool document_decode(const char *bytes, size_t length, struct place whole,
                     struct diag_list *diags, struct text_buffer *out);

#endif
