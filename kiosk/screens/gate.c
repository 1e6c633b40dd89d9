// SPDX-License-Identifier: MIT
#include "screens/gate.h"

#include <string.h>

void gate_shut(struct gate *gate)
{
    gate->is_open = false;
    memset(gate->typed, 0, sizeof gate->typed);
}

int64_t gate_wait_ms(const struct gate *gate, int64_t now_ms)
{
    int64_t left = gate->locked_until_ms - now_ms;
    return left > 0 ? left : 0;
}

static void count_wrong(struct gate *gate, int64_t now_ms)
{
    gate->wrong++;
    if (gate->wrong % GATE_TRIES != 0) {
        return;
    }
    int64_t wait = GATE_WAIT_MS;
    for (int i = GATE_TRIES; i < gate->wrong && wait < GATE_WAIT_MS_MAX;
         i += GATE_TRIES) {
        wait *= 2;
    }
    gate->locked_until_ms =
        now_ms + (wait < GATE_WAIT_MS_MAX ? wait : GATE_WAIT_MS_MAX);
}

static enum gate_result judge(struct gate *gate, const char *pin,
                              int64_t now_ms)
{
    bool right = strcmp(gate->typed, pin) == 0;
    gate_shut(gate);
    if (right) {
        gate->is_open = true;
        gate->wrong = 0;
        return GATE_OPEN;
    }
    count_wrong(gate, now_ms);
    return GATE_WRONG;
}

enum gate_result gate_type(struct gate *gate, const char *pin, int digit,
                           int64_t now_ms)
{
    if (gate_wait_ms(gate, now_ms) > 0) {
        return GATE_LOCKED;
    }
    size_t length = strlen(gate->typed);
    gate->typed[length] = (char)('0' + digit);
    gate->typed[length + 1] = '\0';
    bool full = length + 1 == strlen(pin) || length + 1 == GATE_DIGITS_MAX;
    return full ? judge(gate, pin, now_ms) : GATE_TYPING;
}

void gate_rub_out(struct gate *gate)
{
    size_t length = strlen(gate->typed);
    if (length > 0) {
        gate->typed[length - 1] = '\0';
    }
}
