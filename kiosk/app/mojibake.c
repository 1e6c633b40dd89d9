// SPDX-License-Identifier: MIT
#include "app/mojibake.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    HIGH = 128, // the first byte that is not ASCII
    NO_BYTE = -1,
    ROUNDS_MAX = 3, // a text may have been damaged twice
};

// The upper half of two encodings: what each byte was shown as.
enum encoding {
    ENCODING_WINDOWS,
    ENCODING_MAC,
    ENCODING_COUNT,
};

// clang-format off
static const uint16_t WINDOWS_80_TO_9F[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};
static const uint16_t MAC_80_TO_FF[128] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1,
    0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
    0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
    0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF,
    0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211,
    0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
    0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
    0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA,
    0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
    0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};
// clang-format on

static int byte_in(const uint16_t *table, size_t count, uint32_t rune)
{
    for (size_t i = 0; i < count; i++) {
        if (table[i] == rune) {
            return (int)(HIGH + i);
        }
    }
    return NO_BYTE;
}

// The byte that was shown as rune; NO_BYTE if none was.
static int byte_of(enum encoding encoding, uint32_t rune)
{
    if (rune < HIGH) {
        return NO_BYTE;
    }
    if (encoding == ENCODING_MAC) {
        return byte_in(MAC_80_TO_FF, 128, rune);
    }
    return rune >= 0xA0 && rune <= 0xFF ? (int)rune
                                        : byte_in(WINDOWS_80_TO_9F, 32, rune);
}

// How many bytes follow a first one in UTF-8; 0 if it is no first one.
static int followers_of(int byte)
{
    if (byte >= 0xC2 && byte < 0xE0) {
        return 1;
    }
    return byte >= 0xE0 && byte < 0xF0   ? 2
           : byte >= 0xF0 && byte < 0xF5 ? 3
                                         : 0;
}

// What Latin scripts are written with, and pictures. Anything else is more
// likely an accident: « LIBERTÉ» is no damaged letter.
static bool is_plausible(uint32_t rune)
{
    bool french = rune == 0x152 || rune == 0x153 || rune == 0x178; // Œ œ Ÿ
    return french || (rune >= 0xA0 && rune <= 0xFF) ||
           (rune >= 0x2010 && rune <= 0x203A) || rune == 0x20AC ||
           rune == 0x2122 || (rune >= 0x1F300 && rune <= 0x1FAFF);
}

// The letter that was damaged into what stands at *cursor, which moves behind
// it. 0, and *cursor as it was, if nothing was.
static uint32_t damaged_letter(enum encoding encoding, const char **cursor)
{
    const char *at = *cursor;
    int first = byte_of(encoding, utf8_next(&at));
    int followers = followers_of(first);
    if (followers == 0) {
        return 0;
    }
    // "à" ends in the byte of an unbreakable space, which editors like to
    // make a plain one or to drop beside another.
    if (encoding == ENCODING_WINDOWS && first == 0xC3 && *at == ' ') {
        *cursor = at[1] == ' ' ? at + 1 : at;
        return 0xE0;
    }
    uint32_t rune = (uint32_t)first & (0x3FU >> followers);
    for (int i = 0; i < followers; i++) {
        int byte = byte_of(encoding, utf8_next(&at));
        if (byte < 0x80 || byte >= 0xC0) {
            return 0;
        }
        rune = rune << 6 | ((uint32_t)byte & 0x3F);
    }
    if (!is_plausible(rune)) {
        return 0;
    }
    *cursor = at;
    return rune;
}

static uint32_t damaged_at(const char **cursor)
{
    uint32_t rune = 0;
    for (int i = 0; i < ENCODING_COUNT && rune == 0; i++) {
        rune = damaged_letter((enum encoding)i, cursor);
    }
    return rune;
}

const char *mojibake_find(const char *text)
{
    while (*text != '\0') {
        const char *at = text;
        if ((unsigned char)*text >= HIGH && damaged_at(&at) != 0) {
            return text;
        }
        utf8_next(&text);
    }
    return NULL;
}

static char *repaired_once(const char *text)
{
    struct text_buffer out = {0};
    while (*text != '\0') {
        uint32_t rune = damaged_at(&text);
        text_buffer_add_rune(&out, rune != 0 ? rune : utf8_next(&text));
    }
    return text_buffer_take(&out);
}

char *mojibake_repaired(const char *text)
{
    char *repaired = NULL;
    for (int i = 0; i < ROUNDS_MAX; i++) {
        const char *from = repaired != NULL ? repaired : text;
        if (mojibake_find(from) == NULL) {
            break;
        }
        char *better = repaired_once(from);
        free(repaired);
        repaired = better;
    }
    return repaired;
}
