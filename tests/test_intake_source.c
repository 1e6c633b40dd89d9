// SPDX-License-Identifier: MIT
// What is seen of a stranger's folder, and how it is copied.
#include "support/folder.h"
#include "support/test.h"

#include <fcntl.h>

#include "store/copy.h"
#include "store/disk.h"
#include "store/listing.h"
#include "store/scan.h"

static char *folder;
static char *target;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    target = folder_make();
    return 0;
}

static int clear(void **state)
{
    (void)state;
    folder_remove(folder);
    folder_remove(target);
    return 0;
}

// The names of the files that would be taken, parted by spaces.
static void assert_taken(const char *expected)
{
    struct scan scan;
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    char *found = xstrdup("");
    for (size_t i = 0; i < scan.count; i++) {
        char *longer =
            xasprintf("%s%s%s", found, i > 0 ? " " : "", scan.files[i].name);
        free(found);
        found = longer;
    }
    assert_string_equal(found, expected);
    free(found);
    scan_release(&scan);
}

static void what_the_text_names_is_taken_however_it_is_spelt(void **state)
{
    (void)state;
    folder_write(folder, "programme.yaml",
                 "a: Été.JPG\nb: \"deux mots.png\"\nc: sous\\trois.webp\n"
                 "d: avec%20vide.png\ne: cafe\xcc\x81.png\n");
    folder_write(folder, "e\xcc\x81te\xcc\x81.jpg", "decomposed");
    folder_write(folder, "deux mots.png", "");
    folder_write(folder, "sous/trois.webp", "");
    folder_write(folder, "sous/quatre.webp", "");
    folder_write(folder, "avec vide.png", "");
    folder_write(folder, "caf\xc3\xa9.png", "composed");
    folder_write(folder, "vacances.jpg", "");
    folder_write(folder, "deux mots.exe", "");
    folder_write(folder, "autre/photo.jpg", "");
    assert_taken("programme.yaml avec vide.png caf\xc3\xa9.png deux mots.png "
                 "e\xcc\x81te\xcc\x81.jpg sous/trois.webp");
}

static void names_are_found_in_other_encodings(void **state)
{
    (void)state;
    static const char UTF16[] = "\xff\xfe"
                                "a\0:\0 \0\xe9\0t\0\xe9\0.\0j\0p\0g\0\n";
    char *path = path_join(folder, "programme.yaml");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(UTF16, 1, sizeof UTF16, file), sizeof UTF16);
    fclose(file);
    free(path);
    folder_write(folder, "été.jpg", "");
    assert_taken("programme.yaml été.jpg");
    folder_write(folder, "programme.yaml", "affiche: \xe9t\xe9.jpg\n");
    assert_taken("programme.yaml été.jpg");
}

static void a_page_or_calendars_are_a_programme_too(void **state)
{
    (void)state;
    folder_write(folder, "b.ics", "");
    folder_write(folder, "a.ICS", "");
    folder_write(folder, "lisez-moi.md", "");
    assert_taken("a.ICS b.ics");
    folder_write(folder, "Programme.md", "");
    assert_taken("a.ICS b.ics programme.md");
    folder_write(folder, "PROGRAMME.YML", "");
    assert_taken("a.ICS b.ics programme.yml");
}

static void folders_named_for_us_are_entered(void **state)
{
    (void)state;
    folder_write(folder, "Kiosk/programme.yaml", "");
    assert_taken("programme.yaml");
    struct scan scan;
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    assert_string_equal(scan.within, "Kiosk");
    scan_release(&scan);
    folder_write(folder, "other/programme.yaml", "");
    folder_write(folder, "programme.yaml", "");
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    assert_string_equal(scan.within, "");
    scan_release(&scan);
}

static void deep_trees_are_not_descended(void **state)
{
    (void)state;
    folder_write(folder, "programme.yaml", "a/a/a/a/a/x.png affiches/y.png");
    char *path = xstrdup(folder);
    for (size_t i = 0; i < 40; i++) {
        char *deeper = path_join(path, "a");
        assert_int_equal(mkdir(deeper, 0700), 0);
        folder_write(deeper, "x.png", "");
        free(path);
        path = deeper;
    }
    free(path);
    assert_taken("programme.yaml a/a/a/x.png a/a/x.png a/x.png");
}

static void two_thousand_entries_are_enough(void **state)
{
    (void)state;
    folder_write(folder, "programme.yaml", "");
    for (int i = 0; i < LISTING_ENTRIES_MAX - 2; i++) {
        char *name = xasprintf("affiches/%d.png", i);
        folder_write(folder, name, "");
        free(name);
    }
    struct scan scan;
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    assert_int_equal(scan.count, LISTING_ENTRIES_MAX - 1);
    scan_release(&scan);
    folder_write(folder, "affiches/more.png", "");
    assert_int_equal(scan_folder(folder, &scan), SCAN_TOO_MANY);
    scan_release(&scan);
}

static void nothing_is_opened_outside(void **state)
{
    (void)state;
    static const char *const PATHS[] = {"../x", "/etc/passwd", "a/../../x",
                                        "out/passwd", "link"};
    char *link = path_join(folder, "link");
    char *out = path_join(folder, "out");
    assert_int_equal(symlink("programme.yaml", link), 0);
    assert_int_equal(symlink("/etc", out), 0);
    folder_write(folder, "programme.yaml", "");
    int opened = open(folder, O_RDONLY | O_DIRECTORY);
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        assert_int_equal(disk_open_beneath(opened, PATHS[i], O_RDONLY), -1);
    }
    int file = disk_open_beneath(opened, "programme.yaml", O_RDONLY);
    assert_true(file >= 0);
    close(file);
    close(opened);
    free(out);
    free(link);
}

// Copies the first file while something happens to it.
struct meddling {
    void (*meddle)(void);
    bool done;
};

static void on_progress(void *context, size_t bytes)
{
    struct meddling *meddling = context;
    assert_true(bytes > 0);
    if (!meddling->done && meddling->meddle != NULL) {
        meddling->meddle();
    }
    meddling->done = true;
}

static enum copy_result copy_while(void (*meddle)(void), bool *unchanged)
{
    struct scan scan;
    struct meddling meddling = {.meddle = meddle};
    char *large = xcalloc(1000 * 1000 + 1, 1);
    memset(large, '#', 1000 * 1000);
    folder_write(folder, "programme.yaml", large);
    free(large);
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    struct copy copy = {.source = scan.folder,
                        .target = open(target, O_RDONLY | O_DIRECTORY),
                        .progress = on_progress,
                        .context = &meddling};
    enum copy_result result = copy_file(&copy, &scan.files[0]);
    if (result == COPY_DONE) {
        assert_int_equal(copy_verify(&copy, &scan.files[0]), COPY_DONE);
    }
    *unchanged = scan_is_unchanged(&scan);
    close(copy.target);
    scan_release(&scan);
    return result;
}

static void shorten(void)
{
    char *path = path_join(folder, "programme.yaml");
    assert_int_equal(truncate(path, 300 * 1000), 0);
    free(path);
}

static void lengthen(void)
{
    char *path = path_join(folder, "programme.yaml");
    assert_int_equal(truncate(path, 2000 * 1000), 0);
    free(path);
}

static void overwrite(void)
{
    char *path = path_join(folder, "programme.yaml");
    int file = open(path, O_WRONLY);
    assert_int_equal(write(file, "x", 1), 1);
    close(file);
    free(path);
}

static void replace(void)
{
    char *path = path_join(folder, "programme.yaml");
    assert_int_equal(unlink(path), 0);
    folder_write(folder, "programme.yaml", "another");
    free(path);
}

static void disappear(void)
{
    char *path = path_join(folder, "programme.yaml");
    assert_int_equal(unlink(path), 0);
    free(path);
}

static void a_file_that_keeps_still_is_copied(void **state)
{
    (void)state;
    bool unchanged = false;
    assert_int_equal(copy_while(NULL, &unchanged), COPY_DONE);
    assert_true(unchanged);
}

static void a_file_that_changes_is_noticed(void **state)
{
    (void)state;
    void (*const MEDDLERS[])(void) = {shorten, lengthen, overwrite};
    for (size_t i = 0; i < sizeof MEDDLERS / sizeof *MEDDLERS; i++) {
        bool unchanged = true;
        assert_int_equal(copy_while(MEDDLERS[i], &unchanged),
                         COPY_SOURCE_CHANGED);
        assert_false(unchanged);
        char *copied = path_join(target, "programme.yaml");
        assert_int_equal(unlink(copied), 0);
        free(copied);
    }
}

static void a_file_that_is_replaced_or_gone_is_noticed_at_the_end(void **state)
{
    (void)state;
    void (*const MEDDLERS[])(void) = {replace, disappear};
    for (size_t i = 0; i < sizeof MEDDLERS / sizeof *MEDDLERS; i++) {
        bool unchanged = true;
        // The open file stays what it was; the folder does not. An unlinked
        // file's time of change moves, so either is right.
        enum copy_result result = copy_while(MEDDLERS[i], &unchanged);
        assert_true(result == COPY_DONE || result == COPY_SOURCE_CHANGED);
        assert_false(unchanged);
        char *copied = path_join(target, "programme.yaml");
        assert_int_equal(unlink(copied), 0);
        free(copied);
    }
}

static void an_emptied_folder_is_noticed(void **state)
{
    (void)state;
    struct scan scan;
    folder_write(folder, "programme.yaml", "");
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    disappear();
    assert_false(scan_is_unchanged(&scan));
    struct copy copy = {.source = scan.folder};
    assert_int_equal(copy_digest(&copy, &scan.files[0]), COPY_SOURCE_CHANGED);
    scan_release(&scan);
}

static void what_reads_back_otherwise_is_no_copy(void **state)
{
    (void)state;
    struct scan scan;
    folder_write(folder, "programme.yaml", "right");
    assert_int_equal(scan_folder(folder, &scan), SCAN_DONE);
    struct copy copy = {.source = scan.folder,
                        .target = open(target, O_RDONLY | O_DIRECTORY)};
    assert_int_equal(copy_file(&copy, &scan.files[0]), COPY_DONE);
    assert_int_equal(copy_file(&copy, &scan.files[0]), COPY_TARGET_FAILED);
    folder_write(target, "programme.yaml", "wrong");
    assert_int_equal(copy_verify(&copy, &scan.files[0]), COPY_TARGET_FAILED);
    folder_write(target, "programme.yaml", "longer than it was");
    assert_int_equal(copy_verify(&copy, &scan.files[0]), COPY_TARGET_FAILED);
    close(copy.target);
    scan_release(&scan);
}

#define SOURCE_TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SOURCE_TEST(what_the_text_names_is_taken_however_it_is_spelt),
        SOURCE_TEST(names_are_found_in_other_encodings),
        SOURCE_TEST(a_page_or_calendars_are_a_programme_too),
        SOURCE_TEST(folders_named_for_us_are_entered),
        SOURCE_TEST(deep_trees_are_not_descended),
        SOURCE_TEST(two_thousand_entries_are_enough),
        SOURCE_TEST(nothing_is_opened_outside),
        SOURCE_TEST(a_file_that_keeps_still_is_copied),
        SOURCE_TEST(a_file_that_changes_is_noticed),
        SOURCE_TEST(a_file_that_is_replaced_or_gone_is_noticed_at_the_end),
        SOURCE_TEST(an_emptied_folder_is_noticed),
        SOURCE_TEST(what_reads_back_otherwise_is_no_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
