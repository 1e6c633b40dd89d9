// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <stdio.h>

#include "app/check.h"
#include "app/check_report.h"
#include "app/options.h"
#include "app/session.h"

enum outcome check_command(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    check_run(&session);
    // The faults are what was asked for, so they are no messages.
    bool written = true;
    if (options->json) {
        written = check_report_json(&session, stdout);
    } else {
        check_report(&session, stdout);
    }
    written = fflush(stdout) == 0 && written;
    bool wrong = session_has_errors(&session);
    session_release(&session);
    return wrong || !written ? OUTCOME_FAILED : OUTCOME_DONE;
}
