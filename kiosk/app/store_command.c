// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/date.h"
#include "base/excerpt.h"
#include "base/zone.h"
#include "store/store.h"

enum {
    LOCK_WAIT_MS = 10 * 1000
};

static const char *reason(enum store_result result)
{
    switch (result) {
    case STORE_ABSENT:
        return "there is no such folder";
    case STORE_READ_ONLY:
        return "it may not be read or written";
    case STORE_FULL:
        return "the disk is full";
    case STORE_BUSY:
        return "a programme is just being taken in";
    case STORE_NO_SLOT:
        return "there is no other programme to go back to";
    case STORE_DONE:
    case STORE_FAILED:
        break;
    }
    return strerror(errno);
}

static enum outcome fail(const char *folder, enum store_result result)
{
    fprintf(stderr, "kiosk: %s: %s\n", folder, reason(result));
    return OUTCOME_FAILED;
}

// "2026-01-17", with a '?' if the clock was not to be trusted then.
static void print_day(const struct manifest *manifest)
{
    struct zone zone = {"UTC"};
    char day[16];
    zone_find("Europe/Paris", &zone);
    date_format(zone_moment(&zone, manifest->taken).date, day);
    printf("%s%c", day, manifest->taken_trusted ? ' ' : '?');
}

// True if it is sound.
static bool print_slot(const struct store *store, const struct slot *slot)
{
    char *fault = NULL;
    const struct manifest *manifest = slot->manifest;
    printf("%c %d  ", slot->is_current ? '*' : ' ', slot->number);
    bool sound = store_verify(store, slot, &fault);
    if (manifest == NULL) {
        printf("damaged\n");
        free(fault);
        return false;
    }
    char *title = excerpt_visible(manifest->title);
    char *from = excerpt_visible(manifest->from);
    print_day(manifest);
    printf(" %s, %zu event%s, %.1f MB, from %s", title, manifest->event_count,
           manifest->event_count == 1 ? "" : "s",
           (double)manifest_bytes(manifest) / 1e6, from);
    printf(sound ? "\n" : ", damaged: %s\n", fault);
    free(from);
    free(title);
    free(fault);
    return sound;
}

static enum outcome print_slots(const char *folder)
{
    enum store_result result = STORE_DONE;
    struct store *store = store_open(folder, &result);
    if (store == NULL) {
        return fail(folder, result);
    }
    bool sound = true;
    size_t count = store_slot_count(store);
    for (size_t i = 0; i < count; i++) {
        sound = print_slot(store, store_slot_at(store, i)) && sound;
    }
    if (count == 0) {
        printf("no programme was taken in yet\n");
    }
    store_free(store);
    return sound ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome go_back(const char *folder)
{
    enum store_result result = STORE_DONE;
    struct store *store = store_open_to_write(folder, LOCK_WAIT_MS, &result);
    if (store != NULL) {
        result = store_back(store);
        store_free(store);
    }
    return result == STORE_DONE ? OUTCOME_DONE : fail(folder, result);
}

enum outcome store_command(const struct options *options)
{
    char *folder = options_store(options);
    enum outcome outcome = OUTCOME_DONE;
    if (options->back) {
        outcome = go_back(folder);
    }
    if (outcome == OUTCOME_DONE) {
        outcome = print_slots(folder);
    }
    free(folder);
    return outcome;
}
