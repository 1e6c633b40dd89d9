// SPDX-License-Identifier: MIT
#include "system/service.h"

#include <stdlib.h>
#include <systemd/sd-daemon.h>

#include "base/memory.h"

enum {
    US_A_MS = 1000,
    FEEDS_A_PERIOD = 2, // as systemd advises
};

struct service {
    int64_t period_ms; // between two feeds; 0: there is no watchdog
    int64_t feed_ms;   // the next one; INT64_MAX: none
};

struct service *service_new(void)
{
    struct service *service = xcalloc(1, sizeof *service);
    uint64_t watchdog_us = 0;
    if (sd_watchdog_enabled(0, &watchdog_us) > 0) {
        service->period_ms = (int64_t)(watchdog_us / US_A_MS / FEEDS_A_PERIOD);
    }
    service->feed_ms = INT64_MAX;
    return service;
}

void service_free(struct service *service)
{
    if (service != NULL) {
        sd_notify(0, "STOPPING=1");
        free(service);
    }
}

void service_tell_ready(struct service *service, int64_t now_ms)
{
    sd_notify(0, "READY=1");
    if (service->period_ms > 0) {
        service->feed_ms = now_ms;
    }
}

void service_tell_alive(struct service *service, bool is_well, int64_t now_ms)
{
    if (now_ms < service->feed_ms) {
        return;
    }
    if (is_well) {
        sd_notify(0, "WATCHDOG=1");
    }
    service->feed_ms = now_ms + service->period_ms;
}

int64_t service_deadline(const struct service *service)
{
    return service->feed_ms;
}

void service_tell_status(struct service *service, const char *words)
{
    (void)service;
    sd_notifyf(0, "STATUS=%s", words);
}
