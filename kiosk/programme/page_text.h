// SPDX-License-Identifier: MIT
// The words of a web page in Markdown: emphasis, links, tags, hashes, emoji
// and what Jekyll puts in braces go, the text stays.

#ifndef KIOSK_PROGRAMME_PAGE_TEXT_H
#define KIOSK_PROGRAMME_PAGE_TEXT_H

#include <stdbool.h>

enum {
    PAGE_YEAR_BYTES = 24
};

// On one line, spaces collapsed and trimmed as a browser does. Of pictures and
// buttons nothing is left. The caller's; free().
char *page_text_plain(const char *markup);

// The last year a text names, from 2000 to 2099, or the last two if it says
// 2026-2027. Digits of a date or of a longer number are none, nor is what
// stands in an address. False, *out untouched, if it names none.
bool page_text_year(const char *markup, char out[PAGE_YEAR_BYTES]);

// The first e-mail address in it; NULL if there is none. The caller's; free().
char *page_text_email(const char *markup);

#endif
