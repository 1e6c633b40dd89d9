// SPDX-License-Identifier: MIT
// What the technician can repair, one line at a time on stderr.

#ifndef KIOSK_BASE_LOG_H
#define KIOSK_BASE_LOG_H

#include <stdbool.h>

// Writes "kiosk: " and the message, a lower-case clause without a full stop.
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Nothing is written while it is quiet: for kiosk check, which has told all
// the faults it draws once more.
void log_be_quiet(bool quiet);

#endif
