// SPDX-License-Identifier: MIT
// The steps of taking a programme in: first those that only look, then those
// that write. Each returns DECISION_TAKEN to go on, or why it ends here.

#ifndef KIOSK_STORE_TAKING_STEPS_H
#define KIOSK_STORE_TAKING_STEPS_H

#include "store/copy.h"
#include "store/scan.h"
#include "store/signature.h"
#include "store/store.h"
#include "store/taking.h"

struct diag_list;
struct programme;

struct taking {
    const struct taking_options *options;
    struct store *store;
    struct scan scan;
    struct signature signature;
    struct copy copy;
    struct diag_list *diags;
    struct programme *programme;
    const char **unsigned_files;
    size_t unsigned_count;
    char *former_contact; // of the current programme; NULL: none
    struct receipt_facts facts;
    uint64_t done, total, told; // bytes of progress
};

// Only looking: nothing was written when they are over.
enum decision taking_open_store(struct taking *taking);
enum decision taking_look(struct taking *taking);
enum decision taking_check_signature(struct taking *taking);
enum decision taking_compare_with_known(struct taking *taking);
enum decision taking_find_room(struct taking *taking);

// Writing, where nobody looks yet.
enum decision taking_begin(struct taking *taking);
enum decision taking_copy_texts(struct taking *taking);
enum decision taking_read_copy(struct taking *taking);
enum decision taking_copy_pictures(struct taking *taking);
enum decision taking_verify(struct taking *taking);
enum decision taking_prove_source(struct taking *taking);

// The switch. DECISION_TAKEN or DECISION_TAKEN_IN_PART if it is done.
enum decision taking_publish(struct taking *taking);

// For the steps: what the current slot says, NULL if there is none; and what
// a failure amounts to, by errno.
const struct manifest *taking_current(const struct taking *taking);
enum decision taking_refuse(struct taking *taking, enum decision decision,
                            const char *file, int reason);
enum decision taking_store_refusal(struct taking *taking,
                                   enum store_result result);
enum decision taking_source_refusal(struct taking *taking,
                                    enum copy_result result,
                                    const struct source_file *file);

#endif
