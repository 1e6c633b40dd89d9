// SPDX-License-Identifier: MIT
// What is measured against: libjpeg-turbo decodes the JPEG handed over as
// descriptor 3 at two eighths of its size, and that is all.
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

int main(void)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    FILE *file = fdopen(3, "rb");
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.scale_num = 2;
    jpeg.scale_denom = 8;
    jpeg.out_color_space = JCS_EXT_RGBA;
    jpeg_start_decompress(&jpeg);
    JSAMPROW row = malloc((size_t)4 * jpeg.output_width);
    while (jpeg.output_scanline < jpeg.output_height) {
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return 0;
}
