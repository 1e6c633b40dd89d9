// SPDX-License-Identifier: MIT
#include "system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

enum {
    NICENESS = 10,
    REAP_MS = 200, // a killed one is given to be gone
};

struct child {
    pid_t pid;
    int pidfd;  // -1 where the kernel has none
    int output; // -1: over
    bool has_ended;
    int status; // as waitpid() gives it
};

// output becomes the child's standard output. 0 or an errno.
static int spawn(const char *const *arguments, int output, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
                                     O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    // It does not write to them; its type is older than const.
    int failure = posix_spawn(pid, arguments[0], &actions, &attributes,
                              (char *const *)(uintptr_t)arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

struct child *child_start(const char *const *arguments)
{
    int ends[2];
    pid_t pid = 0;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return NULL;
    }
    int failure = spawn(arguments, ends[1], &pid);
    close(ends[1]);
    if (failure != 0) {
        close(ends[0]);
        errno = failure;
        return NULL;
    }
    // Only our end must not block: the child may wait for us.
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    struct child *child = xcalloc(1, sizeof *child);
    *child = (struct child){.pid = pid, .output = ends[0]};
    child->pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    return child;
}

static void reap(struct child *child, int options)
{
    if (!child->has_ended) {
        pid_t ended = waitpid(child->pid, &child->status, options);
        child->has_ended = ended == child->pid || (ended < 0 && errno != EINTR);
    }
}

int child_descriptor(const struct child *child)
{
    return child->output;
}

enum child_output child_read(struct child *child, char *buffer, size_t size,
                             size_t *length)
{
    if (child->output < 0) {
        return CHILD_OUTPUT_OVER;
    }
    ssize_t got = read(child->output, buffer, size);
    if (got > 0) {
        *length = (size_t)got;
        return CHILD_OUTPUT_BYTES;
    }
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return CHILD_OUTPUT_NONE;
    }
    close(child->output);
    child->output = -1;
    return CHILD_OUTPUT_OVER;
}

void child_kill(struct child *child)
{
    reap(child, WNOHANG);
    if (!child->has_ended) {
        // Not reaped yet, so the number is still its own.
        kill(child->pid, SIGKILL);
    }
}

// Waits for its end, not for its output.
static void wait_for_end(struct child *child, int timeout_ms)
{
    struct pollfd end = {.fd = child->pidfd, .events = POLLIN};
    reap(child, WNOHANG);
    if (!child->has_ended && child->pidfd >= 0) {
        poll(&end, 1, timeout_ms);
        reap(child, WNOHANG);
    }
}

bool child_has_ended_with(struct child *child, int status)
{
    wait_for_end(child, REAP_MS);
    return child->has_ended && WIFEXITED(child->status) &&
           WEXITSTATUS(child->status) == status;
}

void child_wait(const struct child *child, int timeout_ms)
{
    struct pollfd output = {.fd = child->output, .events = POLLIN};
    poll(&output, 1, timeout_ms);
}

void child_free(struct child *child)
{
    if (child == NULL) {
        return;
    }
    child_kill(child);
    // One that hangs in a dying stick's driver cannot be killed now. It is
    // left behind: whoever waits for it would hang, too.
    wait_for_end(child, REAP_MS);
    if (child->output >= 0) {
        close(child->output);
    }
    if (child->pidfd >= 0) {
        close(child->pidfd);
    }
    free(child);
}

static void limit(int resource, int64_t value)
{
    struct rlimit limits;
    if (getrlimit((__rlimit_resource_t)resource, &limits) == 0 &&
        (limits.rlim_max == RLIM_INFINITY || limits.rlim_max > (rlim_t)value)) {
        limits = (struct rlimit){(rlim_t)value, (rlim_t)value};
        setrlimit((__rlimit_resource_t)resource, &limits);
    }
}

void child_confine_self(struct child_limits limits)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.cpu_seconds);
    limit(RLIMIT_FSIZE, limits.file_bytes);
    limit(RLIMIT_NOFILE, limits.files);
#ifndef __SANITIZE_ADDRESS__ // whose shadow is larger than any limit
    limit(RLIMIT_DATA, limits.memory_bytes);
#endif
    if (setpriority(PRIO_PROCESS, 0, NICENESS) != 0) {
        log_line("running at full priority");
    }
}
