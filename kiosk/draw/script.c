// SPDX-License-Identifier: MIT
#include "draw/script.h"

#include <utf8proc.h>

struct range {
    uint32_t first, last;
};

struct script {
    struct range range;
    const char *name;
};

// In the order of their code points. Scripts that are shaped like Latin are
// left out.
static const struct script SCRIPTS[] = {
    {{0x0370, 0x03FF},   "Grek"},
    {{0x0400, 0x052F},   "Cyrl"},
    {{0x0531, 0x058A},   "Armn"},
    {{0x0591, 0x05F4},   "Hebr"},
    {{0x0600, 0x06FF},   "Arab"},
    {{0x0700, 0x074F},   "Syrc"},
    {{0x0750, 0x077F},   "Arab"},
    {{0x0780, 0x07B1},   "Thaa"},
    {{0x07C0, 0x07FA},   "Nkoo"},
    {{0x08A0, 0x08FF},   "Arab"},
    {{0x0900, 0x097F},   "Deva"},
    {{0x0980, 0x09FF},   "Beng"},
    {{0x0A00, 0x0A7F},   "Guru"},
    {{0x0A80, 0x0AFF},   "Gujr"},
    {{0x0B00, 0x0B7F},   "Orya"},
    {{0x0B80, 0x0BFF},   "Taml"},
    {{0x0C00, 0x0C7F},   "Telu"},
    {{0x0C80, 0x0CFF},   "Knda"},
    {{0x0D00, 0x0D7F},   "Mlym"},
    {{0x0D80, 0x0DFF},   "Sinh"},
    {{0x0E00, 0x0E7F},   "Thai"},
    {{0x0E80, 0x0EFF},   "Laoo"},
    {{0x0F00, 0x0FFF},   "Tibt"},
    {{0x1000, 0x109F},   "Mymr"},
    {{0x10A0, 0x10FF},   "Geor"},
    {{0x1100, 0x11FF},   "Hang"},
    {{0x1200, 0x139F},   "Ethi"},
    {{0x1780, 0x17FF},   "Khmr"},
    {{0x2D30, 0x2D7F},   "Tfng"},
    {{0x3040, 0x309F},   "Hira"},
    {{0x30A0, 0x30FF},   "Kana"},
    {{0x3400, 0x9FFF},   "Hani"},
    {{0xAC00, 0xD7AF},   "Hang"},
    {{0xF900, 0xFAFF},   "Hani"},
    {{0xFB1D, 0xFB4F},   "Hebr"},
    {{0xFB50, 0xFDFF},   "Arab"},
    {{0xFE70, 0xFEFC},   "Arab"},
    {{0x20000, 0x3FFFD}, "Hani"},
};

// Unicode's Emoji_Presentation below U+1F000: in colour without being asked.
// From there on every pictograph is.
static const struct range EMOJI[] = {
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x267F, 0x267F},
    {0x2693, 0x2693},
    {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},
    {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},
    {0x26FD, 0x26FD},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274C},
    {0x274E, 0x274E},
    {0x2753, 0x2755},
    {0x2757, 0x2757},
    {0x2795, 0x2797},
    {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},
};

enum {
    ZERO_WIDTH_JOINER = 0x200D,
    KEYCAP = 0x20E3,
    TEXT_PRESENTATION = 0xFE0E,
    EMOJI_PRESENTATION = 0xFE0F,
    PICTOGRAPHS = 0x1F000,
};

static bool range_has(struct range range, uint32_t rune)
{
    return rune >= range.first && rune <= range.last;
}

static const utf8proc_property_t *property(uint32_t rune)
{
    return utf8proc_get_property((utf8proc_int32_t)rune);
}

const char *script_name(uint32_t rune)
{
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        if (rune < SCRIPTS[i].range.first) {
            break;
        }
        if (range_has(SCRIPTS[i].range, rune)) {
            return SCRIPTS[i].name;
        }
    }
    return "Latn";
}

enum script_direction script_direction(uint32_t rune)
{
    switch (property(rune)->bidi_class) {
    case UTF8PROC_BIDI_CLASS_L:
        return SCRIPT_LEFT_TO_RIGHT;
    case UTF8PROC_BIDI_CLASS_R:
    case UTF8PROC_BIDI_CLASS_AL:
        return SCRIPT_RIGHT_TO_LEFT;
    case UTF8PROC_BIDI_CLASS_EN:
    case UTF8PROC_BIDI_CLASS_AN:
        return SCRIPT_NUMBER;
    default:
        return SCRIPT_NEUTRAL;
    }
}

bool script_is_ideographic(uint32_t rune)
{
    return range_has((struct range){0x3040, 0x30FF}, rune) ||
           range_has((struct range){0x3400, 0x9FFF}, rune) ||
           range_has((struct range){0xF900, 0xFAFF}, rune) ||
           range_has((struct range){0x20000, 0x3FFFD}, rune);
}

bool script_is_mark(uint32_t rune)
{
    utf8proc_propval_t category = property(rune)->category;
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool script_is_ignorable(uint32_t rune)
{
    return property(rune)->ignorable != 0;
}

bool script_is_space(uint32_t rune)
{
    return property(rune)->category == UTF8PROC_CATEGORY_ZS;
}

static bool is_pictograph(uint32_t rune)
{
    return property(rune)->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_presented_as_emoji(uint32_t rune)
{
    if (rune >= PICTOGRAPHS) {
        return is_pictograph(rune) ||
               property(rune)->boundclass ==
                   UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
    }
    for (size_t i = 0; i < sizeof EMOJI / sizeof *EMOJI; i++) {
        if (range_has(EMOJI[i], rune)) {
            return true;
        }
    }
    return false;
}

bool script_is_emoji(const uint32_t *runes, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (runes[i] == TEXT_PRESENTATION) {
            return false;
        }
        if (runes[i] == EMOJI_PRESENTATION || runes[i] == KEYCAP) {
            return true;
        }
        if (runes[i] == ZERO_WIDTH_JOINER && is_pictograph(runes[0])) {
            return true;
        }
    }
    return count > 0 && is_presented_as_emoji(runes[0]);
}
