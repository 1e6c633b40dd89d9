// SPDX-License-Identifier: MIT
// What the targets of picture formats share.

#ifndef KIOSK_TESTS_FUZZ_PICTURE_H
#define KIOSK_TESTS_FUZZ_PICTURE_H

#include <stdlib.h>

#include "formats/format.h"

enum {
    // Larger ones would take the time of many small ones.
    FUZZ_PIXELS_MAX = 1 << 20,
    FUZZ_ROOM_BYTES = 16 << 20,
};

// Any bytes as a picture of that format: its head, and all of it.
static inline void fuzz_picture(const struct format *format,
                                const uint8_t *data, size_t size)
{
    const struct bytes file = {data, size};
    const struct format_room room = {FUZZ_ROOM_BYTES};
    const struct size within = {40, 40};
    struct size natural = {0, 0};
    uint32_t pixels[40 * 40];
    struct format_target target = {.within = within, .pixels = pixels};
    if (size == 0 ||
        format_probe(format, &file, &room, &natural) != DECODE_DONE ||
        (int64_t)natural.width * natural.height > FUZZ_PIXELS_MAX) {
        return;
    }
    if (natural.width <= 0 || natural.height <= 0) {
        abort();
    }
    if (format_decode(format, &file, &room, &target, &natural) == DECODE_DONE &&
        (target.written.width > within.width ||
         target.written.height > within.height)) {
        abort();
    }
}

#endif
