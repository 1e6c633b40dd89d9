// SPDX-License-Identifier: MIT
// A message as a link: what a telephone opens when it has read the code.

#ifndef KIOSK_STORE_RECEIPT_MESSAGE_H
#define KIOSK_STORE_RECEIPT_MESSAGE_H

#include <stddef.h>

#include "base/fault.h"

// One paragraph a line. The first ones are kept if not all of them fit.
struct message {
    const char *contact; // "mailto:…"; NULL: whoever photographs it decides
    const char *subject;
    const char *const *lines;
    size_t line_count;
};

// At most RECEIPT_MESSAGE_BYTES_MAX bytes; it says how many lines were left
// out. The caller's; free().
char *message_link(const struct message *message, enum fault_language language);

#endif
