// SPDX-License-Identifier: MIT
// What the machine is asked to do through a command of its own: to set its
// clock, to restart, to switch itself off. It runs beside the loop, which looks
// now and then how it got on.

#ifndef KIOSK_SYSTEM_ERRAND_H
#define KIOSK_SYSTEM_ERRAND_H

#include <stdint.h>

enum errand_state {
    ERRAND_RUNS,
    ERRAND_DONE,
    ERRAND_FAILED, // it said no, could not be started, or took too long
};

enum {
    ERRAND_MS_MAX = 30000, // then it is ended
};

struct errand;

// Has /bin/sh run a command line, in which "$1" is the first argument, "$2" the
// second; NULL for those there are not. Never NULL.
struct errand *errand_start(const char *command, const char *first,
                            const char *second, int64_t now_ms);
void errand_free(struct errand *errand); // NULL is allowed; ends it

enum errand_state errand_look(struct errand *errand, int64_t now_ms);

// The last line it printed, "" if it was silent; borrowed until the next look.
const char *errand_words(const struct errand *errand);

#endif
