// SPDX-License-Identifier: MIT
// The operator's desk: what the page behind the corner tells and does, handed
// down by whoever knows. The screens know neither the store nor the machine.

#ifndef KIOSK_SCREENS_DESK_H
#define KIOSK_SCREENS_DESK_H

#include <stdint.h>

#include "screens/gate.h"

struct phrasing;
struct visit;

enum desk_task {
    DESK_SET_CLOCK,
    DESK_GO_BACK, // to the previous programme
    DESK_RESTART,
    DESK_SWITCH_OFF,
    DESK_TASK_COUNT,
};

enum desk_progress {
    DESK_IDLE, // nothing was begun
    DESK_RUNS,
    DESK_DONE,
    DESK_FAILED,
};

enum desk_section {
    DESK_CLOCK,
    DESK_PROGRAMME,
    DESK_RECEIPT,
    DESK_FAULTS,
    DESK_STORAGE,
    DESK_SECTION_COUNT,
};

// Lines of text in the language that was asked for; all of them owned.
struct desk_report {
    char *headings[DESK_SECTION_COUNT];
    char *sections[DESK_SECTION_COUNT];
    char *diagnostic; // everything, short and plain, for a QR code
};

struct desk {
    void *context;
    struct gate gate; // before the page

    // What there is to be told now. desk_report_release().
    struct desk_report (*report)(void *context,
                                 const struct phrasing *phrasing);

    // Begins a task, one at a time. instant, in seconds since 1970 UTC, is for
    // DESK_SET_CLOCK.
    void (*begin)(void *context, enum desk_task task, int64_t instant);

    // How the last one gets on. *words, borrowed until the next call, say why
    // it failed; "" for nothing.
    enum desk_progress (*progress)(void *context, const char **words);
};

void desk_report_release(struct desk_report *report);

#endif
