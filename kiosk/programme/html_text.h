// SPDX-License-Identifier: MIT
// The text of a piece of HTML, as calendars and web pages hold it: tags go,
// entities become characters. What only looks like a tag ("a < b") stays.

#ifndef KIOSK_PROGRAMME_HTML_TEXT_H
#define KIOSK_PROGRAMME_HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The length of the tag or comment that begins at text; 0 if none does.
// *breaks tells whether a new line begins there.
size_t html_tag(const char *text, bool *breaks);

// The value of a tag's attribute, without its quotation marks; NULL if it has
// none. Borrowed from the tag.
const char *html_attribute(const char *tag, size_t tag_length, const char *name,
                           size_t *length);

// The length of the entity that begins at text, and its character; 0 if none
// does.
size_t html_entity(const char *text, uint32_t *rune);

// The text of it, with line breaks. The caller's; free().
char *html_plain(const char *text);

#endif
