// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_bool is_quiet;

void log_be_quiet(bool quiet)
{
    atomic_store(&is_quiet, quiet);
}

void log_line(const char *format, ...)
{
    if (atomic_load(&is_quiet)) {
        return;
    }
    char *message = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&message, format, arguments);
    va_end(arguments);
    if (length >= 0) {
        // One call, so that lines of two threads never mix.
        fprintf(stderr, "kiosk: %s\n", message);
        free(message);
    }
}
