// SPDX-License-Identifier: MIT
#include "slides/theme.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "programme/programme.h"

struct built_in {
    const char *names; // folded, parted by spaces; the first is shown
    struct theme theme;
};

#define RGB(value)                                                             \
    {                                                                          \
        (uint8_t)((value) >> 16), (uint8_t)((value) >> 8 & 255),               \
            (uint8_t)((value)&255), 255                                        \
    }

// The first one is the default.
static const struct built_in THEMES[] = {
    {"papier paper",
     {.paper = RGB(0xFFF7EA),
      .ink = RGB(0x1B1733),
      .soft = RGB(0x5B5570),
      .accent = RGB(0xCF3A20),
      .second = RGB(0x0B6E69),
      .highlight = RGB(0xFFB81C),
      .line = RGB(0xE6DAC3),
      .card = RGB(0xFFFFFF)}},
    {"nuit night",
     {.paper = RGB(0x151229),
      .ink = RGB(0xFFF7EA),
      .soft = RGB(0xC9C3DB),
      .accent = RGB(0xFF8A6B),
      .second = RGB(0x5FD0C5),
      .highlight = RGB(0xFFB81C),
      .line = RGB(0x37325A),
      .card = RGB(0xFFFFFF)}},
};

static double linear(uint8_t channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour a, struct colour b)
{
    double p = luminance(a), q = luminance(b);
    double lighter = p > q ? p : q, darker = p > q ? q : p;
    return (lighter + 0.05) / (darker + 0.05);
}

struct colour theme_text_on(const struct theme *theme, struct colour surface)
{
    const struct colour white = {255, 255, 255, 255};
    bool dark_ink = luminance(theme->ink) < luminance(theme->paper);
    struct colour dark = dark_ink ? theme->ink : theme->paper;
    return colour_contrast(white, surface) >= colour_contrast(dark, surface)
               ? white
               : dark;
}

static bool has_name(const char *names, const char *wanted)
{
    const char *found = strstr(names, wanted);
    size_t length = strlen(wanted);
    return found != NULL && length > 0 &&
           (found == names || found[-1] == ' ') &&
           (found[length] == ' ' || found[length] == '\0');
}

static void override(struct colour *colour, struct colour by)
{
    if (by.alpha != 0) {
        *colour = by;
    }
}

// QR codes and logos need a light card whatever the programme says.
static bool is_light(struct colour colour)
{
    const struct colour black = {0, 0, 0, 255};
    return colour_contrast(colour, black) >= 15;
}

static struct theme named_theme(const char *name, struct theme fallback)
{
    struct theme theme = fallback;
    char *folded = utf8_fold(name != NULL ? name : "");
    for (size_t i = 0; i < sizeof THEMES / sizeof *THEMES; i++) {
        if (has_name(THEMES[i].names, folded)) {
            theme = THEMES[i].theme;
        }
    }
    free(folded);
    return theme;
}

struct theme theme_of(const struct programme *programme)
{
    struct theme theme = THEMES[0].theme;
    if (programme == NULL) {
        return theme;
    }
    theme = named_theme(programme->theme_name, theme);
    const struct theme_colours *own = &programme->theme;
    override(&theme.paper, own->paper);
    override(&theme.ink, own->ink);
    override(&theme.soft, own->soft);
    override(&theme.accent, own->accent);
    override(&theme.second, own->second);
    override(&theme.highlight, own->highlight);
    override(&theme.line, own->line);
    if (is_light(own->card)) {
        override(&theme.card, own->card);
    }
    return theme;
}
