// SPDX-License-Identifier: MIT
// Folding and cleaning the letters most texts here are made of, without
// utf8proc, which takes ten times as long. The results are the same.

#ifndef KIOSK_BASE_UTF8_SIMPLE_H
#define KIOSK_BASE_UTF8_SIMPLE_H

#include <stdbool.h>

// What utf8_fold() returns, or NULL if there is more to the text than ASCII,
// Latin letters and the punctuation of French. The caller's; free().
char *utf8_fold_simple(const char *text);

// True for a text that utf8_clean() copies as it is, if it is as simple.
bool utf8_is_clean(const char *text);

#endif
