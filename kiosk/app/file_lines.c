// SPDX-License-Identifier: MIT
#include "app/file_lines.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "yaml/document.h"
#include "yaml/document_text.h"

enum {
    LINE_BYTES_MAX = 64 * 1024
};

struct file {
    char *path; // as faults name it
    struct text_buffer text;
    size_t *starts; // of the lines, and one behind the last
    size_t count;
};

struct file_lines {
    char *folder;
    struct file *files;
    size_t count;
    char *line; // the last one that was asked for
};

struct file_lines *file_lines_new(const char *folder)
{
    struct file_lines *lines = xcalloc(1, sizeof *lines);
    lines->folder =
        path_is_folder(folder) ? xstrdup(folder) : path_folder(folder);
    return lines;
}

void file_lines_free(struct file_lines *lines)
{
    if (lines == NULL) {
        return;
    }
    for (size_t i = 0; i < lines->count; i++) {
        free(lines->files[i].path);
        free(lines->files[i].starts);
        text_buffer_release(&lines->files[i].text);
    }
    free(lines->files);
    free(lines->folder);
    free(lines->line);
    free(lines);
}

// Where a file that is named alone may be. The caller's.
static char *find(const char *folder, const char *name)
{
    static const char *const WITHIN[] = {"", "programme", "kiosk"};
    for (size_t i = 0; i < sizeof WITHIN / sizeof *WITHIN; i++) {
        char *inner = path_join(folder, WITHIN[i]);
        char *path = path_join(inner, name);
        free(inner);
        if (path_is_file(path)) {
            return path;
        }
        free(path);
    }
    return path_is_file(name) ? xstrdup(name) : NULL;
}

// All of a regular file that is no larger than a programme may be.
static bool read_file(const char *path, struct text_buffer *out)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    bool sound = file >= 0 && fstat(file, &status) == 0 &&
                 S_ISREG(status.st_mode) &&
                 status.st_size <= DOCUMENT_BYTES_MAX;
    ssize_t step = sound ? 1 : 0;
    while (step > 0) {
        char bytes[16 * 1024];
        step = read(file, bytes, sizeof bytes);
        if (step > 0 && out->length <= DOCUMENT_BYTES_MAX) {
            text_buffer_add_bytes(out, bytes, (size_t)step);
        }
    }
    if (file >= 0) {
        close(file);
    }
    return sound;
}

// A text ends at its first NUL, a file does not: it is shown as a sign.
static void add_behind_nul(const struct text_buffer *bytes,
                           struct text_buffer *out)
{
    size_t at = strlen(bytes->text);
    while (at < bytes->length) {
        size_t length = strnlen(bytes->text + at + 1, bytes->length - at - 1);
        text_buffer_add(out, "␀");
        text_buffer_add_bytes(out, bytes->text + at + 1, length);
        at += length + 1;
    }
}

static bool begins_with(const struct text_buffer *bytes, const char *mark)
{
    size_t length = strlen(mark);
    return bytes->length >= length && memcmp(bytes->text, mark, length) == 0;
}

// As an editor shows it: what the reader of the programme mends or refuses is
// still there.
static void decode(const struct text_buffer *bytes, const char *path,
                   struct text_buffer *out)
{
    if (bytes->length == 0) {
        return;
    }
    if (begins_with(bytes, "\xFF\xFE") || begins_with(bytes, "\xFE\xFF")) {
        document_text(bytes->text, bytes->length, path, NULL, out);
        return;
    }
    static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";
    bool marked = begins_with(bytes, BYTE_ORDER_MARK);
    size_t from = marked ? sizeof BYTE_ORDER_MARK - 1 : 0;
    bool valid = utf8_is_valid(bytes->text, bytes->length);
    char *text = valid ? xstrndup(bytes->text + from, bytes->length - from)
                       : utf8_from_windows_1252(bytes->text, bytes->length);
    text_buffer_add(out, text);
    free(text);
    add_behind_nul(bytes, out);
}

static void add_start(struct file *file, size_t *capacity, size_t start)
{
    if (file->count == *capacity) {
        *capacity = *capacity > 0 ? *capacity * 2 : 256;
        file->starts = xrealloc(file->starts, *capacity, sizeof *file->starts);
    }
    file->starts[file->count++] = start;
}

static void find_starts(struct file *file)
{
    size_t capacity = 0;
    const char *text = text_buffer_text(&file->text);
    add_start(file, &capacity, 0);
    for (size_t i = 0; i < file->text.length; i++) {
        bool pair = text[i] == '\r' && text[i + 1] == '\n';
        if (text[i] == '\n' || (text[i] == '\r' && !pair)) {
            add_start(file, &capacity, i + 1);
        }
    }
    add_start(file, &capacity, file->text.length);
}

static const struct file *file_of(struct file_lines *lines, const char *path)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (strcmp(lines->files[i].path, path) == 0) {
            return &lines->files[i];
        }
    }
    lines->files =
        xrealloc(lines->files, lines->count + 1, sizeof *lines->files);
    struct file *file = &lines->files[lines->count++];
    *file = (struct file){.path = xstrdup(path)};
    struct text_buffer bytes = {0};
    char *found = find(lines->folder, path);
    if (found != NULL && read_file(found, &bytes)) {
        decode(&bytes, path, &file->text);
    }
    free(found);
    text_buffer_release(&bytes);
    find_starts(file);
    return file;
}

const char *file_lines_get(struct file_lines *lines, const char *path,
                           size_t line)
{
    if (path == NULL || line == 0) {
        return NULL;
    }
    const struct file *file = file_of(lines, path);
    if (line >= file->count) {
        return NULL;
    }
    const char *start = text_buffer_text(&file->text) + file->starts[line - 1];
    size_t length = file->starts[line] - file->starts[line - 1];
    while (length > 0 && strchr("\r\n", start[length - 1]) != NULL) {
        length--;
    }
    if (length > LINE_BYTES_MAX) {
        return NULL;
    }
    free(lines->line);
    lines->line = xstrndup(start, length);
    return lines->line;
}
