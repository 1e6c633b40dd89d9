// SPDX-License-Identifier: MIT
#include "support/formats.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "decode/kind.h"

static const struct format_room room = {256 << 20};

static const struct format *const formats[DECODE_KIND_COUNT] = {
    [DECODE_JPEG] = &jpeg_format, [DECODE_PNG] = &png_format,
    [DECODE_WEBP] = &webp_format, [DECODE_GIF] = &gif_format,
#ifdef KIOSK_HAS_SVG
    [DECODE_SVG] = &svg_format,
#endif
#ifdef KIOSK_HAS_PDF
    [DECODE_PDF] = &pdf_format,
#endif
#ifdef KIOSK_HAS_HEIF
    [DECODE_HEIC] = &heif_format, [DECODE_AVIF] = &heif_format,
#endif
};

// Exactly as long as the file, so that a byte too far is seen.
static enum decode_result load(const char *path, struct bytes *out)
{
    int file = open(path, O_RDONLY | O_NONBLOCK);
    struct stat status;
    *out = (struct bytes){0};
    if (file < 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(file);
        return DECODE_MISSING;
    }
    size_t length = (size_t)status.st_size;
    uint8_t *data = length > 0 ? malloc(length) : NULL;
    bool done = data != NULL && pread(file, data, length, 0) == status.st_size;
    close(file);
    *out = (struct bytes){data, length};
    return done ? DECODE_DONE : DECODE_EMPTY;
}

// Exactly as many pixels as the picture has, so that one too far is seen.
static enum decode_result read_pixels(const struct format *format,
                                      const struct bytes *file,
                                      struct size within, struct size *size,
                                      struct decoded *out)
{
    enum decode_result result = format_probe(format, file, &room, size);
    if (result != DECODE_DONE) {
        return result;
    }
    struct size fit = size_fit(*size, within);
    size_t count = (size_t)fit.width * (size_t)fit.height;
    struct format_target target = {.within = within,
                                   .pixels = malloc(count * sizeof(uint32_t))};
    result = format_decode(format, file, &room, &target, size);
    if (result != DECODE_DONE) {
        free(target.pixels);
        return result;
    }
    bool opaque = true;
    for (size_t i = 0; i < count; i++) {
        opaque = opaque && target.pixels[i] >> 24 == 255;
    }
    *out = (struct decoded){target.written, target.pixels, opaque};
    return DECODE_DONE;
}

static enum decode_result read_here(const char *path, struct size within,
                                    struct decode_info *info,
                                    struct decoded *out)
{
    struct bytes file;
    *info = (struct decode_info){.kind = DECODE_UNKNOWN};
    enum decode_result result = load(path, &file);
    if (result != DECODE_DONE) {
        return result;
    }
    size_t head = file.length < KIND_BYTES ? file.length : KIND_BYTES;
    info->kind = kind_of(file.data, head);
    const struct format *format = formats[info->kind];
    if (format == NULL) {
        result = DECODE_STRANGE;
    } else if (out == NULL) {
        result = format_probe(format, &file, &room, &info->size);
    } else {
        result = read_pixels(format, &file, within, &info->size, out);
    }
    free((void *)(uintptr_t)file.data);
    return result;
}

enum decode_result probe_here(const char *path, struct decode_info *out)
{
    return read_here(path, (struct size){0, 0}, out, NULL);
}

enum decode_result decode_here(const char *path, struct size within,
                               struct decoded *out)
{
    struct decode_info info;
    return read_here(path, within, &info, out);
}
