// SPDX-License-Identifier: MIT
// What the programs that decode pictures may and may not do, proved by
// trying.

#ifndef KIOSK_APP_CHECK_SANDBOX_H
#define KIOSK_APP_CHECK_SANDBOX_H

#include <stdbool.h>
#include <stdio.h>

#include "base/fault.h"

// Takes seconds: endless loops are tried, too. False if a decoder can do what
// it must not, or the one for JPEG, PNG and WebP is not there.
bool check_sandbox(enum fault_language language, FILE *out);

#endif
