// SPDX-License-Identifier: MIT
// What the service manager is told (systemd, by sd_notify): that the picture is
// on the screen, that the loop still turns, and in words what is shown. Where
// there is no service manager nobody is told, and it costs nothing.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_SYSTEM_SERVICE_H
#define KIOSK_SYSTEM_SERVICE_H

#include <stdbool.h>
#include <stdint.h>

struct service;

struct service *service_new(void);          // never NULL
void service_free(struct service *service); // it ends; NULL is allowed

// It does what it is for; from now on the watchdog expects to be fed.
void service_tell_ready(struct service *service, int64_t now_ms);

// Feeds the watchdog, if it is time and all is well.
void service_tell_alive(struct service *service, bool is_well, int64_t now_ms);

// When that is time; INT64_MAX: there is no watchdog.
int64_t service_deadline(const struct service *service);

// One line, for systemctl status.
void service_tell_status(struct service *service, const char *words);

#endif
