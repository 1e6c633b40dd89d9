// SPDX-License-Identifier: MIT
// The last programmes that were taken in, on the device's own disk.
//
//   slots/0007/manifest      what is in it, with digests
//   slots/0007/programme/    the programme's folder
//   current -> slots/0007    what is to be shown; replaced by a rename
//   incoming/, discarded/    being written, being deleted
//   high-water               an instant that is certainly past
//   confirmed                since when the host says the clock is right
//   receipt.txt              what was taken in or refused last
//   screen.yaml              settings that were taken over, see offer.h
//   crashes                  how often the show broke down with what is current
//   lock                     held by whoever writes
//
// A slot appears whole, by one rename, and never changes; everything is on the
// disk before the name that makes it count is. So at every instant, and after
// the plug was pulled at any instant, there is a whole programme: the old one
// or the new one. Slots are numbered upwards and no number is used twice.

#ifndef KIOSK_STORE_STORE_H
#define KIOSK_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/manifest.h"

struct store;

enum {
    STORE_SLOTS_KEPT = 3,
    STORE_HIGH_WATER_SECONDS = 60 * 60, // between two writings of it
};

enum store_result {
    STORE_DONE,
    STORE_ABSENT,    // there is no such folder
    STORE_READ_ONLY, // it may not be written
    STORE_FULL,
    STORE_BUSY,    // somebody else is writing
    STORE_NO_SLOT, // there is none to go back to
    STORE_FAILED,  // the disk: errno
};

struct slot {
    int number;
    bool is_current;
    struct manifest *manifest; // NULL: damaged
};

// /var/lib/kiosk if it can be written, or is a store on a disk that cannot be
// written now; else kiosk in $XDG_STATE_HOME or ~/.local/state. The caller's;
// free().
char *store_default_folder(void);

// To read: makes and changes nothing, never waits. NULL if it is absent or
// cannot be read; *result says which, and may be NULL.
struct store *store_open(const char *folder, enum store_result *result);

// To write: makes the folder, waits up to wait_ms for whoever writes, and
// clears away what an interrupted writer left.
struct store *store_open_to_write(const char *folder, int wait_ms,
                                  enum store_result *result);
void store_free(struct store *store); // NULL is allowed

const char *store_folder(const struct store *store); // borrowed

// Newest first. Borrowed until the next change.
size_t store_slot_count(const struct store *store);
const struct slot *store_slot_at(const struct store *store, size_t index);

// What is to be shown: the current slot, or if that one is damaged the newest
// whole one. NULL: there is none.
const struct slot *store_current(const struct store *store);

// The number of that one; 0: none. Of an open store, and of the one in a
// folder, which may be absent.
int store_number(const struct store *store);
int store_number_in(const char *folder);

// The programme's folder of a slot; NULL for a slot that is NULL. It stays
// until two more programmes were taken in. The caller's; free().
char *store_slot_folder(const struct store *store, const struct slot *slot);

// Reads every byte of a slot again. False if anything is not as it was
// written; *fault then names it (the caller's; free()).
bool store_verify(const struct store *store, const struct slot *slot,
                  char **fault);

// Shows the programme again that was current before: the newest of the other
// whole slots. Doing it twice comes back to the first; a programme taken in
// later removes the ones that were gone back from. Opened to write only.
enum store_result store_back(struct store *store);

// The latest instant somebody could vouch for; 0 if there is none. Any store.
int64_t store_high_water(const struct store *store);

// Call only while the clock is trusted. Writes at most once an hour, and never
// backwards. Needs no lock: any store. False if the disk refused.
bool store_raise_high_water(struct store *store, int64_t instant);

// For when somebody says that it is earlier: the mark is at most instant then.
bool store_lower_high_water(struct store *store, int64_t instant);

// What was taken in or refused last, in words; NULL if nothing ever was. The
// caller's; free().
char *store_receipt(const struct store *store);
bool store_write_receipt(struct store *store, const char *text);

// The result for an errno of a write.
enum store_result store_result_of(int reason);

#endif
