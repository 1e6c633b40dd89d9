// SPDX-License-Identifier: MIT
#include "system/helper.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "system/clock.h"

enum {
    // Above every number a file is handed over as, so that none is put in the
    // place of another that is still to be handed over.
    NUMBER_MIN = 16
};

// Where its files go. 0 or an errno.
static int list_files(posix_spawn_file_actions_t *actions, const int *files,
                      size_t count)
{
    int failure = 0;
    for (int i = 0; i < 2 && failure == 0; i++) {
        failure = posix_spawn_file_actions_addopen(
            actions, i, "/dev/null", i == 0 ? O_RDONLY : O_WRONLY, 0);
    }
    for (size_t i = 0; i < count && failure == 0; i++) {
        failure = posix_spawn_file_actions_adddup2(actions, files[i],
                                                   HELPER_FIRST_FILE + (int)i);
    }
    return failure != 0 ? failure
                        : posix_spawn_file_actions_addclosefrom_np(
                              actions, HELPER_FIRST_FILE + (int)count);
}

// A new program, not a fork: this one has threads and a graphics card's
// memory mapped. 0 or an errno.
static int spawn(const struct helper *helper, const int *files, pid_t *pid)
{
    char *const arguments[] = {(char *)(uintptr_t)helper->program, NULL};
    char *const environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int failure = list_files(&actions, files, helper->file_count);
    if (failure == 0) {
        failure = posix_spawn(pid, helper->program, &actions, &attributes,
                              arguments, environment);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

// Copies of the files under numbers out of the way. False and errno, nothing
// copied, if there are no more numbers.
static bool copy_files(const struct helper *helper, int *copies)
{
    size_t count = 0;
    while (count < helper->file_count) {
        copies[count] =
            fcntl(helper->files[count], F_DUPFD_CLOEXEC, NUMBER_MIN);
        if (copies[count] < 0) {
            break;
        }
        count++;
    }
    bool complete = count == helper->file_count;
    while (!complete && count > 0) {
        close(copies[--count]);
    }
    return complete;
}

static int start(const struct helper *helper, pid_t *pid)
{
    int copies[HELPER_FILES_MAX];
    assert(helper->file_count <= HELPER_FILES_MAX);
    if (!copy_files(helper, copies)) {
        return errno;
    }
    int failure = spawn(helper, copies, pid);
    for (size_t i = 0; i < helper->file_count; i++) {
        close(copies[i]);
    }
    return failure;
}

// True once it has ended.
static bool wait_until(int pidfd, int64_t deadline_ms)
{
    for (;;) {
        int64_t left = deadline_ms - clock_monotonic_ms();
        struct pollfd end = {.fd = pidfd, .events = POLLIN};
        int count = poll(&end, 1, left > 0 ? (int)left : 0);
        if (count > 0) {
            return true;
        }
        if (count == 0 || errno != EINTR) {
            return false;
        }
    }
}

static enum helper_end end_of(const siginfo_t *info)
{
    if (info->si_code == CLD_EXITED) {
        return info->si_status == 0 ? HELPER_DONE : HELPER_FAILED;
    }
    switch (info->si_status) {
    case SIGXCPU:
    case SIGKILL: // the processor's hard limit, or the system's last memory
        return HELPER_LATE;
    case SIGSYS:
        return HELPER_FORBIDDEN;
    default:
        return HELPER_CRASHED;
    }
}

static enum helper_end await(pid_t pid, int deadline_ms)
{
    int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    bool ended =
        pidfd >= 0 && wait_until(pidfd, clock_monotonic_ms() + deadline_ms);
    if (!ended && pidfd >= 0) {
        syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, NULL, 0);
    } else if (!ended) {
        // Not waited for yet, so the number is still its own.
        kill(pid, SIGKILL);
    }
    siginfo_t info = {0};
    while (waitid(P_PID, (id_t)pid, &info, WEXITED) != 0 && errno == EINTR) {
        // A signal was somebody else's.
    }
    if (pidfd >= 0) {
        close(pidfd);
    }
    return ended ? end_of(&info) : HELPER_LATE;
}

enum helper_end helper_run(const struct helper *helper)
{
    pid_t pid = 0;
    int failure = start(helper, &pid);
    if (failure != 0) {
        errno = failure;
        return HELPER_NOT_STARTED;
    }
    return await(pid, helper->deadline_ms);
}
