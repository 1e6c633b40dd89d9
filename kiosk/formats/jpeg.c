// SPDX-License-Identifier: MIT
// JPEG, by libjpeg-turbo: it decodes at n/8 of the size, which is as good as
// averaging and much cheaper; the rest of the way is the scaler's.

#include <setjmp.h>
#include <stdio.h> // jpeglib.h needs it
#include <stdlib.h>

#include <jpeglib.h>

#include <jerror.h>

#include "formats/format.h"
#include "formats/icc.h"
#include "formats/orientation.h"
#include "formats/scale.h"

enum {
    SCANS_MAX = 64,       // a picture of thousands of scans decodes for minutes
    APP1 = JPEG_APP0 + 1, // EXIF
    APP2 = JPEG_APP0 + 2, // the colour profile, in parts
    MARKER_BYTES_MAX = 0xFFFF,
};

struct jpeg_reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    enum decode_result result; // why the escape was taken
    bool past_end;             // bytes were asked for behind the last one
    const struct bytes *file;
    struct size size; // asked for
    uint32_t *pixels; // where it goes
    struct scaler *scaler;
    struct icc *icc; // NULL: none is needed
};

static void fail(struct jpeg_reader *reader, enum decode_result result)
{
    reader->result = result;
    longjmp(reader->escape, 1);
}

static enum decode_result result_of(int message)
{
    switch (message) {
    case JERR_OUT_OF_MEMORY:
        return DECODE_NO_MEMORY;
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_CONVERSION_NOTIMPL:
        return DECODE_STRANGE;
    default:
        return DECODE_BROKEN;
    }
}

// libjpeg's own function ends the program.
static void on_error(j_common_ptr jpeg)
{
    struct jpeg_reader *reader = jpeg->client_data;
    fail(reader,
         reader->past_end ? DECODE_CUT_OFF : result_of(jpeg->err->msg_code));
}

// libjpeg goes on after what it calls a warning, and shows grey. What is only
// untidy, such as stray bytes between segments, is let pass.
static void on_message(j_common_ptr jpeg, int level)
{
    struct jpeg_reader *reader = jpeg->client_data;
    if (level >= 0) {
        return;
    }
    switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
        reader->past_end = true;
        break;
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        fail(reader, reader->past_end ? DECODE_CUT_OFF : DECODE_BROKEN);
        break;
    default:
        break;
    }
}

static void on_progress(j_common_ptr jpeg)
{
    struct jpeg_reader *reader = jpeg->client_data;
    if (reader->jpeg.input_scan_number > SCANS_MAX) {
        fail(reader, DECODE_BROKEN);
    }
}

// Runs a step that libjpeg may leave by on_error(). The reader is not a local
// variable here, so its members keep their values across the jump.
static void guard(struct jpeg_reader *reader,
                  void (*step)(struct jpeg_reader *reader))
{
    if (setjmp(reader->escape) == 0) {
        step(reader);
    }
}

static void open_jpeg(struct jpeg_reader *reader)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    jpeg_create_decompress(jpeg);
    jpeg->progress = &reader->progress;
    jpeg_save_markers(jpeg, APP1, MARKER_BYTES_MAX);
    jpeg_save_markers(jpeg, APP2, MARKER_BYTES_MAX);
    jpeg_mem_src(jpeg, reader->file->data, (unsigned long)reader->file->length);
    jpeg_read_header(jpeg, TRUE);
}

static void reader_init(struct jpeg_reader *reader, const struct bytes *file)
{
    *reader = (struct jpeg_reader){.file = file};
    reader->jpeg.err = jpeg_std_error(&reader->errors);
    reader->jpeg.client_data = reader;
    reader->errors.error_exit = on_error;
    reader->errors.emit_message = on_message;
    reader->progress.progress_monitor = on_progress;
}

// A picture of several scans is kept whole, as coefficients, until the last.
static int64_t working_bytes(struct jpeg_decompress_struct *jpeg)
{
    int64_t bytes = 0;
    if (jpeg_has_multiple_scans(jpeg)) {
        for (int i = 0; i < jpeg->num_components; i++) {
            const jpeg_component_info *component = &jpeg->comp_info[i];
            bytes += (int64_t)component->width_in_blocks *
                     component->height_in_blocks * (int)sizeof(JBLOCK);
        }
    }
    return bytes;
}

static int jpeg_orientation(const struct jpeg_decompress_struct *jpeg)
{
    const struct jpeg_marker_struct *marker = jpeg->marker_list;
    while (marker != NULL) {
        if (marker->data_length > 6 && marker->data[0] == 'E' &&
            marker->data[1] == 'x') {
            return orientation_from_exif(marker->data, marker->data_length);
        }
        marker = marker->next;
    }
    return 1;
}

static enum decode_result jpeg_read_head(const struct bytes *file,
                                         const struct format_room *room,
                                         struct format_head *out)
{
    struct jpeg_reader reader;
    reader_init(&reader, file);
    guard(&reader, open_jpeg);
    enum decode_result result = reader.result;
    if (result == DECODE_DONE) {
        out->size = (struct size){(int)reader.jpeg.image_width,
                                  (int)reader.jpeg.image_height};
        out->orientation = jpeg_orientation(&reader.jpeg);
        if (working_bytes(&reader.jpeg) > room->working_bytes) {
            result = DECODE_TOO_LARGE;
        }
    }
    jpeg_destroy_decompress(&reader.jpeg);
    return result;
}

static void choose_scale(struct jpeg_decompress_struct *jpeg, struct size size)
{
    jpeg->scale_denom = 8;
    for (unsigned int n = 1; n <= 8; n++) {
        jpeg->scale_num = n;
        jpeg_calc_output_dimensions(jpeg);
        if (jpeg->output_width >= (unsigned int)size.width &&
            jpeg->output_height >= (unsigned int)size.height) {
            break;
        }
    }
}

static void choose_colours(struct jpeg_decompress_struct *jpeg)
{
    bool is_cmyk = jpeg->jpeg_color_space == JCS_CMYK ||
                   jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = is_cmyk ? JCS_CMYK : JCS_EXT_RGBA;
}

static bool is_ink(const struct jpeg_decompress_struct *jpeg)
{
    return jpeg->out_color_space == JCS_CMYK;
}

// Adobe's programs store how much ink is missing.
static enum icc_layout layout_of(const struct jpeg_decompress_struct *jpeg)
{
    if (!is_ink(jpeg)) {
        return ICC_RGBA;
    }
    return jpeg->saw_Adobe_marker ? ICC_CMYK_INVERTED : ICC_CMYK;
}

static struct icc *profile_of(struct jpeg_decompress_struct *jpeg)
{
    JOCTET *profile = NULL;
    unsigned int length = 0;
    if (!jpeg_read_icc_profile(jpeg, &profile, &length)) {
        return NULL;
    }
    struct icc *icc = icc_new(profile, length, layout_of(jpeg));
    free(profile);
    return icc;
}

// A row of ink becomes a row of light, without a colour profile.
static void row_from_cmyk(uint8_t *row, unsigned int width, bool inverted)
{
    unsigned int flip = inverted ? 0 : 255;
    for (uint8_t *end = row + 4 * (size_t)width; row < end; row += 4) {
        unsigned int black = row[3] ^ flip;
        for (int i = 0; i < 3; i++) {
            row[i] = (uint8_t)(((row[i] ^ flip) * black + 127) / 255);
        }
        row[3] = 255;
    }
}

static void start_jpeg(struct jpeg_reader *reader)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    choose_scale(jpeg, reader->size);
    choose_colours(jpeg);
    reader->icc = profile_of(jpeg);
    bool in_scans = jpeg_has_multiple_scans(jpeg);
    jpeg_start_decompress(jpeg);
    // All scans were read now. Those that miss would leave it blurred.
    if (in_scans && reader->past_end) {
        fail(reader, DECODE_CUT_OFF);
    }
    struct size from = {(int)jpeg->output_width, (int)jpeg->output_height};
    reader->scaler = scaler_new(from, reader->size, true, reader->pixels);
    if (reader->scaler == NULL) {
        fail(reader, DECODE_NO_MEMORY);
    }
}

static void convert_row(const struct jpeg_reader *reader, uint8_t *row)
{
    const struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (is_ink(jpeg) && reader->icc == NULL) {
        row_from_cmyk(row, jpeg->output_width, jpeg->saw_Adobe_marker);
    }
    if (reader->icc != NULL) {
        icc_convert(reader->icc, row, jpeg->output_width);
    }
}

static void read_rows(struct jpeg_reader *reader)
{
    open_jpeg(reader);
    start_jpeg(reader);
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    JSAMPARRAY row = jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE,
                                             jpeg->output_width * 4, 1);
    while (jpeg->output_scanline < jpeg->output_height) {
        jpeg_read_scanlines(jpeg, row, 1);
        convert_row(reader, row[0]);
        scaler_add_row(reader->scaler, row[0]);
    }
}

static enum decode_result jpeg_read_pixels(const struct bytes *file,
                                           struct size size, uint32_t *pixels)
{
    struct jpeg_reader reader;
    reader_init(&reader, file);
    reader.size = size;
    reader.pixels = pixels;
    guard(&reader, read_rows);
    enum decode_result result = reader.result;
    jpeg_destroy_decompress(&reader.jpeg);
    if (result == DECODE_DONE && !scaler_finish(reader.scaler)) {
        result = DECODE_NO_MEMORY;
    }
    scaler_free(reader.scaler);
    icc_free(reader.icc);
    return result;
}

const struct format jpeg_format = {
    .read_head = jpeg_read_head,
    .read_pixels = jpeg_read_pixels,
};
