// SPDX-License-Identifier: MIT
// The includes cmocka asks for, in its order.

#ifndef KIOSK_TESTS_SUPPORT_TEST_H
#define KIOSK_TESTS_SUPPORT_TEST_H

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

#endif
