// SPDX-License-Identifier: MIT
#include "formats/format.h"

#include <stdlib.h>
#include <string.h>

#include "support/formats.h"
#include "support/pictures.h"
#include "support/test.h"

// The colours of the four quarters: red, green / blue, yellow, and the like.
struct quarters {
    uint32_t pixels[4];
};

static const struct quarters opaque_quarters = {
    {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffff00}
};
static const struct quarters alpha_quarters = {
    {0xffff0000, 0x80008000, 0x00000000, 0xffffff00}
};
static const struct quarters grey_quarters = {
    {0xff000000, 0xff555555, 0xffaaaaaa, 0xffffffff}
};
static const struct quarters black_and_white = {
    {0xff000000, 0xffffffff, 0xffffffff, 0xff000000}
};
static const struct quarters grey_alpha_quarters = {
    {0xff000000, 0x802b2b2b, 0x00000000, 0xffffffff}
};
static const struct quarters grey_without_second = {
    {0xff000000, 0x00000000, 0xffaaaaaa, 0xffffffff}
};
static const struct quarters colours_without_second = {
    {0xffff0000, 0x00000000, 0xff0000ff, 0xffffff00}
};
static const struct quarters colours_without_third = {
    {0xffff0000, 0xff00ff00, 0x00000000, 0xffffff00}
};
static const struct quarters lower_half = {
    {0x00000000, 0x00000000, 0xff0000ff, 0xffffff00}
};
static const struct quarters two_colours = {
    {0xffff0000, 0xff00ff00, 0xff00ff00, 0xffff0000}
};
static const struct quarters left_half = {
    {0xffff0000, 0x00000000, 0xffff0000, 0x00000000}
};

// Every sound picture is 64 x 48 once it is upright.
static const struct sound_picture {
    const char *name;
    const struct quarters *quarters;
    enum decode_kind kind;
    int tolerance; // of each channel
} sound_pictures[] = {
    {"baseline.jpg",             &opaque_quarters,        DECODE_JPEG, 6 },
    {"subsampled.jpg",           &opaque_quarters,        DECODE_JPEG, 6 },
    {"progressive.jpg",          &opaque_quarters,        DECODE_JPEG, 6 },
    {"grey.jpg",                 &grey_quarters,          DECODE_JPEG, 6 },
    {"ycck.jpg",                 &opaque_quarters,        DECODE_JPEG, 6 },
    {"cmyk-inverted.jpg",        &opaque_quarters,        DECODE_JPEG, 1 },
    {"cmyk-plain.jpg",           &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-1.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-2.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-3.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-4.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-5.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-6.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-7.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-8.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"orientation-9.jpg",        &opaque_quarters,        DECODE_JPEG, 6 },
    {"grey-1.png",               &black_and_white,        DECODE_PNG,  0 },
    {"grey-2.png",               &grey_quarters,          DECODE_PNG,  0 },
    {"grey-4.png",               &grey_quarters,          DECODE_PNG,  0 },
    {"grey-8.png",               &grey_quarters,          DECODE_PNG,  0 },
    {"grey-16.png",              &grey_quarters,          DECODE_PNG,  0 },
    {"grey-transparent.png",     &grey_without_second,    DECODE_PNG,  0 },
    {"grey-alpha-8.png",         &grey_alpha_quarters,    DECODE_PNG,  0 },
    {"grey-alpha-16.png",        &grey_alpha_quarters,    DECODE_PNG,  0 },
    {"rgb-8.png",                &opaque_quarters,        DECODE_PNG,  0 },
    {"rgb-16.png",               &opaque_quarters,        DECODE_PNG,  0 },
    {"rgb-transparent.png",      &colours_without_second, DECODE_PNG,  0 },
    {"rgba-8.png",               &alpha_quarters,         DECODE_PNG,  0 },
    {"rgba-16.png",              &alpha_quarters,         DECODE_PNG,  0 },
    {"palette-1.png",            &two_colours,            DECODE_PNG,  0 },
    {"palette-2.png",            &opaque_quarters,        DECODE_PNG,  0 },
    {"palette-4.png",            &opaque_quarters,        DECODE_PNG,  0 },
    {"palette-8.png",            &opaque_quarters,        DECODE_PNG,  0 },
    {"palette-alpha.png",        &alpha_quarters,         DECODE_PNG,  0 },
    {"interlaced-rgb.png",       &opaque_quarters,        DECODE_PNG,  0 },
    {"interlaced-rgba-16.png",   &alpha_quarters,         DECODE_PNG,  0 },
    {"interlaced-palette-2.png", &alpha_quarters,         DECODE_PNG,  0 },
    {"turned.png",               &opaque_quarters,        DECODE_PNG,  0 },
    {"text-before.png",          &opaque_quarters,        DECODE_PNG,  0 },
    {"png-named.jpg",            &opaque_quarters,        DECODE_PNG,  0 },
    {"lossy.webp",               &opaque_quarters,        DECODE_WEBP, 8 },
    {"lossless.webp",            &opaque_quarters,        DECODE_WEBP, 0 },
    {"lossy-alpha.webp",         &alpha_quarters,         DECODE_WEBP, 8 },
    {"lossless-alpha.webp",      &alpha_quarters,         DECODE_WEBP, 0 },
    {"turned.webp",              &opaque_quarters,        DECODE_WEBP, 8 },
    {"plain.gif",                &opaque_quarters,        DECODE_GIF,  0 },
    {"interlaced.gif",           &opaque_quarters,        DECODE_GIF,  0 },
    {"first-of-two.gif",         &opaque_quarters,        DECODE_GIF,  0 },
    {"transparent.gif",          &colours_without_third,  DECODE_GIF,  0 },
    {"part.gif",                 &lower_half,             DECODE_GIF,  0 },
    {"profile.jpg",              &opaque_quarters,        DECODE_JPEG, 12},
    {"profile-normal.jpg",       &opaque_quarters,        DECODE_JPEG, 12},
    {"profile-damaged.jpg",      &opaque_quarters,        DECODE_JPEG, 6 },
    {"cmyk-profile.jpg",         &opaque_quarters,        DECODE_JPEG, 12},
    {"cmyk-plain-profile.jpg",   &opaque_quarters,        DECODE_JPEG, 12},
    {"profile.png",              &opaque_quarters,        DECODE_PNG,  12},
    {"profile-normal.png",       &opaque_quarters,        DECODE_PNG,  12},
    {"profile-damaged.png",      &opaque_quarters,        DECODE_PNG,  0 },
    {"profile-alpha.png",        &alpha_quarters,         DECODE_PNG,  12},
    {"profile.webp",             &opaque_quarters,        DECODE_WEBP, 12},
    {"gamma.png",                &grey_quarters,          DECODE_PNG,  3 },
#ifdef KIOSK_HAS_PDF
    {"page.pdf",                 &opaque_quarters,        DECODE_PDF,  0 },
#endif
#ifdef KIOSK_HAS_HEIF
    {"photo.heic",               &opaque_quarters,        DECODE_HEIC, 24},
    {"photo.avif",               &opaque_quarters,        DECODE_AVIF, 24},
#endif
#ifdef KIOSK_HAS_SVG
    {"outside.svg",              &opaque_quarters,        DECODE_SVG,  0 },
    {"sized.svg",                &opaque_quarters,        DECODE_SVG,  0 },
    {"viewed.svg",               &opaque_quarters,        DECODE_SVG,  0 },
    {"millimetres.svg",          &opaque_quarters,        DECODE_SVG,  0 },
    {"shifted.svg",              &opaque_quarters,        DECODE_SVG,  0 },
    {"prologue.svg",             &opaque_quarters,        DECODE_SVG,  0 },
    {"no-dashes.svg",            &opaque_quarters,        DECODE_SVG,  0 },
    {"text.svg",                 &opaque_quarters,        DECODE_SVG,  0 },
    {"no-size.svg",              &opaque_quarters,        DECODE_SVG,  0 },
    {"negative.svg",             &opaque_quarters,        DECODE_SVG,  0 },
    {"half.svg",                 &left_half,              DECODE_SVG,  0 },
#endif
};

static struct decoded decoded(const char *name, struct size within)
{
    char path[PATH_BYTES];
    struct decoded picture = {0};
    enum decode_result result =
        decode_here(path_of(name, path), within, &picture);
    if (result != DECODE_DONE) {
        fail_msg("%s %s", name, decode_result_text(result));
    }
    return picture;
}

static bool is_near(uint32_t a, uint32_t b, int tolerance)
{
    bool near = true;
    for (int shift = 0; shift < 32; shift += 8) {
        int difference = (int)(a >> shift & 255) - (int)(b >> shift & 255);
        near = near && abs(difference) <= tolerance;
    }
    return near;
}

static void assert_near(const char *name, uint32_t pixel, uint32_t right,
                        int tolerance)
{
    if (!is_near(pixel, right, tolerance)) {
        fail_msg("%s: a pixel is %08x, not %08x", name, pixel, right);
    }
}

// Looks at the middle of each quarter.
static void assert_quarters(const char *name, const struct decoded *picture,
                            const struct quarters *quarters, int tolerance)
{
    for (int i = 0; i < 4; i++) {
        int x = picture->size.width * (1 + 2 * (i % 2)) / 4;
        int y = picture->size.height * (1 + 2 * (i / 2)) / 4;
        int at = y * picture->size.width + x;
        assert_near(name, picture->pixels[at], quarters->pixels[i], tolerance);
    }
}

static void assert_sound(const struct sound_picture *sound, struct size size)
{
    struct decoded picture = decoded(sound->name, size);
    assert_size(sound->name, picture.size, size);
    assert_quarters(sound->name, &picture, sound->quarters, sound->tolerance);
    bool opaque = true;
    for (int i = 0; i < 4; i++) {
        opaque = opaque && sound->quarters->pixels[i] >> 24 == 255;
    }
    if (picture.opaque != opaque) {
        fail_msg("%s is taken for %s", sound->name,
                 opaque ? "transparent" : "opaque");
    }
    free(picture.pixels);
}

static void every_format_has_its_colours(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sound_pictures); i++) {
        assert_sound(&sound_pictures[i], (struct size){64, 48});
    }
}

static void every_format_shrinks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sound_pictures); i++) {
        assert_sound(&sound_pictures[i], (struct size){32, 24});
        assert_sound(&sound_pictures[i], (struct size){40, 30});
    }
}

static void every_format_grows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sound_pictures); i++) {
        assert_sound(&sound_pictures[i], (struct size){200, 150});
    }
}

static void every_head_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sound_pictures); i++) {
        const struct sound_picture *sound = &sound_pictures[i];
        char path[PATH_BYTES];
        struct decode_info info;
        assert_int_equal(probe_here(path_of(sound->name, path), &info),
                         DECODE_DONE);
        assert_string_equal(decode_kind_name(info.kind),
                            decode_kind_name(sound->kind));
        // A drawing has proportions only.
        struct size right = {64, 48};
        struct size drawing = {1024, 768};
        assert_size(sound->name, info.size,
                    decode_kind_is_drawn(info.kind) ? drawing : right);
    }
}

static void an_exif_rotated_jpeg_fits_upright(void **state)
{
    (void)state;
    for (int orientation = 1; orientation <= 8; orientation++) {
        char name[32];
        snprintf(name, sizeof name, "orientation-%d.jpg", orientation);
        struct decoded picture = decoded(name, (struct size){1000, 24});
        assert_size(name, picture.size, (struct size){32, 24});
        assert_quarters(name, &picture, &opaque_quarters, 6);
        free(picture.pixels);
    }
}

static void the_proportions_are_kept(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct size within, size;
    } rows[] = {
        {"rgb-8.png",      {64, 1000},   {64, 48}   },
        {"rgb-8.png",      {1000, 12},   {16, 12}   },
        {"rgb-8.png",      {1, 1},       {1, 1}     },
        {"baseline.jpg",   {7, 1000},    {7, 5}     },
        {"wide-20000.png", {1920, 1080}, {1920, 1}  },
        {"wide-20000.png", {20000, 20},  {20000, 10}},
        {"one-pixel.png",  {30, 20},     {20, 20}   },
        {"sized.svg",      {33, 1000},   {33, 25}   },
        {"lossy.webp",     {1000, 7},    {9, 7}     },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decoded picture = decoded(rows[i].name, rows[i].within);
        assert_size(rows[i].name, picture.size, rows[i].size);
        free(picture.pixels);
    }
}

static void assert_plain(const char *name, struct size within, uint32_t colour)
{
    struct decoded picture = decoded(name, within);
    int count = picture.size.width * picture.size.height;
    for (int i = 0; i < count; i++) {
        assert_near(name, picture.pixels[i], colour, 0);
    }
    free(picture.pixels);
}

static void shrinking_averages(void **state)
{
    (void)state;
    // Black and white stripes become grey.
    assert_plain("stripes.png", (struct size){30, 20}, 0xff808080);
    assert_plain("stripes.png", (struct size){6, 4}, 0xff808080);
}

static void what_is_transparent_does_not_stain(void **state)
{
    (void)state;
    // The average of all quarters; the blue one is transparent.
    assert_plain("rgba-8.png", (struct size){1, 1}, 0xa0806000);
    assert_plain("lossless-alpha.webp", (struct size){1, 1}, 0xa0806000);
}

static void growing_keeps_a_plain_colour(void **state)
{
    (void)state;
    assert_plain("one-pixel.png", (struct size){33, 17}, 0xffff0000);
}

static bool is_premultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    return (pixel & 255) <= alpha && (pixel >> 8 & 255) <= alpha &&
           (pixel >> 16 & 255) <= alpha;
}

static void growing_is_smooth_and_stays_in_range(void **state)
{
    (void)state;
    struct decoded picture = decoded("rgba-8.png", (struct size){640, 480});
    int count = picture.size.width * picture.size.height;
    for (int i = 0; i < count; i++) {
        assert_true(is_premultiplied(picture.pixels[i]));
    }
    // Half-way between red and translucent green.
    int at = 120 * 640 + 320;
    assert_near("rgba-8.png", picture.pixels[at], 0xc0804000, 40);
    free(picture.pixels);
}

static void a_drawing_reaches_its_edges(void **state)
{
    (void)state;
    // 64 x 48 does not fit 33 x 25 exactly.
    struct decoded picture = decoded("sized.svg", (struct size){33, 1000});
    assert_int_equal(picture.pixels[0], 0xffff0000);
    assert_int_equal(picture.pixels[32], 0xff00ff00);
    const uint32_t *last_row = picture.pixels + (size_t)33 * 24;
    assert_int_equal(last_row[0], 0xff0000ff);
    assert_int_equal(last_row[32], 0xffffff00);
    free(picture.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_has_its_colours),
        cmocka_unit_test(every_format_shrinks),
        cmocka_unit_test(every_format_grows),
        cmocka_unit_test(every_head_is_read),
        cmocka_unit_test(an_exif_rotated_jpeg_fits_upright),
        cmocka_unit_test(the_proportions_are_kept),
        cmocka_unit_test(shrinking_averages),
        cmocka_unit_test(what_is_transparent_does_not_stain),
        cmocka_unit_test(growing_keeps_a_plain_colour),
        cmocka_unit_test(growing_is_smooth_and_stays_in_range),
        cmocka_unit_test(a_drawing_reaches_its_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
