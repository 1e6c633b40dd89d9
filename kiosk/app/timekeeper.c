// SPDX-License-Identifier: MIT
#include "app/timekeeper.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/session.h"
#include "app/session_clock.h"
#include "base/log.h"
#include "base/memory.h"
#include "store/confirmation.h"
#include "store/store.h"
#include "system/clock_watch.h"

enum {
    MS_A_SECOND = 1000
};

struct timekeeper {
    struct session *session;
    struct clock_watch *watch; // NULL: nothing tells
    int64_t due_ms;            // when the mark is to be raised next
};

struct time_memory time_recall(const struct options *options)
{
    struct time_memory memory = {0};
    char *folder = options_store(options);
    struct store *store = store_open(folder, NULL);
    if (store != NULL) {
        memory.high_water = store_high_water(store);
        memory.is_confirmed = confirmation_holds(store);
    }
    store_free(store);
    free(folder);
    return memory;
}

// Made if it is not there yet.
static struct store *open_store(const char *folder)
{
    enum store_result result;
    struct store *store = store_open(folder, &result);
    if (store == NULL && result == STORE_ABSENT) {
        store = store_open_to_write(folder, 0, NULL);
    }
    return store;
}

bool time_confirm(struct session *session)
{
    int64_t instant = clock_read(&session->clock).instant;
    char *folder = options_store(session->options);
    struct store *store = open_store(folder);
    bool kept = store != NULL && confirmation_give(store, instant);
    if (!kept) {
        log_line("that the date is right cannot be kept in %s", folder);
    }
    store_free(store);
    free(folder);
    session->clock.options.is_confirmed = true;
    session_start_clock(session);
    return kept;
}

struct timekeeper *timekeeper_new(struct session *session,
                                  void (*wake)(void *context), void *context)
{
    struct timekeeper *keeper = xcalloc(1, sizeof *keeper);
    keeper->session = session;
    keeper->watch = clock_watch_new(wake, context);
    return keeper;
}

void timekeeper_free(struct timekeeper *keeper)
{
    if (keeper != NULL) {
        clock_watch_free(keeper->watch);
        free(keeper);
    }
}

void timekeeper_update(struct timekeeper *keeper)
{
    struct session *session = keeper->session;
    int64_t now_ms = clock_monotonic_ms();
    struct clock_belief belief = clock_read(&session->clock);
    // A moment that was given is no news about the machine's clock.
    bool tells = belief.trusted && !session->clock.options.is_given;
    if (!tells || now_ms < keeper->due_ms) {
        return;
    }
    keeper->due_ms = now_ms + (int64_t)STORE_HIGH_WATER_SECONDS * MS_A_SECOND;
    char *folder = options_store(session->options);
    struct store *store = store_open(folder, NULL);
    if (store != NULL && !store_raise_high_water(store, belief.instant)) {
        log_line("%s cannot be written: the date may be lost", folder);
    }
    store_free(store);
    free(folder);
}
