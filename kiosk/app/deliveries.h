// SPDX-License-Identifier: MIT
// Programmes that are handed to this machine, on sticks and in the inbox
// folders of the settings, and taken into the store one after another, each by
// a process of its own. What becomes of them is told on the screen.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_DELIVERIES_H
#define KIOSK_APP_DELIVERIES_H

#include <stdbool.h>
#include <stdint.h>

#include "store/receipt.h"

struct deliveries;
struct overlay;
struct session;

// Both are borrowed; the session has a store.
struct deliveries *deliveries_new(const struct session *session,
                                  struct overlay *overlay);
void deliveries_free(struct deliveries *deliveries); // NULL is allowed

// Something was mounted in that folder; or the inbox folder has another
// content, of which that is the fingerprint.
void deliveries_add_stick(struct deliveries *deliveries, const char *folder);
void deliveries_add_inbox(struct deliveries *deliveries, const char *folder,
                          uint64_t fingerprint);

struct delivery {
    char *folder; // the caller's; free()
    bool is_stick;
    enum decision decision;
};

// Does what is due. True if one is over.
bool deliveries_update(struct deliveries *deliveries, int64_t now_ms,
                       struct delivery *out);

// When it wants to be updated again if nothing happens; INT64_MAX: never.
int64_t deliveries_deadline(const struct deliveries *deliveries,
                            int64_t now_ms);

#endif
