// SPDX-License-Identifier: MIT
// Which start of the machine this is.

#ifndef KIOSK_SYSTEM_BOOT_H
#define KIOSK_SYSTEM_BOOT_H

#include <stdbool.h>

enum {
    BOOT_ID_BYTES = 40
};

// Another one each time the machine starts, "" if the system does not tell.
void boot_id(char out[BOOT_ID_BYTES]);

#endif
