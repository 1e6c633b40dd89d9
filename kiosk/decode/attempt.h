// SPDX-License-Identifier: MIT
// What a decoder that was taken over would try. `kiosk check --sandbox` has
// every decoder try it, to prove that it cannot.

#ifndef KIOSK_DECODE_ATTEMPT_H
#define KIOSK_DECODE_ATTEMPT_H

enum attempt {
    ATTEMPT_READ_FILE,
    ATTEMPT_WRITE_FILE,
    ATTEMPT_WRITE_OUT, // to what it was started with
    ATTEMPT_CONNECT,
    ATTEMPT_FORK,
    ATTEMPT_EXECUTE,
    ATTEMPT_TRACE,
    ATTEMPT_SIGNAL,
    ATTEMPT_CODE,   // memory that is to be run
    ATTEMPT_MEMORY, // 8 GiB of it
    ATTEMPT_LOOP,   // for ever
    ATTEMPT_COUNT,
};

#endif
