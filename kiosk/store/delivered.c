// SPDX-License-Identifier: MIT
#include "store/delivered.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "store/disk.h"

enum {
    FILE_BYTES_MAX = 64 * 1024
};

// Lines of a fingerprint in hexadecimal digits, a space, and a folder.
static const char FILE_NAME[] = "delivered";

static int open_store(const char *store)
{
    return open(store, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static char *read_lines(int store)
{
    char *text = store >= 0
                     ? disk_read_file(store, FILE_NAME, FILE_BYTES_MAX, NULL)
                     : NULL;
    return text != NULL ? text : xstrdup("");
}

static bool is_about(const char *line, const char *folder)
{
    const char *space = strchr(line, ' ');
    return space != NULL && strcmp(space + 1, folder) == 0;
}

uint64_t delivered_read(const char *store_path, const char *folder)
{
    int store = open_store(store_path);
    char *lines = read_lines(store);
    char *rest = lines;
    uint64_t fingerprint = 0;
    for (char *line = strsep(&rest, "\n"); line != NULL;
         line = strsep(&rest, "\n")) {
        if (is_about(line, folder)) {
            fingerprint = strtoull(line, NULL, 16);
        }
    }
    free(lines);
    if (store >= 0) {
        close(store);
    }
    return fingerprint;
}

bool delivered_write(const char *store_path, const char *folder,
                     uint64_t fingerprint)
{
    int store = open_store(store_path);
    if (store < 0) {
        return false;
    }
    char *lines = read_lines(store);
    char *rest = lines;
    struct text_buffer out = {0};
    for (char *line = strsep(&rest, "\n"); line != NULL;
         line = strsep(&rest, "\n")) {
        if (line[0] != '\0' && !is_about(line, folder)) {
            text_buffer_printf(&out, "%s\n", line);
        }
    }
    text_buffer_printf(&out, "%016" PRIx64 " %s\n", fingerprint, folder);
    bool done = disk_replace_file(store, FILE_NAME, text_buffer_text(&out));
    text_buffer_release(&out);
    free(lines);
    close(store);
    return done;
}
