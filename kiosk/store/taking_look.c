// SPDX-License-Identifier: MIT
#include "store/taking_steps.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/path.h"
#include "programme/settings.h"
#include "store/store_slots.h"

enum {
    LOCK_WAIT_MS = 5 * 1000,
    BLOCK_BYTES = 4096, // a file's last one is seldom full
};

const struct manifest *taking_current(const struct taking *taking)
{
    const struct slot *slot =
        taking->store != NULL ? store_current(taking->store) : NULL;
    return slot != NULL ? slot->manifest : NULL;
}

enum decision taking_refuse(struct taking *taking, enum decision decision,
                            const char *file, int reason)
{
    taking->facts.file = file;
    taking->facts.reason = strerror(reason);
    return decision;
}

enum decision taking_store_refusal(struct taking *taking,
                                   enum store_result result)
{
    static const enum decision DECISIONS[] = {
        [STORE_DONE] = DECISION_TAKEN,
        [STORE_ABSENT] = DECISION_STORE_ABSENT,
        [STORE_READ_ONLY] = DECISION_STORE_READ_ONLY,
        [STORE_FULL] = DECISION_STORE_FULL,
        [STORE_BUSY] = DECISION_STORE_BUSY,
        [STORE_NO_SLOT] = DECISION_STORE_FAILED,
        [STORE_FAILED] = DECISION_STORE_FAILED,
    };
    return taking_refuse(taking, DECISIONS[result], NULL, errno);
}

enum decision taking_open_store(struct taking *taking)
{
    enum store_result result = STORE_DONE;
    taking->store =
        store_open_to_write(taking->options->store, LOCK_WAIT_MS, &result);
    return taking_store_refusal(taking, result);
}

enum decision taking_look(struct taking *taking)
{
    int reason = 0;
    enum scan_result result =
        scan_folder(taking->options->folder, &taking->scan);
    reason = errno;
    taking->facts.is_stick =
        taking->options->is_stick || scan_is_on_usb(&taking->scan);
    switch (result) {
    case SCAN_DONE:
        return DECISION_TAKEN;
    case SCAN_NO_PROGRAMME:
        // A stick that is gone answers with an empty folder.
        return scan_device_is_present(&taking->scan) ? DECISION_NO_PROGRAMME
                                                     : DECISION_SOURCE_GONE;
    case SCAN_TOO_MANY:
        return DECISION_TOO_MANY_FILES;
    case SCAN_TOO_LARGE:
        return DECISION_TEXT_TOO_LARGE;
    case SCAN_UNREADABLE:
        break;
    }
    return taking_refuse(taking,
                         scan_device_is_present(&taking->scan)
                             ? DECISION_SOURCE_FAILED
                             : DECISION_SOURCE_GONE,
                         taking->options->folder, reason);
}

static struct source_file *file_named(const struct taking *taking,
                                      const char *name)
{
    for (size_t i = 0; i < taking->scan.count; i++) {
        if (strcmp(taking->scan.files[i].name, name) == 0) {
            return &taking->scan.files[i];
        }
    }
    return NULL;
}

// What nobody vouches for stays where it is; what somebody vouched for has to
// be there.
static enum decision compare_with_signature(struct taking *taking)
{
    for (size_t i = 0; i < taking->signature.count; i++) {
        const char *name = taking->signature.files[i].name;
        if (file_named(taking, name) == NULL) {
            return taking_refuse(taking, DECISION_ALTERED, name, 0);
        }
    }
    taking->unsigned_files = xcalloc(taking->scan.count, sizeof(char *));
    for (size_t i = 0; i < taking->scan.count; i++) {
        struct source_file *file = &taking->scan.files[i];
        if (signature_digest(&taking->signature, file->name) == NULL) {
            file->is_left_out = true;
            taking->scan.bytes -= file->bytes;
            taking->unsigned_files[taking->unsigned_count++] =
                path_name(file->name);
        }
    }
    return DECISION_TAKEN;
}

enum decision taking_check_signature(struct taking *taking)
{
    const char *key = taking->options->settings->trusted_key;
    if (key == NULL) {
        return DECISION_TAKEN;
    }
    if (!signature_is_key(key)) {
        return DECISION_KEY_UNUSABLE;
    }
    switch (signature_read(taking->scan.folder, key, &taking->signature)) {
    case SIGNATURE_VALID:
        return compare_with_signature(taking);
    case SIGNATURE_ABSENT:
        return DECISION_UNSIGNED;
    case SIGNATURE_WRONG_KEY:
        return DECISION_WRONG_KEY;
    case SIGNATURE_BROKEN:
        break;
    }
    return taking_refuse(taking, DECISION_ALTERED, SCAN_SIGNATURE, 0);
}

static const struct manifest_file *
manifest_file_named(const struct manifest *manifest, const char *name)
{
    for (size_t i = 0; i < manifest->file_count; i++) {
        if (strcmp(manifest->files[i].name, name) == 0) {
            return &manifest->files[i];
        }
    }
    return NULL;
}

// By names and sizes, which costs no reading.
static bool looks_the_same(const struct taking *taking,
                           const struct manifest *current)
{
    size_t count = 0;
    for (size_t i = 0; i < taking->scan.count; i++) {
        const struct source_file *file = &taking->scan.files[i];
        if (file->is_left_out) {
            continue;
        }
        const struct manifest_file *former =
            manifest_file_named(current, file->name);
        if (former == NULL || former->bytes != file->bytes) {
            return false;
        }
        count++;
    }
    return count == current->file_count;
}

enum decision taking_source_refusal(struct taking *taking,
                                    enum copy_result result,
                                    const struct source_file *file)
{
    int reason = errno;
    if (result == COPY_DONE) {
        return DECISION_TAKEN;
    }
    if (result == COPY_TARGET_FAILED) {
        errno = reason;
        return taking_store_refusal(taking, store_result_of(reason));
    }
    if (!scan_device_is_present(&taking->scan)) {
        return DECISION_SOURCE_GONE;
    }
    return result == COPY_SOURCE_CHANGED
               ? DECISION_SOURCE_CHANGED
               : taking_refuse(taking, DECISION_SOURCE_FAILED, file->name,
                               reason);
}

// Reads what is handed to us: DECISION_SAME if it is, byte for byte, what the
// manifest lists; DECISION_TAKEN if not.
static enum decision compare_with(struct taking *taking,
                                  const struct manifest *known)
{
    struct copy copy = {.source = taking->scan.folder};
    if (known == NULL || !looks_the_same(taking, known)) {
        return DECISION_TAKEN;
    }
    for (size_t i = 0; i < taking->scan.count; i++) {
        struct source_file *file = &taking->scan.files[i];
        if (file->is_left_out) {
            continue;
        }
        enum decision decision =
            taking_source_refusal(taking, copy_digest(&copy, file), file);
        const struct manifest_file *former =
            manifest_file_named(known, file->name);
        bool same = former != NULL && strcmp(former->digest, file->digest) == 0;
        if (decision != DECISION_TAKEN || !same) {
            return decision;
        }
    }
    return DECISION_SAME;
}

// Programmes newer than the current one are those somebody went back from. A
// stick that was left plugged does not bring them back; a command does.
static enum decision compare_with_set_aside(struct taking *taking)
{
    const struct slot *current = store_current(taking->store);
    const struct slot *slot = NULL;
    bool by_itself = taking->options->is_stick || taking->options->is_inbox;
    for (size_t i = 0; by_itself && current != NULL; i++) {
        slot = store_slot_at(taking->store, i);
        if (slot == NULL || slot->number <= current->number) {
            break;
        }
        enum decision decision = compare_with(taking, slot->manifest);
        if (decision != DECISION_TAKEN) {
            return decision == DECISION_SAME ? DECISION_SET_ASIDE : decision;
        }
    }
    return DECISION_TAKEN;
}

enum decision taking_compare_with_known(struct taking *taking)
{
    const struct manifest *current = taking_current(taking);
    enum decision decision = compare_with(taking, current);
    if (decision == DECISION_SAME) {
        taking->facts.event_count = current->event_count;
        taking->facts.first_day = current->first_day;
        taking->facts.last_day = current->last_day;
        taking->facts.title = current->title;
    }
    return decision == DECISION_TAKEN ? compare_with_set_aside(taking)
                                      : decision;
}

enum decision taking_find_room(struct taking *taking)
{
    uint64_t limit =
        (uint64_t)taking->options->settings->size_limit_mb * 1000 * 1000;
    uint64_t needed =
        taking->scan.bytes + (taking->scan.count + 8) * BLOCK_BYTES;
    taking->facts.bytes = taking->scan.bytes;
    taking->facts.room = store_room(taking->store, limit);
    if (needed > taking->facts.room) {
        return DECISION_TOO_LARGE;
    }
    if (!store_make_room(taking->store, needed)) {
        return taking_store_refusal(taking, STORE_FULL);
    }
    return DECISION_TAKEN;
}
