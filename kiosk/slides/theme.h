// SPDX-License-Identifier: MIT
// The colours of a screen: a built-in theme, overridden by the programme's,
// unless the venue has chosen its own.

#ifndef KIOSK_SLIDES_THEME_H
#define KIOSK_SLIDES_THEME_H

#include "base/geometry.h"
#include "programme/settings.h"

struct programme;

struct theme {
    struct colour paper;     // behind everything
    struct colour ink;       // titles, dates
    struct colour soft;      // running text
    struct colour accent;    // times, the place in the loop, "ce soir"
    struct colour second;    // kinds of event, panels, "Ici !"
    struct colour highlight; // chips
    struct colour line;      // fine rules
    struct colour card;      // behind QR codes and logos: always light
};

// The venue's, else the theme the programme names, with its own colours; NULL:
// the default.
struct theme theme_of(const struct programme *programme, enum colours colours);

// ink or white, whichever is easier to read on that colour (WCAG 2 contrast).
struct colour theme_text_on(const struct theme *theme, struct colour surface);

// The WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double colour_contrast(struct colour a, struct colour b);

#endif
