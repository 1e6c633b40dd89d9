// SPDX-License-Identifier: MIT
// GIF, by giflib: the first frame, as it lies on the whole picture.

#include <stdlib.h>
#include <string.h>

#include <gif_lib.h>

#include "formats/format.h"
#include "formats/scale.h"

enum {
    HEAD_BYTES = 13,
    GRAPHICS_BYTES = 4, // of a graphics control block
    NO_COLOUR = -1,
};

struct gif_reader {
    const struct bytes *file;
    size_t offset; // of the next byte to hand out
    bool past_end;
    GifFileType *gif;
    int transparent;  // the colour that is not drawn, or NO_COLOUR
    uint8_t *indices; // of the frame's pixels
};

static int give_bytes(GifFileType *gif, GifByteType *data, int length)
{
    struct gif_reader *reader = gif->UserData;
    size_t left = reader->file->length - reader->offset;
    size_t count = (size_t)length;
    if (count > left) {
        reader->past_end = true;
        count = left;
    }
    memcpy(data, reader->file->data + reader->offset, count);
    reader->offset += count;
    return (int)count;
}

static enum decode_result gif_read_head(const struct bytes *file,
                                        const struct format_room *room,
                                        struct format_head *out)
{
    if (file->length < HEAD_BYTES) {
        return DECODE_CUT_OFF;
    }
    const uint8_t *size = file->data + 6;
    out->size = (struct size){size[0] | size[1] << 8, size[2] | size[3] << 8};
    int64_t pixels = (int64_t)out->size.width * out->size.height;
    return pixels <= room->working_bytes ? DECODE_DONE : DECODE_TOO_LARGE;
}

static enum decode_result failure(const struct gif_reader *reader)
{
    if (reader->gif != NULL && reader->gif->Error == D_GIF_ERR_NOT_ENOUGH_MEM) {
        return DECODE_NO_MEMORY;
    }
    return reader->past_end ? DECODE_CUT_OFF : DECODE_BROKEN;
}

// Of the blocks before a frame only one matters: which colour is transparent.
static bool read_extension(struct gif_reader *reader)
{
    int code = 0;
    GifByteType *block = NULL;
    if (DGifGetExtension(reader->gif, &code, &block) != GIF_OK) {
        return false;
    }
    while (block != NULL) {
        if (code == GRAPHICS_EXT_FUNC_CODE && block[0] == GRAPHICS_BYTES) {
            reader->transparent = (block[1] & 1) != 0 ? block[4] : NO_COLOUR;
        }
        if (DGifGetExtensionNext(reader->gif, &block) != GIF_OK) {
            return false;
        }
    }
    return true;
}

// Up to the first frame.
static bool find_frame(struct gif_reader *reader)
{
    for (;;) {
        GifRecordType type;
        if (DGifGetRecordType(reader->gif, &type) != GIF_OK) {
            return false;
        }
        if (type == IMAGE_DESC_RECORD_TYPE) {
            return DGifGetImageDesc(reader->gif) == GIF_OK;
        }
        if (type != EXTENSION_RECORD_TYPE || !read_extension(reader)) {
            return false;
        }
    }
}

// Every step-th row of the frame, from the first.
static bool read_pass(struct gif_reader *reader, int first, int step)
{
    const GifImageDesc *frame = &reader->gif->Image;
    bool read = true;
    for (int y = first; read && y < frame->Height; y += step) {
        uint8_t *row = reader->indices + (size_t)y * (size_t)frame->Width;
        read = DGifGetLine(reader->gif, row, frame->Width) == GIF_OK;
    }
    return read;
}

// All rows of the frame, put in order if they are interlaced.
static bool read_rows(struct gif_reader *reader)
{
    if (!reader->gif->Image.Interlace) {
        return read_pass(reader, 0, 1);
    }
    return read_pass(reader, 0, 8) && read_pass(reader, 4, 8) &&
           read_pass(reader, 2, 4) && read_pass(reader, 1, 2);
}

// The frame's part of one row of the picture.
static void colour_row(const struct gif_reader *reader,
                       const ColorMapObject *colours, int y, uint8_t *rgba)
{
    const GifImageDesc *frame = &reader->gif->Image;
    const uint8_t *indices =
        reader->indices + (size_t)(y - frame->Top) * (size_t)frame->Width;
    int right = reader->gif->SWidth - frame->Left;
    int width = frame->Width < right ? frame->Width : right;
    uint8_t *pixel = rgba + 4 * (size_t)frame->Left;
    for (int x = 0; x < width; x++, pixel += 4) {
        int index = indices[x];
        if (index != reader->transparent && index < colours->ColorCount) {
            const GifColorType *colour = &colours->Colors[index];
            pixel[0] = colour->Red;
            pixel[1] = colour->Green;
            pixel[2] = colour->Blue;
            pixel[3] = 255;
        }
    }
}

static enum decode_result scale_rows(const struct gif_reader *reader,
                                     const ColorMapObject *colours,
                                     struct size size, uint32_t *pixels)
{
    const GifImageDesc *frame = &reader->gif->Image;
    struct size from = {reader->gif->SWidth, reader->gif->SHeight};
    struct scaler *scaler = scaler_new(from, size, false, pixels);
    size_t bytes = 4 * (size_t)from.width;
    uint8_t *row = malloc(bytes);
    for (int y = 0; scaler != NULL && row != NULL && y < from.height; y++) {
        memset(row, 0, bytes);
        if (y >= frame->Top && y - frame->Top < frame->Height &&
            frame->Left < from.width) {
            colour_row(reader, colours, y, row);
        }
        scaler_add_row(scaler, row);
    }
    bool done = scaler != NULL && row != NULL && scaler_finish(scaler);
    free(row);
    scaler_free(scaler);
    return done ? DECODE_DONE : DECODE_NO_MEMORY;
}

static enum decode_result read_frame(struct gif_reader *reader,
                                     struct size size, uint32_t *pixels)
{
    if (!find_frame(reader)) {
        return failure(reader);
    }
    const GifImageDesc *frame = &reader->gif->Image;
    const ColorMapObject *colours =
        frame->ColorMap != NULL ? frame->ColorMap : reader->gif->SColorMap;
    if (frame->Width <= 0 || frame->Height <= 0 || colours == NULL) {
        return DECODE_BROKEN;
    }
    if (frame->Width > DECODE_SIDE_MAX || frame->Height > DECODE_SIDE_MAX) {
        return DECODE_TOO_LARGE;
    }
    reader->indices = calloc((size_t)frame->Width, (size_t)frame->Height);
    if (reader->indices == NULL) {
        return DECODE_NO_MEMORY;
    }
    return read_rows(reader) ? scale_rows(reader, colours, size, pixels)
                             : failure(reader);
}

static enum decode_result gif_read_pixels(const struct bytes *file,
                                          struct size size, uint32_t *pixels)
{
    struct gif_reader reader = {.file = file, .transparent = NO_COLOUR};
    int error = 0;
    reader.gif = DGifOpen(&reader, give_bytes, &error);
    if (reader.gif == NULL) {
        return error == D_GIF_ERR_NOT_ENOUGH_MEM ? DECODE_NO_MEMORY
                                                 : failure(&reader);
    }
    enum decode_result result = read_frame(&reader, size, pixels);
    free(reader.indices);
    DGifCloseFile(reader.gif, &error);
    return result;
}

const struct format gif_format = {
    .read_head = gif_read_head,
    .read_pixels = gif_read_pixels,
};
