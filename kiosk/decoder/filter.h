// SPDX-License-Identifier: MIT
// The system calls a decoder may make, by libseccomp.

#ifndef KIOSK_DECODER_FILTER_H
#define KIOSK_DECODER_FILTER_H

#include <stdbool.h>

#include "decoder/sandbox.h"

// For the rest of this process's life. With memory only, any other call kills
// it; with libraries it fails, for what they ask out of mere interest differs
// from machine to machine. False if there is no filter.
bool filter_enter(enum sandbox_rules rules);

#endif
