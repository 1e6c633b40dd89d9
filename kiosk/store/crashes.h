// SPDX-License-Identifier: MIT
// How often the show broke down with a programme, as against ended, and what
// is to be shown instead. Kept in the store as "crashes".
//
// Three times with the current programme: the one before it is shown; three
// times more: none. A new programme begins at nothing. A plug that is pulled is
// no breakdown: only runs of the same start of the machine are counted, and a
// machine that is started anew tries its programme once more.

#ifndef KIOSK_STORE_CRASHES_H
#define KIOSK_STORE_CRASHES_H

#include <stdbool.h>

struct store;

enum {
    CRASHES_MAX = 3,
};

enum caution {
    CAUTION_NONE,   // the current programme
    CAUTION_FORMER, // the newest whole one of the others
    CAUTION_BARE,   // nothing that a stranger wrote
    CAUTION_COUNT,
};

// A run begins: says with what, and counts it as broken down until one of the
// functions below is called. Any store.
enum caution crashes_begin(struct store *store);

// A run goes on with the programme that is current by now, if it is another
// one than that it began with.
void crashes_renew(struct store *store);

// It has lasted long enough: what broke down before is forgotten. What is
// avoided stays avoided.
void crashes_settle(struct store *store);

// The current programme is tried once more in this run.
void crashes_pardon(struct store *store);

// It ends as it should.
void crashes_end(struct store *store);

#endif
