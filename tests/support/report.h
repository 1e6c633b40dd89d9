// SPDX-License-Identifier: MIT
// What the program itself says of a programme: kiosk agenda --json.

#ifndef KIOSK_TESTS_SUPPORT_REPORT_H
#define KIOSK_TESTS_SUPPORT_REPORT_H

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "app/command.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "support/folder.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static inline char *report_read(FILE *stream)
{
    struct text_buffer text = {0};
    char chunk[4096];
    size_t length = 0;
    while ((length = fread(chunk, 1, sizeof chunk, stream)) > 0) {
        text_buffer_add_bytes(&text, chunk, length);
    }
    return text_buffer_take(&text);
}

// Runs the program named by the environment's KIOSK; words follow "agenda
// --json". json_object_put() the result.
static inline struct json_object *report_run(const char *folder,
                                             const char *words)
{
    const char *kiosk = getenv("KIOSK");
    assert_non_null(kiosk);
    char *line = xasprintf("'%s' agenda --json %s '%s' 2>/dev/null", kiosk,
                           words, folder);
    // NOLINTNEXTLINE(cert-env33-c): a shell redirects as the test needs it.
    FILE *stream = popen(line, "r");
    assert_non_null(stream);
    char *text = report_read(stream);
    int status = pclose(stream);
    assert_true(WIFEXITED(status));
    assert_true(WEXITSTATUS(status) <= OUTCOME_FAILED);
    struct json_object *report = json_tokener_parse(text);
    if (report == NULL) {
        fail_msg("'%s' wrote no JSON: %s", line, text);
    }
    free(text);
    free(line);
    return report;
}

// The same for a programme given as YAML.
static inline struct json_object *report_of(const char *yaml, const char *words)
{
    char *folder = folder_make();
    folder_write(folder, "programme.yaml", yaml);
    struct json_object *report = report_run(folder, words);
    folder_remove(folder);
    return report;
}

static inline struct json_object *report_list(struct json_object *report,
                                              const char *key)
{
    struct json_object *list = NULL;
    assert_true(json_object_object_get_ex(report, key, &list));
    assert_int_equal(json_object_get_type(list), json_type_array);
    return list;
}

// A member's text, "-" for null. Borrowed from the object.
static inline const char *report_text(struct json_object *object,
                                      const char *key)
{
    struct json_object *member = NULL;
    if (!json_object_object_get_ex(object, key, &member)) {
        fail_msg("there is no '%s'", key);
    }
    return member != NULL ? json_object_get_string(member) : "-";
}

// The event of that title; NULL if there is none.
static inline struct json_object *report_event(struct json_object *report,
                                               const char *title)
{
    struct json_object *events = report_list(report, "events");
    for (size_t i = 0; i < json_object_array_length(events); i++) {
        struct json_object *event = json_object_array_get_idx(events, i);
        if (strcmp(report_text(event, "title"), title) == 0) {
            return event;
        }
    }
    return NULL;
}

#endif
