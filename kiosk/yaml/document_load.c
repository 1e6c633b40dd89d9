// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "yaml/document.h"

// Reads at most limit bytes and one more. False, with errno, if that fails.
static bool read_up_to(int file, char *bytes, size_t limit, size_t *out)
{
    size_t length = 0;
    while (length <= limit) {
        ssize_t step = read(file, bytes + length, limit + 1 - length);
        if (step < 0 && errno == EINTR) {
            continue;
        }
        if (step < 0) {
            return false;
        }
        if (step == 0) {
            break;
        }
        length += (size_t)step;
    }
    *out = length;
    return true;
}

char *document_bytes(const char *path, const char *shown_path,
                     struct diag_list *diags, size_t *length)
{
    struct place whole = {shown_path, 0, 0};
    char *bytes = NULL;
    const char *reason = NULL;
    struct stat status;
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 || fstat(file, &status) != 0) {
        reason = strerror(errno);
    } else if (!S_ISREG(status.st_mode)) {
        reason = "not a regular file";
    } else {
        bytes = xmalloc(DOCUMENT_BYTES_MAX + 2);
        bool read = read_up_to(file, bytes, DOCUMENT_BYTES_MAX, length);
        reason = read ? NULL : strerror(errno);
        bytes[read ? *length : 0] = '\0';
    }
    if (reason != NULL) {
        diag_add(diags, FAULT_FILE_UNREADABLE, whole, reason, NULL, NULL);
        free(bytes);
        bytes = NULL;
    }
    if (file >= 0) {
        close(file);
    }
    return bytes;
}
