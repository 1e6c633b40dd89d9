// SPDX-License-Identifier: MIT
// A manifest is whole or none.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/manifest.h"

static const char DIGEST[] =
    "77d96230a0f50874d36d257a8eb413ddbff7ad1543d473e2e77fce9545184468";

static struct manifest *sample(void)
{
    struct manifest *manifest = xcalloc(1, sizeof *manifest);
    *manifest = (struct manifest){
        .taken = 1768651200,
        .taken_trusted = true,
        .title = xstrdup("Les soirées\nd’été"),
        .from = xstrdup("/media/clé"),
        .contact = xstrdup(""),
        .event_count = 12,
        .updated = {2026, 1, 5}
    };
    manifest_add_file(manifest, "programme.yaml", 4654, DIGEST);
    manifest_add_file(manifest, "affiches/l été à  deux.jpg", 0, DIGEST);
    return manifest;
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct manifest *written = sample();
    char *text = manifest_text(written);
    struct manifest *read = manifest_read(text);
    assert_non_null(read);
    assert_true(read->taken == 1768651200 && read->taken_trusted);
    assert_string_equal(read->title, "Les soirées d’été"); // one line
    assert_string_equal(read->from, "/media/clé");
    assert_string_equal(read->contact, "");
    assert_int_equal(read->event_count, 12);
    assert_int_equal(read->updated.day, 5);
    assert_int_equal(read->first_day.year, 0);
    assert_int_equal(read->file_count, 2);
    assert_string_equal(read->files[1].name, "affiches/l été à  deux.jpg");
    assert_string_equal(read->files[1].digest, DIGEST);
    assert_true(manifest_bytes(read) == 4654);
    manifest_free(read);
    manifest_free(written);
    free(text);
}

static void no_part_of_one_is_one(void **state)
{
    (void)state;
    struct manifest *manifest = sample();
    char *text = manifest_text(manifest);
    for (size_t length = strlen(text); length > 0; length--) {
        char *part = xstrndup(text, length - 1);
        assert_null(manifest_read(part));
        free(part);
    }
    manifest_free(manifest);
    free(text);
}

static void no_altered_byte_goes_unnoticed(void **state)
{
    (void)state;
    struct manifest *manifest = sample();
    char *text = manifest_text(manifest);
    for (size_t i = 0; text[i] != '\0'; i++) {
        text[i] ^= 1;
        struct manifest *read = manifest_read(text);
        assert_null(read);
        text[i] ^= 1;
    }
    struct manifest *read = manifest_read(text);
    assert_non_null(read);
    manifest_free(read);
    manifest_free(manifest);
    free(text);
}

static void a_name_that_leaves_the_folder_is_refused(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"../x", "/etc/passwd", "a/../x",
                                        ".x",   "a/.x",        ""};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        struct manifest *manifest = sample();
        manifest_add_file(manifest, NAMES[i], 1, DIGEST);
        char *text = manifest_text(manifest);
        assert_null(manifest_read(text));
        free(text);
        manifest_free(manifest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(no_part_of_one_is_one),
        cmocka_unit_test(no_altered_byte_goes_unnoticed),
        cmocka_unit_test(a_name_that_leaves_the_folder_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
