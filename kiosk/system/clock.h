// SPDX-License-Identifier: MIT
// What time it is, and whether that can be believed.
//
// A machine without a battery clock and without a network wakes up with the
// time it went to sleep at. So the wall clock is trusted only on evidence:
// set from a hardware clock, synchronised, vouched for by the settings, or
// given on the command line; and only if it is not before an instant that is
// certainly past, nor more than 400 days after it.

#ifndef KIOSK_SYSTEM_CLOCK_H
#define KIOSK_SYSTEM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CLOCK_BELIEVABLE_DAYS = 400
};

struct clock_options {
    bool is_given;     // the program lives at given and goes on from there
    int64_t given;     // instants are seconds since 1970 UTC
    bool is_vouched;   // by the settings
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
    bool trusted;
};

// Looks for a hardware clock and starts counting.
void clock_init(struct clock *clock, struct clock_options options);

struct clock_belief clock_read(const struct clock *clock);

// For deadlines: never set, never jumps.
int64_t clock_monotonic_ms(void);

// The rule by itself: does an instant deserve trust, given the evidence?
bool clock_is_believable(bool evidence, int64_t instant, int64_t certain);

// True if the kernel took its time from a hardware clock when it started:
// class/rtc/*/hctosys below sysfs says 1.
bool clock_was_set_by_hardware(const char *sysfs);

#endif
