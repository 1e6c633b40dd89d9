// SPDX-License-Identifier: MIT
// PNG, by libpng, row by row; an interlaced picture whole.

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "formats/format.h"
#include "formats/icc.h"
#include "formats/orientation.h"
#include "formats/scale.h"

enum {
    SIGNATURE_BYTES = 8,
    HEAD_BYTES = SIGNATURE_BYTES + 8 + 13 + 4, // with IHDR and its checksum
    CHUNK_BYTES_MAX = 1 << 20, // of PLTE and tRNS; IDAT is read in parts
};

// Of the chunks that do not matter for the pixels, those that do for colours.
static const uint8_t colour_chunks[] = "gAMA\0iCCP\0sRGB";
static const int colour_chunk_count = 3;

static const double gamma_least = 0.05; // less is nonsense

struct png_reader {
    png_struct *png;
    png_info *info;
    jmp_buf escape;
    enum decode_result result; // why the escape was taken
    bool past_end;
    const struct bytes *file;
    size_t offset; // of the next byte to hand out
    struct size stored;
    struct size size; // asked for
    uint32_t *pixels; // where it goes
    int passes;
    struct scaler *scaler;
    uint8_t *rows;   // one, or all of an interlaced picture
    struct icc *icc; // NULL: none is needed
};

static void fail(struct png_reader *reader, enum decode_result result)
{
    reader->result = result;
    longjmp(reader->escape, 1);
}

static void on_error(png_struct *png, const char *message)
{
    (void)message;
    struct png_reader *reader = png_get_error_ptr(png);
    fail(reader, reader->past_end ? DECODE_CUT_OFF : DECODE_BROKEN);
}

static void on_warning(png_struct *png, const char *message)
{
    (void)png;
    (void)message;
}

// Going on after the end would have libpng read for ever.
static void give_bytes(png_struct *png, uint8_t *data, size_t length)
{
    struct png_reader *reader = png_get_io_ptr(png);
    if (length > reader->file->length - reader->offset) {
        reader->past_end = true;
        png_error(png, "past the end");
    }
    memcpy(data, reader->file->data + reader->offset, length);
    reader->offset += length;
}

// A side that does not fit an int is over every limit all the same.
static int side_of(uint32_t side)
{
    return side <= INT32_MAX ? (int)side : INT32_MAX;
}

// EXIF may stand behind the pixels too; there it is not looked for.
static enum decode_result find_orientation(const struct bytes *file, int *out)
{
    size_t offset = HEAD_BYTES;
    while (file->length - offset >= 8) {
        size_t length = bytes_big_endian(file->data + offset);
        if (bytes_match(file, offset + 4, "IDAT", 4)) {
            return DECODE_DONE;
        }
        size_t left = file->length - offset - 8;
        if (left < 4 || length > left - 4) {
            return DECODE_CUT_OFF;
        }
        if (bytes_match(file, offset + 4, "eXIf", 4)) {
            *out = orientation_from_exif(file->data + offset + 8, length);
            return DECODE_DONE;
        }
        offset += 8 + length + 4;
    }
    return DECODE_CUT_OFF;
}

static enum decode_result png_read_head(const struct bytes *file,
                                        const struct format_room *room,
                                        struct format_head *out)
{
    if (file->length < HEAD_BYTES) {
        return DECODE_CUT_OFF;
    }
    if (!bytes_match(file, SIGNATURE_BYTES, "\0\0\0\rIHDR", 8)) {
        return DECODE_BROKEN;
    }
    const uint8_t *head = file->data + SIGNATURE_BYTES + 8;
    out->size = (struct size){side_of(bytes_big_endian(head)),
                              side_of(bytes_big_endian(head + 4))};
    bool is_interlaced = head[12] != 0;
    int64_t pixels = (int64_t)out->size.width * out->size.height;
    if (is_interlaced && pixels > room->working_bytes / 4) {
        return DECODE_TOO_LARGE;
    }
    return find_orientation(file, &out->orientation);
}

// A profile says more than a gamma does. Of linear light only half the shades
// would be left in eight bits, so that gamma is libpng's to apply, before.
static void choose_shades(struct png_reader *reader)
{
    png_struct *png = reader->png;
    png_info *info = reader->info;
    png_charp name = NULL;
    png_bytep profile = NULL;
    png_uint_32 length = 0;
    int compression = 0;
    double gamma = 0;
    if (png_get_iCCP(png, info, &name, &compression, &profile, &length) != 0) {
        reader->icc = icc_new(profile, length, ICC_RGBA);
    } else if (png_get_valid(png, info, PNG_INFO_sRGB) == 0 &&
               png_get_gAMA(png, info, &gamma) != 0 && gamma > gamma_least) {
        png_set_gamma(png, PNG_DEFAULT_sRGB, gamma);
    }
}

// Asks for eight-bit RGBA whatever is stored.
static void choose_pixels(struct png_reader *reader)
{
    png_struct *png = reader->png;
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    reader->passes = png_set_interlace_handling(png);
    png_read_update_info(png, reader->info);
    if (png_get_rowbytes(png, reader->info) !=
        4 * (size_t)reader->stored.width) {
        png_error(png, "rows of another length");
    }
}

static bool png_is_opaque(const struct png_reader *reader)
{
    return (png_get_color_type(reader->png, reader->info) &
            PNG_COLOR_MASK_ALPHA) == 0 &&
           png_get_valid(reader->png, reader->info, PNG_INFO_tRNS) == 0;
}

static void open_png(struct png_reader *reader)
{
    png_struct *png = reader->png;
    png_set_read_fn(png, reader, give_bytes);
    png_set_user_limits(png, DECODE_SIDE_MAX, DECODE_SIDE_MAX);
    png_set_chunk_malloc_max(png, CHUNK_BYTES_MAX);
    // Texts are skipped, not unpacked.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, colour_chunks,
                                colour_chunk_count);
    png_read_info(png, reader->info);
    reader->stored =
        (struct size){(int)png_get_image_width(png, reader->info),
                      (int)png_get_image_height(png, reader->info)};
    bool opaque = png_is_opaque(reader);
    choose_shades(reader);
    choose_pixels(reader);
    size_t rows = reader->passes > 1 ? (size_t)reader->stored.height : 1;
    reader->scaler =
        scaler_new(reader->stored, reader->size, opaque, reader->pixels);
    // Zeroed: what libpng leaves out of a row is not to be another picture's.
    reader->rows = calloc(rows, 4 * (size_t)reader->stored.width);
    if (reader->scaler == NULL || reader->rows == NULL) {
        fail(reader, DECODE_NO_MEMORY);
    }
}

// The last pass of an interlaced picture completes its rows; of any other
// there is only one pass, and one row at a time.
static void read_rows(struct png_reader *reader)
{
    open_png(reader);
    int last = reader->passes - 1;
    size_t step = last > 0 ? 4 * (size_t)reader->stored.width : 0;
    for (int pass = 0; pass < last; pass++) {
        for (int y = 0; y < reader->stored.height; y++) {
            png_read_row(reader->png, reader->rows + (size_t)y * step, NULL);
        }
    }
    for (int y = 0; y < reader->stored.height; y++) {
        uint8_t *row = reader->rows + (size_t)y * step;
        png_read_row(reader->png, row, NULL);
        if (reader->icc != NULL) {
            icc_convert(reader->icc, row, (size_t)reader->stored.width);
        }
        scaler_add_row(reader->scaler, row);
    }
}

// libpng leaves read_rows() by on_error(). The reader is not a local variable
// here, so its members keep their values across the jump.
static void guard(struct png_reader *reader)
{
    if (setjmp(reader->escape) == 0) {
        read_rows(reader);
    }
}

static enum decode_result png_read_pixels(const struct bytes *file,
                                          struct size size, uint32_t *pixels)
{
    struct png_reader reader = {.file = file, .size = size, .pixels = pixels};
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader,
                                        on_error, on_warning);
    if (reader.png == NULL) {
        return DECODE_NO_MEMORY;
    }
    reader.info = png_create_info_struct(reader.png);
    if (reader.info != NULL) {
        guard(&reader);
    } else {
        reader.result = DECODE_NO_MEMORY;
    }
    png_destroy_read_struct(&reader.png, &reader.info, NULL);
    if (reader.result == DECODE_DONE && !scaler_finish(reader.scaler)) {
        reader.result = DECODE_NO_MEMORY;
    }
    scaler_free(reader.scaler);
    icc_free(reader.icc);
    free(reader.rows);
    return reader.result;
}

const struct format png_format = {
    .read_head = png_read_head,
    .read_pixels = png_read_pixels,
};
