// SPDX-License-Identifier: MIT
// WebP, by libwebp. Opaque pictures it scales down itself, row by row; it
// would mix the colours of transparent pixels into their neighbours, so
// pictures with transparency are decoded whole and go through the scaler.

#include <stdlib.h>

#include <webp/decode.h>

#include "formats/format.h"
#include "formats/icc.h"
#include "formats/orientation.h"
#include "formats/scale.h"

enum {
    RIFF_BYTES = 12,
    CHUNK_HEAD_BYTES = 8,
    LOSSLESS = 2, // WebPBitstreamFeatures.format
};

static enum decode_result result_of(VP8StatusCode status)
{
    switch (status) {
    case VP8_STATUS_OK:
        return DECODE_DONE;
    case VP8_STATUS_OUT_OF_MEMORY:
        return DECODE_NO_MEMORY;
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return DECODE_STRANGE;
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA:
        return DECODE_CUT_OFF;
    case VP8_STATUS_INVALID_PARAM:
    case VP8_STATUS_BITSTREAM_ERROR:
    case VP8_STATUS_USER_ABORT:
        break;
    }
    return DECODE_BROKEN;
}

// Whether the file is as long as its head says.
static bool is_complete(const struct bytes *file)
{
    return file->length >= RIFF_BYTES &&
           file->length - CHUNK_HEAD_BYTES >=
               bytes_little_endian(file->data + 4);
}

// The chunk of that name of an extended file: the profile stands before the
// pixels, EXIF behind them. Empty if there is none.
static struct bytes find_chunk(const struct bytes *file, const char *name)
{
    size_t offset = RIFF_BYTES;
    bool is_extended = bytes_match(file, offset, "VP8X", 4);
    while (is_extended && file->length - offset >= CHUNK_HEAD_BYTES) {
        size_t length = bytes_little_endian(file->data + offset + 4);
        size_t left = file->length - offset - CHUNK_HEAD_BYTES;
        if (length > left) {
            break;
        }
        if (bytes_match(file, offset, name, 4)) {
            return (struct bytes){file->data + offset + CHUNK_HEAD_BYTES,
                                  length};
        }
        // A chunk of odd length is followed by one more byte.
        length += length % 2;
        offset += CHUNK_HEAD_BYTES + (length < left ? length : left);
    }
    return (struct bytes){0};
}

// What cannot be done row by row: the lossless picture, its transparency, the
// picture our scaler is given.
static int64_t working_bytes(const WebPBitstreamFeatures *features)
{
    int64_t pixels = (int64_t)features->width * features->height;
    int64_t bytes = features->format == LOSSLESS ? 4 * pixels : 0;
    return bytes + (features->has_alpha ? 5 * pixels : 0);
}

static enum decode_result webp_read_head(const struct bytes *file,
                                         const struct format_room *room,
                                         struct format_head *out)
{
    WebPBitstreamFeatures features;
    enum decode_result result =
        result_of(WebPGetFeatures(file->data, file->length, &features));
    if (result != DECODE_DONE) {
        return result;
    }
    out->size = (struct size){features.width, features.height};
    if (features.has_animation) {
        return DECODE_STRANGE;
    }
    if (working_bytes(&features) > room->working_bytes) {
        return DECODE_TOO_LARGE;
    }
    if (!is_complete(file)) {
        return DECODE_CUT_OFF;
    }
    struct bytes exif = find_chunk(file, "EXIF");
    if (exif.length > 0) {
        out->orientation = orientation_from_exif(exif.data, exif.length);
    }
    return DECODE_DONE;
}

// Puts the rows libwebp has made through the scaler.
static enum decode_result scale_rows(const WebPDecoderConfig *config,
                                     const struct icc *icc, struct size size,
                                     uint32_t *pixels)
{
    const WebPDecBuffer *buffer = &config->output;
    struct size from = {buffer->width, buffer->height};
    struct scaler *scaler =
        scaler_new(from, size, !config->input.has_alpha, pixels);
    if (scaler == NULL) {
        return DECODE_NO_MEMORY;
    }
    uint8_t *row = buffer->u.RGBA.rgba;
    for (int y = 0; y < from.height; y++) {
        if (icc != NULL) {
            icc_convert(icc, row, (size_t)from.width);
        }
        scaler_add_row(scaler, row);
        row += buffer->u.RGBA.stride;
    }
    bool done = scaler_finish(scaler);
    scaler_free(scaler);
    return done ? DECODE_DONE : DECODE_NO_MEMORY;
}

static enum decode_result webp_read_pixels(const struct bytes *file,
                                           struct size size, uint32_t *pixels)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) {
        return DECODE_BROKEN; // the library is not the one compiled for
    }
    VP8StatusCode status =
        WebPGetFeatures(file->data, file->length, &config.input);
    if (status == VP8_STATUS_OK) {
        config.output.colorspace = MODE_RGBA;
        config.options.use_scaling = !config.input.has_alpha &&
                                     size.width <= config.input.width &&
                                     size.height <= config.input.height;
        config.options.scaled_width = size.width;
        config.options.scaled_height = size.height;
        status = WebPDecode(file->data, file->length, &config);
    }
    enum decode_result result = result_of(status);
    if (result == DECODE_DONE) {
        struct bytes profile = find_chunk(file, "ICCP");
        struct icc *icc = icc_new(profile.data, profile.length, ICC_RGBA);
        result = scale_rows(&config, icc, size, pixels);
        icc_free(icc);
    }
    WebPFreeDecBuffer(&config.output);
    return result;
}

const struct format webp_format = {
    .read_head = webp_read_head,
    .read_pixels = webp_read_pixels,
};
