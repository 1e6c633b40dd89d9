// SPDX-License-Identifier: MIT
// UTF-8: reading code points, comparing as a reader does, cleaning what
// cannot be drawn. Normalisation and folding are utf8proc's.

#ifndef KIOSK_BASE_UTF8_H
#define KIOSK_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The code point at *cursor, which moves behind it. 0 at the end of the
// text, where the cursor stays. A byte that is no UTF-8 reads as U+FFFD.
uint32_t utf8_next(const char **cursor);

// Writes 1 to 4 bytes and a NUL; returns how many without the NUL.
size_t utf8_encode(uint32_t rune, char out[5]);

// The capital of a letter; any other code point itself.
uint32_t utf8_upper(uint32_t rune);

bool utf8_is_valid(const char *bytes, size_t length);
size_t utf8_length(const char *text); // in code points

// A copy for comparing: compatibility-decomposed, without accents and case,
// typographic apostrophes, dashes and unusual spaces made plain. The
// caller's; free().
char *utf8_fold(const char *text);

// A copy as it is drawn: NFC, without control, bidirectional-override and
// private-use characters, invalid bytes dropped, line breaks kept as '\n'.
// The caller's; free().
char *utf8_clean(const char *text);

// True if nothing of it can be seen: it is empty, or of spaces and of
// characters such as U+200B.
bool utf8_is_invisible(const char *text);

// A copy in capitals: "annulé" → "ANNULÉ". The caller's; free().
char *utf8_capitals(const char *text);

// bytes read as Windows-1252, as UTF-8. The caller's; free().
char *utf8_from_windows_1252(const char *bytes, size_t length);

// How many single edits (insert, delete, replace, swap neighbours) part a
// from b, counted in bytes; at most limit + 1.
size_t utf8_distance(const char *a, const char *b, size_t limit);

#endif
