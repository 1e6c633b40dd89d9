// SPDX-License-Identifier: MIT
// Who made a programme: programme.sig lists every file with its digest and is
// signed with Ed25519. Whoever holds the secret key may put programmes on the
// screens whose settings name the public one.
//
//   kiosk-signature 1
//   key 6lEFxpL7dYxMG5f2Y8VQd0jKq4Y9nGx3oGLdD9yL9mM=
//   4a5be60cd8dc3d7f…  affiches/jazz.jpg
//   …
//   signature hW0c…
//
// Signed is everything above the last line.

#ifndef KIOSK_STORE_SIGNATURE_H
#define KIOSK_STORE_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

#include "store/digest.h"

struct scan;

enum {
    SIGNATURE_BYTES_MAX = 1024 * 1024,
    SIGNATURE_KEY_TEXT_BYTES = 48, // base64 of a public key, with its NUL
};

enum signature_result {
    SIGNATURE_VALID,
    SIGNATURE_ABSENT,
    SIGNATURE_WRONG_KEY, // made with another key than the trusted one
    SIGNATURE_BROKEN,    // the file itself was altered
};

// The digests somebody vouches for.
struct signature {
    struct {
        char *name;
        char digest[DIGEST_TEXT_BYTES];
    } * files;
    size_t count;
};

// Makes a pair. The secret key goes to a new file that only its owner may
// read, the public one to out, as base64. False and errno if the file cannot
// be made or exists.
bool signature_make_key(const char *path, char out[SIGNATURE_KEY_TEXT_BYTES]);

// Signs the files of a scan, whose digests must be known. NULL if there is no
// secret key in the file at key_path. The caller's; free().
char *signature_text(const struct scan *scan, const char *key_path);

// True for what signature_make_key() gives.
bool signature_is_key(const char *text);

// Checks programme.sig in an open folder. *out is filled only if it is valid;
// signature_release().
enum signature_result signature_read(int folder, const char *trusted_key,
                                     struct signature *out);
void signature_release(struct signature *signature);

// Its digest; NULL if the signature says nothing of a file of that name.
const char *signature_digest(const struct signature *signature,
                             const char *name);

#endif
