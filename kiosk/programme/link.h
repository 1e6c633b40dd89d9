// SPDX-License-Identifier: MIT
// Where people can go or write: a URL, an e-mail address, a phone number, or
// words that are none of these.

#ifndef KIOSK_PROGRAMME_LINK_H
#define KIOSK_PROGRAMME_LINK_H

#include <stdbool.h>

struct arena;

enum link_kind {
    LINK_NONE, // nothing written
    LINK_URL,
    LINK_EMAIL,
    LINK_PHONE,
    LINK_TEXT, // shown as it stands, no QR code
};

struct link {
    enum link_kind kind;
    const char *payload; // of the QR code: "https://…", "mailto:…", "tel:…"
    const char *shown;   // in clear beside it: "helloasso.com"
};

// Reads a text. Tracking parameters (utm_*, fbclid and the other well-known
// names) leave a URL, wrappers (l.facebook.com, LinkedIn's authwall) are
// unwrapped; "www.…" and bare domains with a path get https://. Everything is
// arena-owned; payload is "" for LINK_NONE and LINK_TEXT.
struct link link_read(struct arena *arena, const char *text);

bool link_has_qr(const struct link *link);

#endif
