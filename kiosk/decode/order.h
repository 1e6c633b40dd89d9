// SPDX-License-Identifier: MIT
// What is written on the first page of the memory a decoder shares with who
// started it: the order it is given, and its answer. The pixels follow on the
// next page.

#ifndef KIOSK_DECODE_ORDER_H
#define KIOSK_DECODE_ORDER_H

#include <stdint.h>

// Descriptors a decoder is started with.
enum {
    DECODER_FILE = 3,  // a sealed copy of the picture file
    DECODER_SHARED = 4 // the shared memory
};

enum {
    ORDER_BYTES = 4096,
    ORDER_MAGIC = 0x6B696F31,
};

enum order_task {
    ORDER_PROBE,  // say what the head says
    ORDER_DECODE, // write pixels
    ORDER_TRY,    // what the sandbox forbids: see decoder/attempt.h
};

struct order {
    uint32_t task;            // enum order_task
    uint32_t kind;            // enum decode_kind, by the file's first bytes
    uint32_t attempt;         // enum attempt, of ORDER_TRY
    int32_t width, height;    // of pixels to fit into
    int32_t cpu_seconds;      // it may use
    int64_t memory_bytes;     // of address space it may use
    int32_t without_landlock; // as if the kernel had none; for tests
};

struct answer {
    uint32_t magic;             // ORDER_MAGIC, written last
    uint32_t result;            // enum decode_result
    int32_t width, height;      // of the upright picture; 0: not known
    int32_t pixels_x, pixels_y; // of the pixels written
    int32_t landlock;           // its version in force; 0: none
    int32_t has_filter;         // of system calls
    int32_t outcome;            // of ORDER_TRY: an errno, 0 for success
};

struct order_page {
    struct order order;
    struct answer answer;
};

#endif
