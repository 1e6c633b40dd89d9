// SPDX-License-Identifier: MIT
// What the operator's page tells, in words.

#ifndef KIOSK_APP_OPERATOR_REPORT_H
#define KIOSK_APP_OPERATOR_REPORT_H

#include <stdint.h>

#include "screens/desk.h"

struct session;

enum {
    DIAGNOSTIC_BYTES_MAX = 600, // a code of version 19 or 20
};

// uptime_ms: how long the program has been running. desk_report_release().
struct desk_report operator_report_of(const struct session *session,
                                      const struct phrasing *phrasing,
                                      int64_t uptime_ms);

#endif
