// SPDX-License-Identifier: MIT
#include "formats/format.h"

#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "formats/orientation.h"
#include "formats/scale.h"

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

// All at once, where the system can: page by page, as they are written to,
// they cost several times as much.
static void have_memory(uint32_t *pixels, struct size size)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = ((uintptr_t)pixels + page - 1) / page * page;
    uintptr_t end =
        (uintptr_t)(pixels + (size_t)size.width * (size_t)size.height);
    if (first < end) {
        madvise((void *)first, end - first, MADV_POPULATE_WRITE);
    }
}

// A picture that lies on its side is read to memory of its own.
static enum decode_result read_turned(const struct format *format,
                                      const struct bytes *file, int orientation,
                                      struct format_target *target)
{
    struct size stored = orientation_turned(orientation, target->written);
    uint32_t *pixels = pixels_new(stored);
    if (pixels == NULL) {
        return DECODE_NO_MEMORY;
    }
    enum decode_result result = format->read_pixels(file, stored, pixels);
    if (result == DECODE_DONE) {
        orientation_turn(orientation, pixels, stored, target->pixels);
    }
    free(pixels);
    return result;
}

enum decode_result format_decode(const struct format *format,
                                 const struct bytes *file,
                                 const struct format_room *room,
                                 struct format_target *target,
                                 struct size *size)
{
    struct format_head head;
    enum decode_result result = read_head(format, file, room, &head, size);
    if (result != DECODE_DONE) {
        return result;
    }
    target->written = size_fit(*size, target->within);
    have_memory(target->pixels, target->written);
    return head.orientation == 1
               ? format->read_pixels(file, target->written, target->pixels)
               : read_turned(format, file, head.orientation, target);
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
