// SPDX-License-Identifier: MIT
// A thread beside the main one, which keeps all signals for itself.

#ifndef KIOSK_SYSTEM_THREAD_H
#define KIOSK_SYSTEM_THREAD_H

#include <pthread.h>
#include <stdbool.h>

typedef void *thread_run_fn(void *context);

// Starts it; then pthread_join() it. *out only if true.
bool thread_start(thread_run_fn *run, void *context, pthread_t *out);

#endif
