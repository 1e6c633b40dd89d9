// SPDX-License-Identifier: MIT
#include "system/boot.h"

#include <stdio.h>
#include <string.h>

void boot_id(char out[BOOT_ID_BYTES])
{
    out[0] = '\0';
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (file == NULL) {
        return;
    }
    if (fgets(out, BOOT_ID_BYTES, file) == NULL) {
        out[0] = '\0';
    }
    out[strcspn(out, "\n")] = '\0';
    fclose(file);
}
