// SPDX-License-Identifier: MIT
// The gate before the operator's page: a code of digits, and a wait that grows
// with every few wrong ones.
//
// Pure: times are milliseconds of the monotonic clock, and parameters. The
// wait outlives a visit, what was typed does not.

#ifndef KIOSK_SCREENS_GATE_H
#define KIOSK_SCREENS_GATE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    GATE_DIGITS_MAX = 12,
    GATE_TRIES = 3,           // before a wait
    GATE_WAIT_MS = 30 * 1000, // the first one; each next one is twice as long
    GATE_WAIT_MS_MAX = 15 * 60 * 1000,
};

// Zero is a gate that is shut.
struct gate {
    bool is_open;
    int wrong; // in a row
    int64_t locked_until_ms;
    char typed[GATE_DIGITS_MAX + 1];
};

enum gate_result {
    GATE_TYPING,
    GATE_OPEN,
    GATE_WRONG,
    GATE_LOCKED, // nothing is typed now
};

void gate_shut(struct gate *gate);

// One digit, 0 to 9, of pin. It is judged as soon as it is as long as pin.
enum gate_result gate_type(struct gate *gate, const char *pin, int digit,
                           int64_t now_ms);
void gate_rub_out(struct gate *gate); // the last digit

int64_t gate_wait_ms(const struct gate *gate, int64_t now_ms); // 0: none

#endif
