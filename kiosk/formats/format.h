// SPDX-License-Identifier: MIT
// How the decoders read a format: one file a format. Only the programs that
// decode are linked with this floor, and its tests.

#ifndef KIOSK_FORMATS_FORMAT_H
#define KIOSK_FORMATS_FORMAT_H

#include <stdint.h>

#include "base/geometry.h"
#include "decode/decode.h"
#include "formats/bytes.h"

enum {
    FORMAT_SVG_BYTES_MAX = 8 << 20,
    FORMAT_DRAWING_MAX = 1000000, // a drawing's side, in its own units
};

// The picture as it is stored, before it is turned upright.
struct format_head {
    struct size size;
    int orientation; // EXIF's, 1 to 8
};

// What reading may take. Sizes over DECODE_SIDE_MAX and so on need no care.
struct format_room {
    int64_t working_bytes; // for what cannot be scaled row by row, such as
                           // progressive JPEG and interlaced PNG
};

struct format {
    // DECODE_TOO_LARGE: for this format, with out->size set if it is known;
    // the common limits are format_decode()'s.
    enum decode_result (*read_head)(const struct bytes *file,
                                    const struct format_room *room,
                                    struct format_head *out);

    // The whole file, whose head was read and found good, as a picture of
    // that size, not yet turned upright, into pixels that have room for it.
    enum decode_result (*read_pixels)(const struct bytes *file,
                                      struct size size, uint32_t *pixels);
};

// Where a picture goes: straight to where it will be seen, for new memory is
// what small pictures cost most.
struct format_target {
    struct size within;  // it becomes as large as fits
    uint32_t *pixels;    // room for as many, see struct decoded
    struct size written; // of the picture, set on DECODE_DONE
};

extern const struct format jpeg_format;
extern const struct format png_format;
extern const struct format webp_format;
extern const struct format gif_format;
extern const struct format svg_format;  // where there is librsvg
extern const struct format pdf_format;  // where there is poppler
extern const struct format heif_format; // where there is libheif

// Its head: *size is the upright picture's, on DECODE_DONE and, where it is
// known, on DECODE_TOO_LARGE; otherwise it is left alone.
enum decode_result format_probe(const struct format *format,
                                const struct bytes *file,
                                const struct format_room *room,
                                struct size *size);

// The whole picture, upright. Of the target's pixels no more than those of the
// picture are written, whatever the result; *size as above.
enum decode_result format_decode(const struct format *format,
                                 const struct bytes *file,
                                 const struct format_room *room,
                                 struct format_target *target,
                                 struct size *size);

// A drawing has proportions, not pixels: the longer side becomes 1024, so
// that whole numbers hold the proportions of a small one too. 0 x 0 for sides
// that make no sense.
struct size format_drawing_size(double width, double height);

#endif
