// SPDX-License-Identifier: MIT
// Which displays are plugged into the graphics cards, as the kernel last saw
// it: /sys/class/drm/card0-HDMI-A-1/status and modes. Reading wakes no monitor.

#ifndef KIOSK_SYSTEM_OUTPUTS_H
#define KIOSK_SYSTEM_OUTPUTS_H

#include <stdbool.h>
#include <stdint.h>

struct outputs {
    bool any;             // one is connected, and says which modes it has
    uint64_t fingerprint; // of which are, and of their preferred modes
};

// The system's own folder, for those below.
extern const char OUTPUTS_FOLDER[];

struct outputs outputs_read(const char *folder);

// Until one is connected, or so many milliseconds have passed. True if one is.
bool outputs_wait(const char *folder, int64_t most_ms);

#endif
