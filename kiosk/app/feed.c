// SPDX-License-Identifier: MIT
#include "app/feed.h"

#include <stdlib.h>

#include "app/deliveries.h"
#include "app/edition.h"
#include "app/options.h"
#include "app/overlay.h"
#include "app/session.h"
#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/number.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "store/delivered.h"
#include "store/judgement.h"
#include "store/manifest.h"
#include "store/receipt_facts.h"
#include "system/watch.h"
#include "system/worker.h"

enum {
    QUIET_MS = 1000,
    HOLD_QUIETS = 30, // so many times as long as it has to be quiet
    TARGET_SOURCE = 0,
    TARGET_INBOXES,
};

// A programme that is being loaded: the worker's until it is done.
struct reading {
    struct feed *feed;
    char *folder; // NULL: the store's current one
    const char *store;
    int known; // slot
    const struct languages *languages;
    struct date today;
    struct edition edition;
};

struct feed {
    struct feed_means means;
    struct worker *worker;
    struct watch *watch;
    struct deliveries *deliveries; // NULL: a folder is followed
    struct reading *reading;       // NULL: none
    struct edition loaded;         // not judged yet
    bool has_loaded;
    bool must_read;    // the source, once more
    char *unstored;    // an inbox that no store takes: it is shown as it is
    bool is_makeshift; // what is on screen is what could be saved
    bool has_refused;  // and said so; it may be seen still
    bool is_holding;
    int64_t hold_ms; // until then what lost its events is not believed
};

static int quiet_ms(const struct feed *feed)
{
    int given_ms = feed->means.session->options->settle_ms;
    return given_ms > 0 ? given_ms : QUIET_MS;
}

static bool follows_store(const struct feed *feed)
{
    return feed->deliveries != NULL;
}

// As against one that is whole, of whatever day: who follows a folder may put
// an older one there.
static enum decision judge(const struct programme *programme,
                           struct diag_list *diags)
{
    static const struct manifest WHOLE = {0};
    return judgement_of(programme, diags, &WHOLE);
}

static bool is_makeshift(const struct programme *programme,
                         struct diag_list *diags)
{
    return !decision_is_taken(judge(programme, diags));
}

static void reading_run(void *data)
{
    struct reading *reading = data;
    if (reading->folder != NULL) {
        edition_load(&reading->edition, reading->folder, reading->languages,
                     reading->today, NULL);
    } else {
        edition_load_newest(&reading->edition, reading->store, reading->known,
                            reading->languages, reading->today);
    }
}

static void reading_drop(void *data)
{
    struct reading *reading = data;
    edition_release(&reading->edition);
    free(reading->folder);
    free(reading);
}

static void reading_done(void *data)
{
    struct reading *reading = data;
    struct feed *feed = reading->feed;
    feed->reading = NULL;
    feed->loaded = reading->edition;
    feed->has_loaded = true;
    reading->edition = (struct edition){0};
    reading_drop(reading);
}

// folder is taken over; NULL: the store's current programme.
static void read_on_worker(struct feed *feed, char *folder)
{
    const struct session *session = feed->means.session;
    struct reading *reading = xcalloc(1, sizeof *reading);
    *reading = (struct reading){.feed = feed,
                                .folder = folder,
                                .store = session->store,
                                .known = session_known_slot(session),
                                .languages = session->languages,
                                .today = session_today(session)};
    feed->reading = reading;
    struct worker_job job = {reading_run, reading_done, reading_drop, reading};
    worker_add(feed->worker, job, true);
}

static void start_reading(struct feed *feed)
{
    if (feed->reading != NULL || feed->has_loaded) {
        return;
    }
    if (feed->must_read) {
        feed->must_read = false;
        read_on_worker(feed, follows_store(feed)
                                 ? NULL
                                 : xstrdup(feed->means.session->folder));
    } else if (feed->unstored != NULL) {
        read_on_worker(feed, feed->unstored);
        feed->unstored = NULL;
    }
}

static void take_news(struct feed *feed)
{
    const struct settings *settings = feed->means.session->settings;
    uint64_t fingerprint = 0;
    if (watch_take_change(feed->watch, TARGET_SOURCE, NULL)) {
        feed->must_read = true;
    }
    if (!follows_store(feed)) {
        return;
    }
    for (size_t i = 0;
         i < settings->folder_count && TARGET_INBOXES + i < WATCH_TARGETS_MAX;
         i++) {
        if (watch_take_change(feed->watch, TARGET_INBOXES + i, &fingerprint)) {
            deliveries_add_inbox(feed->deliveries, settings->folders[i],
                                 fingerprint);
        }
    }
    for (char *stick = watch_take_stick(feed->watch); stick != NULL;
         stick = watch_take_stick(feed->watch)) {
        deliveries_add_stick(feed->deliveries, stick);
        free(stick);
    }
}

static bool is_stores_fault(enum decision decision)
{
    return decision >= DECISION_STORE_ABSENT &&
           decision <= DECISION_STORE_FAILED;
}

// A store that cannot be written is no reason to show nothing.
static void take_delivery(struct feed *feed, struct delivery *delivery)
{
    bool has_own = feed->means.session->slot != 0;
    feed->must_read = true;
    if (is_stores_fault(delivery->decision) && !delivery->is_stick &&
        !has_own) {
        free(feed->unstored);
        feed->unstored = delivery->folder;
    } else {
        free(delivery->folder);
    }
}

static bool lost_most(const struct feed *feed)
{
    const struct programme *former = feed->means.session->programme;
    return former != NULL &&
           edition_event_count(&feed->loaded) < former->event_count / 2;
}

static void tell_loss(struct feed *feed, int64_t now_ms)
{
    const struct session *session = feed->means.session;
    const struct edition *loaded = &feed->loaded;
    struct receipt_words words =
        session_receipt_words(session, session_screen_language(session));
    struct receipt_facts facts = {.decision = DECISION_TAKEN,
                                  .former_event_count =
                                      session->programme->event_count,
                                  .diags = loaded->diags};
    receipt_facts_add_programme(&facts, loaded->programme);
    struct receipt *receipt = receipt_new(&facts, &words);
    log_line("it has %zu events, where there were %zu", facts.event_count,
             facts.former_event_count);
    overlay_show_receipt(feed->means.overlay, receipt, now_ms);
    receipt_free(receipt);
}

// True if it is to be read once more, later.
static bool holds(struct feed *feed, int64_t now_ms)
{
    if (!lost_most(feed) || feed->is_makeshift) {
        feed->is_holding = false;
        return false;
    }
    if (!feed->is_holding) {
        log_line("%s has lost most of its events: waiting whether more come",
                 feed->loaded.folder);
        feed->is_holding = true;
        feed->hold_ms = now_ms + (int64_t)HOLD_QUIETS * quiet_ms(feed);
    }
    if (now_ms < feed->hold_ms) {
        return true;
    }
    tell_loss(feed, now_ms);
    feed->is_holding = false;
    return false;
}

static void refuse(struct feed *feed, enum decision decision, int64_t now_ms)
{
    log_line("not showing %s: %s", feed->loaded.folder,
             decision_name(decision));
    struct phrasing phrasing = {.language = feed->means.session->language};
    overlay_show_faults(feed->means.overlay, feed->loaded.diags, &phrasing,
                        now_ms);
    feed->has_refused = true;
}

// True if what was loaded from a folder is to be shown.
static bool accept_folder(struct feed *feed, int64_t now_ms)
{
    const struct session *session = feed->means.session;
    struct edition *loaded = &feed->loaded;
    bool has_better = session->programme != NULL && !feed->is_makeshift;
    enum decision decision = judge(loaded->programme, loaded->diags);
    if (!decision_is_taken(decision) &&
        (has_better ||
         (loaded->programme == NULL && session->programme != NULL))) {
        refuse(feed, decision, now_ms);
        return false;
    }
    if (feed->has_refused) {
        overlay_hide(feed->means.overlay);
        feed->has_refused = false;
    }
    return !holds(feed, now_ms);
}

// The store's programmes are whole; no programme there is no reason to take
// one from the screen.
static bool accept_slot(const struct feed *feed)
{
    const struct edition *loaded = &feed->loaded;
    return loaded->programme != NULL &&
           loaded->slot != feed->means.session->slot;
}

static bool judge_loaded(struct feed *feed, int64_t now_ms, struct edition *out)
{
    struct edition *loaded = &feed->loaded;
    bool is_from_store = loaded->folder == NULL || loaded->slot != 0;
    bool accepted =
        is_from_store ? accept_slot(feed) : accept_folder(feed, now_ms);
    feed->has_loaded = false;
    if (accepted) {
        log_line("showing %s: %zu events", loaded->folder,
                 edition_event_count(loaded));
        feed->is_makeshift = is_makeshift(loaded->programme, loaded->diags);
        *out = *loaded;
    } else {
        edition_release(loaded);
    }
    *loaded = (struct edition){0};
    return accepted;
}

bool feed_update(struct feed *feed, int64_t now_ms, struct edition *out)
{
    struct delivery delivery;
    worker_collect(feed->worker);
    take_news(feed);
    if (follows_store(feed) &&
        deliveries_update(feed->deliveries, now_ms, &delivery)) {
        take_delivery(feed, &delivery);
    }
    if (feed->is_holding && now_ms >= feed->hold_ms) {
        feed->must_read = true;
    }
    start_reading(feed);
    return feed->has_loaded && judge_loaded(feed, now_ms, out);
}

void feed_look_again(struct feed *feed)
{
    feed->must_read = true;
}

int64_t feed_deadline(const struct feed *feed, int64_t now_ms)
{
    bool can_read = feed->must_read || feed->unstored != NULL;
    if (can_read && feed->reading == NULL) {
        return now_ms;
    }
    int64_t deadline =
        feed->is_holding && feed->reading == NULL ? feed->hold_ms : INT64_MAX;
    return follows_store(feed)
               ? earlier(deadline,
                         deliveries_deadline(feed->deliveries, now_ms))
               : deadline;
}

static struct watch_target folder_target(const struct feed *feed)
{
    const struct session *session = feed->means.session;
    return (struct watch_target){.path = session->folder,
                                 .levels = EDITION_LEVELS,
                                 .quiet_ms = quiet_ms(feed),
                                 .seen = session->fingerprint};
}

// What was dealt with is not taken in again, unless the store has lost it.
static struct watch_target inbox_target(const struct feed *feed,
                                        const char *folder)
{
    const struct session *session = feed->means.session;
    return (struct watch_target){
        .path = folder,
        .levels = EDITION_LEVELS,
        .quiet_ms = quiet_ms(feed),
        .seen =
            session->slot != 0 ? delivered_read(session->store, folder) : 0};
}

static struct watch *start_watch(struct feed *feed)
{
    const struct session *session = feed->means.session;
    const struct settings *settings = session->settings;
    struct watch_target targets[WATCH_TARGETS_MAX];
    size_t count = 1;
    targets[TARGET_SOURCE] = (struct watch_target){.path = session->store};
    if (!follows_store(feed)) {
        targets[TARGET_SOURCE] = folder_target(feed);
    }
    for (size_t i = 0; follows_store(feed) && i < settings->folder_count &&
                       count < WATCH_TARGETS_MAX;
         i++) {
        targets[count++] = inbox_target(feed, settings->folders[i]);
    }
    return watch_new(
        &(struct watch_options){.targets = targets,
                                .target_count = count,
                                .sticks = follows_store(feed) && settings->usb,
                                .wake = feed->means.wake,
                                .wake_context = feed->means.wake_context});
}

struct feed *feed_new(struct feed_means means)
{
    const struct session *session = means.session;
    struct feed *feed = xcalloc(1, sizeof *feed);
    feed->means = means;
    feed->is_makeshift = is_makeshift(session->programme, session->diags);
    if (session->store != NULL) {
        feed->deliveries = deliveries_new(session, means.overlay);
    }
    feed->worker = worker_new(means.wake, means.wake_context);
    feed->watch = feed->worker != NULL ? start_watch(feed) : NULL;
    if (feed->watch == NULL) {
        feed_free(feed);
        return NULL;
    }
    return feed;
}

void feed_free(struct feed *feed)
{
    if (feed == NULL) {
        return;
    }
    watch_free(feed->watch);
    worker_free(feed->worker);
    deliveries_free(feed->deliveries);
    edition_release(&feed->loaded);
    free(feed->unstored);
    free(feed);
}
