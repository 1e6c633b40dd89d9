// SPDX-License-Identifier: MIT
// What is measured against: libjpeg-turbo decodes the JPEG handed over as
// descriptor 3 at two eighths of its size and leaves the picture in the memory
// handed over as descriptor 4, written as its own djpeg writes one.
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

int main(void)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    FILE *file = fdopen(3, "rb");
    FILE *picture = fdopen(4, "wb");
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.scale_num = 2;
    jpeg.scale_denom = 8;
    jpeg.out_color_space = JCS_EXT_RGBA;
    jpeg_start_decompress(&jpeg);
    size_t bytes = (size_t)4 * jpeg.output_width;
    JSAMPROW row = malloc(bytes);
    while (jpeg.output_scanline < jpeg.output_height) {
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (fwrite(row, bytes, 1, picture) != 1) {
            return 1;
        }
    }
    jpeg_finish_decompress(&jpeg);
    return fclose(picture) == 0 ? 0 : 1;
}
