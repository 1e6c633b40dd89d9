// SPDX-License-Identifier: MIT
#include "store/signature.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "store/disk.h"
#include "store/scan.h"

enum {
    SIGNATURE_TEXT_BYTES = 96, // base64 of 64 bytes, with its NUL
    SECRET_TEXT_BYTES = 96,
    KEY_FILE_BYTES_MAX = 1024,
};

static const char FIRST_LINE[] = "kiosk-signature 1\nkey ";
static const char LAST_LINE[] = "\nsignature ";
static const char SECRET_LINE[] = "kiosk-secret-key 1 ";

static bool write_new_file(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
    bool done = disk_write_all(file, text, strlen(text)) && fsync(file) == 0;
    int reason = errno;
    close(file);
    errno = reason;
    return done;
}

bool signature_make_key(const char *path, char out[SIGNATURE_KEY_TEXT_BYTES])
{
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret_key[crypto_sign_SECRETKEYBYTES];
    char secret[SECRET_TEXT_BYTES];
    if (sodium_init() < 0) {
        return false;
    }
    crypto_sign_keypair(public_key, secret_key);
    sodium_bin2base64(out, SIGNATURE_KEY_TEXT_BYTES, public_key,
                      sizeof public_key, sodium_base64_VARIANT_ORIGINAL);
    sodium_bin2base64(secret, sizeof secret, secret_key, sizeof secret_key,
                      sodium_base64_VARIANT_ORIGINAL);
    char *text = xasprintf("%s%s\n", SECRET_LINE, secret);
    bool done = write_new_file(path, text);
    int reason = errno;
    sodium_memzero(secret_key, sizeof secret_key);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(text, strlen(text));
    free(text);
    errno = reason;
    return done;
}

static bool decode(const char *text, size_t length, unsigned char *out,
                   size_t bytes)
{
    size_t decoded = 0;
    return sodium_base642bin(out, bytes, text, length, NULL, &decoded, NULL,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           decoded == bytes;
}

bool signature_is_key(const char *text)
{
    unsigned char key[crypto_sign_PUBLICKEYBYTES];
    return decode(text, strlen(text), key, sizeof key);
}

static bool read_secret_key(const char *path,
                            unsigned char out[crypto_sign_SECRETKEYBYTES])
{
    char text[KEY_FILE_BYTES_MAX + 1];
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t length = file >= 0 ? read(file, text, KEY_FILE_BYTES_MAX) : -1;
    if (file >= 0) {
        close(file);
    }
    size_t start = strlen(SECRET_LINE);
    if (length <= (ssize_t)start || strncmp(text, SECRET_LINE, start) != 0) {
        return false;
    }
    text[length] = '\0';
    bool right = decode(text + start, strcspn(text + start, "\n"), out,
                        crypto_sign_SECRETKEYBYTES);
    sodium_memzero(text, sizeof text);
    return right;
}

static void add_signature(struct text_buffer *out,
                          const unsigned char *secret_key)
{
    unsigned char bytes[crypto_sign_BYTES];
    char text[SIGNATURE_TEXT_BYTES];
    crypto_sign_detached(bytes, NULL, (const unsigned char *)out->text,
                         out->length, secret_key);
    sodium_bin2base64(text, sizeof text, bytes, sizeof bytes,
                      sodium_base64_VARIANT_ORIGINAL);
    text_buffer_printf(out, "%s%s\n", LAST_LINE + 1, text);
}

char *signature_text(const struct scan *scan, const char *key_path)
{
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret_key[crypto_sign_SECRETKEYBYTES];
    char key[SIGNATURE_KEY_TEXT_BYTES];
    if (sodium_init() < 0 || !read_secret_key(key_path, secret_key)) {
        return NULL;
    }
    crypto_sign_ed25519_sk_to_pk(public_key, secret_key);
    sodium_bin2base64(key, sizeof key, public_key, sizeof public_key,
                      sodium_base64_VARIANT_ORIGINAL);
    struct text_buffer out = {0};
    text_buffer_printf(&out, "%s%s\n", FIRST_LINE, key);
    for (size_t i = 0; i < scan->count; i++) {
        text_buffer_printf(&out, "%s  %s\n", scan->files[i].digest,
                           scan->files[i].name);
    }
    add_signature(&out, secret_key);
    sodium_memzero(secret_key, sizeof secret_key);
    return text_buffer_take(&out);
}

// Behind the '\n' of the last line but one: where what is signed ends.
static const char *find_last_line(const char *text)
{
    const char *last = NULL;
    for (const char *at = strstr(text, LAST_LINE); at != NULL;
         at = strstr(at + 1, LAST_LINE)) {
        last = at + 1;
    }
    return last;
}

static enum signature_result check(const char *text, const char *trusted_key)
{
    unsigned char trusted[crypto_sign_PUBLICKEYBYTES];
    unsigned char key[crypto_sign_PUBLICKEYBYTES];
    unsigned char bytes[crypto_sign_BYTES];
    const char *last = find_last_line(text);
    size_t start = strlen(FIRST_LINE);
    bool formed =
        last != NULL && strncmp(text, FIRST_LINE, start) == 0 &&
        decode(text + start, strcspn(text + start, "\n"), key, sizeof key);
    if (!formed) {
        return SIGNATURE_BROKEN;
    }
    if (!decode(trusted_key, strlen(trusted_key), trusted, sizeof trusted) ||
        sodium_memcmp(trusted, key, sizeof key) != 0) {
        return SIGNATURE_WRONG_KEY;
    }
    const char *value = last + strlen(LAST_LINE) - 1;
    size_t length = strcspn(value, "\n");
    bool valid =
        decode(value, length, bytes, sizeof bytes) &&
        strcmp(value + length, "\n") == 0 &&
        crypto_sign_verify_detached(bytes, (const unsigned char *)text,
                                    (size_t)(last - text), trusted) == 0;
    return valid ? SIGNATURE_VALID : SIGNATURE_BROKEN;
}

// The lines between the first two and the last one, of a text that is valid.
static void read_files(char *text, struct signature *out)
{
    char *rest = NULL;
    const char *line = strtok_r(text, "\n", &rest);
    for (; line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        if (!digest_is_text(line) || strlen(line) < DIGEST_TEXT_BYTES + 2) {
            continue;
        }
        out->files = xrealloc(out->files, out->count + 1, sizeof *out->files);
        out->files[out->count].name = xstrdup(line + DIGEST_TEXT_BYTES + 1);
        memcpy(out->files[out->count].digest, line, DIGEST_TEXT_BYTES - 1);
        out->files[out->count].digest[DIGEST_TEXT_BYTES - 1] = '\0';
        out->count++;
    }
}

enum signature_result signature_read(int folder, const char *trusted_key,
                                     struct signature *out)
{
    size_t length = 0;
    char *text =
        disk_read_file(folder, SCAN_SIGNATURE, SIGNATURE_BYTES_MAX, &length);
    if (text == NULL) {
        return errno == ENOENT ? SIGNATURE_ABSENT : SIGNATURE_BROKEN;
    }
    bool usable = sodium_init() >= 0 && strlen(text) == length;
    enum signature_result result =
        usable ? check(text, trusted_key) : SIGNATURE_BROKEN;
    if (result == SIGNATURE_VALID) {
        *out = (struct signature){0};
        read_files(text, out);
    }
    free(text);
    return result;
}

void signature_release(struct signature *signature)
{
    for (size_t i = 0; i < signature->count; i++) {
        free(signature->files[i].name);
    }
    free(signature->files);
    *signature = (struct signature){0};
}

const char *signature_digest(const struct signature *signature,
                             const char *name)
{
    for (size_t i = 0; i < signature->count; i++) {
        if (strcmp(signature->files[i].name, name) == 0) {
            return signature->files[i].digest;
        }
    }
    return NULL;
}
