// SPDX-License-Identifier: MIT
// A store in a temporary folder, and programmes put into it without a stick.

#ifndef KIOSK_TESTS_SUPPORT_SLOTS_H
#define KIOSK_TESTS_SUPPORT_SLOTS_H

#include <fcntl.h>

#include "base/memory.h"
#include "store/digest.h"
#include "store/disk.h"
#include "store/store_slots.h"
#include "support/folder.h"
#include "support/test.h"

static inline struct store *slots_open(const char *folder)
{
    enum store_result result = STORE_FAILED;
    struct store *store = store_open_to_write(folder, 0, &result);
    assert_int_equal(result, STORE_DONE);
    assert_non_null(store);
    return store;
}

// A programme of one file with that title in it.
static inline void slots_add(struct store *store, const char *title)
{
    int programme = store_begin(store);
    assert_true(programme >= 0);
    assert_true(disk_make_file(programme, "programme.yaml", title));
    close(programme);
    struct digest digest;
    char text[DIGEST_TEXT_BYTES];
    digest_init(&digest);
    digest_add(&digest, title, strlen(title));
    digest_end(&digest, text);
    struct manifest *manifest = xcalloc(1, sizeof *manifest);
    manifest->title = xstrdup(title);
    manifest->from = xstrdup("here");
    manifest->contact = xstrdup("");
    manifest_add_file(manifest, "programme.yaml", strlen(title), text);
    assert_int_equal(store_publish(store, manifest), STORE_DONE);
    manifest_free(manifest);
}

// The slots' titles, newest first; the current one in brackets.
static inline void assert_slots(const struct store *store, const char *expected)
{
    char *found = xstrdup("");
    const struct slot *slot = NULL;
    for (size_t i = 0; (slot = store_slot_at(store, i)) != NULL; i++) {
        const char *title =
            slot->manifest != NULL ? slot->manifest->title : "damaged";
        char *longer = xasprintf(slot->is_current ? "%s%s[%s]" : "%s%s%s",
                                 found, i > 0 ? " " : "", title);
        free(found);
        found = longer;
    }
    assert_string_equal(found, expected);
    free(found);
}

#endif
