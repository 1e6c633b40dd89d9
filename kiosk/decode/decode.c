// SPDX-License-Identifier: MIT
#include "decode/decode.h"

#include <assert.h>
#include <stdlib.h>

#include "decode/file.h"
#include "decode/format.h"
#include "decode/orientation.h"

enum {
    // Enough for the head of nearly every picture; for the others, with long
    // profiles and thumbnails in front, the whole file is read.
    HEAD_BYTES = 64 * 1024
};

static const struct decode_format *const formats[] = {
    [DECODE_JPEG] = &jpeg_format,
    [DECODE_PNG] = &png_format,
    [DECODE_WEBP] = &webp_format,
    [DECODE_SVG] = &svg_format,
};

static_assert(sizeof formats / sizeof formats[0] == DECODE_KIND_COUNT,
              "every kind has its format");

static const char *const result_texts[] = {
    [DECODE_DONE] = "is fine",
    [DECODE_MISSING] = "is missing or cannot be read",
    [DECODE_EMPTY] = "is empty",
    [DECODE_TOO_LARGE] = "is too large",
    [DECODE_STRANGE] = "is of no kind that can be shown",
    [DECODE_BROKEN] = "is damaged",
    [DECODE_CUT_OFF] = "is cut off",
    [DECODE_NO_MEMORY] = "needs more memory than there is",
};

static_assert(sizeof result_texts / sizeof result_texts[0] ==
                  DECODE_NO_MEMORY + 1,
              "every result has its text");

static enum decode_kind kind_of(const struct file_bytes *file)
{
    for (int kind = DECODE_UNKNOWN + 1; kind < DECODE_KIND_COUNT; kind++) {
        if (formats[kind]->matches(file)) {
            return (enum decode_kind)kind;
        }
    }
    return DECODE_UNKNOWN;
}

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

static enum decode_result read_head(const struct file_bytes *file,
                                    enum decode_kind *kind,
                                    struct decode_head *head)
{
    *kind = kind_of(file);
    if (*kind == DECODE_UNKNOWN) {
        return DECODE_STRANGE;
    }
    *head = (struct decode_head){.orientation = 1};
    enum decode_result result = formats[*kind]->read_head(file, head);
    return result == DECODE_DONE ? check_size(head->size) : result;
}

static enum decode_result probe(const struct file_bytes *file,
                                struct decode_info *out)
{
    struct decode_head head = {.orientation = 1};
    enum decode_result result = read_head(file, &out->kind, &head);
    if (result == DECODE_DONE || result == DECODE_TOO_LARGE) {
        out->size = orientation_turned(head.orientation, head.size);
    }
    return result;
}

// Reads so much of the file, and its head. *is_whole: that was all of it.
static enum decode_result probe_start(const char *path, size_t limit,
                                      struct decode_info *out, bool *is_whole)
{
    struct file_bytes file;
    *is_whole = true;
    enum decode_result result = file_bytes_load(path, limit, &file);
    if (result == DECODE_DONE) {
        result = probe(&file, out);
        *is_whole = file.length == file.whole;
        file_bytes_release(&file);
    }
    return result;
}

enum decode_result decode_probe(const char *path, struct decode_info *out)
{
    struct decode_info info = {.kind = DECODE_UNKNOWN};
    bool is_whole = false;
    enum decode_result result = probe_start(path, HEAD_BYTES, &info, &is_whole);
    if (result == DECODE_CUT_OFF && !is_whole) {
        result = probe_start(path, SIZE_MAX, &info, &is_whole);
    }
    *out = info;
    return result;
}

static enum decode_result decode(const struct file_bytes *file,
                                 struct size within, struct decoded *out)
{
    enum decode_kind kind = DECODE_UNKNOWN;
    struct decode_head head;
    enum decode_result result = read_head(file, &kind, &head);
    if (result != DECODE_DONE) {
        return result;
    }
    struct size upright = orientation_turned(head.orientation, head.size);
    struct size size =
        orientation_turned(head.orientation, size_fit(upright, within));
    struct decoded picture;
    result = formats[kind]->read_pixels(file, size, &picture);
    if (result != DECODE_DONE) {
        return result;
    }
    assert(size_equals(picture.size, size));
    if (!orientation_apply(head.orientation, &picture)) {
        free(picture.pixels);
        return DECODE_NO_MEMORY;
    }
    *out = picture;
    return DECODE_DONE;
}

enum decode_result decode_file(const char *path, struct size within,
                               struct decoded *out)
{
    assert(within.width > 0 && within.height > 0);
    struct file_bytes file;
    enum decode_result result = file_bytes_load(path, SIZE_MAX, &file);
    if (result != DECODE_DONE) {
        return result;
    }
    result = decode(&file, within, out);
    file_bytes_release(&file);
    return result;
}

const char *decode_kind_name(enum decode_kind kind)
{
    assert(kind < DECODE_KIND_COUNT);
    return kind == DECODE_UNKNOWN ? "unknown" : formats[kind]->name;
}

const char *decode_result_text(enum decode_result result)
{
    assert(result <= DECODE_NO_MEMORY);
    return result_texts[result];
}
