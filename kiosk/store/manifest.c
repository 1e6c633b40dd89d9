// SPDX-License-Identifier: MIT
#include "store/manifest.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/memory.h"
#include "base/text_buffer.h"

static const char FIRST_LINE[] = "kiosk-slot 1\n";

enum key {
    KEY_TAKEN,
    KEY_CLOCK,
    KEY_TITLE,
    KEY_FROM,
    KEY_CONTACT,
    KEY_EVENTS,
    KEY_UPDATED,
    KEY_FIRST,
    KEY_LAST,
    KEY_FILE,
    KEY_COUNT,
};

static const char *const KEYS[] = {
    [KEY_TAKEN] = "taken",     [KEY_CLOCK] = "clock",
    [KEY_TITLE] = "title",     [KEY_FROM] = "from",
    [KEY_CONTACT] = "contact", [KEY_EVENTS] = "events",
    [KEY_UPDATED] = "updated", [KEY_FIRST] = "first",
    [KEY_LAST] = "last",       [KEY_FILE] = "file",
};
static_assert(sizeof KEYS / sizeof *KEYS == KEY_COUNT, "a word per key");

void manifest_free(struct manifest *manifest)
{
    if (manifest == NULL) {
        return;
    }
    for (size_t i = 0; i < manifest->file_count; i++) {
        free(manifest->files[i].name);
    }
    free(manifest->files);
    free(manifest->title);
    free(manifest->from);
    free(manifest->contact);
    free(manifest);
}

void manifest_add_file(struct manifest *manifest, const char *name,
                       uint64_t bytes, const char *digest)
{
    manifest->files = xrealloc(manifest->files, manifest->file_count + 1,
                               sizeof *manifest->files);
    struct manifest_file *file = &manifest->files[manifest->file_count++];
    *file = (struct manifest_file){.name = xstrdup(name), .bytes = bytes};
    memcpy(file->digest, digest, DIGEST_TEXT_BYTES - 1);
}

uint64_t manifest_bytes(const struct manifest *manifest)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < manifest->file_count; i++) {
        bytes += manifest->files[i].bytes;
    }
    return bytes;
}

static void add_text(struct text_buffer *out, enum key key, const char *text)
{
    char *line = excerpt_visible(text);
    text_buffer_printf(out, "%s %s\n", KEYS[key], line);
    free(line);
}

static void add_date(struct text_buffer *out, enum key key, struct date date)
{
    char text[16];
    if (date.year != 0) {
        date_format(date, text);
        text_buffer_printf(out, "%s %s\n", KEYS[key], text);
    }
}

static void add_end(struct text_buffer *out)
{
    struct digest digest;
    char text[DIGEST_TEXT_BYTES];
    digest_init(&digest);
    digest_add(&digest, out->text, out->length);
    digest_end(&digest, text);
    text_buffer_printf(out, "end %s\n", text);
}

char *manifest_text(const struct manifest *manifest)
{
    struct text_buffer out = {0};
    text_buffer_add(&out, FIRST_LINE);
    text_buffer_printf(&out, "%s %" PRId64 "\n", KEYS[KEY_TAKEN],
                       manifest->taken);
    text_buffer_printf(&out, "%s %s\n", KEYS[KEY_CLOCK],
                       manifest->taken_trusted ? "trusted" : "doubtful");
    add_text(&out, KEY_TITLE, manifest->title);
    add_text(&out, KEY_FROM, manifest->from);
    add_text(&out, KEY_CONTACT, manifest->contact);
    text_buffer_printf(&out, "%s %zu\n", KEYS[KEY_EVENTS],
                       manifest->event_count);
    add_date(&out, KEY_UPDATED, manifest->updated);
    add_date(&out, KEY_FIRST, manifest->first_day);
    add_date(&out, KEY_LAST, manifest->last_day);
    for (size_t i = 0; i < manifest->file_count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        text_buffer_printf(&out, "%s %s %" PRIu64 " %s\n", KEYS[KEY_FILE],
                           file->digest, file->bytes, file->name);
    }
    add_end(&out);
    return text_buffer_take(&out);
}

// The text up to the line "end", if that line is right and the last one.
static char *checked_lines(const char *text)
{
    const char *end = strstr(text, "\nend ");
    const char *last = NULL;
    for (; end != NULL; end = strstr(end + 1, "\nend ")) {
        last = end + 1;
    }
    if (last == NULL || strncmp(text, FIRST_LINE, strlen(FIRST_LINE)) != 0) {
        return NULL;
    }
    struct text_buffer lines = {0};
    text_buffer_add_bytes(&lines, text, (size_t)(last - text));
    char *copy = xstrdup(text_buffer_text(&lines));
    add_end(&lines);
    bool whole = strcmp(text_buffer_text(&lines), text) == 0;
    text_buffer_release(&lines);
    if (!whole) {
        free(copy);
        return NULL;
    }
    return copy;
}

static bool read_number(const char *text, uint64_t *out, const char **end)
{
    char *stop = NULL;
    errno = 0;
    unsigned long long number = strtoull(text, &stop, 10);
    bool digits = text[0] >= '0' && text[0] <= '9' && errno == 0;
    if (digits) {
        *out = number;
        *end = stop;
    }
    return digits;
}

// Names are ours, but a disk may have changed them: they stay in the folder.
static bool is_name(const char *name)
{
    return name[0] != '\0' && name[0] != '/' && name[0] != '.' &&
           strstr(name, "/.") == NULL;
}

static bool read_file(struct manifest *manifest, const char *value)
{
    uint64_t bytes = 0;
    const char *end = NULL;
    bool right = manifest->file_count < MANIFEST_FILES_MAX &&
                 digest_is_text(value) && value[DIGEST_TEXT_BYTES - 1] == ' ' &&
                 read_number(value + DIGEST_TEXT_BYTES, &bytes, &end) &&
                 *end == ' ' && is_name(end + 1);
    if (right) {
        manifest_add_file(manifest, end + 1, bytes, value);
    }
    return right;
}

static bool read_date(const char *value, struct date *out)
{
    struct moment moment;
    bool right = moment_parse(value, &moment);
    if (right) {
        *out = moment.date;
    }
    return right;
}

static void set_text(char **text, const char *value)
{
    free(*text);
    *text = xstrdup(value);
}

static bool read_value(struct manifest *manifest, enum key key,
                       const char *value)
{
    uint64_t number = 0;
    const char *end = NULL;
    switch (key) {
    case KEY_TAKEN:
        manifest->taken = strtoll(value, NULL, 10);
        return true;
    case KEY_CLOCK:
        manifest->taken_trusted = strcmp(value, "trusted") == 0;
        return true;
    case KEY_TITLE:
        set_text(&manifest->title, value);
        return true;
    case KEY_FROM:
        set_text(&manifest->from, value);
        return true;
    case KEY_CONTACT:
        set_text(&manifest->contact, value);
        return true;
    case KEY_EVENTS:
        if (!read_number(value, &number, &end)) {
            return false;
        }
        manifest->event_count = (size_t)number;
        return true;
    case KEY_UPDATED:
        return read_date(value, &manifest->updated);
    case KEY_FIRST:
        return read_date(value, &manifest->first_day);
    case KEY_LAST:
        return read_date(value, &manifest->last_day);
    case KEY_FILE:
        return read_file(manifest, value);
    case KEY_COUNT:
        break;
    }
    return true; // of a later version
}

static bool read_line(struct manifest *manifest, const char *line)
{
    const char *value = strchr(line, ' ');
    if (value == NULL) {
        return false;
    }
    size_t length = (size_t)(value - line);
    enum key key = KEY_TAKEN;
    while (key < KEY_COUNT && (strlen(KEYS[key]) != length ||
                               strncmp(KEYS[key], line, length) != 0)) {
        key++;
    }
    return read_value(manifest, key, value + 1);
}

struct manifest *manifest_read(const char *text)
{
    char *lines = checked_lines(text);
    if (lines == NULL) {
        return NULL;
    }
    struct manifest *manifest = xcalloc(1, sizeof *manifest);
    manifest->title = xstrdup("");
    manifest->from = xstrdup("");
    manifest->contact = xstrdup("");
    bool right = true;
    char *rest = NULL;
    char *line = strtok_r(lines + strlen(FIRST_LINE), "\n", &rest);
    for (; line != NULL && right; line = strtok_r(NULL, "\n", &rest)) {
        right = read_line(manifest, line);
    }
    free(lines);
    if (!right) {
        manifest_free(manifest);
        return NULL;
    }
    return manifest;
}
