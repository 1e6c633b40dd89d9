// SPDX-License-Identifier: MIT
// Posters to measure with: make_posters FOLDER COUNT WIDTH HEIGHT writes
// poster-01.jpg and so on. Each is another one, with areas, edges and grain as
// a printed poster photographed well has them.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

enum {
    QUALITY = 88,
    DISCS = 9,
};

struct disc {
    int x, y, radius;
    uint8_t colour[3];
};

struct poster {
    int width, height;
    uint32_t random;
    uint8_t top[3], bottom[3];
    struct disc discs[DISCS];
};

// xorshift: the same posters everywhere.
static uint32_t draw(struct poster *poster)
{
    poster->random ^= poster->random << 13;
    poster->random ^= poster->random >> 17;
    poster->random ^= poster->random << 5;
    return poster->random;
}

static void draw_colour(struct poster *poster, uint8_t colour[3])
{
    for (int i = 0; i < 3; i++) {
        colour[i] = (uint8_t)(draw(poster) % 240);
    }
}

static struct poster poster_of(int number, int width, int height)
{
    struct poster poster = {.width = width,
                            .height = height,
                            .random = 2463534242U + (uint32_t)number * 7919U};
    draw_colour(&poster, poster.top);
    draw_colour(&poster, poster.bottom);
    for (int i = 0; i < DISCS; i++) {
        struct disc *disc = &poster.discs[i];
        disc->x = (int)(draw(&poster) % (uint32_t)width);
        disc->y = (int)(draw(&poster) % (uint32_t)height);
        disc->radius = (int)(draw(&poster) % (uint32_t)width) / 4 + 8;
        draw_colour(&poster, disc->colour);
    }
    return poster;
}

static const uint8_t *colour_under(const struct poster *poster, int x, int y)
{
    for (int i = 0; i < DISCS; i++) {
        const struct disc *disc = &poster->discs[i];
        int64_t dx = x - disc->x, dy = y - disc->y;
        if (dx * dx + dy * dy < (int64_t)disc->radius * disc->radius) {
            return disc->colour;
        }
    }
    return NULL;
}

static void draw_row(struct poster *poster, int y, uint8_t *row)
{
    for (int x = 0; x < poster->width; x++) {
        const uint8_t *colour = colour_under(poster, x, y);
        int grain = (int)(draw(poster) % 9);
        for (int i = 0; i < 3; i++) {
            int shade = (poster->top[i] * (poster->height - y) +
                         poster->bottom[i] * y) /
                        poster->height;
            row[x * 3 + i] =
                (uint8_t)((colour != NULL ? colour[i] : shade) + grain);
        }
    }
}

static void write_poster(struct poster *poster, FILE *file)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file);
    jpeg.image_width = (JDIMENSION)poster->width;
    jpeg.image_height = (JDIMENSION)poster->height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, QUALITY, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    uint8_t *row = malloc((size_t)poster->width * 3);
    for (int y = 0; y < poster->height && row != NULL; y++) {
        draw_row(poster, y, row);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    free(row);
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fputs("usage: make_posters FOLDER COUNT WIDTH HEIGHT\n", stderr);
        return 2;
    }
    for (int i = 1; i <= atoi(arguments[2]); i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/poster-%02d.jpg", arguments[1], i);
        FILE *file = fopen(path, "wb");
        if (file == NULL) {
            perror(path);
            return 1;
        }
        struct poster poster =
            poster_of(i, atoi(arguments[3]), atoi(arguments[4]));
        write_poster(&poster, file);
        if (fclose(file) != 0) {
            perror(path);
            return 1;
        }
    }
    return 0;
}
