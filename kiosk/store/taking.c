// SPDX-License-Identifier: MIT
#include "store/taking.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "store/intake_wire.h"
#include "store/store_slots.h"
#include "store/taking_steps.h"
#include "system/child.h"

enum {
    MEMORY_BYTES_MAX = 384 * 1024 * 1024,
    CPU_SECONDS_MAX = 300,
    FILES_MAX = 64,
};

typedef enum decision step_fn(struct taking *taking);

static step_fn *const STEPS[] = {
    taking_open_store,      taking_look,
    taking_check_signature, taking_compare_with_known,
    taking_find_room,       taking_begin,
    taking_copy_texts,      taking_read_copy,
    taking_copy_pictures,   taking_verify,
    taking_read_copy,       taking_prove_source,
    taking_publish,
};

static void note_former(struct taking *taking)
{
    const struct manifest *current = taking_current(taking);
    if (current != NULL) {
        taking->facts.former_event_count = current->event_count;
        taking->facts.former_updated = current->updated;
        taking->former_contact =
            current->contact[0] != '\0' ? xstrdup(current->contact) : NULL;
        taking->facts.contact = taking->former_contact;
    }
}

static enum decision run_steps(struct taking *taking)
{
    enum decision decision = DECISION_TAKEN;
    for (size_t i = 0;
         i < sizeof STEPS / sizeof *STEPS && decision == DECISION_TAKEN; i++) {
        decision = STEPS[i](taking);
        if (STEPS[i] == taking_open_store) {
            note_former(taking);
        }
    }
    return decision;
}

static bool is_news(const struct taking *taking)
{
    return !taking->options->is_inbox ||
           decision_is_news(taking->facts.decision);
}

static void tell(struct taking *taking)
{
    const struct taking_options *options = taking->options;
    struct receipt *receipt = receipt_new(&taking->facts, &options->words);
    if (taking->store != NULL && is_news(taking) &&
        !store_write_receipt(taking->store, receipt->report)) {
        log_line("cannot write receipt.txt: %s", strerror(errno));
    }
    bool wanted = options->settings->receipt_on_stick &&
                  taking->facts.is_stick && taking->scan.folder >= 0;
    if (wanted && !receipt_leave(receipt, taking->scan.top)) {
        log_line("no receipt is left on the stick: %s", strerror(errno));
    }
    intake_wire_send_receipt(options->output, receipt);
    receipt_free(receipt);
}

static void taking_release(struct taking *taking)
{
    programme_free(taking->programme);
    diag_list_free(taking->diags);
    signature_release(&taking->signature);
    scan_release(&taking->scan);
    if (taking->copy.target >= 0) {
        close(taking->copy.target);
    }
    store_free(taking->store);
    free(taking->unsigned_files);
    free(taking->former_contact);
}

void taking_confine(void)
{
    child_confine_self((struct child_limits){
        .memory_bytes = MEMORY_BYTES_MAX,
        .file_bytes = SCAN_PICTURE_BYTES_MAX + 1,
        .cpu_seconds = CPU_SECONDS_MAX,
        .files = FILES_MAX,
    });
}

bool taking_run(const struct taking_options *options)
{
    struct taking taking = {
        .options = options,
        .scan = {.top = -1, .folder = -1},
        .copy = {.target = -1        }
    };
    taking.facts.venue = options->settings->venue;
    taking.facts.when = options->when;
    taking.facts.is_stick = options->is_stick;
    enum decision decision = run_steps(&taking);
    if (!decision_is_taken(decision) && taking.store != NULL) {
        store_abandon(taking.store);
    }
    taking.facts.decision = decision;
    taking.facts.too_large = (const char *const *)taking.scan.too_large;
    taking.facts.too_large_count = taking.scan.too_large_count;
    taking.facts.unsigned_files = taking.unsigned_files;
    taking.facts.unsigned_count = taking.unsigned_count;
    tell(&taking);
    taking_release(&taking);
    return decision_is_good(decision);
}
