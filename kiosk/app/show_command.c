// SPDX-License-Identifier: MIT
#include "app/command.h"

#include "app/session.h"
#include "app/show.h"
#include "app/vital_signs.h"
#include "base/log.h"
#include "programme/programme.h"

static void tell_source(const struct session *session)
{
    if (session->programme != NULL) {
        log_line("showing %s: %zu events", session->folder,
                 session->programme->event_count);
    } else if (session->folder != NULL) {
        log_line("there is no programme to be shown in %s; see kiosk check",
                 session->folder);
    } else {
        log_line("there is no programme in %s yet; plug in a stick, or see "
                 "kiosk import",
                 session->store);
    }
}

enum outcome show_command(const struct options *options)
{
    int64_t start_ms = clock_monotonic_ms();
    struct vital_signs *signs = vital_signs_new(options);
    struct session session;
    enum outcome outcome = session_init_with_caution(
        &session, options, vital_signs_caution(signs));
    if (outcome == OUTCOME_DONE) {
        tell_source(&session);
        struct show *show = show_new(&session, signs, start_ms);
        bool done = show != NULL && show_run(show);
        outcome = done ? OUTCOME_DONE : OUTCOME_FAILED;
        show_free(show);
        session_release(&session);
    }
    vital_signs_free(signs);
    return outcome;
}
