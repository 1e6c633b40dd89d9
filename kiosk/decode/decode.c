// SPDX-License-Identifier: MIT
#include "decode/decode.h"

#include <assert.h>
#include <sys/mman.h>
#include <unistd.h>

#include "decode/job.h"
#include "decode/kind.h"
#include "decode/order.h"
#include "system/sealed.h"

static const char *const result_texts[] = {
    [DECODE_DONE] = "is fine",
    [DECODE_MISSING] = "is missing or cannot be read",
    [DECODE_EMPTY] = "is empty",
    [DECODE_TOO_LARGE] = "is too large",
    [DECODE_STRANGE] = "is of no kind that can be shown",
    [DECODE_UNWANTED] = "is of a kind the settings leave out",
    [DECODE_ABSENT] = "is of a kind whose decoder is not installed",
    [DECODE_BROKEN] = "is damaged",
    [DECODE_CUT_OFF] = "is cut off",
    [DECODE_NO_MEMORY] = "needs more memory than there is",
    [DECODE_TOO_SLOW] = "takes too long to decode",
    [DECODE_HOSTILE] = "had its decoder try what is forbidden",
    [DECODE_UNSAFE] = "is not decoded: this system has no sandbox",
};
static_assert(sizeof result_texts / sizeof *result_texts == DECODE_RESULT_COUNT,
              "every result has its text");

static enum decode_result result_of(enum sealed_fault fault)
{
    static const enum decode_result RESULTS[] = {
        [SEALED_NO_FILE] = DECODE_MISSING,
        [SEALED_EMPTY] = DECODE_EMPTY,
        [SEALED_TOO_LARGE] = DECODE_TOO_LARGE,
        [SEALED_NO_ROOM] = DECODE_NO_MEMORY,
    };
    return RESULTS[fault];
}

static enum decode_kind kind_of_file(int file)
{
    uint8_t head[KIND_BYTES];
    ssize_t length = pread(file, head, sizeof head, 0);
    return length > 0 ? kind_of(head, (size_t)length) : DECODE_UNKNOWN;
}

// False for what no decoder makes: sizes that were not asked for.
static bool is_sane(const struct answer *answer, struct size within)
{
    return answer->pixels_x > 0 && answer->pixels_x <= within.width &&
           answer->pixels_y > 0 && answer->pixels_y <= within.height;
}

static bool is_premultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    return (pixel & 255) <= alpha && (pixel >> 8 & 255) <= alpha &&
           (pixel >> 16 & 255) <= alpha;
}

// False if a colour is brighter than its opacity allows. Of opaque ones none
// is.
static bool are_sound(const uint32_t *pixels, size_t count, bool *opaque)
{
    uint32_t all = 0xFFFFFFFF;
    for (size_t i = 0; i < count; i++) {
        all &= pixels[i];
    }
    *opaque = all >> 24 == 255;
    size_t right = *opaque ? count : 0;
    while (right < count && is_premultiplied(pixels[right])) {
        right++;
    }
    return right == count;
}

static size_t count_of(const struct decoded *decoded)
{
    return (size_t)decoded->size.width * (size_t)decoded->size.height;
}

// Of the memory that was shared with the decoder.
static size_t bytes_of(const struct decoded *decoded)
{
    return ORDER_BYTES + count_of(decoded) * sizeof *decoded->pixels;
}

// The decoder is dead and nobody else has that memory: what is found sound
// stays so, and needs no copy.
static enum decode_result take_pixels(const struct job *job,
                                      struct decoded *out)
{
    if (!is_sane(&job->answer, job->within)) {
        return DECODE_HOSTILE;
    }
    struct decoded decoded = {
        .size = {job->answer.pixels_x, job->answer.pixels_y}
    };
    void *shared = mmap(NULL, bytes_of(&decoded), PROT_READ,
                        MAP_PRIVATE | MAP_POPULATE, job->shared, 0);
    if (shared == MAP_FAILED) {
        return DECODE_NO_MEMORY;
    }
    decoded.pixels = (uint32_t *)shared + ORDER_BYTES / sizeof(uint32_t);
    if (!are_sound(decoded.pixels, count_of(&decoded), &decoded.opaque)) {
        decoded_release(&decoded);
        return DECODE_HOSTILE;
    }
    *out = decoded;
    return DECODE_DONE;
}

size_t decoded_bytes(const struct decoded *decoded)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    return (bytes_of(decoded) + page - 1) / page * page;
}

void decoded_release(struct decoded *decoded)
{
    if (decoded->pixels != NULL) {
        munmap(decoded->pixels - ORDER_BYTES / sizeof(uint32_t),
               bytes_of(decoded));
    }
    *decoded = (struct decoded){0};
}

// Has the file decoded. within is 0 x 0 and out NULL for its head only.
static enum decode_result decode(const struct decoder *decoder, int file,
                                 struct size within, struct decode_info *info,
                                 struct decoded *out)
{
    info->kind = kind_of_file(file);
    if (info->kind == DECODE_UNKNOWN) {
        return DECODE_STRANGE;
    }
    if (decoder->safe_only && !kind_is_safe(info->kind)) {
        return DECODE_UNWANTED;
    }
    struct job job = {
        .decoder = decoder, .file = file, .kind = info->kind, .within = within};
    enum decode_result result =
        job_run(&job, out != NULL ? ORDER_DECODE : ORDER_PROBE);
    if (result == DECODE_DONE && out != NULL) {
        result = take_pixels(&job, out);
    }
    info->size = (struct size){job.answer.width, job.answer.height};
    job_release(&job);
    return result;
}

static enum decode_result decode_path(const struct decoder *decoder,
                                      const char *path, struct size within,
                                      struct decode_info *info,
                                      struct decoded *out)
{
    enum sealed_fault fault;
    *info = (struct decode_info){.kind = DECODE_UNKNOWN};
    int file = sealed_copy(path, DECODE_FILE_BYTES_MAX, &fault);
    if (file < 0) {
        return result_of(fault);
    }
    enum decode_result result = decode(decoder, file, within, info, out);
    close(file);
    return result;
}

enum decode_result decode_probe(const struct decoder *decoder, const char *path,
                                struct decode_info *out)
{
    return decode_path(decoder, path, (struct size){0, 0}, out, NULL);
}

enum decode_result decode_file(const struct decoder *decoder, const char *path,
                               struct size within, struct decoded *out)
{
    assert(within.width > 0 && within.height > 0);
    struct decode_info info;
    return decode_path(decoder, path, within, &info, out);
}

const char *decode_result_text(enum decode_result result)
{
    assert(result < DECODE_RESULT_COUNT);
    return result_texts[result];
}
