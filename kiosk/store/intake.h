// SPDX-License-Identifier: MIT
// Taking a programme in, seen from the program that shows one: it is done by a
// process of its own (kiosk import --child), so that nothing on a stick can
// hold up or stop the picture. Nothing here waits, but intake_wait().
//
// While it runs: poll intake_descriptor() for reading, and call
// intake_update() then and at intake_deadline_ms(). When that says it is over
// there is a receipt, whatever happened.

#ifndef KIOSK_STORE_INTAKE_H
#define KIOSK_STORE_INTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/receipt.h"

struct intake;

enum {
    INTAKE_TOTAL_MS = 30 * 60 * 1000, // from start to end
    INTAKE_STALL_MS = 2 * 60 * 1000,  // without a sign of life
};

// Texts are copied.
struct intake_options {
    const char *program; // kiosk itself; NULL: this program's file
    const char *folder;  // what was plugged in
    const char *store;
    const char *settings;   // file; NULL: the device's own
    const char *language;   // code; NULL: the locale's
    const char *now;        // as for --now; NULL: the clock's
    bool is_stick;          // "you may remove the stick"
    bool is_inbox;          // as taking_options has it
    int total_ms, stall_ms; // 0: the above
    // For when the process cannot say any more what became of it.
    struct receipt_words words;
};

// NULL, and a line in the log, if the process cannot be started.
struct intake *intake_start(const struct intake_options *options,
                            int64_t now_ms);

// Ends the process if it still runs: the store keeps what it has. NULL is
// allowed.
void intake_free(struct intake *intake);

int intake_descriptor(const struct intake *intake); // -1 once it is over
int64_t intake_deadline_ms(const struct intake *intake);

// True once it is over. now_ms is monotonic.
bool intake_update(struct intake *intake, int64_t now_ms);

// Bytes dealt with and to be dealt with; 0 of 0 until that is known.
void intake_progress(const struct intake *intake, uint64_t *done,
                     uint64_t *total);

// NULL until it is over. Borrowed.
const struct receipt *intake_receipt(const struct intake *intake);

// Sleeps until there is something for intake_update(). For the command line
// and for tests.
void intake_wait(const struct intake *intake, int64_t now_ms);

#endif
