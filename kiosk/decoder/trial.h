// SPDX-License-Identifier: MIT
// Trying, from inside the sandbox, what it forbids.

#ifndef KIOSK_DECODER_TRIAL_H
#define KIOSK_DECODER_TRIAL_H

#include "decode/attempt.h"

// 0 if it succeeded, else an errno. It may not return.
int trial_make(enum attempt attempt);

#endif
