// SPDX-License-Identifier: MIT
#include "draw/font_finder.h"

#include <stddef.h>
#include <stdlib.h>

#include <fontconfig/fontconfig.h>

#include "base/memory.h"

// The installed fonts from the most to the least like what was asked for,
// less those that add no letter.
struct ranking {
    FcFontSet *fonts;
    FcCharSet *letters; // of all of them together
};

struct font_finder {
    FcConfig *config;
    struct ranking rankings[2]; // regular and bold
};

struct font_finder *font_finder_new(void)
{
    return xcalloc(1, sizeof(struct font_finder));
}

void font_finder_free(struct font_finder *finder)
{
    if (finder == NULL) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (finder->rankings[i].fonts != NULL) {
            FcFontSetDestroy(finder->rankings[i].fonts);
            FcCharSetDestroy(finder->rankings[i].letters);
        }
    }
    if (finder->config != NULL) {
        FcConfigDestroy(finder->config);
    }
    free(finder);
}

static void rank(struct font_finder *finder, bool bold)
{
    struct ranking *ranking = &finder->rankings[bold ? 1 : 0];
    FcPattern *wish = FcPatternCreate();
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddInteger(wish, FC_WEIGHT,
                        bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddBool(wish, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(finder->config, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    FcResult result;
    ranking->fonts =
        FcFontSort(finder->config, wish, FcTrue, &ranking->letters, &result);
    FcPatternDestroy(wish);
}

static const struct ranking *ranking_of(struct font_finder *finder, bool bold)
{
    if (finder->config == NULL) {
        finder->config = FcInitLoadConfigAndFonts();
    }
    struct ranking *ranking = &finder->rankings[bold ? 1 : 0];
    if (finder->config != NULL && ranking->fonts == NULL) {
        rank(finder, bold);
    }
    return ranking;
}

// Bitmaps look bad at any other size, and colour fonts are the manifest's.
static bool is_outline(FcPattern *font)
{
    FcBool scalable = FcFalse, colour = FcFalse;
    FcPatternGetBool(font, FC_SCALABLE, 0, &scalable);
    FcPatternGetBool(font, FC_COLOR, 0, &colour);
    return scalable == FcTrue && colour != FcTrue;
}

static bool has_letter(FcPattern *font, uint32_t rune)
{
    FcCharSet *letters = NULL;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) ==
               FcResultMatch &&
           FcCharSetHasChar(letters, rune) == FcTrue;
}

static bool place_of(FcPattern *font, const char **path, int *index)
{
    FcChar8 *file = NULL;
    int number = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch) {
        return false;
    }
    FcPatternGetInteger(font, FC_INDEX, 0, &number);
    *path = (const char *)file;
    *index = number;
    return true;
}

bool font_finder_find(struct font_finder *finder, uint32_t rune, bool bold,
                      const char **path, int *index)
{
    const struct ranking *ranking = ranking_of(finder, bold);
    if (ranking->fonts == NULL ||
        FcCharSetHasChar(ranking->letters, rune) != FcTrue) {
        return false;
    }
    for (int i = 0; i < ranking->fonts->nfont; i++) {
        FcPattern *font = ranking->fonts->fonts[i];
        if (is_outline(font) && has_letter(font, rune)) {
            return place_of(font, path, index);
        }
    }
    return false;
}
