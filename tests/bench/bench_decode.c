// SPDX-License-Identifier: MIT
// How long a poster takes to be decoded to where it is shown, against bare
// libjpeg-turbo at its own scale: bench_decode JPEG WIDTH HEIGHT ROUNDS prints
// a line a round, milliseconds of processor time: ours, theirs. Ours is all of
// it: the process that is started for the picture, too.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <jpeglib.h>

#include "decode/decode.h"

static double ms_of(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

// What this process and those it waited for used so far.
static double now_ms(void)
{
    double sum = 0;
    for (int i = 0; i < 2; i++) {
        struct rusage usage;
        getrusage(i == 0 ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage);
        sum += ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
    }
    return sum;
}

static double ours_ms(const char *path, struct size within)
{
    double begun = now_ms();
    struct decoder decoder = {.folder = KIOSK_DECODERS_DIR};
    struct decoded decoded;
    if (decode_file(&decoder, path, within, &decoded) != DECODE_DONE) {
        abort();
    }
    decoded_release(&decoded);
    return now_ms() - begun;
}

// The smallest of libjpeg's scales, n/8, that fills the room.
static void choose_scale(struct jpeg_decompress_struct *jpeg,
                         struct size within)
{
    double by_width = (double)within.width / jpeg->image_width;
    double by_height = (double)within.height / jpeg->image_height;
    double scale = by_width < by_height ? by_width : by_height;
    jpeg->scale_denom = 8;
    jpeg->scale_num = 1;
    while (jpeg->scale_num < 8 && jpeg->scale_num < scale * 8) {
        jpeg->scale_num++;
    }
}

// What everybody has to do: rows of pixels into memory.
static double theirs_ms(const char *path, struct size within)
{
    double begun = now_ms();
    FILE *file = fopen(path, "rbe");
    if (file == NULL) {
        abort();
    }
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    choose_scale(&jpeg, within);
    jpeg.out_color_space = JCS_EXT_BGRA;
    jpeg_start_decompress(&jpeg);
    size_t row_bytes = (size_t)jpeg.output_width * 4;
    unsigned char *pixels = malloc(row_bytes * jpeg.output_height);
    if (pixels == NULL) {
        abort();
    }
    while (jpeg.output_scanline < jpeg.output_height) {
        unsigned char *row = pixels + row_bytes * jpeg.output_scanline;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    free(pixels);
    fclose(file);
    return now_ms() - begun;
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fputs("usage: bench_decode JPEG WIDTH HEIGHT ROUNDS\n", stderr);
        return 2;
    }
    struct size within = {atoi(arguments[2]), atoi(arguments[3])};
    // In turns: what else the machine does slows down both. The first round
    // only fills the caches.
    for (int i = 0; i <= atoi(arguments[4]); i++) {
        double ours = ours_ms(arguments[1], within);
        double theirs = theirs_ms(arguments[1], within);
        if (i > 0) {
            printf("%.3f %.3f\n", ours, theirs);
        }
    }
    return 0;
}
