// SPDX-License-Identifier: MIT
// What kind of picture a file is, by its first bytes, and which program
// decodes that kind.

#ifndef KIOSK_DECODE_KIND_H
#define KIOSK_DECODE_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "decode/decode.h"

enum {
    KIND_BYTES = 4096 // of a file's beginning tell its kind
};

// Compares bytes only: whether it is sound, its decoder finds out. An SVG is
// a text that begins like XML and has "<svg" in it.
enum decode_kind kind_of(const uint8_t *data, size_t length);

// True for the kinds of the setting `pictures: safe`.
bool kind_is_safe(enum decode_kind kind);

// The name of the program that decodes such files, such as "kiosk-decode".
const char *kind_program(enum decode_kind kind);

#endif
