// SPDX-License-Identifier: MIT
#include "app/waiter.h"

#include <dirent.h>
#include <limits.h>
#include <linux/netlink.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

enum {
    FILES_MAX = 64,
    // Where SDL's files are not to be found, events wait at most this long.
    SLICE_MS = 250,
};

struct waiter {
    bool sdl_can_wait;
    int wake_file;
    Uint32 wake_event;
};

struct waiter *waiter_new(bool sdl_can_wait)
{
    int file = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (file < 0) {
        log_line("the system has no eventfd left");
        return NULL;
    }
    struct waiter *waiter = xcalloc(1, sizeof *waiter);
    waiter->sdl_can_wait = sdl_can_wait;
    waiter->wake_file = file;
    waiter->wake_event = SDL_RegisterEvents(1);
    return waiter;
}

void waiter_free(struct waiter *waiter)
{
    if (waiter != NULL) {
        close(waiter->wake_file);
        free(waiter);
    }
}

void waiter_wake(void *context)
{
    struct waiter *waiter = context;
    if (waiter->sdl_can_wait) {
        SDL_Event event = {.type = waiter->wake_event};
        SDL_PushEvent(&event);
        return;
    }
    eventfd_write(waiter->wake_file, 1);
}

static bool is_input(const char *target)
{
    static const char PREFIX[] = "/dev/input/event";
    return strncmp(target, PREFIX, sizeof PREFIX - 1) == 0;
}

// udev tells SDL of devices that come and go through such a socket.
static bool is_device_news(int file)
{
    int domain = 0, protocol = 0;
    socklen_t length = sizeof domain;
    if (getsockopt(file, SOL_SOCKET, SO_DOMAIN, &domain, &length) != 0 ||
        domain != AF_NETLINK) {
        return false;
    }
    length = sizeof protocol;
    return getsockopt(file, SOL_SOCKET, SO_PROTOCOL, &protocol, &length) == 0 &&
           protocol == NETLINK_KOBJECT_UEVENT;
}

static bool is_sdls(DIR *folder, const char *name, int file)
{
    char target[PATH_MAX];
    ssize_t length = readlinkat(dirfd(folder), name, target, sizeof target - 1);
    if (length <= 0) {
        return false;
    }
    target[length] = '\0';
    return is_input(target) ||
           (strncmp(target, "socket:", 7) == 0 && is_device_news(file));
}

// Adds the files SDL reads events from; devices may have come since the last
// time. Returns how many there are then.
static nfds_t add_input_files(struct pollfd *files, nfds_t count)
{
    DIR *folder = opendir("/proc/self/fd");
    if (folder == NULL) {
        return count;
    }
    for (struct dirent *entry = readdir(folder);
         entry != NULL && count < FILES_MAX; entry = readdir(folder)) {
        int file = (int)strtol(entry->d_name, NULL, 10);
        if (entry->d_name[0] != '.' && is_sdls(folder, entry->d_name, file)) {
            files[count++] = (struct pollfd){.fd = file, .events = POLLIN};
        }
    }
    closedir(folder);
    return count;
}

static bool wait_ourselves(struct waiter *waiter, int timeout_ms,
                           SDL_Event *out)
{
    if (SDL_PollEvent(out)) {
        return true;
    }
    struct pollfd files[FILES_MAX] = {
        {.fd = waiter->wake_file, .events = POLLIN}
    };
    nfds_t count = add_input_files(files, 1);
    bool blind = count == 1;
    if (blind && timeout_ms > SLICE_MS) {
        timeout_ms = SLICE_MS;
    }
    poll(files, count, timeout_ms);
    eventfd_t wakes;
    eventfd_read(waiter->wake_file, &wakes);
    return SDL_PollEvent(out) == 1;
}

bool waiter_wait(struct waiter *waiter, int64_t timeout_ms, SDL_Event *out)
{
    int timeout = (int)(timeout_ms < 0 ? 0 : timeout_ms);
    timeout = timeout_ms > INT_MAX ? INT_MAX : timeout;
    if (waiter->sdl_can_wait) {
        return SDL_WaitEventTimeout(out, timeout) == 1;
    }
    return wait_ourselves(waiter, timeout, out);
}
