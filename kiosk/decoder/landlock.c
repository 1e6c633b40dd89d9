// SPDX-License-Identifier: MIT
#include "decoder/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// As later kernels have it than the headers we are built with.
struct rules {
    uint64_t files, network, scope;
};

// What each version of Landlock can forbid more than the one before.
static const struct {
    uint64_t files, network, scope;
    size_t rules_bytes;
} versions[] = {
    [1] = {(1 << 13) - 1, 0, 0, 8 },
    [2] = {1 << 13,       0, 0, 8 }, // moving between folders
    [3] = {1 << 14,       0, 0, 8 }, // truncating
    [4] = {0,             3, 0, 16}, // TCP: bind, connect
    [5] = {1 << 15,       0, 0, 16}, // devices' ioctl
    [6] = {0,             0, 3, 24}, // abstract sockets, signals to others
};

enum {
    VERSION_MAX = sizeof versions / sizeof *versions - 1
};

static struct rules rules_of(int version, size_t *bytes)
{
    struct rules rules = {0};
    for (int i = 1; i <= version && i <= VERSION_MAX; i++) {
        rules.files |= versions[i].files;
        rules.network |= versions[i].network;
        rules.scope |= versions[i].scope;
        *bytes = versions[i].rules_bytes;
    }
    return rules;
}

static void allow(int ruleset, const char *folder)
{
    int file = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    struct landlock_path_beneath_attr beneath = {
        .allowed_access =
            LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = file};
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH,
            &beneath, 0);
    close(file);
}

int landlock_enter(const char *const *folders)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
                           LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return 0;
    }
    size_t bytes = 0;
    struct rules rules = rules_of((int)version, &bytes);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, bytes, 0);
    if (ruleset < 0) {
        return 0;
    }
    for (size_t i = 0; folders != NULL && folders[i] != NULL; i++) {
        allow(ruleset, folders[i]);
    }
    bool entered = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return entered ? (int)version : 0;
}
