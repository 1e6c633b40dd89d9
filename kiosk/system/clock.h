// SPDX-License-Identifier: MIT
// What time it is, and whether that can be believed.
//
// A machine without a battery clock and without a network wakes up with the
// time it went to sleep at. So the wall clock is trusted only on evidence:
// set from a hardware clock, synchronised, vouched for by the settings,
// confirmed by somebody since the machine was started, or given on the command
// line; and only if it is not before an instant that is certainly past, nor
// more than 400 days after it.
//
// A given clock may run faster than life: then all that lasts is shorter, too,
// if it is counted in the clock's own milliseconds.

#ifndef KIOSK_SYSTEM_CLOCK_H
#define KIOSK_SYSTEM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CLOCK_BELIEVABLE_DAYS = 400
};

// Why a clock may be right; sets of them are bits, 1 << CLOCK_BY_….
enum clock_evidence {
    CLOCK_BY_GIFT, // --now
    CLOCK_BY_SETTINGS,
    CLOCK_BY_HARDWARE,
    CLOCK_BY_NETWORK,
    CLOCK_BY_HOST,
    CLOCK_EVIDENCE_COUNT,
};

struct clock_options {
    bool is_given;     // the program lives at given and goes on from there
    int64_t given;     // instants are seconds since 1970 UTC
    int speed;         // of a given one, times as fast as life; 0: 1
    bool is_vouched;   // by the settings
    bool is_confirmed; // by the host, since the machine was started
    int64_t certain;   // certainly past by now; 0: nothing is known
    const char *sysfs; // where sysfs is, NULL for /sys
};

struct clock {
    struct clock_options options;
    bool set_by_hardware;
    int64_t start_ms; // monotonic
};

struct clock_belief {
    int64_t instant;
    unsigned evidence; // what there is of it, whether it is believed or not
    bool trusted;
};

// Looks for a hardware clock and starts counting.
void clock_init(struct clock *clock, struct clock_options options);

struct clock_belief clock_read(const struct clock *clock);

// For what lasts: milliseconds that pass at the clock's speed. Never set, never
// jump.
int64_t clock_ms(const struct clock *clock);

// How many real milliseconds a while of those lasts; at least 1 for any.
int64_t clock_real_ms(const struct clock *clock, int64_t ms);

// For deadlines in life: never set, never jumps.
int64_t clock_monotonic_ms(void);

// The rule by itself: does an instant deserve trust, given the evidence?
bool clock_is_believable(bool evidence, int64_t instant, int64_t certain);

// True if the kernel took its time from a hardware clock when it started:
// class/rtc/*/hctosys below sysfs says 1.
bool clock_was_set_by_hardware(const char *sysfs);

#endif
