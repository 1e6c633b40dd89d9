// SPDX-License-Identifier: MIT
// What was already dealt with of what others put into the inbox folders: a
// programme that was gone back from does not return by itself.

#ifndef KIOSK_STORE_DELIVERED_H
#define KIOSK_STORE_DELIVERED_H

#include <stdbool.h>
#include <stdint.h>

// The fingerprint that the folder had then; 0 if it never was, or store is
// none.
uint64_t delivered_read(const char *store, const char *folder);

// False, with errno, if the store cannot be written.
bool delivered_write(const char *store, const char *folder,
                     uint64_t fingerprint);

#endif
