// SPDX-License-Identifier: MIT
#include "system/machine.h"

#include <unistd.h>

int64_t machine_memory_bytes(void)
{
    // A Raspberry Pi Zero 2 W, if the kernel does not say.
    const int64_t least = (int64_t)512 * 1024 * 1024;
    int64_t pages = sysconf(_SC_PHYS_PAGES);
    int64_t page = sysconf(_SC_PAGESIZE);
    return pages > 0 && page > 0 ? pages * page : least;
}
