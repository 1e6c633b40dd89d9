// SPDX-License-Identifier: MIT
#include "decoder/sandbox.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "decode/order.h"
#include "decoder/filter.h"
#include "decoder/landlock.h"
#include "decoder/view.h"

// Address and other sanitizers need more memory and system calls than any
// sandbox leaves. What they look at is the decoding.
#ifdef KIOSK_UNCONFINED

bool sandbox_enter(const struct sandbox *sandbox, struct sandbox_state *out)
{
    (void)sandbox;
    *out = (struct sandbox_state){0};
    return true;
}

#else

enum {
    STACK_BYTES = 8 << 20,
    FILES = 64, // open at once, where any may be opened
};

static bool limit(__rlimit_resource_t resource, int64_t value, int64_t hard)
{
    struct rlimit limits = {(rlim_t)value, (rlim_t)hard};
    return setrlimit(resource, &limits) == 0;
}

// The processor's soft limit ends it with a signal of its own.
static bool limit_all(const struct sandbox *sandbox)
{
    int seconds = sandbox->cpu_seconds;
    int files = sandbox->rules == SANDBOX_LIBRARIES ? FILES : 0;
    return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0) &&
           limit(RLIMIT_MEMLOCK, 0, 0) &&
           limit(RLIMIT_STACK, STACK_BYTES, STACK_BYTES) &&
           limit(RLIMIT_CPU, seconds, seconds + 1) &&
           limit(RLIMIT_NOFILE, files, files) &&
           limit(RLIMIT_AS, sandbox->memory_bytes, sandbox->memory_bytes);
}

// Everything it was started with is mapped by now.
static void close_files(void)
{
    close_range(0, ~0U, 0);
}

// Which files can be opened, if any: what Landlock forbids, or what is not in
// view.
static bool hide_files(const struct sandbox *sandbox,
                       struct sandbox_state *state)
{
    state->landlock =
        sandbox->without_landlock ? 0 : landlock_enter(sandbox->folders);
    return state->landlock > 0 || sandbox->rules == SANDBOX_MEMORY_ONLY ||
           view_enter(sandbox->folders);
}

bool sandbox_enter(const struct sandbox *sandbox, struct sandbox_state *out)
{
    *out = (struct sandbox_state){0};
    close_files();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 ||
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        !hide_files(sandbox, out) || prctl(PR_SET_DUMPABLE, 0) != 0 ||
        !limit_all(sandbox)) {
        return false;
    }
    out->filter = filter_enter(sandbox->rules);
    return out->filter;
}

#endif
