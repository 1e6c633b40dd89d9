// SPDX-License-Identifier: MIT
// A text of the programme, in one or several languages, cleaned for drawing.

#ifndef KIOSK_PROGRAMME_WORDING_H
#define KIOSK_PROGRAMME_WORDING_H

#include <stdbool.h>
#include <stddef.h>

struct translation {
    const char *language; // "oc"
    const char *text;
};

// All of it belongs to the programme's arena. Zero is "nothing written", and of
// translations "none".
struct wording {
    const char *text; // in the programme's language; NULL: nothing written
    const struct translation *translations; // one without a text ends them
};

// The text in that language, else in the programme's; "" if there is none.
const char *wording_in(const struct wording *wording, const char *language);

bool wording_is_empty(const struct wording *wording);

#endif
