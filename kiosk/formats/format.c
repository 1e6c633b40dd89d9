// SPDX-License-Identifier: MIT
#include "formats/format.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "formats/orientation.h"

enum {
    DRAWING_SIDE = 1024 // pixels
};

static enum decode_result check_size(struct size size)
{
    if (size.width <= 0 || size.height <= 0) {
        return DECODE_BROKEN;
    }
    if (size.width > DECODE_SIDE_MAX || size.height > DECODE_SIDE_MAX) {
        return DECODE_TOO_LARGE;
    }
    int64_t pixels = (int64_t)size.width * size.height;
    return pixels <= (int64_t)DECODE_MEGAPIXELS_MAX * 1000000
               ? DECODE_DONE
               : DECODE_TOO_LARGE;
}

static enum decode_result read_head(const struct format *format,
                                    const struct bytes *file,
                                    const struct format_room *room,
                                    struct format_head *head, struct size *size)
{
    *head = (struct format_head){.orientation = 1};
    enum decode_result result = format->read_head(file, room, head);
    result = result == DECODE_DONE ? check_size(head->size) : result;
    if (result == DECODE_DONE || result == DECODE_TOO_LARGE) {
        *size = orientation_turned(head->orientation, head->size);
    }
    return result;
}

enum decode_result format_probe(const struct format *format,
                                const struct bytes *file,
                                const struct format_room *room,
                                struct size *size)
{
    struct format_head head;
    return read_head(format, file, room, &head, size);
}

enum decode_result format_decode(const struct format *format,
                                 const struct bytes *file,
                                 const struct format_room *room,
                                 struct size within, struct size *size,
                                 struct decoded *out)
{
    struct format_head head;
    enum decode_result result = read_head(format, file, room, &head, size);
    if (result != DECODE_DONE) {
        return result;
    }
    struct size wanted =
        orientation_turned(head.orientation, size_fit(*size, within));
    struct decoded picture;
    result = format->read_pixels(file, wanted, &picture);
    if (result != DECODE_DONE) {
        return result;
    }
    assert(size_equals(picture.size, wanted));
    if (!orientation_apply(head.orientation, &picture)) {
        free(picture.pixels);
        return DECODE_NO_MEMORY;
    }
    *out = picture;
    return DECODE_DONE;
}

struct size format_drawing_size(double width, double height)
{
    const double least = 1e-3, most = FORMAT_DRAWING_MAX;
    // Written so that what is not a number fails too.
    if (!(width >= least && width <= most && height >= least &&
          height <= most)) {
        return (struct size){0, 0};
    }
    double scale = DRAWING_SIDE / fmax(width, height);
    return (struct size){(int)fmax(1, round(width * scale)),
                         (int)fmax(1, round(height * scale))};
}
