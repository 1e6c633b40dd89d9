// SPDX-License-Identifier: MIT
#include "system/mounts.h"

#include "support/folder.h"
#include "support/test.h"

static struct mounts read_list(const char *text)
{
    char *folder = folder_make();
    folder_write(folder, "mountinfo", text);
    char *path = path_join(folder, "mountinfo");
    struct mounts mounts;
    assert_true(mounts_read(path, &mounts));
    free(path);
    folder_remove(folder);
    return mounts;
}

static void only_what_is_mounted_where_sticks_are_is_a_stick(void **state)
{
    (void)state;
    static const struct {
        const char *point;
        bool is_stick;
    } CASES[] = {
        {"/",                       false},
        {"/media",                  false},
        {"/media/STICK",            true },
        {"/media/ana/STICK",        true },
        {"/media/ana/STICK/deeper", false},
        {"/run/media/ana/STICK",    true },
        {"/run/media/ana",          false},
        {"/mnt/STICK",              false},
        {"/media/.hidden",          false},
        {"/srv/media/STICK",        false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *line = xasprintf("36 20 8:17 / %s rw - vfat /dev/sdb1 rw\n",
                               CASES[i].point);
        struct mounts mounts = read_list(line);
        assert_int_equal(mounts.count, CASES[i].is_stick ? 1 : 0);
        mounts_release(&mounts);
        free(line);
    }
}

static void spaces_and_accents_are_read(void **state)
{
    (void)state;
    struct mounts mounts =
        read_list("36 20 8:17 / /media/Cl\xc3\xa9\\040de\\134Ana rw - vfat "
                  "/dev/sdb1 rw\n");
    assert_int_equal(mounts.count, 1);
    assert_string_equal(mounts.items[0].point, "/media/Cl\xc3\xa9 de\\Ana");
    assert_string_equal(mounts.items[0].device, "8:17");
    mounts_release(&mounts);
}

static void nonsense_is_no_mount(void **state)
{
    (void)state;
    struct mounts mounts =
        read_list("\n36\n36 20 8:17 /\nx 20 8:17 / /media/S rw\n/media/S\n");
    assert_int_equal(mounts.count, 0);
    mounts_release(&mounts);
    assert_false(mounts_read("/nowhere", &mounts));
    assert_int_equal(mounts.count, 0);
}

static void the_same_stick_plugged_again_is_another_mount(void **state)
{
    (void)state;
    struct mounts before =
        read_list("36 20 8:17 / /media/S rw - vfat /dev/sdb1 rw\n");
    struct mounts after =
        read_list("37 20 8:17 / /media/S rw - vfat /dev/sdb1 rw\n");
    assert_true(mounts_have(&before, &before.items[0]));
    assert_false(mounts_have(&before, &after.items[0]));
    mounts_release(&before);
    mounts_release(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_mounted_where_sticks_are_is_a_stick),
        cmocka_unit_test(spaces_and_accents_are_read),
        cmocka_unit_test(nonsense_is_no_mount),
        cmocka_unit_test(the_same_stick_plugged_again_is_another_mount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
