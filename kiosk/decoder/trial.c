// SPDX-License-Identifier: MIT
#include "decoder/trial.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    PAGE_BYTES = 4096
};

// Straight to the kernel: what is not allowed is no matter of the C library.
static int outcome(long result)
{
    return result >= 0 ? 0 : errno;
}

static int read_file(void)
{
    return outcome(
        syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC));
}

static int write_file(void)
{
    return outcome(syscall(SYS_openat, AT_FDCWD, "/tmp/kiosk-decode-was-here",
                           O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

static int write_out(void)
{
    static const char text[] = "written by a decoder\n";
    return outcome(syscall(SYS_write, STDERR_FILENO, text, sizeof text - 1));
}

static int connect_out(void)
{
    return outcome(syscall(SYS_socket, AF_INET, SOCK_STREAM, 0));
}

static int fork_off(void)
{
    long child = syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
    if (child == 0) {
        syscall(SYS_exit_group, 0);
    }
    return outcome(child);
}

static int execute(void)
{
    static char path[] = "/bin/true";
    char *const arguments[] = {path, NULL};
    char *const environment[] = {NULL};
    return outcome(syscall(SYS_execve, path, arguments, environment));
}

static int trace(void)
{
    return outcome(syscall(SYS_ptrace, PTRACE_TRACEME, 0, NULL, NULL));
}

static int signal_parent(void)
{
    return outcome(syscall(SYS_kill, getppid(), 0));
}

static int run_code(void)
{
    void *page = mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE | PROT_EXEC,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED ? 0 : errno;
}

static int take_memory(void)
{
    const size_t bytes = (size_t)8 << 30;
    uint8_t *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return errno;
    }
    for (size_t i = 0; i < bytes; i += PAGE_BYTES) {
        memory[i] = 1;
    }
    return 0;
}

static int loop(void)
{
    volatile bool forever = true;
    while (forever) {
        // On and on.
    }
    return 0;
}

static int (*const TRIALS[])(void) = {
    [ATTEMPT_READ_FILE] = read_file, [ATTEMPT_WRITE_FILE] = write_file,
    [ATTEMPT_WRITE_OUT] = write_out, [ATTEMPT_CONNECT] = connect_out,
    [ATTEMPT_FORK] = fork_off,       [ATTEMPT_EXECUTE] = execute,
    [ATTEMPT_TRACE] = trace,         [ATTEMPT_SIGNAL] = signal_parent,
    [ATTEMPT_CODE] = run_code,       [ATTEMPT_MEMORY] = take_memory,
    [ATTEMPT_LOOP] = loop,
};
static_assert(sizeof TRIALS / sizeof *TRIALS == ATTEMPT_COUNT,
              "every attempt is made");

int trial_make(enum attempt attempt)
{
    return attempt < ATTEMPT_COUNT ? TRIALS[attempt]() : EINVAL;
}
