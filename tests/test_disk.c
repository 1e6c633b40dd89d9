// SPDX-License-Identifier: MIT
// What the store does with files: all of it, or a reason.
#include "support/folder.h"
#include "support/syscall_faults.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk.h"

enum {
    REMOVING_THE_FILE = 2, // the folder itself is tried first
};

static char *folder;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    folder_write(folder, "old/logo.png", "pixels");
    folder_write(folder, "old/poster.jpg", "pixels");
    return 0;
}

static int clear(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

static bool is_gone(const char *name)
{
    struct stat status;
    char *path = path_join(folder, name);
    bool is = lstat(path, &status) != 0;
    free(path);
    return is;
}

static void a_folder_is_removed_with_all_that_is_in_it(void **state)
{
    (void)state;
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(disk_remove(opened, "old"));
    assert_true(is_gone("old"));
    assert_true(disk_remove(opened, "old")); // it is gone
    close(opened);
}

static bool fails_with_the_disk(void *context)
{
    (void)context;
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool removed = disk_remove(opened, "old");
    return !removed && errno == EIO;
}

static void what_cannot_be_removed_says_why(void **state)
{
    (void)state;
    struct syscall_plan plan = {.kind = SYSCALL_WRITING,
                                .fault = SYSCALL_EIO,
                                .number = REMOVING_THE_FILE,
                                .ignored = -1};
    int calls = 0;
    enum syscall_outcome outcome =
        syscall_faults_run(&plan, fails_with_the_disk, NULL, &calls);
    if (outcome == SYSCALL_UNAVAILABLE) {
        skip();
    }
    assert_int_equal(outcome, SYSCALL_SUCCEEDED);
    assert_false(is_gone("old"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_folder_is_removed_with_all_that_is_in_it, make, clear),
        cmocka_unit_test_setup_teardown(what_cannot_be_removed_says_why, make,
                                        clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
