// SPDX-License-Identifier: MIT
// What stands in a line of a web page in Markdown beside its words: pictures,
// links and the links that are buttons, in Markdown, in HTML and as Jekyll
// writes addresses.

#ifndef KIOSK_PROGRAMME_PAGE_MARK_H
#define KIOSK_PROGRAMME_PAGE_MARK_H

#include <stddef.h>

enum mark_kind {
    MARK_NONE,
    MARK_PICTURE, // ![label](target), <img>
    MARK_LINK,    // [label](target), <a>, <https://…>
    MARK_BUTTON,  // <a class="bouton">, [label](target){: .bouton}
};

// Its parts are borrowed from the text.
struct mark {
    enum mark_kind kind;
    size_t length; // of the whole
    const char *label, *target;
    size_t label_length, target_length;
};

// The mark that begins at text; of kind MARK_NONE if none does.
struct mark mark_read(const char *text);

// The address without its wrapping: {% link images/a b.png %} is
// "images/a b.png". The caller's; free().
char *mark_target(const struct mark *mark);

#endif
