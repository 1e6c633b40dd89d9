// SPDX-License-Identifier: MIT
#include "app/command.h"

#include "app/session.h"
#include "app/show.h"
#include "base/log.h"

enum outcome show_command(const struct options *options)
{
    int64_t start_ms = clock_monotonic_ms();
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    if (session.programme == NULL) {
        log_line("there is no programme to be shown in %s; see kiosk check",
                 session.folder);
    }
    struct show *show = show_new(&session, start_ms);
    bool done = show != NULL && show_run(show);
    show_free(show);
    session_release(&session);
    return done ? OUTCOME_DONE : OUTCOME_FAILED;
}
