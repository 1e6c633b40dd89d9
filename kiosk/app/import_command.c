// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/options.h"
#include "app/session.h"
#include "store/intake.h"
#include "store/store.h"
#include "store/taking.h"

// Not before what somebody could vouch for once.
static bool is_trusted(const struct now *now, const char *folder)
{
    struct store *store = store_open(folder, NULL);
    int64_t mark = store != NULL ? store_high_water(store) : 0;
    store_free(store);
    return now->trusted && clock_is_believable(true, now->instant, mark);
}

// What the process of its own does. Its standard output is read by whoever
// started it.
static bool take(const struct session *session, const char *store)
{
    const struct options *options = session->options;
    struct now now = session_now(session);
    bool trusted = is_trusted(&now, store);
    char when[24];
    moment_format(now.local, when);
    when[10] = ' '; // in place of the T
    return taking_run(&(struct taking_options){
        .folder = options->folder,
        .store = store,
        .settings = session->settings,
        .languages = session->languages,
        .words = session_receipt_words(session, session->fault_language),
        .now = now.instant,
        .now_trusted = trusted,
        .today = now.local.date,
        .when = trusted ? when : NULL,
        .is_stick = options->stick,
        .is_inbox = options->inbox,
        .output = STDOUT_FILENO,
    });
}

static void print_progress(const struct intake *intake)
{
    uint64_t done = 0, total = 0;
    intake_progress(intake, &done, &total);
    if (total > 0) {
        fprintf(stderr, "\r%3d %%", (int)(100 * done / total));
    }
}

static const struct receipt *wait_for(struct intake *intake)
{
    bool watched = isatty(STDERR_FILENO) == 1;
    while (!intake_update(intake, clock_monotonic_ms())) {
        if (watched) {
            print_progress(intake);
        }
        intake_wait(intake, clock_monotonic_ms());
    }
    if (watched) {
        fprintf(stderr, "\r      \r");
    }
    return intake_receipt(intake);
}

static bool start_and_wait(const struct session *session, const char *store)
{
    const struct options *options = session->options;
    char given[24];
    moment_format(options->now, given);
    struct intake *intake = intake_start(
        &(struct intake_options){
            .folder = options->folder,
            .store = store,
            .settings = options->settings,
            .language = options->language,
            .now = options->has_now ? given : NULL,
            .is_stick = options->stick,
            .words = session_receipt_words(session, session->fault_language)},
        clock_monotonic_ms());
    if (intake == NULL) {
        return false;
    }
    const struct receipt *receipt = wait_for(intake);
    bool good = decision_is_good(receipt->decision);
    fputs(receipt->report, stdout);
    intake_free(intake);
    return good;
}

enum outcome import_command(const struct options *options)
{
    struct session session;
    if (options->child) {
        taking_confine();
    }
    enum outcome outcome = session_init_empty(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    char *store = options_store(options);
    bool good = options->child ? take(&session, store)
                               : start_and_wait(&session, store);
    free(store);
    session_release(&session);
    return good ? OUTCOME_DONE : OUTCOME_FAILED;
}
