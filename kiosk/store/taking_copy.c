// SPDX-License-Identifier: MIT
#include "store/taking_steps.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/path.h"
#include "programme/programme.h"
#include "store/intake_wire.h"
#include "store/judgement.h"
#include "store/receipt_facts.h"
#include "store/store_slots.h"

enum {
    PROGRESS_STEPS = 200
};

static void count_progress(void *context, size_t bytes)
{
    struct taking *taking = context;
    taking->done += bytes;
    bool due = taking->done - taking->told >= taking->total / PROGRESS_STEPS ||
               taking->done == taking->total;
    if (due) {
        taking->told = taking->done;
        intake_wire_send_progress(taking->options->output, taking->done,
                                  taking->total);
    }
}

enum decision taking_begin(struct taking *taking)
{
    int target = store_begin(taking->store);
    if (target < 0) {
        return taking_store_refusal(taking, store_result_of(errno));
    }
    taking->total = 2 * taking->scan.bytes; // written, and read again
    taking->copy = (struct copy){.source = taking->scan.folder,
                                 .target = target,
                                 .progress = count_progress,
                                 .context = taking};
    return DECISION_TAKEN;
}

static enum decision copy_one(struct taking *taking, struct source_file *file)
{
    enum decision decision =
        taking_source_refusal(taking, copy_file(&taking->copy, file), file);
    const char *vouched = signature_digest(&taking->signature, file->name);
    bool altered = vouched != NULL && strcmp(vouched, file->digest) != 0;
    if (decision == DECISION_TAKEN && altered) {
        return taking_refuse(taking, DECISION_ALTERED, file->name, 0);
    }
    return decision;
}

static enum decision copy_all(struct taking *taking, bool texts)
{
    enum decision decision = DECISION_TAKEN;
    for (size_t i = 0; i < taking->scan.count && decision == DECISION_TAKEN;
         i++) {
        struct source_file *file = &taking->scan.files[i];
        if (file->is_text == texts && !file->is_left_out) {
            decision = copy_one(taking, file);
        }
    }
    return decision;
}

enum decision taking_copy_texts(struct taking *taking)
{
    return copy_all(taking, true);
}

enum decision taking_copy_pictures(struct taking *taking)
{
    return copy_all(taking, false);
}

static void note_programme(struct taking *taking)
{
    const struct programme *programme = taking->programme;
    struct receipt_facts *facts = &taking->facts;
    facts->first_day = facts->last_day = facts->updated = (struct date){0};
    facts->event_count = 0;
    facts->title = NULL;
    // Somebody to write to, unless the new programme names one.
    facts->contact = taking->former_contact;
    if (programme != NULL) {
        receipt_facts_add_programme(facts, programme);
    }
}

// Reads what was copied, so that what is read is what will be shown.
enum decision taking_read_copy(struct taking *taking)
{
    char *folder = path_join(store_folder(taking->store),
                             STORE_INCOMING "/" STORE_PROGRAMME);
    programme_free(taking->programme);
    diag_list_free(taking->diags);
    taking->diags = diag_list_new();
    taking->programme = programme_load(folder, taking->options->languages,
                                       taking->options->today, taking->diags);
    free(folder);
    note_programme(taking);
    enum decision decision =
        judgement_of(taking->programme, taking->diags, taking_current(taking));
    taking->facts.diags = taking->diags;
    taking->facts.decision = decision;
    return decision == DECISION_TAKEN_IN_PART ? DECISION_TAKEN : decision;
}

enum decision taking_verify(struct taking *taking)
{
    enum decision decision = DECISION_TAKEN;
    for (size_t i = 0; i < taking->scan.count && decision == DECISION_TAKEN;
         i++) {
        const struct source_file *file = &taking->scan.files[i];
        if (!file->is_left_out) {
            decision = taking_source_refusal(
                taking, copy_verify(&taking->copy, file), file);
        }
    }
    return decision;
}

// A stick that was pulled out still answers, from memory: so the device has to
// be there, its first text has to be on it, and the list has to be the same.
enum decision taking_prove_source(struct taking *taking)
{
    struct source_file first = taking->scan.files[0];
    struct copy copy = {.source = taking->scan.folder};
    enum decision decision =
        taking_source_refusal(taking, copy_digest(&copy, &first), &first);
    bool same = decision == DECISION_TAKEN &&
                (taking->scan.files[0].is_left_out ||
                 strcmp(first.digest, taking->scan.files[0].digest) == 0) &&
                scan_is_unchanged(&taking->scan);
    if (!scan_device_is_present(&taking->scan)) {
        return DECISION_SOURCE_GONE;
    }
    return decision == DECISION_TAKEN && !same ? DECISION_SOURCE_CHANGED
                                               : decision;
}

static struct manifest *new_manifest(const struct taking *taking)
{
    const struct receipt_facts *facts = &taking->facts;
    struct manifest *manifest = xcalloc(1, sizeof *manifest);
    char *from = realpath(taking->options->folder, NULL);
    *manifest = (struct manifest){
        .taken = taking->options->now,
        .taken_trusted = taking->options->now_trusted,
        .title = xstrdup(facts->title != NULL ? facts->title : ""),
        .from = from != NULL ? from : xstrdup(taking->options->folder),
        .contact = xstrdup(facts->contact != NULL ? facts->contact : ""),
        .event_count = facts->event_count,
        .updated = facts->updated,
        .first_day = facts->first_day,
        .last_day = facts->last_day,
    };
    for (size_t i = 0; i < taking->scan.count; i++) {
        const struct source_file *file = &taking->scan.files[i];
        if (!file->is_left_out) {
            manifest_add_file(manifest, file->name, file->bytes, file->digest);
        }
    }
    return manifest;
}

enum decision taking_publish(struct taking *taking)
{
    struct manifest *manifest = new_manifest(taking);
    enum store_result result = store_publish(taking->store, manifest);
    enum decision decision = taking_store_refusal(taking, result);
    manifest_free(manifest);
    // In part, if the judgement said so.
    return decision == DECISION_TAKEN ? taking->facts.decision : decision;
}
