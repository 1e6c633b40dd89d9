// SPDX-License-Identifier: MIT
#include "system/sealed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PART_BYTES = 1 << 20
};

// Where the kernel had no room to write to, rather than nothing to read.
static bool is_full(int failure)
{
    return failure == ENOMEM || failure == ENOSPC || failure == EFBIG;
}

// The length the file was found to have may no longer be true.
static int copy_bytes(int from, int to, size_t most, enum sealed_fault *fault)
{
    size_t whole = 0;
    while (whole <= most) {
        ssize_t count = sendfile(to, from, NULL, PART_BYTES);
        if (count < 0 && errno != EINTR) {
            *fault = is_full(errno) ? SEALED_NO_ROOM : SEALED_NO_FILE;
            return -1;
        }
        if (count == 0) {
            *fault = SEALED_EMPTY;
            return whole > 0 ? 0 : -1;
        }
        whole += count > 0 ? (size_t)count : 0;
    }
    *fault = SEALED_TOO_LARGE;
    return -1;
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
