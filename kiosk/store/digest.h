// SPDX-License-Identifier: MIT
// What a file is known by: BLAKE2b-256, as "b2sum -l 256" prints it.

#ifndef KIOSK_STORE_DIGEST_H
#define KIOSK_STORE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#include <sodium.h>

enum {
    DIGEST_BYTES = 32,
    DIGEST_TEXT_BYTES = 2 * DIGEST_BYTES + 1,
};

struct digest {
    crypto_generichash_state state;
};

void digest_init(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t length);
void digest_end(struct digest *digest, char out[DIGEST_TEXT_BYTES]);

// True for 64 hexadecimal digits in front of the end or a space.
bool digest_is_text(const char *text);

#endif
