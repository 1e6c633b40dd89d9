// SPDX-License-Identifier: MIT
// One folder that is watched: when it is looked at and when it has come to
// rest. For the watch's thread alone; times are monotonic, and parameters.

#ifndef KIOSK_SYSTEM_WATCHED_FOLDER_H
#define KIOSK_SYSTEM_WATCHED_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

struct watch_target;

struct watched_folder {
    char *path;   // as it was given
    char *parent; // tells when the folder itself is replaced
    int levels, quiet_ms;
    int events;       // inotify; -1: the system has none left
    int parent_watch; // of events
    bool is_blind;    // inotify does not see everything there
    bool is_stirred;  // something was written and has not come to rest
    uint64_t seen, last;
    int64_t stirred_ms; // the last sign of writing
    int64_t began_ms;   // the first one
    int64_t look_ms;    // when it is looked at next
};

void watched_folder_init(struct watched_folder *folder,
                         const struct watch_target *target, int64_t now_ms);
void watched_folder_release(struct watched_folder *folder);

// Something was written there, or may have been.
void watched_folder_stir(struct watched_folder *folder, int64_t now_ms);

// Does what is due. True if it has another content now than it had before, or
// is written to without end; folder->seen then says what it is.
bool watched_folder_update(struct watched_folder *folder, int64_t now_ms);

// True while news from folder->events are waited for.
bool watched_folder_listens(const struct watched_folder *folder);

#endif
