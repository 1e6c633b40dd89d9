// SPDX-License-Identifier: MIT
// One order to a decoder: the program is found, started and awaited, and its
// answer read once it is dead.

#ifndef KIOSK_DECODE_JOB_H
#define KIOSK_DECODE_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"
#include "decode/decode.h"
#include "decode/order.h"
#include "system/helper.h"

enum {
    JOB_CPU_SECONDS = 10,
    JOB_TRY_CPU_SECONDS = 1, // of ORDER_TRY
    JOB_DEADLINE_MS = 15000, // on a machine that has other things to do, too
};

struct job {
    const struct decoder *decoder;
    int file;              // a sealed copy of the picture; -1: none
    enum decode_kind kind; // whose decoder is asked
    struct size within;    // of pixels
    uint32_t attempt;      // enum attempt, of ORDER_TRY
    bool without_landlock; // as if the kernel had none

    // Set by job_run().
    int shared;           // the memory with the answer and the pixels, or -1
    struct answer answer; // zeroed if there is none
    enum helper_end end;
};

// DECODE_DONE: the decoder said so itself, and answer.width and height are
// those of a picture within the limits. job_release() it in any case.
enum decode_result job_run(struct job *job, enum order_task task);
void job_release(struct job *job);

// What a decoder may use of this machine's memory.
int64_t job_memory_bytes(void);

// The path of the decoder of that kind; free(). NULL if there is none.
char *job_find_program(const struct decoder *decoder, enum decode_kind kind);

#endif
