// SPDX-License-Identifier: MIT
#include "system/sealed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PART_BYTES = 64 * 1024
};

static bool write_all(int file, const uint8_t *data, size_t length)
{
    while (length > 0) {
        ssize_t count = write(file, data, length);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        size_t done = count > 0 ? (size_t)count : 0;
        data += done;
        length -= done;
    }
    return true;
}

// The length the file was found to have may no longer be true.
static int copy_bytes(int from, int to, size_t most, enum sealed_fault *fault)
{
    uint8_t part[PART_BYTES];
    size_t whole = 0;
    for (;;) {
        ssize_t count = read(from, part, sizeof part);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            *fault = SEALED_NO_FILE;
            return -1;
        }
        if (count == 0) {
            *fault = SEALED_EMPTY;
            return whole > 0 ? 0 : -1;
        }
        whole += (size_t)count;
        *fault = whole > most ? SEALED_TOO_LARGE : SEALED_NO_ROOM;
        if (whole > most || !write_all(to, part, (size_t)count)) {
            return -1;
        }
    }
}

static int copy(int from, size_t most, enum sealed_fault *fault)
{
    struct stat status;
    *fault = SEALED_NO_FILE;
    if (fstat(from, &status) != 0 || !S_ISREG(status.st_mode)) {
        return -1;
    }
    int to = memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (to < 0) {
        *fault = SEALED_NO_ROOM;
        return -1;
    }
    if (copy_bytes(from, to, most, fault) != 0) {
        close(to);
        return -1;
    }
    if (fcntl(to, F_ADD_SEALS,
              F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
        *fault = SEALED_NO_ROOM;
        close(to);
        return -1;
    }
    return to;
}

int sealed_copy(const char *path, size_t most_bytes, enum sealed_fault *fault)
{
    // O_NONBLOCK, because opening a pipe would wait for a writer.
    int from = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (from < 0) {
        *fault = SEALED_NO_FILE;
        return -1;
    }
    int to = copy(from, most_bytes, fault);
    close(from);
    return to;
}

int sealed_shared(size_t bytes)
{
    int file = memfd_create("pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file >= 0 && (ftruncate(file, (off_t)bytes) != 0 ||
                      fcntl(file, F_ADD_SEALS,
                            F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)) {
        close(file);
        file = -1;
    }
    return file;
}
