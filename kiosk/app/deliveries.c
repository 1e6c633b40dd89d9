// SPDX-License-Identifier: MIT
#include "app/deliveries.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/overlay.h"
#include "app/session.h"
#include "base/log.h"
#include "base/memory.h"
#include "store/delivered.h"
#include "store/intake.h"

enum {
    WAITING_MAX = 32,
    LOOK_MS = 100, // between two looks at one that runs
    // While somebody else writes to the store; each one waits for seconds.
    TRIES_MAX = 100,
};

struct parcel {
    char *folder;
    bool is_stick;
    uint64_t fingerprint; // of an inbox
    int tries;
};

struct deliveries {
    const struct session *session;
    struct overlay *overlay;
    struct parcel waiting[WAITING_MAX];
    size_t waiting_count;
    struct intake *intake; // NULL: none runs
    struct parcel present; // what it takes in
    uint64_t done, total;  // as they were told
};

struct deliveries *deliveries_new(const struct session *session,
                                  struct overlay *overlay)
{
    struct deliveries *deliveries = xcalloc(1, sizeof *deliveries);
    deliveries->session = session;
    deliveries->overlay = overlay;
    return deliveries;
}

void deliveries_free(struct deliveries *deliveries)
{
    if (deliveries == NULL) {
        return;
    }
    intake_free(deliveries->intake);
    free(deliveries->present.folder);
    for (size_t i = 0; i < deliveries->waiting_count; i++) {
        free(deliveries->waiting[i].folder);
    }
    free(deliveries);
}

// One that waits already is not taken in twice.
static void add(struct deliveries *deliveries, struct parcel parcel)
{
    size_t i = 0;
    while (i < deliveries->waiting_count &&
           strcmp(deliveries->waiting[i].folder, parcel.folder) != 0) {
        i++;
    }
    if (i < deliveries->waiting_count) {
        deliveries->waiting[i].fingerprint = parcel.fingerprint;
    } else if (i < WAITING_MAX) {
        parcel.folder = xstrdup(parcel.folder);
        deliveries->waiting[deliveries->waiting_count++] = parcel;
    } else {
        log_line("too many programmes at once: %s is left out", parcel.folder);
    }
}

void deliveries_add_stick(struct deliveries *deliveries, const char *folder)
{
    // It is not written to.
    struct parcel parcel = {.folder = (char *)(uintptr_t)folder,
                            .is_stick = true};
    add(deliveries, parcel);
}

void deliveries_add_inbox(struct deliveries *deliveries, const char *folder,
                          uint64_t fingerprint)
{
    struct parcel parcel = {.folder = (char *)(uintptr_t)folder,
                            .fingerprint = fingerprint};
    add(deliveries, parcel);
}

static struct intake *start_intake(const struct deliveries *deliveries,
                                   int64_t now_ms)
{
    const struct session *session = deliveries->session;
    const struct parcel *parcel = &deliveries->present;
    enum fault_language language = session_screen_language(session);
    char moment[24];
    moment_format(session_now(session).local, moment);
    struct intake_options options = {
        .folder = parcel->folder,
        .store = session->store,
        .settings = session->options->settings,
        .language = language == FAULT_IN_ENGLISH ? "en" : "fr",
        .now = session->options->has_now ? moment : NULL,
        .is_stick = parcel->is_stick,
        .is_inbox = !parcel->is_stick,
        .words = session_receipt_words(session, language)};
    return intake_start(&options, now_ms);
}

static void start_next(struct deliveries *deliveries, int64_t now_ms)
{
    deliveries->present = deliveries->waiting[0];
    deliveries->waiting_count--;
    for (size_t i = 0; i < deliveries->waiting_count; i++) {
        deliveries->waiting[i] = deliveries->waiting[i + 1];
    }
    deliveries->done = 0;
    deliveries->total = 0;
    log_line("taking in %s", deliveries->present.folder);
    deliveries->intake = start_intake(deliveries, now_ms);
    if (deliveries->intake == NULL) {
        free(deliveries->present.folder);
        deliveries->present.folder = NULL;
    } else if (deliveries->present.is_stick) {
        overlay_show_progress(deliveries->overlay, 0, 0);
    }
}

static void tell_progress(struct deliveries *deliveries)
{
    uint64_t done = 0, total = 0;
    intake_progress(deliveries->intake, &done, &total);
    if (done != deliveries->done || total != deliveries->total) {
        overlay_show_progress(deliveries->overlay, done, total);
        deliveries->done = done;
        deliveries->total = total;
    }
}

// Whether it was decided about by what is in the folder.
static bool is_dealt_with(enum decision decision)
{
    return decision != DECISION_STOPPED && decision != DECISION_SOURCE_GONE &&
           decision != DECISION_SOURCE_CHANGED &&
           decision != DECISION_SOURCE_FAILED &&
           (decision < DECISION_STORE_ABSENT ||
            decision > DECISION_STORE_FAILED);
}

static void tell_receipt(struct deliveries *deliveries,
                         const struct receipt *receipt, int64_t now_ms)
{
    const struct parcel *parcel = &deliveries->present;
    log_line("%s: %s", parcel->folder, decision_name(receipt->decision));
    if (parcel->is_stick || decision_is_news(receipt->decision)) {
        overlay_show_receipt(deliveries->overlay, receipt, now_ms);
    } else {
        overlay_hide(deliveries->overlay);
    }
    if (!parcel->is_stick && is_dealt_with(receipt->decision) &&
        !delivered_write(deliveries->session->store, parcel->folder,
                         parcel->fingerprint)) {
        log_line("cannot note what was taken from %s: %s", parcel->folder,
                 strerror(errno));
    }
}

// True if it is done with; false if it waits for whoever else writes to the
// store.
static bool end_intake(struct deliveries *deliveries, int64_t now_ms,
                       struct delivery *out)
{
    const struct receipt *receipt = intake_receipt(deliveries->intake);
    struct parcel *present = &deliveries->present;
    bool waits =
        receipt->decision == DECISION_STORE_BUSY && present->tries < TRIES_MAX;
    if (waits) {
        log_line("%s waits: the store is being written to", present->folder);
        present->tries++;
        add(deliveries, *present);
        free(present->folder);
    } else {
        tell_receipt(deliveries, receipt, now_ms);
        *out = (struct delivery){.folder = present->folder,
                                 .is_stick = present->is_stick,
                                 .decision = receipt->decision};
    }
    present->folder = NULL;
    intake_free(deliveries->intake);
    deliveries->intake = NULL;
    return !waits;
}

bool deliveries_update(struct deliveries *deliveries, int64_t now_ms,
                       struct delivery *out)
{
    if (deliveries->intake == NULL && deliveries->waiting_count > 0) {
        start_next(deliveries, now_ms);
    }
    if (deliveries->intake == NULL) {
        return false;
    }
    bool is_over = intake_update(deliveries->intake, now_ms);
    tell_progress(deliveries);
    return is_over && end_intake(deliveries, now_ms, out);
}

int64_t deliveries_deadline(const struct deliveries *deliveries, int64_t now_ms)
{
    if (deliveries->intake != NULL) {
        return now_ms + LOOK_MS;
    }
    return deliveries->waiting_count > 0 ? now_ms : INT64_MAX;
}
