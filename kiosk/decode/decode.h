// SPDX-License-Identifier: MIT
// One picture file in, its pixels out, scaled to where they will be shown.
//
// What kind a file is, its first bytes say, not its name. EXIF orientation is
// obeyed, CMYK becomes RGB, pixels keep their transparency. Scaling down is by
// area average (after the format's own coarse scaling where it has one),
// scaling up smooth. No function here knows SDL's video, the programme or the
// screen; any thread may call them.

#ifndef KIOSK_DECODE_DECODE_H
#define KIOSK_DECODE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/geometry.h"

enum {
    DECODE_FILE_BYTES_MAX = 64 * 1024 * 1024,
    DECODE_SIDE_MAX = 20000, // pixels, of the stored picture
    DECODE_MEGAPIXELS_MAX = 100,
    // For what cannot be scaled row by row: progressive JPEG, interlaced
    // PNG, WebP with transparency.
    DECODE_WORKING_BYTES_MAX = 256 * 1024 * 1024,
    DECODE_SVG_BYTES_MAX = 1024 * 1024,
};

enum decode_kind {
    DECODE_UNKNOWN,
    DECODE_JPEG,
    DECODE_PNG,
    DECODE_WEBP,
    DECODE_SVG,
    DECODE_KIND_COUNT,
};

enum decode_result {
    DECODE_DONE,
    DECODE_MISSING,   // no such file, or not a regular one
    DECODE_EMPTY,     // zero bytes
    DECODE_TOO_LARGE, // over one of the limits above
    DECODE_STRANGE,   // of no kind we read, or with what we do not read of its
                      // kind: moving WebP, SVG with text or dashes
    DECODE_BROKEN,    // damaged, or of zero size
    DECODE_CUT_OFF,   // ends before its last row
    DECODE_NO_MEMORY,
};

// What the head of a file says, before anything is decoded.
struct decode_info {
    enum decode_kind kind;
    struct size size; // upright: EXIF orientation applied
};

// Premultiplied ARGB, one native-endian uint32_t a pixel, 0xAARRGGBB, rows
// without gaps. pixels is malloc'ed and the caller's.
struct decoded {
    struct size size;
    uint32_t *pixels;
    bool opaque; // every alpha is 255
};

// Reads the head only, so that DECODE_DONE promises little of the rest. *out
// is always set: .kind as far as it is known, .size on DECODE_DONE and, where
// it is known, on DECODE_TOO_LARGE; otherwise 0 x 0. An SVG has proportions
// only: its longer side is called 1024.
enum decode_result decode_probe(const char *path, struct decode_info *out);

// Decodes the whole picture to the largest size with its proportions that
// fits within (both sides > 0), enlarging if need be. *out only on DECODE_DONE.
enum decode_result decode_file(const char *path, struct size within,
                               struct decoded *out);

const char *decode_kind_name(enum decode_kind kind); // "JPEG"

// A clause for the log, such as "is cut off".
const char *decode_result_text(enum decode_result result);

#endif
