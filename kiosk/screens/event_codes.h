// SPDX-License-Identifier: MIT
// The QR codes of an event's page, those that are known: to register, to put
// it into one's calendar, to find the way, to ask.

#ifndef KIOSK_SCREENS_EVENT_CODES_H
#define KIOSK_SCREENS_EVENT_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "language/language.h"

struct event;
struct stage;

enum {
    EVENT_CODES_MAX = 4
};

struct event_code {
    enum word caption; // below a small code
    enum word action;  // beside a large one
    enum word hint;    // what to do with it
    const char *sign;  // where there is no room for the code itself
    char *payload;
    char *shown; // where it leads, in clear; "" if nowhere
};

struct event_codes {
    struct event_code items[EVENT_CODES_MAX];
    size_t count;
};

struct event_codes event_codes_of(const struct stage *stage,
                                  const struct event *event);
void event_codes_release(struct event_codes *codes);

#endif
