// SPDX-License-Identifier: MIT
#include "decode/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum decode_result check_file(int file, size_t *whole)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        return DECODE_MISSING;
    }
    if (status.st_size == 0) {
        return DECODE_EMPTY;
    }
    if (status.st_size > DECODE_FILE_BYTES_MAX) {
        return DECODE_TOO_LARGE;
    }
    *whole = (size_t)status.st_size;
    return DECODE_DONE;
}

// Returns how many bytes there were, or -1.
static ssize_t read_all(int file, uint8_t *data, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t count = read(file, data + done, length - done);
        if (count < 0 && errno != EINTR) {
            return -1;
        }
        if (count == 0) {
            break;
        }
        done += count > 0 ? (size_t)count : 0;
    }
    return (ssize_t)done;
}

static enum decode_result load(int file, size_t limit, struct file_bytes *out)
{
    size_t whole = 0;
    enum decode_result result = check_file(file, &whole);
    if (result != DECODE_DONE) {
        return result;
    }
    size_t length = whole < limit ? whole : limit;
    uint8_t *data = malloc(length);
    if (data == NULL) {
        return DECODE_NO_MEMORY;
    }
    ssize_t count = read_all(file, data, length);
    if (count <= 0) {
        free(data);
        return count == 0 ? DECODE_EMPTY : DECODE_MISSING;
    }
    // The file may have shrunk meanwhile.
    if ((size_t)count < length) {
        whole = (size_t)count;
    }
    *out = (struct file_bytes){data, (size_t)count, whole};
    return DECODE_DONE;
}

enum decode_result file_bytes_load(const char *path, size_t limit,
                                   struct file_bytes *out)
{
    // O_NONBLOCK, because opening a pipe would wait for a writer.
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0) {
        return DECODE_MISSING;
    }
    enum decode_result result = load(file, limit, out);
    close(file);
    return result;
}

void file_bytes_release(struct file_bytes *file)
{
    free(file->data);
    *file = (struct file_bytes){0};
}

bool file_bytes_match(const struct file_bytes *file, size_t offset,
                      const char *bytes, size_t length)
{
    return offset <= file->length && length <= file->length - offset &&
           memcmp(file->data + offset, bytes, length) == 0;
}

uint32_t bytes_big_endian(const uint8_t *data)
{
    return (uint32_t)data[0] << 24 | (uint32_t)data[1] << 16 |
           (uint32_t)data[2] << 8 | data[3];
}

uint32_t bytes_little_endian(const uint8_t *data)
{
    return (uint32_t)data[3] << 24 | (uint32_t)data[2] << 16 |
           (uint32_t)data[1] << 8 | data[0];
}
