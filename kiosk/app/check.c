// SPDX-License-Identifier: MIT
#include "app/check.h"

#include "app/check_source.h"
#include "app/options.h"
#include "app/session.h"
#include "programme/programme.h"
#include "yaml/document.h"

static const struct size DEFAULT_SCREEN = {1920, 1080};

typedef void check_fn(const struct check *check);

static check_fn *const CHECKS[] = {
    check_events, check_venues, check_links,
    check_texts,  check_slides, check_pictures,
};

void check_run(const struct session *session)
{
    if (session->programme == NULL) {
        return;
    }
    const struct options *options = session->options;
    struct check_source *source =
        check_source_new(session->programme, session->folder);
    struct check check = {
        .session = session,
        .programme = session->programme,
        .source = source,
        .diags = session->diags,
        .now = session_now(session),
        .screen = options->has_size ? options->size : DEFAULT_SCREEN,
    };
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) {
        CHECKS[i](&check);
    }
    check_source_free(source);
}

struct place check_place(const struct check *check, const struct event *event,
                         const char *text)
{
    const struct node *entry = check_source_event(check->source, event);
    const struct node *value = check_source_text(entry, text);
    return value != NULL ? value->place : event->place;
}
