// SPDX-License-Identifier: MIT
// What machine this is.

#ifndef KIOSK_SYSTEM_MACHINE_H
#define KIOSK_SYSTEM_MACHINE_H

#include <stdbool.h>
#include <stdint.h>

int64_t machine_memory_bytes(void); // all of it, used or not

// True if a Raspberry Pi says that its supply's voltage is too low: now, or,
// where the kernel tells, at any time since it started. sys is "/sys".
bool machine_power_is_low(const char *sys);

#endif
