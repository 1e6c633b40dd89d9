// SPDX-License-Identifier: MIT
// Between the clock on the wall of a place and the instants of the world.
//
// The rules are the system's (tzdata), read by the C library. It knows one
// zone at a time, so these functions set TZ when the zone changes, one thread
// at a time. The first call comes before any thread is started: later ones
// only put another value in its place, which getenv() elsewhere survives.

#ifndef KIOSK_BASE_ZONE_H
#define KIOSK_BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

enum {
    ZONE_NAME_BYTES = 64
};

struct zone {
    char name[ZONE_NAME_BYTES]; // "Europe/Paris"
};

enum {
    ZONE_MEMO_WEEKS = 128
};

struct zone_memo {
    struct {
        int64_t week;   // from 1
        int64_t offset; // of the zone throughout that week, in seconds
    } slots[ZONE_MEMO_WEEKS];
};

// False, *out untouched, for a name the system has no rules for.
bool zone_find(const char *name, struct zone *out);

// Seconds since 1970-01-01 UTC. A moment that the clock passes twice is the
// first one; one that it skips is as far behind the gap.
int64_t zone_instant(const struct zone *zone, struct moment moment);
// The same, and the moment it is by the clock: another one than asked for only
// where that is skipped. For thousands of moments: memo remembers in which
// weeks the clock is not set. Zero-initialise it; it serves one zone.
int64_t zone_instant_at(const struct zone *zone, struct zone_memo *memo,
                        struct moment moment, struct moment *out);

struct moment zone_moment(const struct zone *zone, int64_t instant);

#endif
