// SPDX-License-Identifier: MIT
#include "draw/image_file.h"

#include <stdlib.h>

#include "base/log.h"
#include "base/memory.h"

enum {
    DOUBLINGS_MAX = 6 // of the loops to wait
};

struct image_file *image_file_new(const char *path, struct file_version version)
{
    struct image_file *file = xcalloc(1, sizeof *file);
    file->path = xstrdup(path);
    file->version = version;
    return file;
}

size_t image_file_free(struct image_file *file)
{
    size_t bytes = 0;
    while (file->images != NULL) {
        struct image *image = file->images;
        file->images = image->next;
        bytes += image_evict(image);
        free(image);
    }
    free(file->path);
    free(file);
    return bytes;
}

struct image *image_file_at(struct image_file *file, struct size within)
{
    struct image *image = file->images;
    while (image != NULL && !size_equals(image->within, within)) {
        image = image->next;
    }
    if (image == NULL) {
        image = xcalloc(1, sizeof *image);
        image->file = file;
        image->within = within;
        image->next = file->images;
        file->images = image;
    }
    return image;
}

void image_take(struct image *image, struct decoded *decoded)
{
    image->decoded = *decoded;
    image->picture =
        (struct picture){decoded->size, decoded->pixels, decoded->opaque};
    image->bytes = decoded_bytes(decoded);
    image->state = LOAD_READY;
    image->file->failures = 0;
    *decoded = (struct decoded){0};
}

size_t image_evict(struct image *image)
{
    if (image->state != LOAD_READY) {
        return 0;
    }
    decoded_release(&image->decoded);
    image->state = LOAD_NONE;
    return image->bytes;
}

static bool may_pass(enum decode_result result)
{
    return result == DECODE_TOO_SLOW || result == DECODE_NO_MEMORY;
}

// Once a content, however often it is tried.
static void tell(struct image_file *file, enum decode_result result)
{
    if (!file->is_told) {
        log_line("picture %s %s", file->path, decode_result_text(result));
    }
    file->is_told = true;
}

static void put_off(struct image_file *file, enum decode_result result,
                    uint64_t loop)
{
    if (may_pass(result)) {
        int doublings =
            file->failures < DOUBLINGS_MAX ? file->failures : DOUBLINGS_MAX;
        file->again = loop + (UINT64_C(1) << doublings);
        file->failures++;
    }
}

void image_file_fail(struct image_file *file, enum decode_result result,
                     uint64_t loop)
{
    file->is_broken = true;
    put_off(file, result, loop);
    tell(file, result);
}

void image_fail(struct image *image, enum decode_result result, uint64_t loop)
{
    image->state = LOAD_FAILED;
    if (result != DECODE_NO_MEMORY) {
        image_file_fail(image->file, result, loop);
        return;
    }
    // The file is sound, and may be shown smaller.
    put_off(image->file, result, loop);
    tell(image->file, result);
}

void image_file_recover(struct image_file *file, uint64_t loop)
{
    if (file->again == 0 || loop < file->again) {
        return;
    }
    file->again = 0;
    file->is_broken = false;
    for (struct image *image = file->images; image != NULL;
         image = image->next) {
        if (image->state == LOAD_FAILED) {
            image->state = LOAD_NONE;
        }
    }
}
