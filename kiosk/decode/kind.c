// SPDX-License-Identifier: MIT
#include "decode/kind.h"

#include <assert.h>
#include <string.h>

static const char program[] = "kiosk-decode";
static const char svg_program[] = "kiosk-decode-svg";
static const char pdf_program[] = "kiosk-decode-pdf";
static const char heif_program[] = "kiosk-decode-heif";

static const struct {
    const char *name;
    const char *program;
    bool is_safe, is_drawn;
} kinds[] = {
    [DECODE_UNKNOWN] = {"unknown", NULL,         false, false},
    [DECODE_JPEG] = {"JPEG",    program,      true,  false},
    [DECODE_PNG] = {"PNG",     program,      true,  false},
    [DECODE_WEBP] = {"WebP",    program,      true,  false},
    [DECODE_GIF] = {"GIF",     program,      false, false},
    [DECODE_SVG] = {"SVG",     svg_program,  false, true },
    [DECODE_PDF] = {"PDF",     pdf_program,  false, true },
    [DECODE_HEIC] = {"HEIC",    heif_program, false, false},
    [DECODE_AVIF] = {"AVIF",    heif_program, false, false},
};
static_assert(sizeof kinds / sizeof *kinds == DECODE_KIND_COUNT,
              "a row per kind");

// Bytes at a place that only files of a kind have there.
static const struct {
    enum decode_kind kind;
    size_t offset, length;
    const char *bytes;
} signatures[] = {
    {DECODE_JPEG, 0, 3, "\xFF\xD8\xFF"     },
    {DECODE_PNG,  0, 8, "\x89PNG\r\n\x1A\n"},
    {DECODE_WEBP, 8, 4, "WEBP"             },
    {DECODE_GIF,  0, 6, "GIF87a"           },
    {DECODE_GIF,  0, 6, "GIF89a"           },
    {DECODE_HEIC, 4, 7, "ftyphei"          },
    {DECODE_HEIC, 4, 7, "ftyphev"          },
    {DECODE_HEIC, 4, 8, "ftypmif1"         },
    {DECODE_HEIC, 4, 8, "ftypmsf1"         },
    {DECODE_AVIF, 4, 7, "ftypavi"          },
};

static bool has(const uint8_t *data, size_t length, size_t offset,
                const char *bytes, size_t count)
{
    return length >= offset && length - offset >= count &&
           memcmp(data + offset, bytes, count) == 0;
}

// Other programs put a few bytes before it, and so may the format.
static bool is_pdf(const uint8_t *data, size_t length)
{
    const size_t within = 1024;
    return memmem(data, length < within ? length : within, "%PDF-", 5) != NULL;
}

static bool is_svg(const uint8_t *data, size_t length)
{
    size_t at = has(data, length, 0, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (at < length && data[at] != '\0' &&
           strchr(" \t\r\n", data[at]) != NULL) {
        at++;
    }
    return at < length && data[at] == '<' &&
           !has(data, length, at, "<html", 5) &&
           !has(data, length, at, "<!DOCTYPE html", 14) &&
           memmem(data, length, "<svg", 4) != NULL;
}

enum decode_kind kind_of(const uint8_t *data, size_t length)
{
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (has(data, length, signatures[i].offset, signatures[i].bytes,
                signatures[i].length)) {
            return signatures[i].kind;
        }
    }
    if (is_pdf(data, length)) {
        return DECODE_PDF;
    }
    return is_svg(data, length) ? DECODE_SVG : DECODE_UNKNOWN;
}

bool kind_is_safe(enum decode_kind kind)
{
    return kinds[kind].is_safe;
}

const char *kind_program(enum decode_kind kind)
{
    assert(kind != DECODE_UNKNOWN);
    return kinds[kind].program;
}

const char *decode_kind_name(enum decode_kind kind)
{
    assert(kind < DECODE_KIND_COUNT);
    return kinds[kind].name;
}

bool decode_kind_is_drawn(enum decode_kind kind)
{
    assert(kind < DECODE_KIND_COUNT);
    return kinds[kind].is_drawn;
}
