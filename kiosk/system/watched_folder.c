// SPDX-License-Identifier: MIT
#include "system/watched_folder.h"

#include <errno.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "system/fingerprint.h"
#include "system/watch.h"

enum {
    RESCAN_MS = 30 * 1000,   // where inotify sees everything
    RESCAN_BLIND_MS = 1000,  // where it does not
    RESTLESS_MS = 30 * 1000, // then it is reported as it is
    LOOKS_WHILE_QUIET = 4,   // so many agree before it is at rest
    EVENT_BYTES = 64 * 1024,
};

static const uint32_t WRITING =
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE |
    IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
static const uint32_t REPLACING =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

// File systems that others write to behind the kernel's back.
static bool is_shared(const char *path)
{
    static const unsigned long SHARED[] = {
        NFS_SUPER_MAGIC,       SMB_SUPER_MAGIC,
        0xFF534D42 /* CIFS */, SMB2_SUPER_MAGIC,
        FUSE_SUPER_MAGIC,      V9FS_MAGIC,
        CEPH_SUPER_MAGIC,      AFS_SUPER_MAGIC,
        CODA_SUPER_MAGIC,      0x786F4256 /* VirtualBox */,
    };
    struct statfs status;
    bool shared = false;
    if (statfs(path, &status) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof SHARED / sizeof *SHARED; i++) {
        // Some are written as negative numbers of 32 bits.
        shared = shared || (uint32_t)status.f_type == SHARED[i];
    }
    return shared;
}

static void watch_folder(const char *path, void *context)
{
    struct watched_folder *folder = context;
    int watch = inotify_add_watch(folder->events, path, WRITING);
    if (watch == folder->parent_watch) {
        folder->parent_watch = -1; // "/": there is none
    }
    // One that is not there yet is seen to come by its parent.
    bool unseen = watch < 0 && errno != ENOENT && errno != ENOTDIR;
    folder->is_blind = folder->is_blind || unseen || is_shared(path);
}

// Watches the folder as it is now, then looks at it: what is written between
// the two is not missed. Folders may have come, gone, or been replaced.
static uint64_t look(struct watched_folder *folder)
{
    int former = folder->events;
    folder->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    folder->is_blind = false;
    folder->parent_watch =
        inotify_add_watch(folder->events, folder->parent, REPLACING);
    uint64_t fingerprint =
        fingerprint_take(folder->path, folder->levels, watch_folder, folder);
    if (former >= 0) {
        close(former);
    }
    return fingerprint;
}

// Of the parent's events only those count that are about the folder itself.
static bool is_about(const struct watched_folder *folder,
                     const struct inotify_event *event, const char *name)
{
    return event->wd != folder->parent_watch || event->len == 0 ||
           strcmp(name, path_name(folder->path)) == 0;
}

static bool has_news(const struct watched_folder *folder)
{
    char bytes[EVENT_BYTES];
    bool news = false;
    ssize_t length = read(folder->events, bytes, sizeof bytes);
    while (length > 0) {
        for (ssize_t at = 0; at < length;) {
            struct inotify_event event;
            memcpy(&event, bytes + at, sizeof event);
            at += (ssize_t)sizeof event;
            news = news || is_about(folder, &event, bytes + at);
            at += (ssize_t)event.len;
        }
        length = read(folder->events, bytes, sizeof bytes);
    }
    return news;
}

static int64_t step_ms(const struct watched_folder *folder)
{
    return folder->quiet_ms / LOOKS_WHILE_QUIET + 1;
}

static void settle(struct watched_folder *folder, int64_t now_ms)
{
    folder->is_stirred = false;
    folder->look_ms = now_ms + (folder->is_blind ? RESCAN_BLIND_MS : RESCAN_MS);
}

void watched_folder_init(struct watched_folder *folder,
                         const struct watch_target *target, int64_t now_ms)
{
    char *path = path_is_file(target->path) ? path_folder(target->path)
                                            : xstrdup(target->path);
    for (size_t end = strlen(path); end > 1 && path[end - 1] == '/'; end--) {
        path[end - 1] = '\0';
    }
    *folder = (struct watched_folder){.path = path,
                                      .parent = path_folder(path),
                                      .levels = target->levels,
                                      .quiet_ms = target->quiet_ms,
                                      .events = -1,
                                      .seen = target->seen,
                                      .last = target->seen,
                                      .look_ms = now_ms};
}

void watched_folder_release(struct watched_folder *folder)
{
    if (folder->events >= 0) {
        close(folder->events);
    }
    free(folder->path);
    free(folder->parent);
}

void watched_folder_stir(struct watched_folder *folder, int64_t now_ms)
{
    folder->began_ms = folder->is_stirred ? folder->began_ms : now_ms;
    folder->is_stirred = true;
    folder->stirred_ms = now_ms;
    folder->look_ms = now_ms;
}

static bool report(struct watched_folder *folder)
{
    bool changed = folder->last != folder->seen;
    folder->seen = folder->last;
    return changed;
}

bool watched_folder_update(struct watched_folder *folder, int64_t now_ms)
{
    bool news = has_news(folder);
    if (news && !folder->is_stirred) {
        watched_folder_stir(folder, now_ms);
    }
    if (now_ms < folder->look_ms) {
        return false;
    }
    uint64_t fingerprint = look(folder);
    if (fingerprint != folder->last || news) {
        int64_t began_ms = folder->is_stirred ? folder->began_ms : now_ms;
        watched_folder_stir(folder, now_ms);
        folder->began_ms = began_ms;
    }
    folder->last = fingerprint;
    if (!folder->is_stirred ||
        now_ms - folder->stirred_ms >= folder->quiet_ms) {
        settle(folder, now_ms);
        return report(folder);
    }
    folder->look_ms = now_ms + step_ms(folder);
    if (now_ms - folder->began_ms >= RESTLESS_MS) {
        folder->began_ms = now_ms;
        return report(folder);
    }
    return false;
}

bool watched_folder_listens(const struct watched_folder *folder)
{
    return folder->events >= 0 && !folder->is_stirred;
}
