// SPDX-License-Identifier: MIT
#include "system/outputs.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "system/clock.h"

enum {
    LINE_BYTES = 64,
    LOOK_MS = 500,
};

const char OUTPUTS_FOLDER[] = "/sys/class/drm";

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
static const uint64_t FNV_START = 0xCBF29CE484222325U;
static const uint64_t FNV_PRIME = 0x100000001B3U;

static uint64_t hash(const char *name, const char *mode)
{
    uint64_t sum = FNV_START;
    const char *const parts[] = {name, "\n", mode};
    for (size_t i = 0; i < 3; i++) {
        for (const char *at = parts[i]; *at != '\0'; at++) {
            sum = (sum ^ (unsigned char)*at) * FNV_PRIME;
        }
    }
    return sum;
}

// The first line of a file of that connector; "" if there is none.
static void read_line(int folder, const char *connector, const char *name,
                      char out[LINE_BYTES])
{
    char *path = path_join(connector, name);
    int file = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t length = file >= 0 ? read(file, out, LINE_BYTES - 1) : 0;
    out[length > 0 ? length : 0] = '\0';
    out[strcspn(out, "\n")] = '\0';
    if (file >= 0) {
        close(file);
    }
    free(path);
}

// In whatever order the connectors come. The cards themselves have no status.
static void look_at(int folder, const char *connector, struct outputs *out)
{
    char status[LINE_BYTES], mode[LINE_BYTES];
    read_line(folder, connector, "status", status);
    if (strcmp(status, "connected") == 0) {
        read_line(folder, connector, "modes", mode);
        out->any = out->any || mode[0] != '\0';
        out->fingerprint += hash(connector, mode);
    }
}

struct outputs outputs_read(const char *folder)
{
    struct outputs out = {.any = false};
    DIR *entries = opendir(folder);
    if (entries == NULL) {
        return out;
    }
    for (struct dirent *entry = readdir(entries); entry != NULL;
         entry = readdir(entries)) {
        if (strncmp(entry->d_name, "card", 4) == 0) {
            look_at(dirfd(entries), entry->d_name, &out);
        }
    }
    closedir(entries);
    return out;
}

bool outputs_wait(const char *folder, int64_t most_ms)
{
    int64_t end_ms = clock_monotonic_ms() + most_ms;
    while (!outputs_read(folder).any) {
        if (clock_monotonic_ms() >= end_ms) {
            return false;
        }
        poll(NULL, 0, LOOK_MS);
    }
    return true;
}
