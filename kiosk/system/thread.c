// SPDX-License-Identifier: MIT
#include "system/thread.h"

#include <signal.h>

bool thread_start(thread_run_fn *run, void *context, pthread_t *out)
{
    // The new one inherits a mask that blocks all.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(out, NULL, run, context);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error == 0;
}
