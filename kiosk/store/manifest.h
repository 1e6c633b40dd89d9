// SPDX-License-Identifier: MIT
// What a slot of the store holds: every file with its size and digest, and
// what the list says of the programme. It ends with a digest of itself, so
// that half a manifest is none.

#ifndef KIOSK_STORE_MANIFEST_H
#define KIOSK_STORE_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "store/digest.h"

enum {
    MANIFEST_FILES_MAX = 2100,
    MANIFEST_BYTES_MAX = 2 * 1024 * 1024,
};

struct manifest_file {
    char *name; // below the programme's folder
    uint64_t bytes;
    char digest[DIGEST_TEXT_BYTES];
};

// Texts are single lines, never NULL. A date of year 0 is unknown.
struct manifest {
    int64_t taken;      // when, in seconds since 1970 UTC
    bool taken_trusted; // the clock deserved trust then
    char *title, *from, *contact;
    size_t event_count;
    struct date updated, first_day, last_day;
    struct manifest_file *files;
    size_t file_count;
};

void manifest_free(struct manifest *manifest); // NULL is allowed

void manifest_add_file(struct manifest *manifest, const char *name,
                       uint64_t bytes, const char *digest);
uint64_t manifest_bytes(const struct manifest *manifest);

// As it is written into the slot. The caller's; free().
char *manifest_text(const struct manifest *manifest);

// NULL unless it is whole.
struct manifest *manifest_read(const char *text);

#endif
