// SPDX-License-Identifier: MIT
#include "store/crashes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/disk.h"
#include "store/store_slots.h"
#include "system/boot.h"

static const char FILE_NAME[] = "crashes";
static const char NO_BOOT[] = "-";

enum {
    FILE_BYTES_MAX = 128,
};

struct record {
    char boot[BOOT_ID_BYTES]; // of the run that goes on; "-": it ended
    int slot;                 // it is about
    int caution;
    int count; // of breakdowns at that caution
};

static struct record fresh_record(const struct store *store)
{
    struct record record = {.boot = "-", .slot = store_number(store)};
    return record;
}

// One that is missing, damaged or about another programme counts nothing.
static struct record read_record(const struct store *store)
{
    struct record record = fresh_record(store), found = {.slot = 0};
    char *text = disk_read_file(store->folder, FILE_NAME, FILE_BYTES_MAX, NULL);
    bool right = text != NULL &&
                 sscanf(text, "%39s %d %d %d", found.boot, &found.slot,
                        &found.caution, &found.count) == 4 &&
                 found.slot == record.slot && found.caution >= CAUTION_NONE &&
                 found.caution < CAUTION_COUNT && found.count >= 0 &&
                 found.count < CRASHES_MAX;
    free(text);
    return right ? found : record;
}

// A disk that refuses is told of elsewhere: without it nothing is counted.
static void write_record(struct store *store, const struct record *record)
{
    char *text = xasprintf("%s %d %d %d\n", record->boot, record->slot,
                           record->caution, record->count);
    disk_replace_file(store->folder, FILE_NAME, text);
    free(text);
}

static void count_crash(struct record *record)
{
    record->count++;
    if (record->count < CRASHES_MAX) {
        return;
    }
    record->count = 0;
    if (record->caution + 1 < CAUTION_COUNT) {
        record->caution++;
    }
}

// One more chance, and no more.
static void pardon(struct record *record)
{
    if (record->caution != CAUTION_NONE) {
        record->caution = CAUTION_NONE;
        record->count = CRASHES_MAX - 1;
    }
}

static bool has_former(const struct store *store)
{
    for (size_t i = 0; i < store_slot_count(store); i++) {
        const struct slot *slot = store_slot_at(store, i);
        if (slot->manifest != NULL && slot != store_current(store)) {
            return true;
        }
    }
    return false;
}

// Where the system does not tell, runs cannot be told apart from pulled plugs.
static void this_boot(char out[BOOT_ID_BYTES])
{
    boot_id(out);
    if (out[0] == '\0') {
        memcpy(out, NO_BOOT, sizeof NO_BOOT);
    }
}

enum caution crashes_begin(struct store *store)
{
    char boot[BOOT_ID_BYTES];
    this_boot(boot);
    struct record record = read_record(store);
    bool ended = strcmp(record.boot, NO_BOOT) == 0;
    if (!ended && strcmp(record.boot, boot) == 0) {
        count_crash(&record);
    } else if (!ended) {
        pardon(&record);
    }
    if (record.caution == CAUTION_FORMER && !has_former(store)) {
        record.caution = CAUTION_BARE;
    }
    memcpy(record.boot, boot, sizeof boot);
    write_record(store, &record);
    return (enum caution)record.caution;
}

void crashes_renew(struct store *store)
{
    struct record record = read_record(store);
    if (strcmp(record.boot, NO_BOOT) == 0) {
        this_boot(record.boot);
        write_record(store, &record);
    }
}

void crashes_settle(struct store *store)
{
    struct record record = read_record(store);
    if (record.count > 0) {
        record.count = 0;
        write_record(store, &record);
    }
}

void crashes_pardon(struct store *store)
{
    struct record record = read_record(store);
    pardon(&record);
    write_record(store, &record);
}

void crashes_end(struct store *store)
{
    struct record record = read_record(store);
    memcpy(record.boot, NO_BOOT, sizeof NO_BOOT);
    write_record(store, &record);
}
