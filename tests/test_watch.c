// SPDX-License-Identifier: MIT
#include "system/watch.h"

#include <errno.h>
#include <semaphore.h>
#include <time.h>

#include "support/folder.h"
#include "support/test.h"
#include "system/fingerprint.h"

enum {
    QUIET_MS = 20,
    GIVE_UP_SECONDS = 60,
    LEVELS = 2,
};

struct fixture {
    char *top, *folder; // folder lies in top
    char *mounts;       // stands for the list of mounts
    sem_t woken;
    struct watch *watch;
};

static void wake(void *context)
{
    sem_post(context);
}

static void wait_for_wake(struct fixture *fixture)
{
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += GIVE_UP_SECONDS;
    int result = 0;
    do {
        result = sem_timedwait(&fixture->woken, &end);
    } while (result != 0 && errno == EINTR);
    assert_int_equal(result, 0);
}

static void write_programme(struct fixture *fixture, const char *text)
{
    folder_write(fixture->folder, "programme.yaml", text);
}

static uint64_t fingerprint_of(const struct fixture *fixture)
{
    return fingerprint_take(fixture->folder, LEVELS, NULL, NULL);
}

static void set_up(struct fixture *fixture)
{
    *fixture = (struct fixture){.top = folder_make()};
    fixture->folder = path_join(fixture->top, "programme");
    fixture->mounts = path_join(fixture->top, "mountinfo");
    folder_write(fixture->top, "mountinfo", "");
    folder_write(fixture->top, "programme/programme.yaml", "titre: Un\n");
    sem_init(&fixture->woken, 0, 0);
}

static void watch_path(struct fixture *fixture, const char *path)
{
    struct watch_target target = {.path = path,
                                  .levels = LEVELS,
                                  .quiet_ms = QUIET_MS,
                                  .seen = fingerprint_of(fixture)};
    fixture->watch = watch_new(&(struct watch_options){
        .targets = &target,
        .target_count = 1,
        .sticks = true,
        .mounts = fixture->mounts,
        .wake = wake,
        .wake_context = &fixture->woken,
    });
    assert_non_null(fixture->watch);
}

static void tear_down(struct fixture *fixture)
{
    watch_free(fixture->watch);
    sem_destroy(&fixture->woken);
    free(fixture->mounts);
    free(fixture->folder);
    folder_remove(fixture->top);
}

// Until it tells of what is there now: a writing may be seen in parts.
static void wait_for_present(struct fixture *fixture)
{
    uint64_t told = FINGERPRINT_NOTHING;
    while (told != fingerprint_of(fixture)) {
        wait_for_wake(fixture);
        watch_take_change(fixture->watch, 0, &told);
    }
}

static char *path_in(const struct fixture *fixture, const char *name)
{
    return path_join(fixture->folder, name);
}

static void every_way_to_write_a_file_is_seen(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    watch_path(&fixture, fixture.folder);
    char *file = path_in(&fixture, "programme.yaml");
    char *other = path_in(&fixture, "other.yaml");
    write_programme(&fixture, "titre: Deux\n");
    wait_for_present(&fixture);
    folder_write(fixture.folder, "other.yaml", "titre: Trois\n");
    assert_int_equal(rename(other, file), 0);
    wait_for_present(&fixture);
    assert_int_equal(unlink(file), 0);
    wait_for_present(&fixture);
    write_programme(&fixture, "titre: Quatre\n");
    wait_for_present(&fixture);
    free(other);
    free(file);
    tear_down(&fixture);
}

static void folders_that_come_later_are_watched_too(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    watch_path(&fixture, fixture.folder);
    folder_write(fixture.folder, "affiches/un.jpg", "un");
    wait_for_present(&fixture);
    folder_write(fixture.folder, "affiches/un.jpg", "another");
    wait_for_present(&fixture);
    tear_down(&fixture);
}

static void a_folder_that_is_replaced_is_watched_on(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    watch_path(&fixture, fixture.folder);
    char *away = path_join(fixture.top, "away");
    assert_int_equal(rename(fixture.folder, away), 0);
    wait_for_present(&fixture);
    folder_write(fixture.top, "programme/programme.yaml", "titre: Deux\n");
    wait_for_present(&fixture);
    write_programme(&fixture, "titre: Trois\n");
    wait_for_present(&fixture);
    free(away);
    tear_down(&fixture);
}

static void a_named_file_stands_for_its_folder(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    char *file = path_in(&fixture, "programme.yaml");
    watch_path(&fixture, file);
    folder_write(fixture.folder, "affiche.jpg", "beside it");
    wait_for_present(&fixture);
    free(file);
    tear_down(&fixture);
}

static void what_was_written_before_the_watch_began_is_told(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    struct watch_target target = {.path = fixture.folder,
                                  .levels = LEVELS,
                                  .quiet_ms = QUIET_MS,
                                  .seen = fingerprint_of(&fixture)};
    write_programme(&fixture, "titre: Entre les deux\n");
    fixture.watch = watch_new(&(struct watch_options){
        .targets = &target,
        .target_count = 1,
        .mounts = fixture.mounts,
        .wake = wake,
        .wake_context = &fixture.woken,
    });
    wait_for_present(&fixture);
    tear_down(&fixture);
}

static void sticks_that_are_there_already_come_first(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    folder_write(fixture.top, "mountinfo",
                 "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                 "36 20 8:17 / /media/CLE\\040USB ro - vfat /dev/sdb1 ro\n"
                 "37 20 8:33 / /run/media/ana/DEUX rw - exfat /dev/sdc1 rw\n");
    watch_path(&fixture, fixture.folder);
    wait_for_wake(&fixture);
    wait_for_wake(&fixture);
    char *first = watch_take_stick(fixture.watch);
    char *second = watch_take_stick(fixture.watch);
    assert_string_equal(first, "/media/CLE USB");
    assert_string_equal(second, "/run/media/ana/DEUX");
    assert_null(watch_take_stick(fixture.watch));
    free(first);
    free(second);
    tear_down(&fixture);
}

static void hidden_files_leave_no_trace(void **state)
{
    (void)state;
    struct fixture fixture;
    set_up(&fixture);
    uint64_t before = fingerprint_of(&fixture);
    folder_write(fixture.folder, ".programme.yaml.swp", "vim");
    assert_true(before == fingerprint_of(&fixture));
    folder_write(fixture.folder, "affiche.jpg", "a poster");
    assert_true(before != fingerprint_of(&fixture));
    tear_down(&fixture);
}

static void a_folder_that_is_not_there_is_nothing(void **state)
{
    (void)state;
    assert_true(fingerprint_take("/nowhere", LEVELS, NULL, NULL) ==
                FINGERPRINT_NOTHING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_write_a_file_is_seen),
        cmocka_unit_test(folders_that_come_later_are_watched_too),
        cmocka_unit_test(a_folder_that_is_replaced_is_watched_on),
        cmocka_unit_test(a_named_file_stands_for_its_folder),
        cmocka_unit_test(what_was_written_before_the_watch_began_is_told),
        cmocka_unit_test(sticks_that_are_there_already_come_first),
        cmocka_unit_test(hidden_files_leave_no_trace),
        cmocka_unit_test(a_folder_that_is_not_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
