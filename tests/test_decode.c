// SPDX-License-Identifier: MIT
// Pictures through the programs that decode them.
#include "decode/decode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "decode/kind.h"
#include "support/pictures.h"
#include "support/test.h"

static const struct decoder normal = {0};
// The one with bugs, and little patience.
static const struct decoder faulty = {.folder = KIOSK_FAULTY_DIR,
                                      .deadline_ms = 30000};

static void every_kind_has_its_program(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum decode_kind kind;
    } rows[] = {
        {"orientation-6.jpg",  DECODE_JPEG},
        {"interlaced-rgb.png", DECODE_PNG },
        {"lossy.webp",         DECODE_WEBP},
        {"first-of-two.gif",   DECODE_GIF },
#ifdef KIOSK_HAS_SVG
        {"viewed.svg",         DECODE_SVG },
#endif
#ifdef KIOSK_HAS_PDF
        {"page.pdf",           DECODE_PDF },
#endif
#ifdef KIOSK_HAS_HEIF
        {"photo.heic",         DECODE_HEIC},
        {"photo.avif",         DECODE_AVIF},
#endif
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char path[PATH_BYTES];
        struct decode_info info;
        struct decoded picture;
        path_of(rows[i].name, path);
        assert_int_equal(decode_probe(&normal, path, &info), DECODE_DONE);
        assert_string_equal(decode_kind_name(info.kind),
                            decode_kind_name(rows[i].kind));
        assert_int_equal(
            decode_file(&normal, path, (struct size){32, 1000}, &picture),
            DECODE_DONE);
        assert_size(rows[i].name, picture.size, (struct size){32, 24});
        // Red, green / blue, yellow.
        assert_true((picture.pixels[4 * 32 + 4] >> 16 & 255) > 200);
        assert_true((picture.pixels[4 * 32 + 28] >> 8 & 255) > 200);
        assert_true((picture.pixels[20 * 32 + 4] & 255) > 200);
        decoded_release(&picture);
    }
}

static void assert_told(const char *name, enum decode_result right)
{
    char path[PATH_BYTES];
    uint32_t untouched = 0;
    struct decoded picture = {.pixels = &untouched};
    enum decode_result result = decode_file(&normal, path_of(name, path),
                                            (struct size){64, 48}, &picture);
    if (result != right) {
        fail_msg("%s %s; expected: %s", name, decode_result_text(result),
                 decode_result_text(right));
    }
    assert_ptr_equal(picture.pixels, &untouched);
}

static void a_file_that_is_no_picture_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum decode_result result;
    } rows[] = {
        {"nothing-there.jpg",   DECODE_MISSING  },
        {".",                   DECODE_MISSING  },
        {"baseline.jpg/",       DECODE_MISSING  },
        {"empty.jpg",           DECODE_EMPTY    },
        {"text.jpg",            DECODE_STRANGE  },
        {"page.svg",            DECODE_STRANGE  },
        {"cut-progressive.jpg", DECODE_CUT_OFF  },
        {"huge-text.png",       DECODE_CUT_OFF  },
        {"damaged.png",         DECODE_BROKEN   },
        {"claims-30000.png",    DECODE_TOO_LARGE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_told(rows[i].name, rows[i].result);
    }
}

static void a_picture_too_large_tells_its_size(void **state)
{
    (void)state;
    struct decode_info info;
    assert_int_equal(decode_probe(&normal, PICTURES "claims-30000.png", &info),
                     DECODE_TOO_LARGE);
    assert_size("claims-30000.png", info.size, (struct size){30000, 30000});
}

// A file without a name.
static int scratch_new(char path[PATH_BYTES])
{
    int file = memfd_create("picture", MFD_CLOEXEC);
    assert_true(file >= 0);
    snprintf(path, PATH_BYTES, "/proc/self/fd/%d", file);
    return file;
}

static void a_file_of_too_many_bytes_is_not_read(void **state)
{
    (void)state;
    char path[PATH_BYTES];
    int file = scratch_new(path);
    assert_int_equal(ftruncate(file, DECODE_FILE_BYTES_MAX + 1), 0);
    struct decode_info info;
    assert_int_equal(decode_probe(&normal, path, &info), DECODE_TOO_LARGE);
    close(file);
}

static void a_pipe_is_not_waited_for(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-decode-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[PATH_BYTES];
    snprintf(path, sizeof path, "%s/pipe.jpg", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    struct decode_info info;
    assert_int_equal(decode_probe(&normal, path, &info), DECODE_MISSING);
    unlink(path);
    rmdir(folder);
}

static void the_settings_may_leave_out_large_formats(void **state)
{
    (void)state;
    struct decoder safe = {.safe_only = true};
    struct decode_info info;
    assert_int_equal(decode_probe(&safe, PICTURES "baseline.jpg", &info),
                     DECODE_DONE);
    assert_int_equal(decode_probe(&safe, PICTURES "lossy.webp", &info),
                     DECODE_DONE);
    assert_int_equal(decode_probe(&safe, PICTURES "viewed.svg", &info),
                     DECODE_UNWANTED);
    assert_int_equal(decode_probe(&safe, PICTURES "first-of-two.gif", &info),
                     DECODE_UNWANTED);
}

static void a_decoder_that_is_not_installed_is_told(void **state)
{
    (void)state;
    struct decoder nowhere = {.folder = "/nowhere"};
    struct decode_info info;
    assert_int_equal(decode_probe(&nowhere, PICTURES "baseline.jpg", &info),
                     DECODE_ABSENT);
    assert_int_equal(info.kind, DECODE_JPEG);
}

static enum decode_result result_of_bug(const char *order)
{
    char path[PATH_BYTES];
    int file = scratch_new(path);
    assert_int_equal(write(file, "\xff\xd8\xff", 3), 3);
    size_t length = strlen(order);
    assert_int_equal(write(file, order, length), length);
    struct decoded picture = {0};
    enum decode_result result =
        decode_file(&faulty, path, (struct size){8, 8}, &picture);
    assert_null(picture.pixels);
    close(file);
    return result;
}

// With the sanitizers nothing holds it.
#ifndef KIOSK_UNCONFINED

static void a_decoder_with_a_bug_does_no_harm(void **state)
{
    (void)state;
    assert_int_equal(result_of_bug("read"), DECODE_BROKEN);
    assert_int_equal(result_of_bug("loop"), DECODE_TOO_SLOW);
    assert_int_equal(result_of_bug("allocate"), DECODE_NO_MEMORY);
    assert_int_equal(result_of_bug("call"), DECODE_HOSTILE);
}

#endif

static void what_a_decoder_answers_is_not_believed(void **state)
{
    (void)state;
    static const char *const lies[] = {"pixels", "size", "colours", "nonsense",
                                       "nothing"};
    for (size_t i = 0; i < COUNT(lies); i++) {
        assert_int_equal(result_of_bug(lies[i]), DECODE_HOSTILE);
    }
}

static void after_a_bug_the_next_picture_comes(void **state)
{
    (void)state;
    struct decoded picture;
    assert_int_equal(result_of_bug("nonsense"), DECODE_HOSTILE);
    assert_int_equal(decode_file(&faulty, PICTURES "baseline.jpg",
                                 (struct size){64, 48}, &picture),
                     DECODE_DONE);
    decoded_release(&picture);
}

static void an_endless_picture_ends_at_the_deadline(void **state)
{
    (void)state;
    struct decoder hasty = {.folder = KIOSK_FAULTY_DIR, .deadline_ms = 50};
    struct decoded picture = {0};
    char path[PATH_BYTES];
    int file = scratch_new(path);
    assert_int_equal(write(file, "\xff\xd8\xffloop", 7), 7);
    assert_int_equal(decode_file(&hasty, path, (struct size){8, 8}, &picture),
                     DECODE_TOO_SLOW);
    close(file);
}

static void every_result_and_kind_has_words(void **state)
{
    (void)state;
    assert_string_equal(decode_kind_name(DECODE_UNKNOWN), "unknown");
    assert_string_equal(decode_kind_name(DECODE_AVIF), "AVIF");
    for (int i = 0; i < DECODE_RESULT_COUNT; i++) {
        assert_true(strlen(decode_result_text((enum decode_result)i)) > 0);
    }
    assert_string_equal(decode_result_text(DECODE_CUT_OFF), "is cut off");
}

static void a_kind_is_told_by_the_first_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        enum decode_kind kind;
    } rows[] = {
        {"",                                    0,  DECODE_UNKNOWN},
        {"\xff\xd8",                            2,  DECODE_UNKNOWN},
        {"\xff\xd8\xff",                        3,  DECODE_JPEG   },
        {"RIFF....WEBP",                        12, DECODE_WEBP   },
        {"RIFF....WEB",                         11, DECODE_UNKNOWN},
        {"....ftypheic",                        12, DECODE_HEIC   },
        {"....ftypavif",                        12, DECODE_AVIF   },
        {"....ftypqt  ",                        12, DECODE_UNKNOWN},
        {"junk %PDF-1.4",                       13, DECODE_PDF    },
        {"\xef\xbb\xbf \n<?xml?><!-- --><svg ", 26, DECODE_SVG    },
        {"<html><svg>",                         11, DECODE_UNKNOWN},
        {"text <svg>",                          10, DECODE_UNKNOWN},
        {" \n",                                 2,  DECODE_UNKNOWN},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(
            kind_of((const uint8_t *)rows[i].bytes, rows[i].length),
            rows[i].kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_its_program),
        cmocka_unit_test(a_file_that_is_no_picture_is_told),
        cmocka_unit_test(a_picture_too_large_tells_its_size),
        cmocka_unit_test(a_file_of_too_many_bytes_is_not_read),
        cmocka_unit_test(a_pipe_is_not_waited_for),
        cmocka_unit_test(the_settings_may_leave_out_large_formats),
        cmocka_unit_test(a_decoder_that_is_not_installed_is_told),
#ifndef KIOSK_UNCONFINED
        cmocka_unit_test(a_decoder_with_a_bug_does_no_harm),
#endif
        cmocka_unit_test(what_a_decoder_answers_is_not_believed),
        cmocka_unit_test(after_a_bug_the_next_picture_comes),
        cmocka_unit_test(an_endless_picture_ends_at_the_deadline),
        cmocka_unit_test(every_result_and_kind_has_words),
        cmocka_unit_test(a_kind_is_told_by_the_first_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
