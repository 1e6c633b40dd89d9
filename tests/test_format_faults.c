// SPDX-License-Identifier: MIT
#include "formats/format.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/orientation.h"
#include "support/formats.h"
#include "support/pictures.h"
#include "support/test.h"

static const struct faulty_picture {
    const char *name;
    enum decode_kind kind;
    enum decode_result probed, decoded;
} faulty_pictures[] = {
    {"nothing-there.jpg",   DECODE_UNKNOWN, DECODE_MISSING,   DECODE_MISSING  },
    {".",                   DECODE_UNKNOWN, DECODE_MISSING,   DECODE_MISSING  },
    {"baseline.jpg/",       DECODE_UNKNOWN, DECODE_MISSING,   DECODE_MISSING  },
    {"empty.jpg",           DECODE_UNKNOWN, DECODE_EMPTY,     DECODE_EMPTY    },
    {"text.jpg",            DECODE_UNKNOWN, DECODE_STRANGE,   DECODE_STRANGE  },
    {"make.py",             DECODE_UNKNOWN, DECODE_STRANGE,   DECODE_STRANGE  },
    {"page.svg",            DECODE_UNKNOWN, DECODE_STRANGE,   DECODE_STRANGE  },
    {"cut-off.jpg",         DECODE_JPEG,    DECODE_DONE,      DECODE_CUT_OFF  },
    {"cut-progressive.jpg", DECODE_JPEG,    DECODE_DONE,      DECODE_CUT_OFF  },
    {"many-scans.jpg",      DECODE_JPEG,    DECODE_DONE,      DECODE_BROKEN   },
    {"twelve-bits.jpg",     DECODE_JPEG,    DECODE_STRANGE,   DECODE_STRANGE  },
    {"zero-width.jpg",      DECODE_JPEG,    DECODE_BROKEN,    DECODE_BROKEN   },
    {"claims-30000.jpg",    DECODE_JPEG,    DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"claims-9000.jpg",     DECODE_JPEG,    DECODE_DONE,      DECODE_BROKEN   },
    {"cut-off.png",         DECODE_PNG,     DECODE_DONE,      DECODE_CUT_OFF  },
    {"damaged.png",         DECODE_PNG,     DECODE_DONE,      DECODE_BROKEN   },
    {"huge-text.png",       DECODE_PNG,     DECODE_CUT_OFF,   DECODE_CUT_OFF  },
    {"zero-width.png",      DECODE_PNG,     DECODE_BROKEN,    DECODE_BROKEN   },
    {"zero-height.png",     DECODE_PNG,     DECODE_BROKEN,    DECODE_BROKEN   },
    {"negative.png",        DECODE_PNG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"claims-30000.png",    DECODE_PNG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"claims-19999.png",    DECODE_PNG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"interlaced-9000.png", DECODE_PNG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"wide-20001.png",      DECODE_PNG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"cut-off.webp",        DECODE_WEBP,    DECODE_CUT_OFF,   DECODE_CUT_OFF  },
    {"damaged.webp",        DECODE_WEBP,    DECODE_DONE,      DECODE_BROKEN   },
    {"animated.webp",       DECODE_WEBP,    DECODE_STRANGE,   DECODE_STRANGE  },
    {"claims-16384.webp",   DECODE_WEBP,    DECODE_TOO_LARGE, DECODE_TOO_LARGE},
    {"cut-off.gif",         DECODE_GIF,     DECODE_DONE,      DECODE_CUT_OFF  },
    {"damaged.gif",         DECODE_GIF,     DECODE_DONE,      DECODE_BROKEN   },
    {"claims-30000.gif",    DECODE_GIF,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
#ifdef KIOSK_HAS_PDF
    {"cut-off.pdf",         DECODE_PDF,     DECODE_CUT_OFF,   DECODE_CUT_OFF  },
    {"no-page.pdf",         DECODE_PDF,     DECODE_BROKEN,    DECODE_BROKEN   },
    {"huge.pdf",            DECODE_PDF,     DECODE_BROKEN,    DECODE_BROKEN   },
#endif
#ifdef KIOSK_HAS_HEIF
    {"cut-off.heic",        DECODE_HEIC,    DECODE_CUT_OFF,   DECODE_CUT_OFF  },
    {"cut-off.avif",        DECODE_AVIF,    DECODE_CUT_OFF,   DECODE_CUT_OFF  },
#endif
#ifdef KIOSK_HAS_SVG
    {"cut-off.svg",         DECODE_SVG,     DECODE_CUT_OFF,   DECODE_CUT_OFF  },
    {"huge.svg",            DECODE_SVG,     DECODE_TOO_LARGE, DECODE_TOO_LARGE},
#endif
};

static void assert_result(const char *name, enum decode_result result,
                          enum decode_result right)
{
    if (result != right) {
        fail_msg("%s %s; expected: %s", name, decode_result_text(result),
                 decode_result_text(right));
    }
}

static void every_fault_is_told_by_its_head(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faulty_pictures); i++) {
        const struct faulty_picture *faulty = &faulty_pictures[i];
        char path[PATH_BYTES];
        struct decode_info info;
        assert_result(faulty->name,
                      probe_here(path_of(faulty->name, path), &info),
                      faulty->probed);
        assert_string_equal(decode_kind_name(info.kind),
                            decode_kind_name(faulty->kind));
    }
}

static void every_fault_is_told_when_decoding(void **state)
{
    (void)state;
    struct size within = {640, 480};
    for (size_t i = 0; i < COUNT(faulty_pictures); i++) {
        const struct faulty_picture *faulty = &faulty_pictures[i];
        char path[PATH_BYTES];
        uint32_t untouched = 0;
        struct decoded picture = {.pixels = &untouched};
        assert_result(
            faulty->name,
            decode_here(path_of(faulty->name, path), within, &picture),
            faulty->decoded);
        assert_ptr_equal(picture.pixels, &untouched);
    }
}

static void a_picture_too_large_tells_its_size(void **state)
{
    (void)state;
    struct decode_info info;
    assert_int_equal(probe_here(PICTURES "claims-30000.png", &info),
                     DECODE_TOO_LARGE);
    assert_size("claims-30000.png", info.size, (struct size){30000, 30000});
}

// A file without a name, and its path.
struct scratch {
    int file;
    char path[PATH_BYTES];
};

static struct scratch scratch_new(void)
{
    struct scratch scratch = {.file = memfd_create("picture", MFD_CLOEXEC)};
    assert_true(scratch.file >= 0);
    snprintf(scratch.path, sizeof scratch.path, "/proc/self/fd/%d",
             scratch.file);
    return scratch;
}

static void scratch_write(const struct scratch *scratch, const void *bytes,
                          size_t length)
{
    assert_int_equal(write(scratch->file, bytes, length), length);
}

static uint8_t *read_picture(const char *name, size_t *length)
{
    char path[PATH_BYTES];
    FILE *file = fopen(path_of(name, path), "rb");
    assert_non_null(file);
    uint8_t *bytes = malloc(1 << 16);
    assert_non_null(bytes);
    *length = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    return bytes;
}

// A beginning of the file may still be a picture where only the last few of
// its bytes are missing.
static void assert_told(const char *name, enum decode_result result,
                        bool may_be_fine)
{
    bool right = result == DECODE_EMPTY || result == DECODE_STRANGE ||
                 result == DECODE_CUT_OFF ||
                 (may_be_fine && result == DECODE_DONE);
    if (!right) {
        fail_msg("a beginning of %s %s", name, decode_result_text(result));
    }
}

// Tries every beginning of the file.
static void assert_cut_anywhere(const char *name, size_t spare)
{
    size_t length = 0;
    uint8_t *bytes = read_picture(name, &length);
    struct scratch scratch = scratch_new();
    for (size_t i = 0; i < length; i++) {
        struct decode_info info;
        struct decoded picture = {0};
        assert_told(name, probe_here(scratch.path, &info), true);
        assert_told(name,
                    decode_here(scratch.path, (struct size){30, 30}, &picture),
                    i + spare >= length);
        free(picture.pixels);
        scratch_write(&scratch, bytes + i, 1);
    }
    close(scratch.file);
    free(bytes);
}

static void a_file_cut_anywhere_is_told(void **state)
{
    (void)state;
    assert_cut_anywhere("baseline.jpg", 6);
    assert_cut_anywhere("orientation-6.jpg", 6);
    assert_cut_anywhere("progressive.jpg", 2);
    assert_cut_anywhere("ycck.jpg", 6);
    assert_cut_anywhere("noise.jpg", 6);
    assert_cut_anywhere("noise-progressive.jpg", 2);
    assert_cut_anywhere("noise.png", 13);
    assert_cut_anywhere("interlaced-rgba-16.png", 13);
    assert_cut_anywhere("palette-alpha.png", 13);
    assert_cut_anywhere("turned.png", 13);
    assert_cut_anywhere("noise.webp", 1);
    assert_cut_anywhere("noise-lossless.webp", 1);
    assert_cut_anywhere("lossy-alpha.webp", 1);
    assert_cut_anywhere("turned.webp", 1);
    assert_cut_anywhere("prologue.svg", 3);
}

static void assert_survives_changes(const char *name, bool head_only)
{
    size_t length = 0;
    uint8_t *bytes = read_picture(name, &length);
    struct scratch scratch = scratch_new();
    scratch_write(&scratch, bytes, length);
    for (size_t at = 0; at < 3 * length; at++) {
        uint8_t byte = bytes[at / 3];
        uint8_t changed[3] = {byte ^ 0xff, byte ^ 1, 0};
        off_t offset = (off_t)(at / 3);
        struct decode_info info;
        struct decoded picture = {0};
        assert_int_equal(pwrite(scratch.file, &changed[at % 3], 1, offset), 1);
        probe_here(scratch.path, &info);
        if (!head_only) {
            decode_here(scratch.path, (struct size){30, 30}, &picture);
        }
        free(picture.pixels);
        assert_int_equal(pwrite(scratch.file, &byte, 1, offset), 1);
    }
    close(scratch.file);
    free(bytes);
}

// Any result is right, but there has to be one.
static void a_file_with_any_byte_changed_is_survived(void **state)
{
    (void)state;
    assert_survives_changes("orientation-6.jpg", false);
    assert_survives_changes("progressive.jpg", false);
    assert_survives_changes("interlaced-palette-2.png", false);
    assert_survives_changes("turned.png", false);
    assert_survives_changes("lossy-alpha.webp", false);
    assert_survives_changes("lossless-alpha.webp", false);
    assert_survives_changes("turned.webp", false);
    // Of some faulty drawings nanosvg forgets a few bytes, which a leak
    // checker would hold against us.
    assert_survives_changes("shifted.svg", true);
    assert_survives_changes("prologue.svg", true);
}

static void a_jpeg_without_its_end_marker_is_fine(void **state)
{
    (void)state;
    size_t length = 0;
    uint8_t *bytes = read_picture("baseline.jpg", &length);
    struct scratch scratch = scratch_new();
    scratch_write(&scratch, bytes, length - 2);
    struct decoded picture = {0};
    assert_int_equal(decode_here(scratch.path, (struct size){64, 48}, &picture),
                     DECODE_DONE);
    assert_size("baseline.jpg", picture.size, (struct size){64, 48});
    free(picture.pixels);
    close(scratch.file);
    free(bytes);
}

static void a_head_behind_long_profiles_is_found(void **state)
{
    (void)state;
    size_t length = 0;
    uint8_t *bytes = read_picture("orientation-6.jpg", &length);
    struct scratch scratch = scratch_new();
    scratch_write(&scratch, bytes, 2);
    static const uint8_t profile[2 + 0xffff] = {0xff, 0xe2, 0xff, 0xff};
    for (int i = 0; i < 4; i++) {
        scratch_write(&scratch, profile, sizeof profile);
    }
    scratch_write(&scratch, bytes + 2, length - 2);
    struct decode_info info;
    assert_int_equal(probe_here(scratch.path, &info), DECODE_DONE);
    assert_size("orientation-6.jpg", info.size, (struct size){64, 48});
    close(scratch.file);
    free(bytes);
}

static void an_svg_over_its_limit_is_not_drawn(void **state)
{
    (void)state;
    size_t length = 0;
    uint8_t *bytes = read_picture("sized.svg", &length);
    struct scratch scratch = scratch_new();
    scratch_write(&scratch, bytes, length);
    free(bytes);
    struct decode_info info;
    assert_int_equal(ftruncate(scratch.file, FORMAT_SVG_BYTES_MAX), 0);
    assert_int_equal(probe_here(scratch.path, &info), DECODE_DONE);
    assert_int_equal(ftruncate(scratch.file, FORMAT_SVG_BYTES_MAX + 1), 0);
    assert_int_equal(probe_here(scratch.path, &info), DECODE_TOO_LARGE);
    assert_int_equal(info.kind, DECODE_SVG);
    close(scratch.file);
}

static void an_exif_block_that_says_nothing_is_upright(void **state)
{
    (void)state;
    static const uint8_t junk[] = "Exif\0\0MM\0*\0\0\0\x08\xff\xff";
    for (size_t length = 0; length < sizeof junk; length++) {
        assert_int_equal(orientation_from_exif(junk, length), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_told_by_its_head),
        cmocka_unit_test(every_fault_is_told_when_decoding),
        cmocka_unit_test(a_picture_too_large_tells_its_size),
        cmocka_unit_test(a_file_cut_anywhere_is_told),
        cmocka_unit_test(a_file_with_any_byte_changed_is_survived),
        cmocka_unit_test(a_jpeg_without_its_end_marker_is_fine),
        cmocka_unit_test(a_head_behind_long_profiles_is_found),
        cmocka_unit_test(an_svg_over_its_limit_is_not_drawn),
        cmocka_unit_test(an_exif_block_that_says_nothing_is_upright),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
