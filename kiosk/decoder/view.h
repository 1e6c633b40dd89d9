// SPDX-License-Identifier: MIT
// A view of the file system of its own, for kernels without Landlock.

#ifndef KIOSK_DECODER_VIEW_H
#define KIOSK_DECODER_VIEW_H

#include <stdbool.h>

// From now on this process sees the folders up to NULL, at their paths, and
// nothing else. Folders that do not exist are left out. False if the kernel
// does not grant it: it wants a process of one thread, that is dumpable.
bool view_enter(const char *const *folders);

#endif
