// SPDX-License-Identifier: MIT
// The smaller and the larger of two lengths, the earlier and the later of two
// moments.

#ifndef KIOSK_BASE_NUMBER_H
#define KIOSK_BASE_NUMBER_H

#include <stdint.h>

static inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

static inline int larger(int a, int b)
{
    return a > b ? a : b;
}

// Instants, or milliseconds of a clock.
static inline int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static inline int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

#endif
