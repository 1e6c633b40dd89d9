// SPDX-License-Identifier: MIT
// Somebody's word that the clock of this machine is right. It holds until the
// machine is started again, for then the clock may have lost its way; a restart
// of the program alone does not matter. Kept in the store as "confirmed".

#ifndef KIOSK_STORE_CONFIRMATION_H
#define KIOSK_STORE_CONFIRMATION_H

#include <stdbool.h>
#include <stdint.h>

struct store;

// Call when the host has said that it is instant now. A high-water mark that
// is later goes back to it: a date that was once wrong must not stay in the way
// for ever. False if the disk refused. Needs no lock: any store.
bool confirmation_give(struct store *store, int64_t instant);

// True if it was given since the machine was started.
bool confirmation_holds(const struct store *store);

#endif
