// SPDX-License-Identifier: MIT
// What machine this is.

#ifndef KIOSK_SYSTEM_MACHINE_H
#define KIOSK_SYSTEM_MACHINE_H

#include <stdint.h>

int64_t machine_memory_bytes(void); // all of it, used or not

#endif
