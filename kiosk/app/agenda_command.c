// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <stdio.h>

#include "app/agenda_report.h"
#include "app/options.h"
#include "app/scene.h"
#include "app/session.h"
#include "programme/agenda.h"
#include "programme/settings.h"

// The loop depends a little on the screen: how much one slide can list.
static const struct size DEFAULT_SIZE = {1920, 1080};

static bool report(const struct session *session)
{
    const struct options *options = session->options;
    struct scene_means means = {.size = options->has_size ? options->size
                                                          : DEFAULT_SIZE};
    struct now now = session_now(session);
    struct scene *scene = scene_new(session, &means, &now);
    struct agenda *agenda = agenda_new(session->programme, &now,
                                       session->settings->venue, options->all);
    bool written = true;
    if (options->json) {
        written = agenda_report_json(scene, agenda, stdout);
    } else {
        agenda_report_table(scene, agenda, session->fault_language, stdout);
        written = fflush(stdout) == 0;
    }
    agenda_free(agenda);
    scene_free(scene);
    return written;
}

enum outcome agenda_command(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    session_print_faults(&session);
    bool written = session.programme != NULL && report(&session);
    bool done = written && !session_has_errors(&session);
    session_release(&session);
    return done ? OUTCOME_DONE : OUTCOME_FAILED;
}
