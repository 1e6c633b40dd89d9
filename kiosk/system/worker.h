// SPDX-License-Identifier: MIT
// A thread that does jobs one after another, so that the loop never waits.
//
// A job's run() is called on the worker's thread with no lock held; then the
// wake function is called on that thread too, and may only signal the main
// loop. worker_collect() hands back finished jobs on the main thread. Every
// function here belongs to the main thread.

#ifndef KIOSK_SYSTEM_WORKER_H
#define KIOSK_SYSTEM_WORKER_H

#include <stdbool.h>

struct worker;

struct worker_job {
    void (*run)(void *data);  // on the worker's thread
    void (*done)(void *data); // on the main thread, from worker_collect();
                              // data is the caller's again
    void (*drop)(void *data); // on the main thread: never run, or never
                              // collected; frees data
    void *data;
};

typedef void worker_wake_fn(void *context);

// NULL if no thread can be started. wake may be NULL.
struct worker *worker_new(worker_wake_fn *wake, void *wake_context);

// Waits for the running job, drops the others. NULL is allowed.
void worker_free(struct worker *worker);

// Urgent jobs go before the others; otherwise first come, first served. A
// job's done() may add jobs.
void worker_add(struct worker *worker, struct worker_job job, bool urgent);

// Makes the job with that data urgent, if it still waits to be run.
void worker_hurry(struct worker *worker, const void *data);

// Calls done() of every finished job. Returns how many there were.
int worker_collect(struct worker *worker);

// Waits until every job that was added is finished and its wake function was
// called. For snapshots and tests.
void worker_wait(struct worker *worker);

#endif
