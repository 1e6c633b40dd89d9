// SPDX-License-Identifier: MIT
#include "system/errand.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "system/child.h"

enum {
    WORDS_BYTES_MAX = 4096
};

struct errand {
    struct child *child; // NULL: it is over
    enum errand_state state;
    int64_t start_ms;
    struct text_buffer output;
    char *words; // the last line of it
};

struct errand *errand_start(const char *command, const char *first,
                            const char *second, int64_t now_ms)
{
    struct errand *errand = xcalloc(1, sizeof *errand);
    // What it complains of is said on screen, too.
    char *line = xasprintf("exec 2>&1\n%s", command);
    const char *const arguments[] = {"/bin/sh", "-c",   line, "sh",
                                     first,     second, NULL};
    errand->child = child_start(arguments);
    errand->start_ms = now_ms;
    errand->words = xstrdup("");
    if (errand->child == NULL) {
        errand->state = ERRAND_FAILED;
        log_line("'%s' cannot be run: %s", command, strerror(errno));
    }
    free(line);
    return errand;
}

void errand_free(struct errand *errand)
{
    if (errand != NULL) {
        child_free(errand->child);
        text_buffer_release(&errand->output);
        free(errand->words);
        free(errand);
    }
}

static char *last_line(const char *text)
{
    size_t end = strlen(text);
    while (end > 0 && strchr(" \t\r\n", text[end - 1]) != NULL) {
        end--;
    }
    size_t start = end;
    while (start > 0 && text[start - 1] != '\n') {
        start--;
    }
    char *line = xstrndup(text + start, end - start);
    char *clean = utf8_clean(line);
    free(line);
    return clean;
}

// True once there will be no more of it.
static bool read_output(struct errand *errand)
{
    char chunk[512];
    size_t length = 0;
    enum child_output output = CHILD_OUTPUT_BYTES;
    while (output == CHILD_OUTPUT_BYTES) {
        output = child_read(errand->child, chunk, sizeof chunk, &length);
        bool room = errand->output.length + length <= WORDS_BYTES_MAX;
        if (output == CHILD_OUTPUT_BYTES && room) {
            text_buffer_add_bytes(&errand->output, chunk, length);
        }
    }
    return output == CHILD_OUTPUT_OVER;
}

enum errand_state errand_look(struct errand *errand, int64_t now_ms)
{
    if (errand->child == NULL) {
        return errand->state;
    }
    bool over = read_output(errand);
    bool late = now_ms - errand->start_ms >= ERRAND_MS_MAX;
    if (!over && !late) {
        return ERRAND_RUNS;
    }
    bool done = over && child_has_ended_with(errand->child, 0);
    errand->state = done ? ERRAND_DONE : ERRAND_FAILED;
    free(errand->words);
    errand->words = last_line(text_buffer_text(&errand->output));
    if (!done) {
        log_line("the command failed: %s", errand->words);
    }
    child_free(errand->child);
    errand->child = NULL;
    return errand->state;
}

const char *errand_words(const struct errand *errand)
{
    return errand->words;
}
