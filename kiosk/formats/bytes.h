// SPDX-License-Identifier: MIT
// A picture file in memory.

#ifndef KIOSK_FORMATS_BYTES_H
#define KIOSK_FORMATS_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct bytes {
    const uint8_t *data;
    size_t length;
};

// True if those bytes stand at offset.
static inline bool bytes_match(const struct bytes *file, size_t offset,
                               const char *bytes, size_t length)
{
    return offset <= file->length && length <= file->length - offset &&
           memcmp(file->data + offset, bytes, length) == 0;
}

// The number at data, most or least significant byte first.
static inline uint32_t bytes_big_endian(const uint8_t *data)
{
    return (uint32_t)data[0] << 24 | (uint32_t)data[1] << 16 |
           (uint32_t)data[2] << 8 | data[3];
}

static inline uint32_t bytes_little_endian(const uint8_t *data)
{
    return (uint32_t)data[3] << 24 | (uint32_t)data[2] << 16 |
           (uint32_t)data[1] << 8 | data[0];
}

#endif
