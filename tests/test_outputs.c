// SPDX-License-Identifier: MIT
// A folder like /sys/class/drm, in which TVs are switched off, on, and
// replaced.
#include "system/outputs.h"

#include <stdlib.h>

#include "app/replug.h"
#include "support/folder.h"
#include "support/test.h"

static int start(void **state)
{
    *state = folder_make();
    folder_write(*state, "version", "drm 1.1.0\n");
    return 0;
}

static int end(void **state)
{
    folder_remove(*state);
    return 0;
}

static void plug(const char *folder, const char *connector, const char *modes)
{
    char name[80];
    snprintf(name, sizeof name, "%s/status", connector);
    folder_write(folder, name, "connected\n");
    snprintf(name, sizeof name, "%s/modes", connector);
    folder_write(folder, name, modes);
}

static void unplug(const char *folder, const char *connector)
{
    char name[80];
    snprintf(name, sizeof name, "%s/status", connector);
    folder_write(folder, name, "disconnected\n");
    snprintf(name, sizeof name, "%s/modes", connector);
    folder_write(folder, name, "");
}

static const char HDMI[] = "card1-HDMI-A-1";
static const char FULL_HD[] = "1920x1080\n1280x720\n";
static const char SMALL[] = "1280x720\n1024x768\n";

static void a_display_without_modes_is_none_yet(void **state)
{
    const char *folder = *state;
    assert_false(outputs_read(folder).any);
    unplug(folder, HDMI);
    assert_false(outputs_read(folder).any);
    plug(folder, HDMI, "");
    assert_false(outputs_read(folder).any);
    plug(folder, HDMI, FULL_HD);
    assert_true(outputs_read(folder).any);
    assert_true(outputs_wait(folder, 0));
    unplug(folder, HDMI);
    assert_false(outputs_wait(folder, 0));
    assert_false(outputs_read("/nowhere/at/all").any);
}

static void another_size_or_socket_is_another_fingerprint(void **state)
{
    const char *folder = *state;
    uint64_t seen[5];
    seen[0] = outputs_read(folder).fingerprint;
    plug(folder, HDMI, FULL_HD);
    seen[1] = outputs_read(folder).fingerprint;
    plug(folder, HDMI, SMALL);
    seen[2] = outputs_read(folder).fingerprint;
    plug(folder, "card1-HDMI-A-2", SMALL);
    seen[3] = outputs_read(folder).fingerprint;
    unplug(folder, HDMI);
    seen[4] = outputs_read(folder).fingerprint;
    for (size_t i = 0; i < 5; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_true(seen[i] != seen[j]);
        }
    }
}

// What is seen each time it is due, from a second on; how often the window is
// opened anew until then.
struct watcher {
    struct replug replug;
    const char *folder;
    int64_t now_ms;
    int opened;
};

static struct watcher watch(const char *folder)
{
    struct watcher watcher = {.folder = folder, .now_ms = 1000};
    watcher.replug = replug_begin(folder, 1000);
    return watcher;
}

static void wait_ms(struct watcher *watcher, int64_t ms)
{
    int64_t end_ms = watcher->now_ms + ms;
    while (replug_deadline(&watcher->replug) <= end_ms) {
        watcher->now_ms = replug_deadline(&watcher->replug);
        watcher->opened +=
            replug_calls(&watcher->replug, watcher->now_ms) ? 1 : 0;
    }
    watcher->now_ms = end_ms;
}

static void a_display_that_stays_is_left_alone(void **state)
{
    plug(*state, HDMI, FULL_HD);
    struct watcher watcher = watch(*state);
    wait_ms(&watcher, 60 * 1000);
    assert_int_equal(watcher.opened, 0);
}

static void one_that_is_on_again_is_shown_within_three_seconds(void **state)
{
    plug(*state, HDMI, FULL_HD);
    struct watcher watcher = watch(*state);
    unplug(*state, HDMI);
    wait_ms(&watcher, 20 * 1000);
    assert_int_equal(watcher.opened, 0); // nobody to show it to
    plug(*state, HDMI, FULL_HD);
    wait_ms(&watcher, 3000);
    assert_int_equal(watcher.opened, 1);
    wait_ms(&watcher, 60 * 1000);
    assert_int_equal(watcher.opened, 1);
}

static void another_one_is_shown_within_three_seconds(void **state)
{
    plug(*state, HDMI, FULL_HD);
    struct watcher watcher = watch(*state);
    wait_ms(&watcher, 500);
    plug(*state, HDMI, SMALL);
    wait_ms(&watcher, 3000);
    assert_int_equal(watcher.opened, 1);
    wait_ms(&watcher, 60 * 1000);
    assert_int_equal(watcher.opened, 1);
}

static void a_plug_that_is_loose_is_waited_for(void **state)
{
    plug(*state, HDMI, FULL_HD);
    struct watcher watcher = watch(*state);
    unplug(*state, HDMI);
    wait_ms(&watcher, 2100);
    for (int i = 0; i < 5; i++) {
        plug(*state, HDMI, FULL_HD);
        wait_ms(&watcher, 510);
        unplug(*state, HDMI);
        wait_ms(&watcher, 510);
    }
    assert_int_equal(watcher.opened, 0);
    plug(*state, HDMI, FULL_HD);
    wait_ms(&watcher, 3000);
    assert_int_equal(watcher.opened, 1);
}

static void elsewhere_nothing_is_looked_at(void **state)
{
    (void)state;
    struct replug replug = replug_begin(NULL, 0);
    assert_false(replug_calls(&replug, INT64_MAX - 1));
    assert_true(replug_deadline(&replug) == INT64_MAX);
}

int main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)
    const struct CMUnitTest tests[] = {
        EACH(a_display_without_modes_is_none_yet),
        EACH(another_size_or_socket_is_another_fingerprint),
        EACH(a_display_that_stays_is_left_alone),
        EACH(one_that_is_on_again_is_shown_within_three_seconds),
        EACH(another_one_is_shown_within_three_seconds),
        EACH(a_plug_that_is_loose_is_waited_for),
        EACH(elsewhere_nothing_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
