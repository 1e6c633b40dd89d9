// SPDX-License-Identifier: MIT
#include "decoder/view.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// A folder every system has, under which the view is put together.
static const char root[] = "/tmp";

// The folder and those above it.
static bool make_folder(const char *path)
{
    char part[PATH_MAX];
    if ((size_t)snprintf(part, sizeof part, "%s", path) >= sizeof part) {
        return false;
    }
    for (char *slash = strchr(part + 1, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST) {
            return false;
        }
        *slash = '/';
    }
    return mkdir(part, 0700) == 0 || errno == EEXIST;
}

static bool show_folder(const char *folder)
{
    char place[PATH_MAX];
    struct stat status;
    if (stat(folder, &status) != 0 || !S_ISDIR(status.st_mode)) {
        return true;
    }
    if ((size_t)snprintf(place, sizeof place, "%s%s", root, folder) >=
        sizeof place) {
        return false;
    }
    return make_folder(place) &&
           mount(folder, place, NULL, MS_BIND | MS_REC, NULL) == 0;
}

static bool write_text(const char *path, const char *text)
{
    size_t length = strlen(text);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool written = file >= 0 && write(file, text, length) == (ssize_t)length;
    if (file >= 0) {
        close(file);
    }
    return written;
}

// It stays who it is, in a namespace of its own, where it may mount.
static bool leave(void)
{
    char user[32], group[32];
    snprintf(user, sizeof user, "%u %u 1", geteuid(), geteuid());
    snprintf(group, sizeof group, "%u %u 1", getegid(), getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           write_text("/proc/self/setgroups", "deny") &&
           write_text("/proc/self/uid_map", user) &&
           write_text("/proc/self/gid_map", group);
}

bool view_enter(const char *const *folders)
{
    if (!leave() || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("none", root, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC,
              "size=64k") != 0) {
        return false;
    }
    for (size_t i = 0; folders != NULL && folders[i] != NULL; i++) {
        if (!show_folder(folders[i])) {
            return false;
        }
    }
    // The new root over the old one, and the old one away from below it.
    return chdir(root) == 0 && syscall(SYS_pivot_root, ".", ".") == 0 &&
           umount2(".", MNT_DETACH) == 0 && chdir("/") == 0;
}
