// SPDX-License-Identifier: MIT
#include "store/digest.h"

#include <string.h>

void digest_init(struct digest *digest)
{
    // Chooses the fastest code for this machine; harmless when repeated.
    if (sodium_init() < 0) {
        sodium_misuse();
    }
    crypto_generichash_init(&digest->state, NULL, 0, DIGEST_BYTES);
}

void digest_add(struct digest *digest, const void *bytes, size_t length)
{
    crypto_generichash_update(&digest->state, bytes, length);
}

void digest_end(struct digest *digest, char out[DIGEST_TEXT_BYTES])
{
    unsigned char bytes[DIGEST_BYTES];
    crypto_generichash_final(&digest->state, bytes, sizeof bytes);
    sodium_bin2hex(out, DIGEST_TEXT_BYTES, bytes, sizeof bytes);
}

bool digest_is_text(const char *text)
{
    size_t length = strspn(text, "0123456789abcdef");
    return length == DIGEST_TEXT_BYTES - 1 &&
           (text[length] == '\0' || text[length] == ' ');
}
