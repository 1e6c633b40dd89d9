// SPDX-License-Identifier: MIT
#include "system/machine.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"

int64_t machine_memory_bytes(void)
{
    // A Raspberry Pi Zero 2 W, if the kernel does not say.
    const int64_t least = (int64_t)512 * 1024 * 1024;
    int64_t pages = sysconf(_SC_PHYS_PAGES);
    int64_t page = sysconf(_SC_PAGESIZE);
    return pages > 0 && page > 0 ? pages * page : least;
}

// The file's first word, or "".
static void read_word(const char *folder, const char *name, char word[32])
{
    char *path = path_join(folder, name);
    FILE *file = fopen(path, "re");
    if (file == NULL || fscanf(file, "%31s", word) != 1) {
        word[0] = '\0';
    }
    if (file != NULL) {
        fclose(file);
    }
    free(path);
}

// The firmware's word of a Raspberry Pi kernel: bit 0 now, bit 16 since the
// start.
static bool is_throttled(const char *sys)
{
    const unsigned long low = 1UL << 0 | 1UL << 16;
    char word[32];
    read_word(sys, "devices/platform/soc/soc:firmware/get_throttled", word);
    return (strtoul(word, NULL, 16) & low) != 0;
}

// The sensor of any kernel.
static bool has_alarm(const char *sys)
{
    char *pattern = path_join(sys, "class/hwmon/hwmon*");
    glob_t sensors = {0};
    bool alarm = false;
    glob(pattern, 0, NULL, &sensors);
    for (size_t i = 0; i < sensors.gl_pathc && !alarm; i++) {
        char name[32], value[32];
        read_word(sensors.gl_pathv[i], "name", name);
        read_word(sensors.gl_pathv[i], "in0_lcrit_alarm", value);
        alarm = strcmp(name, "rpi_volt") == 0 && strcmp(value, "1") == 0;
    }
    globfree(&sensors);
    free(pattern);
    return alarm;
}

bool machine_power_is_low(const char *sys)
{
    return is_throttled(sys) || has_alarm(sys);
}
