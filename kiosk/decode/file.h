// SPDX-License-Identifier: MIT
// A picture file in memory, or its beginning. Read, not mapped: a mapped file
// on a stick that is pulled kills the program.

#ifndef KIOSK_DECODE_FILE_H
#define KIOSK_DECODE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "decode/decode.h"

struct file_bytes {
    uint8_t *data;
    size_t length;
    size_t whole; // the file's own length; at least length
};

// Reads at most limit bytes from the start. *out only on DECODE_DONE, where
// length is not 0; then file_bytes_release() it.
enum decode_result file_bytes_load(const char *path, size_t limit,
                                   struct file_bytes *out);
void file_bytes_release(struct file_bytes *file);

// True if those bytes stand at offset.
bool file_bytes_match(const struct file_bytes *file, size_t offset,
                      const char *bytes, size_t length);

// The 32-bit number at data, most or least significant byte first.
uint32_t bytes_big_endian(const uint8_t *data);
uint32_t bytes_little_endian(const uint8_t *data);

#endif
