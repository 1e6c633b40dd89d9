// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/disk.h"
#include "store/store_slots.h"

enum {
    LOCK_STEP_MS = 50,
    MARK_BYTES_MAX = 64,
    RECEIPT_BYTES_MAX = 64 * 1024,
    FOLDER_MODE = 0755,
    LOCK_MODE = 0644,
};

static const char SYSTEM_FOLDER[] = "/var/lib/kiosk";
static const char LOCK[] = "lock";
static const char HIGH_WATER[] = "high-water";
static const char RECEIPT[] = "receipt.txt";
static const char DISCARDED[] = "discarded";

// Beyond it an instant is nonsense: 1 January 2200.
static const int64_t INSTANT_MAX = 7258118400;

static bool is_store(const char *folder)
{
    char *slots = path_join(folder, "slots");
    bool found = path_is_folder(slots);
    free(slots);
    return found;
}

static bool system_folder_serves(void)
{
    if (access(SYSTEM_FOLDER, W_OK) == 0) {
        return true;
    }
    if (errno == ENOENT) {
        return access("/var/lib", W_OK) == 0;
    }
    return errno == EROFS && is_store(SYSTEM_FOLDER);
}

char *store_default_folder(void)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    if (system_folder_serves()) {
        return xstrdup(SYSTEM_FOLDER);
    }
    if (state != NULL && state[0] == '/') {
        return path_join(state, "kiosk");
    }
    return path_join(home != NULL ? home : "", ".local/state/kiosk");
}

enum store_result store_result_of(int reason)
{
    switch (reason) {
    case ENOENT:
    case ENOTDIR:
        return STORE_ABSENT;
    case EROFS:
    case EACCES:
    case EPERM:
        return STORE_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
        return STORE_FULL;
    case EWOULDBLOCK:
        return STORE_BUSY;
    default:
        return STORE_FAILED;
    }
}

void store_free(struct store *store)
{
    if (store == NULL) {
        return;
    }
    for (size_t i = 0; i < store->slot_count; i++) {
        manifest_free(store->slots[i].manifest);
    }
    free(store->slots);
    if (store->lock >= 0) {
        close(store->lock);
    }
    if (store->folder >= 0) {
        close(store->folder);
    }
    free(store->path);
    free(store);
}

static struct store *fail(struct store *store, enum store_result *result)
{
    int reason = errno;
    store_free(store);
    if (result != NULL) {
        *result = store_result_of(reason);
    }
    errno = reason;
    return NULL;
}

static struct store *open_folder(const char *folder)
{
    struct store *store = xcalloc(1, sizeof *store);
    store->path = realpath(folder, NULL);
    store->lock = -1;
    store->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (store->path == NULL) {
        store->path = xstrdup(folder);
    }
    return store;
}

struct store *store_open(const char *folder, enum store_result *result)
{
    struct store *store = open_folder(folder);
    if (store->folder < 0 || !store_read_slots(store)) {
        return fail(store, result);
    }
    if (result != NULL) {
        *result = STORE_DONE;
    }
    return store;
}

// A new one is on the disk when this returns.
static bool make_one_folder(const char *path)
{
    if (mkdir(path, FOLDER_MODE) != 0) {
        return errno == EEXIST;
    }
    char *parent = path_folder(path);
    bool done = disk_sync_folder(AT_FDCWD, parent);
    free(parent);
    return done;
}

// With those above it.
static bool make_folder(const char *folder)
{
    char *path = xstrdup(folder);
    for (char *at = path + 1; *at != '\0'; at++) {
        if (*at == '/' && at[1] != '\0') {
            *at = '\0';
            make_one_folder(path); // the last one tells
            *at = '/';
        }
    }
    bool done = make_one_folder(folder);
    free(path);
    return done;
}

static bool take_lock(struct store *store, int wait_ms)
{
    static const struct timespec STEP = {0, LOCK_STEP_MS * 1000000L};
    store->lock = openat(store->folder, LOCK,
                         O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, LOCK_MODE);
    if (store->lock < 0) {
        return false;
    }
    int waited_ms = 0;
    while (flock(store->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK || waited_ms >= wait_ms) {
            return false;
        }
        nanosleep(&STEP, NULL);
        waited_ms += LOCK_STEP_MS;
    }
    return true;
}

static bool make_slots(const struct store *store)
{
    return mkdirat(store->folder, "slots", FOLDER_MODE) == 0 || errno == EEXIST;
}

// What an interrupted writer left, of which nothing counts.
static bool clear_away(const struct store *store)
{
    return disk_remove(store->folder, STORE_INCOMING) &&
           disk_remove(store->folder, DISCARDED) &&
           disk_remove(store->folder, "current.new");
}

struct store *store_open_to_write(const char *folder, int wait_ms,
                                  enum store_result *result)
{
    if (!make_folder(folder)) {
        return fail(NULL, result);
    }
    struct store *store = open_folder(folder);
    bool open = store->folder >= 0 && take_lock(store, wait_ms) &&
                make_slots(store) && clear_away(store) &&
                store_read_slots(store) && store_mend(store);
    if (!open) {
        return fail(store, result);
    }
    if (result != NULL) {
        *result = STORE_DONE;
    }
    return store;
}

const char *store_folder(const struct store *store)
{
    return store->path;
}

size_t store_slot_count(const struct store *store)
{
    return store->slot_count;
}

const struct slot *store_slot_at(const struct store *store, size_t index)
{
    return index < store->slot_count ? &store->slots[index] : NULL;
}

const struct slot *store_current(const struct store *store)
{
    return store_slot_at(store, store->current);
}

int store_number(const struct store *store)
{
    const struct slot *slot = store_current(store);
    return slot != NULL ? slot->number : 0;
}

int store_number_in(const char *folder)
{
    struct store *store = store_open(folder, NULL);
    int number = store != NULL ? store_number(store) : 0;
    store_free(store);
    return number;
}

char *store_slot_folder(const struct store *store, const struct slot *slot)
{
    return slot != NULL ? xasprintf("%s/slots/%04d/" STORE_PROGRAMME,
                                    store->path, slot->number)
                        : NULL;
}

int64_t store_high_water(const struct store *store)
{
    char *text =
        disk_read_file(store->folder, HIGH_WATER, MARK_BYTES_MAX, NULL);
    char *end = NULL;
    int64_t instant = text != NULL ? strtoll(text, &end, 10) : 0;
    bool right = text != NULL && end != text && strcmp(end, "\n") == 0 &&
                 instant > 0 && instant <= INSTANT_MAX;
    free(text);
    return right ? instant : 0;
}

static bool write_high_water(const struct store *store, int64_t instant)
{
    char *text = xasprintf("%" PRId64 "\n", instant);
    bool done = disk_replace_file(store->folder, HIGH_WATER, text);
    free(text);
    return done;
}

bool store_raise_high_water(struct store *store, int64_t instant)
{
    bool later = instant >= store_high_water(store) + STORE_HIGH_WATER_SECONDS;
    return !later || instant > INSTANT_MAX || write_high_water(store, instant);
}

bool store_lower_high_water(struct store *store, int64_t instant)
{
    bool earlier = instant > 0 && instant < store_high_water(store);
    return !earlier || write_high_water(store, instant);
}

char *store_receipt(const struct store *store)
{
    return disk_read_file(store->folder, RECEIPT, RECEIPT_BYTES_MAX, NULL);
}

bool store_write_receipt(struct store *store, const char *text)
{
    return disk_replace_file(store->folder, RECEIPT, text);
}
