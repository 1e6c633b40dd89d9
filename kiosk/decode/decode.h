// SPDX-License-Identifier: MIT
// One picture file in, its pixels out, scaled to where they will be shown.
//
// Pictures come from strangers and their formats are intricate, so nothing
// here reads them: a program of its own does, a fresh one for each picture,
// in a sandbox (decoder/sandbox.h) and with a deadline. What it answers is
// looked at after its death, and distrusted. What kind a file is, its first
// bytes say, not its name.
//
// EXIF orientation is obeyed, colours become sRGB, pixels keep their
// transparency. Scaling down is by area average (after the format's own coarse
// scaling where it has one), scaling up smooth. Any thread may call these
// functions; they wait.

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
};

enum decode_kind {
    DECODE_UNKNOWN,
    DECODE_JPEG,
    DECODE_PNG,
    DECODE_WEBP,
    DECODE_GIF,
    DECODE_SVG,
    DECODE_PDF,
    DECODE_HEIC,
    DECODE_AVIF,
    DECODE_KIND_COUNT,
};

enum decode_result {
    DECODE_DONE,
    DECODE_MISSING,   // no such file, or not a regular one
    DECODE_EMPTY,     // zero bytes
    DECODE_TOO_LARGE, // over one of the limits above
    DECODE_STRANGE,   // of no kind we read, or with what we do not read of its
                      // kind, such as a locked PDF
    DECODE_UNWANTED,  // of a kind the settings leave out
    DECODE_ABSENT,    // of a kind whose decoder is not installed
    DECODE_BROKEN,    // damaged, or of zero size
    DECODE_CUT_OFF,   // ends before its last row
    DECODE_NO_MEMORY, // more than the decoder may use
    DECODE_TOO_SLOW,  // not decoded by the deadline
    DECODE_HOSTILE,   // had the decoder do what it must not
    DECODE_UNSAFE,    // no sandbox can be had here
    DECODE_RESULT_COUNT,
};

// How pictures are decoded here; all zero is right for most.
struct decoder {
    const char *folder; // of the decoders; NULL: found beside this program
    bool safe_only;     // JPEG, PNG and WebP
    int deadline_ms;    // 0: as much as an honest picture may need
};

// What the head of a file says.
struct decode_info {
    enum decode_kind kind;
    struct size size; // upright: EXIF orientation applied
};

// Premultiplied ARGB, one native-endian uint32_t a pixel, 0xAARRGGBB, rows
// without gaps. The pixels are where the decoder wrote them, in memory that
// can only be read, and the caller's: decoded_release().
struct decoded {
    struct size size;
    uint32_t *pixels;
    bool opaque; // every alpha is 255
};

// Reads the head only, so that DECODE_DONE promises little of the rest. *out
// is always set: .kind as far as it is known, .size on DECODE_DONE and, where
// it is known, on DECODE_TOO_LARGE; otherwise 0 x 0. A drawing (see below) has
// proportions only: its longer side is called 1024.
enum decode_result decode_probe(const struct decoder *decoder, const char *path,
                                struct decode_info *out);

// Decodes the whole picture to the largest size with its proportions that
// fits within (both sides > 0), enlarging if need be. *out only on DECODE_DONE.
enum decode_result decode_file(const struct decoder *decoder, const char *path,
                               struct size within, struct decoded *out);

void decoded_release(struct decoded *decoded); // all zero is allowed

// The memory its pixels hold, in whole pages.
size_t decoded_bytes(const struct decoded *decoded);

// True for a kind that is drawn from lines and letters, sharp at any size.
bool decode_kind_is_drawn(enum decode_kind kind);

const char *decode_kind_name(enum decode_kind kind); // "JPEG"

// A clause for the log, such as "is cut off".
const char *decode_result_text(enum decode_result result);

#endif
