// SPDX-License-Identifier: MIT
#include "slides/theme.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "programme/programme.h"

struct built_in {
    const char *names; // folded; the first one is shown
    struct theme theme;
};

#define RGB(value)                                                             \
    {                                                                          \
        (uint8_t)((value) >> 16), (uint8_t)((value) >> 8 & 255),               \
            (uint8_t)((value)&255), 255                                        \
    }

// Those the settings offer; a programme may name them, too.
static const struct built_in THEMES[] = {
    [COLOURS_PAPER] = {"papier\tpaper",
                       {.paper = RGB(0xFFF7EA),
                        .ink = RGB(0x1B1733),
                        .soft = RGB(0x5B5570),
                        .accent = RGB(0xCF3A20),
                        .second = RGB(0x0B6E69),
                        .highlight = RGB(0xFFB81C),
                        .line = RGB(0xE6DAC3),
                        .card = RGB(0xFFFFFF)}         },
    [COLOURS_NIGHT] = {"nuit\tnight",
                       {.paper = RGB(0x151229),
                        .ink = RGB(0xFFF7EA),
                        .soft = RGB(0xC9C3DB),
                        .accent = RGB(0xFF8A6B),
                        .second = RGB(0x5FD0C5),
                        .highlight = RGB(0xFFB81C),
                        .line = RGB(0x37325A),
                        .card = RGB(0xFFFFFF)}         },
    [COLOURS_SEA] = {"mer\tsea",
                       {.paper = RGB(0xEEF5F9),
                      .ink = RGB(0x0D2238),
                      .soft = RGB(0x43586C),
                      .accent = RGB(0xB23A2E),
                      .second = RGB(0x0A5C86),
                      .highlight = RGB(0xFFC247),
                      .line = RGB(0xCADBE6),
                      .card = RGB(0xFFFFFF)}           },
    [COLOURS_FOREST] = {"foret\tforest",
                       {.paper = RGB(0xF2F5E9),
                         .ink = RGB(0x17301F),
                         .soft = RGB(0x48594B),
                         .accent = RGB(0xA8431B),
                         .second = RGB(0x1F6B3A),
                         .highlight = RGB(0xF4C430),
                         .line = RGB(0xD6DFC6),
                         .card = RGB(0xFFFFFF)}        },
    [COLOURS_CONTRAST] = {"contraste\tcontrast",
                       {.paper = RGB(0xFFFFFF),
                           .ink = RGB(0x000000),
                           .soft = RGB(0x1F1F1F),
                           .accent = RGB(0x9E0018),
                           .second = RGB(0x003F5C),
                           .highlight = RGB(0xFFD60A),
                           .line = RGB(0x8C8C8C),
                           .card = RGB(0xFFFFFF)}      },
    [COLOURS_CONTRAST_NIGHT] = {"contraste nuit\tcontrast night",
                       {.paper = RGB(0x000000),
                                 .ink = RGB(0xFFFFFF),
                                 .soft = RGB(0xF2F2F2),
                                 .accent = RGB(0xFFD60A),
                                 .second = RGB(0x7FE3FF),
                                 .highlight = RGB(0xFFD60A),
                                 .line = RGB(0x3A3A3A),
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

// True if it is one of the names, which tabs part.
static bool has_name(const char *names, const char *wanted)
{
    size_t length = strlen(wanted);
    const char *at = names;
    while (at != NULL && length > 0) {
        if (strncmp(at, wanted, length) == 0 &&
            (at[length] == '\t' || at[length] == '\0')) {
            return true;
        }
        at = strchr(at, '\t');
        at = at != NULL ? at + 1 : NULL;
    }
    return false;
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
        if (THEMES[i].names != NULL && has_name(THEMES[i].names, folded)) {
            theme = THEMES[i].theme;
        }
    }
    free(folded);
    return theme;
}

struct theme theme_of(const struct programme *programme, enum colours colours)
{
    struct theme theme = THEMES[COLOURS_PAPER].theme;
    if (colours != COLOURS_OF_PROGRAMME) {
        return THEMES[colours].theme;
    }
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
