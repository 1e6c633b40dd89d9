// SPDX-License-Identifier: MIT
// Taking a programme in, from looking at the stick to the switch: what the
// process of its own does. Others use store/intake.h.

#ifndef KIOSK_STORE_TAKING_H
#define KIOSK_STORE_TAKING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "store/receipt.h"

struct languages;
struct settings;

// Everything is borrowed.
struct taking_options {
    const char *folder, *store; // paths
    const struct settings *settings;
    const struct languages *languages;
    struct receipt_words words;
    int64_t now; // seconds since 1970 UTC
    bool now_trusted;
    struct date today;
    const char *when; // NULL: nothing is said of the time
    bool is_stick;    // said or seen
    bool is_inbox;    // looked at unasked: nothing new there is no news
    int output;       // where progress and the receipt are sent
};

// Sets this process's limits on memory, time and files. For good: a process
// that calls it does nothing else.
void taking_confine(void);

// True if the screen now shows what is in the folder.
bool taking_run(const struct taking_options *options);

#endif
