// SPDX-License-Identifier: MIT
// What all decoders have in common: they read the order, lock themselves in,
// decode, and leave their answer.

#ifndef KIOSK_DECODER_PROGRAM_H
#define KIOSK_DECODER_PROGRAM_H

#include "decode/decode.h"
#include "decoder/sandbox.h"
#include "formats/format.h"

struct program {
    const struct format *formats[DECODE_KIND_COUNT]; // NULL: not its kinds
    enum sandbox_rules rules;
    const char *const *folders; // it may read: see decoder/sandbox.h
    void (*warm_up)(
        void); // before it is locked in; starts no threads; may be NULL
};

// The program's exit status: 0 if there is an answer, whatever it is.
int program_run(const struct program *program);

#endif
