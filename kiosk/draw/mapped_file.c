// SPDX-License-Identifier: MIT
#include "draw/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool mapped_file_open(const char *path, struct mapped_file *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    void *bytes = MAP_FAILED;
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 0) {
        bytes =
            mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    if (file >= 0) {
        close(file);
    }
    if (bytes == MAP_FAILED) {
        return false;
    }
    *out = (struct mapped_file){bytes, (size_t)status.st_size};
    return true;
}

void mapped_file_close(struct mapped_file *file)
{
    munmap(file->bytes, file->length);
    *file = (struct mapped_file){0};
}
