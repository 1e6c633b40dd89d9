// SPDX-License-Identifier: MIT
// Notices at once that the wall clock was set, forwards or backwards, or that
// the machine slept: a thread waits for the kernel to say so.

#ifndef KIOSK_SYSTEM_CLOCK_WATCH_H
#define KIOSK_SYSTEM_CLOCK_WATCH_H

struct clock_watch;

// Called from the watch's thread: it may only signal the main loop.
typedef void clock_watch_wake_fn(void *context);

// NULL, and a line in the log, if the system has no timer or thread for it.
struct clock_watch *clock_watch_new(clock_watch_wake_fn *wake, void *context);
void clock_watch_free(struct clock_watch *watch); // NULL is allowed

#endif
