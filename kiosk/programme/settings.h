// SPDX-License-Identifier: MIT
// The screen's own settings: screen.yaml, ecran.yaml. They stay on the device
// when the programme is replaced.

#ifndef KIOSK_PROGRAMME_SETTINGS_H
#define KIOSK_PROGRAMME_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "language/phrase.h"
#include "programme/opening.h"

struct languages;

enum transition {
    TRANSITION_FADE,
    TRANSITION_NONE,
};

enum touch_mode {
    TOUCH_AUTO,
    TOUCH_YES,
    TOUCH_NO,
};

enum text_scale {
    TEXT_SCALE_NORMAL,
    TEXT_SCALE_LARGE,
};

enum clock_mode {
    CLOCK_AUTO,
    CLOCK_TRUSTED,
};

enum pictures_mode {
    PICTURES_ALL,
    PICTURES_SAFE, // JPEG, PNG and WebP only
};

// The venue's colours. All but the first rule over the programme's own.
enum colours {
    COLOURS_OF_PROGRAMME,
    COLOURS_PAPER,
    COLOURS_NIGHT,
    COLOURS_SEA,
    COLOURS_FOREST,
    COLOURS_CONTRAST,      // black on white: WCAG AAA
    COLOURS_CONTRAST_NIGHT // white on black: WCAG AAA
};

// Where a long touch opens the operator's page.
enum corner {
    CORNER_TOP_LEFT,
    CORNER_TOP_RIGHT,
    CORNER_BOTTOM_LEFT,
    CORNER_BOTTOM_RIGHT,
};

// Texts are owned by the settings.
struct settings {
    const char *venue; // NULL: no venue
    const char *const *folders;
    size_t folder_count;
    bool usb;
    int rotation;                 // degrees: 0, 90, 180, 270
    double diagonal;              // inches
    struct opening opening;       // when it is lit
    const char *const *languages; // never empty
    size_t language_count;
    int seconds; // per slide; 0: by reading time
    enum transition transition;
    enum touch_mode touch;
    int idle_seconds;
    enum text_scale text_scale;
    enum colours colours;
    enum time_format time_format;
    enum clock_mode clock;
    enum pictures_mode pictures;
    bool receipt_on_stick;
    enum corner corner;
    const char *pin; // digits; anything else opens to nobody. NULL: none
    // Command lines for /bin/sh; NULL: the machine's usual way. In the first
    // one "$1" is the date and time in UTC, 2026-01-17 12:00:00.
    const char *set_clock, *restart, *switch_off;
    const char *trusted_key; // NULL: none
    int size_limit_mb;       // of a programme that is taken in; 0: by room
    const char *summary;     // "lieu : La Hune · rotation : 90": what was set
    struct arena *arena;
};

// The defaults, overridden by the file at path; NULL for the defaults alone.
// Never NULL: what is wrong in the file goes to diags and keeps its default.
// One of nothing but comments sets nothing. The screen can speak languages;
// NULL: whatever is asked for.
struct settings *settings_load(const char *path,
                               const struct languages *languages,
                               struct diag_list *diags);

// The same from the text of a file of that name.
struct settings *settings_read(const char *text, const char *name,
                               const struct languages *languages,
                               struct diag_list *diags);
void settings_free(struct settings *settings); // NULL is allowed

#endif
