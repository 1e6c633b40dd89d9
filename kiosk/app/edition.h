// SPDX-License-Identifier: MIT
// A programme as it was loaded once, and what is wrong with it. The session
// has one; another one is loaded beside it and takes its place between two
// frames.

#ifndef KIOSK_APP_EDITION_H
#define KIOSK_APP_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct diag_list;
struct languages;
struct programme;

enum {
    EDITION_LEVELS = 2 // of folders in a programme's that are looked at
};

// Everything is owned.
struct edition {
    char *folder;                // or the file that was named; NULL: none
    struct programme *programme; // NULL: nothing that could be shown
    struct diag_list *diags;
    int slot;             // of the store; 0: it is not from there
    uint64_t fingerprint; // of the folder, before it was read
};

// Any thread; languages is only read. diags is taken over and added to; NULL:
// a new one. Whatever becomes of it: edition_release().
void edition_load(struct edition *edition, const char *folder,
                  const struct languages *languages, struct date today,
                  struct diag_list *diags);

// What is to be shown of the store in that folder: its current programme, else
// the newest one that can be shown, else what can be saved of a damaged one.
// All 0 if there is none. The one in slot known is not loaded again: then only
// the slot is set. Any thread.
void edition_load_newest(struct edition *edition, const char *store, int known,
                         const struct languages *languages, struct date today);

// The newest whole programme of the store that is not in slot avoided, which
// has broken the show. All 0 if there is none.
void edition_load_former(struct edition *edition, const char *store,
                         int avoided, const struct languages *languages,
                         struct date today);

void edition_release(struct edition *edition);

size_t edition_event_count(const struct edition *edition);

#endif
