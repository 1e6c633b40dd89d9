// SPDX-License-Identifier: MIT
// Landlock: the kernel forbids itself to open files for this process.

#ifndef KIOSK_DECODER_LANDLOCK_H
#define KIOSK_DECODER_LANDLOCK_H

// Only the folders up to NULL may be read, nothing written, no network port
// used, as far as the kernel's version knows such rules. Folders that do not
// exist are left out; NULL: none. Returns that version, 0 if there is none.
int landlock_enter(const char *const *folders);

#endif
