// SPDX-License-Identifier: MIT
#include "store/intake.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "store/intake_wire.h"
#include "store/store.h"
#include "system/child.h"

enum {
    ARGUMENTS_MAX = 20,
    READ_BYTES = 4096,
};

struct intake {
    struct child *child;
    struct intake_wire wire;
    struct receipt *receipt; // NULL: it is not over
    char *store;
    int slot_before; // the current one's number; 0: none
    struct receipt_words words;
    bool is_stick;
    int64_t end_ms, stall_ms, heard_ms;
};

static void add_option(const char **arguments, size_t *count, const char *name,
                       const char *value)
{
    if (value != NULL) {
        arguments[(*count)++] = name;
        arguments[(*count)++] = value;
    }
}

static struct child *start_child(const struct intake_options *options)
{
    const char *arguments[ARGUMENTS_MAX] = {
        options->program != NULL ? options->program : "/proc/self/exe",
        "import", "--child"};
    size_t count = 3;
    add_option(arguments, &count, "--store", options->store);
    add_option(arguments, &count, "--settings", options->settings);
    add_option(arguments, &count, "--language", options->language);
    add_option(arguments, &count, "--now", options->now);
    if (options->is_stick) {
        arguments[count++] = "--stick";
    }
    if (options->is_inbox) {
        arguments[count++] = "--inbox";
    }
    add_option(arguments, &count, "--", options->folder);
    return child_start(arguments);
}

struct intake *intake_start(const struct intake_options *options,
                            int64_t now_ms)
{
    struct child *child = start_child(options);
    if (child == NULL) {
        log_line("cannot take in %s: %s", options->folder, strerror(errno));
        return NULL;
    }
    int total_ms = options->total_ms > 0 ? options->total_ms : INTAKE_TOTAL_MS;
    int stall_ms = options->stall_ms > 0 ? options->stall_ms : INTAKE_STALL_MS;
    struct intake *intake = xcalloc(1, sizeof *intake);
    *intake = (struct intake){.child = child,
                              .store = xstrdup(options->store),
                              .slot_before = store_number_in(options->store),
                              .words = options->words,
                              .is_stick = options->is_stick,
                              .end_ms = now_ms + total_ms,
                              .stall_ms = stall_ms,
                              .heard_ms = now_ms};
    intake_wire_init(&intake->wire);
    return intake;
}

void intake_free(struct intake *intake)
{
    if (intake == NULL) {
        return;
    }
    child_free(intake->child);
    intake_wire_release(&intake->wire);
    receipt_free(intake->receipt);
    free(intake->store);
    free(intake);
}

int intake_descriptor(const struct intake *intake)
{
    return intake->receipt == NULL ? child_descriptor(intake->child) : -1;
}

int64_t intake_deadline_ms(const struct intake *intake)
{
    int64_t stall_ms = intake->heard_ms + intake->stall_ms;
    return stall_ms < intake->end_ms ? stall_ms : intake->end_ms;
}

// It said nothing, or not all. What counts is what the store says.
static struct receipt *receipt_without_words(const struct intake *intake)
{
    struct store *store = store_open(intake->store, NULL);
    const struct slot *slot = store != NULL ? store_current(store) : NULL;
    struct receipt_facts facts = {.decision = DECISION_STOPPED,
                                  .is_stick = intake->is_stick};
    if (slot != NULL && slot->number != intake->slot_before) {
        facts.decision = DECISION_TAKEN;
        facts.event_count = slot->manifest->event_count;
        facts.first_day = slot->manifest->first_day;
        facts.last_day = slot->manifest->last_day;
    }
    struct receipt *receipt = receipt_new(&facts, &intake->words);
    store_free(store);
    return receipt;
}

static void finish(struct intake *intake)
{
    child_kill(intake->child);
    intake->receipt = intake_wire_take_receipt(&intake->wire);
    if (intake->receipt == NULL) {
        intake->receipt = receipt_without_words(intake);
    }
}

bool intake_update(struct intake *intake, int64_t now_ms)
{
    char bytes[READ_BYTES];
    size_t length = 0;
    enum child_output output = CHILD_OUTPUT_NONE;
    bool believable = true;
    if (intake->receipt != NULL) {
        return true;
    }
    do {
        output = child_read(intake->child, bytes, sizeof bytes, &length);
        if (output == CHILD_OUTPUT_BYTES) {
            intake->heard_ms = now_ms;
            believable = intake_wire_read(&intake->wire, bytes, length);
        }
    } while (output == CHILD_OUTPUT_BYTES && believable);
    bool late = now_ms >= intake_deadline_ms(intake);
    if (late) {
        log_line("taking a programme in took too long and was stopped");
    }
    if (output == CHILD_OUTPUT_OVER || late || !believable) {
        finish(intake);
    }
    return intake->receipt != NULL;
}

void intake_progress(const struct intake *intake, uint64_t *done,
                     uint64_t *total)
{
    *done = intake->wire.done;
    *total = intake->wire.total;
}

const struct receipt *intake_receipt(const struct intake *intake)
{
    return intake->receipt;
}

void intake_wait(const struct intake *intake, int64_t now_ms)
{
    int64_t left_ms = intake_deadline_ms(intake) - now_ms;
    if (intake->receipt == NULL && left_ms > 0) {
        child_wait(intake->child, left_ms < INT_MAX ? (int)left_ms : INT_MAX);
    }
}
