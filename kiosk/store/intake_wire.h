// SPDX-License-Identifier: MIT
// What the process that takes a programme in tells the one that started it,
// as lines of text. The reader believes nothing: it is bounded, and what is
// not understood is left out.

#ifndef KIOSK_STORE_INTAKE_WIRE_H
#define KIOSK_STORE_INTAKE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text_buffer.h"

struct receipt;

enum {
    INTAKE_WIRE_BYTES_MAX = 512 * 1024 // of everything
};

struct intake_wire {
    uint64_t done, total;    // bytes
    struct receipt *receipt; // being filled
    bool is_whole;           // the receipt is
    size_t bytes;            // read so far
    struct text_buffer line; // the last one, not whole yet
};

void intake_wire_init(struct intake_wire *wire);
void intake_wire_release(struct intake_wire *wire);

// False if it is more than an honest process says.
bool intake_wire_read(struct intake_wire *wire, const char *bytes,
                      size_t length);

// The caller's; NULL if it never arrived as a whole.
struct receipt *intake_wire_take_receipt(struct intake_wire *wire);

// The writer's side. False if nobody reads any more.
bool intake_wire_send_progress(int file, uint64_t done, uint64_t total);
bool intake_wire_send_receipt(int file, const struct receipt *receipt);

#endif
