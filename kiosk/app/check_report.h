// SPDX-License-Identifier: MIT
// What kiosk check prints: for people, with the line at fault and a caret
// under it, or as JSON for editors.

#ifndef KIOSK_APP_CHECK_REPORT_H
#define KIOSK_APP_CHECK_REPORT_H

#include <stdbool.h>
#include <stdio.h>

struct session;

// Every fault, sorted, and a summary. In colour on a terminal, unless
// NO_COLOR is set.
void check_report(const struct session *session, FILE *out);

// An array of {"file", "line", "column", "severity", "code", "message",
// "remedy"}. False if it could not be written.
bool check_report_json(const struct session *session, FILE *out);

#endif
