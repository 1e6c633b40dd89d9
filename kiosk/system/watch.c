// SPDX-License-Identifier: MIT
#include "system/watch.h"

#include <assert.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "system/clock.h"
#include "system/mounts.h"
#include "system/thread.h"
#include "system/watched_folder.h"

// What the thread polls, in this order; the folders come behind.
enum {
    FILE_STOP,
    FILE_MOUNTS,
    FILE_FOLDERS,
};

enum {
    STICKS_MAX = 16 // that wait to be taken
};

struct watch {
    // Given once.
    watch_wake_fn *wake;
    void *wake_context;
    char *mounts_path;
    bool wants_sticks;
    int stop_file; // an eventfd
    pthread_t thread;

    // The thread's own.
    struct watched_folder folders[WATCH_TARGETS_MAX];
    size_t folder_count;
    int mounts_file; // -1: there is no such list
    struct mounts mounts;

    pthread_mutex_t lock; // guards everything below
    bool has_changed[WATCH_TARGETS_MAX];
    uint64_t fingerprints[WATCH_TARGETS_MAX];
    char *sticks[STICKS_MAX];
    size_t stick_count;
};

static void tell_change(struct watch *watch, size_t target)
{
    pthread_mutex_lock(&watch->lock);
    watch->has_changed[target] = true;
    watch->fingerprints[target] = watch->folders[target].seen;
    pthread_mutex_unlock(&watch->lock);
    watch->wake(watch->wake_context);
}

static void tell_stick(struct watch *watch, const char *point)
{
    pthread_mutex_lock(&watch->lock);
    bool has_room = watch->stick_count < STICKS_MAX;
    if (has_room) {
        watch->sticks[watch->stick_count++] = xstrdup(point);
    }
    pthread_mutex_unlock(&watch->lock);
    if (has_room) {
        watch->wake(watch->wake_context);
    }
}

static void update_folders(struct watch *watch, int64_t now_ms)
{
    for (size_t i = 0; i < watch->folder_count; i++) {
        if (watched_folder_update(&watch->folders[i], now_ms)) {
            tell_change(watch, i);
        }
    }
}

// A mount may also have put another folder in a watched one's place.
static void read_mounts(struct watch *watch, int64_t now_ms)
{
    struct mounts mounts;
    if (!mounts_read(watch->mounts_path, &mounts)) {
        return;
    }
    for (size_t i = 0; watch->wants_sticks && i < mounts.count; i++) {
        if (!mounts_have(&watch->mounts, &mounts.items[i])) {
            tell_stick(watch, mounts.items[i].point);
        }
    }
    mounts_release(&watch->mounts);
    watch->mounts = mounts;
    for (size_t i = 0; i < watch->folder_count; i++) {
        watched_folder_stir(&watch->folders[i], now_ms);
    }
}

static int timeout_ms(const struct watch *watch, int64_t now_ms)
{
    int64_t least_ms = INT_MAX;
    for (size_t i = 0; i < watch->folder_count; i++) {
        int64_t left_ms = watch->folders[i].look_ms - now_ms;
        least_ms = left_ms < least_ms ? left_ms : least_ms;
    }
    return (int)(least_ms < 0 ? 0 : least_ms);
}

// Sleeps until there is news, or a folder is to be looked at. False when the
// thread is to end.
static bool wait_for_news(struct watch *watch)
{
    struct pollfd files[FILE_FOLDERS + WATCH_TARGETS_MAX] = {
        [FILE_STOP] = {.fd = watch->stop_file,   .events = POLLIN },
        [FILE_MOUNTS] = {.fd = watch->mounts_file, .events = POLLPRI},
    };
    for (size_t i = 0; i < watch->folder_count; i++) {
        const struct watched_folder *folder = &watch->folders[i];
        bool listens = watched_folder_listens(folder);
        files[FILE_FOLDERS + i].fd = listens ? folder->events : -1;
        files[FILE_FOLDERS + i].events = POLLIN;
    }
    poll(files, FILE_FOLDERS + watch->folder_count,
         timeout_ms(watch, clock_monotonic_ms()));
    if ((files[FILE_MOUNTS].revents & (POLLPRI | POLLERR)) != 0) {
        read_mounts(watch, clock_monotonic_ms());
    }
    return files[FILE_STOP].revents == 0;
}

static void *work(void *context)
{
    struct watch *watch = context;
    // Opened first: what is mounted between the two is not missed.
    watch->mounts_file = open(watch->mounts_path, O_RDONLY | O_CLOEXEC);
    read_mounts(watch, clock_monotonic_ms());
    do {
        update_folders(watch, clock_monotonic_ms());
    } while (wait_for_news(watch));
    return NULL;
}

static void watch_release(struct watch *watch)
{
    for (size_t i = 0; i < watch->folder_count; i++) {
        watched_folder_release(&watch->folders[i]);
    }
    for (size_t i = 0; i < watch->stick_count; i++) {
        free(watch->sticks[i]);
    }
    mounts_release(&watch->mounts);
    if (watch->mounts_file >= 0) {
        close(watch->mounts_file);
    }
    if (watch->stop_file >= 0) {
        close(watch->stop_file);
    }
    pthread_mutex_destroy(&watch->lock);
    free(watch->mounts_path);
    free(watch);
}

struct watch *watch_new(const struct watch_options *options)
{
    assert(options->target_count <= WATCH_TARGETS_MAX);
    struct watch *watch = xcalloc(1, sizeof *watch);
    watch->wake = options->wake;
    watch->wake_context = options->wake_context;
    watch->wants_sticks = options->sticks;
    watch->mounts_path =
        xstrdup(options->mounts != NULL ? options->mounts : MOUNTS_FILE);
    watch->mounts_file = -1;
    watch->stop_file = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    pthread_mutex_init(&watch->lock, NULL);
    for (size_t i = 0; i < options->target_count; i++) {
        watched_folder_init(&watch->folders[watch->folder_count++],
                            &options->targets[i], clock_monotonic_ms());
    }
    if (watch->stop_file < 0 || !thread_start(work, watch, &watch->thread)) {
        log_line("no thread can be started to watch folders");
        watch_release(watch);
        return NULL;
    }
    return watch;
}

void watch_free(struct watch *watch)
{
    if (watch != NULL) {
        eventfd_write(watch->stop_file, 1);
        pthread_join(watch->thread, NULL);
        watch_release(watch);
    }
}

bool watch_take_change(struct watch *watch, size_t target,
                       uint64_t *fingerprint)
{
    assert(target < watch->folder_count);
    pthread_mutex_lock(&watch->lock);
    bool has_changed = watch->has_changed[target];
    watch->has_changed[target] = false;
    if (has_changed && fingerprint != NULL) {
        *fingerprint = watch->fingerprints[target];
    }
    pthread_mutex_unlock(&watch->lock);
    return has_changed;
}

char *watch_take_stick(struct watch *watch)
{
    char *stick = NULL;
    pthread_mutex_lock(&watch->lock);
    if (watch->stick_count > 0) {
        stick = watch->sticks[0];
        watch->stick_count--;
        for (size_t i = 0; i < watch->stick_count; i++) {
            watch->sticks[i] = watch->sticks[i + 1];
        }
    }
    pthread_mutex_unlock(&watch->lock);
    return stick;
}
