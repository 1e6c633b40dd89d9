// SPDX-License-Identifier: MIT
// HEIC and AVIF, by libheif, which turns the picture upright itself.

#include <stdlib.h>

#include <libheif/heif.h>

#include "formats/format.h"
#include "formats/icc.h"
#include "formats/scale.h"

enum {
    BOX_HEAD_BYTES = 8,
    // Whole pictures held at once: as coded, and as RGBA.
    BYTES_A_PIXEL = 8
};

struct heif {
    struct heif_context *context;
    struct heif_image_handle *handle;
    struct heif_image *image;
};

static void heif_close(struct heif *heif)
{
    if (heif->image != NULL) {
        heif_image_release(heif->image);
    }
    if (heif->handle != NULL) {
        heif_image_handle_release(heif->handle);
    }
    heif_context_free(heif->context);
}

static enum decode_result result_of(struct heif_error error)
{
    if (error.code == heif_error_Ok) {
        return DECODE_DONE;
    }
    if (error.code == heif_error_Unsupported_feature ||
        error.code == heif_error_Unsupported_filetype) {
        return DECODE_STRANGE;
    }
    if (error.subcode == heif_suberror_Security_limit_exceeded) {
        return DECODE_TOO_LARGE;
    }
    if (error.code == heif_error_Memory_allocation_error) {
        return DECODE_NO_MEMORY;
    }
    return error.subcode == heif_suberror_End_of_data ? DECODE_CUT_OFF
                                                      : DECODE_BROKEN;
}

// True if its outermost boxes end within the file.
static bool is_complete(const struct bytes *file)
{
    size_t offset = 0;
    while (file->length - offset >= BOX_HEAD_BYTES) {
        size_t length = bytes_big_endian(file->data + offset);
        if (length > file->length - offset) {
            return false;
        }
        if (length < BOX_HEAD_BYTES) {
            return true; // to the file's end, or of 64 bits
        }
        offset += length;
    }
    return offset == file->length;
}

static enum decode_result heif_open(const struct bytes *file, struct heif *out)
{
    if (!is_complete(file)) {
        return DECODE_CUT_OFF;
    }
    *out = (struct heif){.context = heif_context_alloc()};
    if (out->context == NULL) {
        return DECODE_NO_MEMORY;
    }
    heif_context_set_max_decoding_threads(out->context, 0);
    heif_context_set_maximum_image_size_limit(out->context, DECODE_SIDE_MAX);
    enum decode_result result =
        result_of(heif_context_read_from_memory_without_copy(
            out->context, file->data, file->length, NULL));
    if (result == DECODE_DONE) {
        result = result_of(
            heif_context_get_primary_image_handle(out->context, &out->handle));
    }
    if (result != DECODE_DONE) {
        heif_close(out);
    }
    return result;
}

static enum decode_result heif_read_head(const struct bytes *file,
                                         const struct format_room *room,
                                         struct format_head *out)
{
    struct heif heif;
    enum decode_result result = heif_open(file, &heif);
    if (result != DECODE_DONE) {
        return result;
    }
    out->size = (struct size){heif_image_handle_get_width(heif.handle),
                              heif_image_handle_get_height(heif.handle)};
    heif_close(&heif);
    int64_t pixels = (int64_t)out->size.width * out->size.height;
    return pixels <= room->working_bytes / BYTES_A_PIXEL ? DECODE_DONE
                                                         : DECODE_TOO_LARGE;
}

static struct icc *profile_of(const struct heif *heif)
{
    size_t length = heif_image_handle_get_raw_color_profile_size(heif->handle);
    uint8_t *profile = length > 0 ? malloc(length) : NULL;
    struct icc *icc = NULL;
    if (profile != NULL &&
        heif_image_handle_get_raw_color_profile(heif->handle, profile).code ==
            heif_error_Ok) {
        icc = icc_new(profile, length, ICC_RGBA);
    }
    free(profile);
    return icc;
}

static enum decode_result scale_rows(struct heif *heif, struct size size,
                                     uint32_t *pixels)
{
    struct size from = {
        heif_image_get_width(heif->image, heif_channel_interleaved),
        heif_image_get_height(heif->image, heif_channel_interleaved)};
    int stride = 0;
    uint8_t *row =
        heif_image_get_plane(heif->image, heif_channel_interleaved, &stride);
    if (row == NULL || from.width <= 0 || from.height <= 0) {
        return DECODE_BROKEN;
    }
    bool opaque = !heif_image_handle_has_alpha_channel(heif->handle);
    struct scaler *scaler = scaler_new(from, size, opaque, pixels);
    if (scaler == NULL) {
        return DECODE_NO_MEMORY;
    }
    struct icc *icc = profile_of(heif);
    for (int y = 0; y < from.height; y++) {
        if (icc != NULL) {
            icc_convert(icc, row, (size_t)from.width);
        }
        scaler_add_row(scaler, row);
        row += stride;
    }
    icc_free(icc);
    bool done = scaler_finish(scaler);
    scaler_free(scaler);
    return done ? DECODE_DONE : DECODE_NO_MEMORY;
}

static enum decode_result heif_read_pixels(const struct bytes *file,
                                           struct size size, uint32_t *pixels)
{
    struct heif heif;
    enum decode_result result = heif_open(file, &heif);
    if (result != DECODE_DONE) {
        return result;
    }
    result = result_of(heif_decode_image(heif.handle, &heif.image,
                                         heif_colorspace_RGB,
                                         heif_chroma_interleaved_RGBA, NULL));
    if (result == DECODE_DONE) {
        result = scale_rows(&heif, size, pixels);
    }
    heif_close(&heif);
    return result;
}

const struct format heif_format = {
    .read_head = heif_read_head,
    .read_pixels = heif_read_pixels,
};
