// SPDX-License-Identifier: MIT
// Proving that a decoder cannot do harm: it is started as for a picture, and
// tries.

#ifndef KIOSK_DECODE_PROOF_H
#define KIOSK_DECODE_PROOF_H

#include <stdbool.h>

#include "decode/attempt.h"
#include "decode/decode.h"

enum proof {
    PROOF_REFUSED, // the call failed
    PROOF_KILLED,  // the kernel ended the decoder for it
    PROOF_STOPPED, // it went on until its time was over
    PROOF_DONE,    // it succeeded: there is no wall
    PROOF_NONE,    // the decoder is not there, or did not say
};

// The decoder of that kind tries that; as if the kernel had no Landlock, if
// so wished. Waits, of ATTEMPT_LOOP for a second.
enum proof proof_of(const struct decoder *decoder, enum decode_kind kind,
                    enum attempt attempt, bool without_landlock);

// What stands between that decoder and the rest.
struct proof_walls {
    bool has_filter; // of system calls
    int landlock;    // its version, 0: none
};

// False if the decoder is not there or does not work.
bool proof_walls(const struct decoder *decoder, enum decode_kind kind,
                 struct proof_walls *out);

#endif
