// SPDX-License-Identifier: MIT
#include "app/edition.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"
#include "programme/programme.h"
#include "store/store.h"
#include "system/fingerprint.h"

void edition_load(struct edition *edition, const char *folder,
                  const struct languages *languages, struct date today,
                  struct diag_list *diags)
{
    *edition = (struct edition){
        .folder = xstrdup(folder),
        .diags = diags != NULL ? diags : diag_list_new(),
        .fingerprint = fingerprint_take(folder, EDITION_LEVELS, NULL, NULL)};
    edition->programme =
        programme_load(folder, languages, today, edition->diags);
}

static void load_slot(struct edition *edition, const struct store *store,
                      const struct slot *slot,
                      const struct languages *languages, struct date today)
{
    char *folder = store_slot_folder(store, slot);
    edition_load(edition, folder, languages, today, NULL);
    edition->slot = slot->number;
    free(folder);
}

// The newest that can be shown, of the damaged ones or of the others, but not
// the one in slot avoided; 0: any.
static void load_any(struct edition *edition, const struct store *store,
                     bool damaged, int avoided,
                     const struct languages *languages, struct date today)
{
    size_t count = store_slot_count(store);
    for (size_t i = 0; i < count && edition->programme == NULL; i++) {
        const struct slot *slot = store_slot_at(store, i);
        if ((slot->manifest == NULL) == damaged && slot->number != avoided) {
            edition_release(edition);
            load_slot(edition, store, slot, languages, today);
        }
    }
}

void edition_load_newest(struct edition *edition, const char *store_path,
                         int known, const struct languages *languages,
                         struct date today)
{
    *edition = (struct edition){0};
    struct store *store = store_open(store_path, NULL);
    const struct slot *slot = store != NULL ? store_current(store) : NULL;
    if (slot != NULL && slot->number == known) {
        edition->slot = known;
        store_free(store);
        return;
    }
    if (slot != NULL) {
        load_slot(edition, store, slot, languages, today);
    }
    if (store != NULL) {
        load_any(edition, store, false, 0, languages, today);
        load_any(edition, store, true, 0, languages, today);
    }
    if (edition->programme == NULL) {
        edition_release(edition);
    }
    store_free(store);
}

void edition_load_former(struct edition *edition, const char *store_path,
                         int avoided, const struct languages *languages,
                         struct date today)
{
    *edition = (struct edition){0};
    struct store *store = store_open(store_path, NULL);
    if (store != NULL) {
        load_any(edition, store, false, avoided, languages, today);
    }
    if (edition->programme == NULL) {
        edition_release(edition);
    }
    store_free(store);
}

void edition_release(struct edition *edition)
{
    programme_free(edition->programme);
    diag_list_free(edition->diags);
    free(edition->folder);
    *edition = (struct edition){0};
}

size_t edition_event_count(const struct edition *edition)
{
    return edition->programme != NULL ? edition->programme->event_count : 0;
}
