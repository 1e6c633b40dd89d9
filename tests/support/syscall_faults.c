// SPDX-License-Identifier: MIT
#include "support/syscall_faults.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <seccomp.h>
#include <semaphore.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    EXIT_FAILED = 1,
    EXIT_UNAVAILABLE = 77,
};

struct watchman {
    struct syscall_plan plan;
    int *calls; // shared with the process that started this one
    int descriptor;
    sem_t ready;
};

// Opening is in both: whether it writes, its flags say.
static const int WRITING[] = {
    SCMP_SYS(write),     SCMP_SYS(fsync),     SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),   SCMP_SYS(renameat),  SCMP_SYS(renameat2),
    SCMP_SYS(symlinkat), SCMP_SYS(unlinkat),  SCMP_SYS(openat),
    SCMP_SYS(openat2),   SCMP_SYS(ftruncate), SCMP_SYS(fchmod),
};
static const int READING[] = {
    SCMP_SYS(read),    SCMP_SYS(getdents64), SCMP_SYS(newfstatat),
    SCMP_SYS(fstat),   SCMP_SYS(readlinkat), SCMP_SYS(openat),
    SCMP_SYS(openat2),
};

static const int ERRORS[SYSCALL_FAULT_COUNT] = {
    [SYSCALL_EIO] = EIO,
    [SYSCALL_ENOSPC] = ENOSPC,
    [SYSCALL_DISK_FULL] = ENOSPC,
};

static uint64_t open_flags(const struct seccomp_data *data)
{
    if (data->nr == SCMP_SYS(openat2)) {
        const struct open_how *how =
            (const struct open_how *)(uintptr_t)data->args[2];
        return how->flags;
    }
    return data->args[2];
}

static bool counts(const struct syscall_plan *plan,
                   const struct seccomp_data *data)
{
    bool writing = plan->kind == SYSCALL_WRITING;
    if (data->nr == SCMP_SYS(openat) || data->nr == SCMP_SYS(openat2)) {
        return ((open_flags(data) & O_CREAT) != 0) == writing;
    }
    return data->nr != SCMP_SYS(write) || ((int)data->args[0] > STDERR_FILENO &&
                                           (int)data->args[0] != plan->ignored);
}

// 0, or the errno it fails with.
static int verdict(const struct watchman *watchman,
                   const struct seccomp_data *data)
{
    const struct syscall_plan *plan = &watchman->plan;
    if (!counts(plan, data)) {
        return 0;
    }
    int number = ++*watchman->calls;
    bool stays =
        plan->fault == SYSCALL_DISK_FULL && data->nr != SCMP_SYS(unlinkat);
    if (plan->fault == SYSCALL_UNTOUCHED || number < plan->number ||
        (number > plan->number && !stays)) {
        return 0;
    }
    if (plan->fault == SYSCALL_KILL) {
        kill(getpid(), SIGKILL);
    }
    return ERRORS[plan->fault];
}

static void *watch(void *context)
{
    struct watchman *watchman = context;
    struct seccomp_notif *call = NULL;
    struct seccomp_notif_resp *answer = NULL;
    if (seccomp_notify_alloc(&call, &answer) != 0) {
        abort();
    }
    sem_wait(&watchman->ready);
    for (;;) {
        // The kernel wants it empty.
        *call = (struct seccomp_notif){0};
        if (seccomp_notify_receive(watchman->descriptor, call) != 0) {
            abort();
        }
        int error = verdict(watchman, &call->data);
        *answer = (struct seccomp_notif_resp){
            .id = call->id,
            .error = -error,
            .flags = error == 0 ? SECCOMP_USER_NOTIF_FLAG_CONTINUE : 0,
        };
        seccomp_notify_respond(watchman->descriptor, answer);
    }
}

// From here on the kernel asks about this thread's calls, and only its.
static bool be_watched(struct watchman *watchman)
{
    bool writing = watchman->plan.kind == SYSCALL_WRITING;
    const int *calls = writing ? WRITING : READING;
    size_t count = writing ? sizeof WRITING / sizeof *WRITING
                           : sizeof READING / sizeof *READING;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    pthread_t thread;
    for (size_t i = 0; i < count; i++) {
        // Not every architecture has them all.
        if (calls[i] >= 0) {
            seccomp_rule_add(filter, SCMP_ACT_NOTIFY, calls[i], 0);
        }
    }
    if (sem_init(&watchman->ready, 0, 0) != 0 ||
        pthread_create(&thread, NULL, watch, watchman) != 0 ||
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        seccomp_load(filter) != 0) {
        return false;
    }
    watchman->descriptor = seccomp_notify_fd(filter);
    sem_post(&watchman->ready);
    return true;
}

static enum syscall_outcome outcome_of(int status,
                                       const struct syscall_plan *plan)
{
    if (WIFSIGNALED(status)) {
        bool planned =
            WTERMSIG(status) == SIGKILL && plan->fault == SYSCALL_KILL;
        return planned ? SYSCALL_KILLED : SYSCALL_MISCARRIED;
    }
    switch (WEXITSTATUS(status)) {
    case EXIT_SUCCESS:
        return SYSCALL_SUCCEEDED;
    case EXIT_FAILED:
        return SYSCALL_FAILED;
    case EXIT_UNAVAILABLE:
        return SYSCALL_UNAVAILABLE;
    default:
        return SYSCALL_MISCARRIED;
    }
}

enum syscall_outcome syscall_faults_run(const struct syscall_plan *plan,
                                        bool (*work)(void *), void *context,
                                        int *calls)
{
    int *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status = 0;
    if (shared == MAP_FAILED) {
        return SYSCALL_UNAVAILABLE;
    }
    pid_t child = fork();
    if (child == 0) {
        struct watchman watchman = {.plan = *plan, .calls = shared};
        // What it logs is as expected a thousand times.
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        if (!be_watched(&watchman)) {
            _exit(EXIT_UNAVAILABLE);
        }
        _exit(work(context) ? EXIT_SUCCESS : EXIT_FAILED);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        munmap(shared, sizeof *shared);
        return SYSCALL_UNAVAILABLE;
    }
    *calls = *shared;
    munmap(shared, sizeof *shared);
    return outcome_of(status, plan);
}
