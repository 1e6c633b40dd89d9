// SPDX-License-Identifier: MIT
#include "store/store_slots.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/disk.h"

enum {
    FOLDER_MODE = 0755,
    SLOT_PATH_BYTES = 32,
    READ_BYTES = 256 * 1024,
};

static const uint64_t PROGRAMME_BYTES_MAX = UINT64_C(1024) * 1024 * 1024;

// Of the disk stays free, for names, receipts and everybody else.
static const uint64_t BYTES_LEFT_FREE = UINT64_C(4) * 1024 * 1024;

static const char CURRENT[] = "current";
static const char CURRENT_NEW[] = "current.new";
static const char DISCARDED[] = "discarded";

static void slot_path(int number, char out[SLOT_PATH_BYTES])
{
    snprintf(out, SLOT_PATH_BYTES, "slots/%04d", number);
}

// The number in "0007" or "slots/0007"; 0 if it is none.
static int slot_number(const char *name)
{
    const char *digits = strncmp(name, "slots/", 6) == 0 ? name + 6 : name;
    size_t length = strspn(digits, "0123456789");
    bool right = length >= 4 && length <= 9 && digits[length] == '\0';
    return right ? (int)strtol(digits, NULL, 10) : 0;
}

static int compare_slots(const void *left, const void *right)
{
    const struct slot *a = left, *b = right;
    return a->number < b->number ? 1 : -(a->number > b->number);
}

static bool has_size(int programme, const struct manifest_file *file)
{
    struct stat status;
    return fstatat(programme, file->name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(status.st_mode) && (uint64_t)status.st_size == file->bytes;
}

// The manifest, if every file is there in its size. That costs a millisecond;
// store_verify() reads them.
static struct manifest *read_slot(const struct store *store, int number)
{
    char path[SLOT_PATH_BYTES];
    slot_path(number, path);
    char *name = path_join(path, STORE_MANIFEST);
    char *text = disk_read_file(store->folder, name, MANIFEST_BYTES_MAX, NULL);
    free(name);
    struct manifest *manifest = text != NULL ? manifest_read(text) : NULL;
    free(text);
    if (manifest == NULL) {
        return NULL;
    }
    name = path_join(path, STORE_PROGRAMME);
    int programme =
        disk_open_beneath(store->folder, name, O_RDONLY | O_DIRECTORY);
    free(name);
    bool whole = programme >= 0;
    for (size_t i = 0; i < manifest->file_count && whole; i++) {
        whole = has_size(programme, &manifest->files[i]);
    }
    if (programme >= 0) {
        close(programme);
    }
    if (!whole) {
        manifest_free(manifest);
        return NULL;
    }
    return manifest;
}

static void add_slot(struct store *store, int number)
{
    store->slots =
        xrealloc(store->slots, store->slot_count + 1, sizeof *store->slots);
    store->slots[store->slot_count++] =
        (struct slot){.number = number, .manifest = read_slot(store, number)};
}

static bool list_slots(struct store *store)
{
    int folder =
        openat(store->folder, "slots", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = folder >= 0 ? fdopendir(folder) : NULL;
    if (entries == NULL) {
        if (folder >= 0) {
            close(folder);
        }
        return errno == ENOENT; // nothing was taken in yet
    }
    int reason = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(entries);
        reason = errno;
        if (entry == NULL) {
            break;
        }
        int number = slot_number(entry->d_name);
        if (number > 0) {
            add_slot(store, number);
        }
    }
    closedir(entries);
    errno = reason;
    return reason == 0;
}

static int linked_number(const struct store *store)
{
    char target[SLOT_PATH_BYTES];
    ssize_t length =
        readlinkat(store->folder, CURRENT, target, sizeof target - 1);
    if (length <= 0) {
        return 0;
    }
    target[length] = '\0';
    return slot_number(target);
}

static size_t find_current(const struct store *store)
{
    int linked = linked_number(store);
    size_t newest_whole = store->slot_count;
    for (size_t i = store->slot_count; i > 0; i--) {
        const struct slot *slot = &store->slots[i - 1];
        if (slot->manifest != NULL && slot->number == linked) {
            return i - 1;
        }
        newest_whole = slot->manifest != NULL ? i - 1 : newest_whole;
    }
    return newest_whole;
}

bool store_read_slots(struct store *store)
{
    for (size_t i = 0; i < store->slot_count; i++) {
        manifest_free(store->slots[i].manifest);
    }
    free(store->slots);
    store->slots = NULL;
    store->slot_count = 0;
    if (!list_slots(store)) {
        return false;
    }
    if (store->slot_count > 0) {
        qsort(store->slots, store->slot_count, sizeof *store->slots,
              compare_slots);
    }
    store->current = find_current(store);
    for (size_t i = 0; i < store->slot_count; i++) {
        store->slots[i].is_current = i == store->current;
    }
    return true;
}

static bool verify_file(int programme, const struct manifest_file *file)
{
    char *buffer = xmalloc(READ_BYTES);
    char found[DIGEST_TEXT_BYTES];
    struct digest digest;
    digest_init(&digest);
    int opened = disk_open_beneath(programme, file->name, O_RDONLY);
    ssize_t got = opened >= 0 ? 1 : -1;
    while (got > 0) {
        got = read(opened, buffer, READ_BYTES);
        if (got > 0) {
            digest_add(&digest, buffer, (size_t)got);
        }
    }
    if (opened >= 0) {
        close(opened);
    }
    digest_end(&digest, found);
    free(buffer);
    return got == 0 && strcmp(found, file->digest) == 0;
}

bool store_verify(const struct store *store, const struct slot *slot,
                  char **fault)
{
    char path[SLOT_PATH_BYTES];
    slot_path(slot->number, path);
    char *name = path_join(path, STORE_PROGRAMME);
    int programme =
        disk_open_beneath(store->folder, name, O_RDONLY | O_DIRECTORY);
    free(name);
    if (slot->manifest == NULL || programme < 0) {
        *fault = xstrdup(STORE_MANIFEST);
        if (programme >= 0) {
            close(programme);
        }
        return false;
    }
    size_t i = 0;
    const struct manifest *manifest = slot->manifest;
    while (i < manifest->file_count &&
           verify_file(programme, &manifest->files[i])) {
        i++;
    }
    close(programme);
    if (i < manifest->file_count) {
        *fault = xstrdup(manifest->files[i].name);
    }
    return i == manifest->file_count;
}

// Bytes anybody may still write.
static uint64_t free_bytes(const struct store *store)
{
    struct statvfs disk;
    if (fstatvfs(store->folder, &disk) != 0) {
        return 0;
    }
    uint64_t bytes = (uint64_t)disk.f_bavail * (uint64_t)disk.f_frsize;
    return bytes > BYTES_LEFT_FREE ? bytes - BYTES_LEFT_FREE : 0;
}

uint64_t store_room(const struct store *store, uint64_t limit)
{
    uint64_t bytes = free_bytes(store);
    for (size_t i = 0; i < store->slot_count; i++) {
        const struct slot *slot = &store->slots[i];
        if (!slot->is_current && slot->manifest != NULL) {
            bytes += manifest_bytes(slot->manifest);
        }
    }
    if (limit != 0) {
        return limit < bytes ? limit : bytes;
    }
    return bytes / 2 < PROGRAMME_BYTES_MAX ? bytes / 2 : PROGRAMME_BYTES_MAX;
}

// Out of sight at once, whatever happens while it is deleted.
static bool discard(struct store *store, size_t index)
{
    char path[SLOT_PATH_BYTES];
    slot_path(store->slots[index].number, path);
    return disk_remove(store->folder, DISCARDED) &&
           renameat(store->folder, path, store->folder, DISCARDED) == 0 &&
           disk_sync_folder(store->folder, "slots") &&
           disk_remove(store->folder, DISCARDED) && store_read_slots(store);
}

// False if there is none but the current one.
static bool discard_oldest(struct store *store)
{
    size_t oldest = store->slot_count;
    while (oldest > 0 && store->slots[oldest - 1].is_current) {
        oldest--;
    }
    return oldest > 0 && discard(store, oldest - 1);
}

bool store_make_room(struct store *store, uint64_t bytes)
{
    bool possible = true;
    while (possible && free_bytes(store) < bytes) {
        possible = discard_oldest(store);
    }
    return possible;
}

int store_begin(struct store *store)
{
    if (!disk_remove(store->folder, STORE_INCOMING) ||
        mkdirat(store->folder, STORE_INCOMING, FOLDER_MODE) != 0 ||
        mkdirat(store->folder, STORE_INCOMING "/" STORE_PROGRAMME,
                FOLDER_MODE) != 0) {
        return -1;
    }
    return disk_open_beneath(store->folder, STORE_INCOMING "/" STORE_PROGRAMME,
                             O_RDONLY | O_DIRECTORY);
}

void store_abandon(struct store *store)
{
    if (!disk_remove(store->folder, STORE_INCOMING)) {
        log_line("cannot delete %s/%s: %s", store->path, STORE_INCOMING,
                 strerror(errno));
    }
}

// Every folder that holds a file of the manifest.
static bool sync_folders(const struct store *store,
                         const struct manifest *manifest)
{
    const char *root = STORE_INCOMING "/" STORE_PROGRAMME;
    char *before = xstrdup("");
    bool done = true;
    for (size_t i = 0; i < manifest->file_count && done; i++) {
        char *path = path_join(root, manifest->files[i].name);
        char *folder = path_folder(path);
        free(path);
        // Up to the programme's own folder; neighbours share theirs.
        while (done && strcmp(folder, root) != 0 &&
               strcmp(folder, before) != 0) {
            done = disk_sync_folder(store->folder, folder);
            free(before);
            before = folder;
            folder = path_folder(folder);
        }
        free(folder);
    }
    free(before);
    return done && disk_sync_folder(store->folder, root);
}

static bool write_manifest(const struct store *store,
                           const struct manifest *manifest)
{
    int incoming = disk_open_beneath(store->folder, STORE_INCOMING,
                                     O_RDONLY | O_DIRECTORY);
    if (incoming < 0) {
        return false;
    }
    char *text = manifest_text(manifest);
    bool done = disk_make_file(incoming, STORE_MANIFEST, text);
    int reason = errno;
    free(text);
    close(incoming);
    errno = reason;
    return done && disk_sync_folder(store->folder, STORE_INCOMING);
}

// The one instant at which another programme becomes the current one.
static bool make_current(struct store *store, int number)
{
    char path[SLOT_PATH_BYTES];
    slot_path(number, path);
    bool done =
        disk_remove(store->folder, CURRENT_NEW) &&
        symlinkat(path, store->folder, CURRENT_NEW) == 0 &&
        renameat(store->folder, CURRENT_NEW, store->folder, CURRENT) == 0;
    if (done && !disk_sync_folder(store->folder, ".")) {
        // It is current for everybody now; whether it still is after the
        // plug was pulled, the disk does not say. Both are whole.
        log_line("%s: %s", store->path, strerror(errno));
    }
    return done;
}

// Keeps the current slot, the one that was before, and the newest others.
// What was gone back from is no longer wanted.
static void discard_old(struct store *store, int before)
{
    size_t kept = 0, i = 0;
    while (i < store->slot_count) {
        const struct slot *slot = &store->slots[i];
        bool gone_back_from = !slot->is_current && slot->number > before;
        bool wanted = slot->is_current || slot->number == before ||
                      (!gone_back_from && slot->manifest != NULL &&
                       kept < STORE_SLOTS_KEPT);
        if (wanted) {
            kept++;
            i++;
        } else if (!discard(store, i)) {
            log_line("%s: cannot delete an old programme: %s", store->path,
                     strerror(errno));
            return;
        }
    }
}

bool store_mend(struct store *store)
{
    const struct slot *current = store_current(store);
    bool done = current == NULL || linked_number(store) == current->number ||
                make_current(store, current->number);
    while (done && store->slot_count > STORE_SLOTS_KEPT) {
        done = discard_oldest(store);
    }
    return done;
}

enum store_result store_publish(struct store *store,
                                const struct manifest *manifest)
{
    const struct slot *former = store_current(store);
    int before = former != NULL ? former->number : 0;
    int number = store->slot_count > 0 ? store->slots[0].number + 1 : 1;
    char path[SLOT_PATH_BYTES];
    slot_path(number, path);
    bool done =
        sync_folders(store, manifest) && write_manifest(store, manifest) &&
        renameat(store->folder, STORE_INCOMING, store->folder, path) == 0 &&
        disk_sync_folder(store->folder, "slots") &&
        disk_sync_folder(store->folder, ".") && make_current(store, number);
    if (!done) {
        return store_result_of(errno);
    }
    if (store_read_slots(store)) {
        discard_old(store, before);
    }
    return STORE_DONE;
}

enum store_result store_back(struct store *store)
{
    size_t other = 0;
    while (other < store->slot_count &&
           (store->slots[other].is_current ||
            store->slots[other].manifest == NULL)) {
        other++;
    }
    if (other == store->slot_count) {
        return STORE_NO_SLOT;
    }
    if (!make_current(store, store->slots[other].number) ||
        !store_read_slots(store)) {
        return store_result_of(errno);
    }
    return STORE_DONE;
}
