// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <stdio.h>

#include "app/check.h"
#include "app/check_report.h"
#include "app/check_sandbox.h"
#include "app/options.h"
#include "app/session.h"

static enum outcome prove_sandbox(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init_empty(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    bool holds = check_sandbox(session.fault_language, stdout);
    bool written = fflush(stdout) == 0;
    session_release(&session);
    return holds && written ? OUTCOME_DONE : OUTCOME_FAILED;
}

enum outcome check_command(const struct options *options)
{
    if (options->sandbox) {
        return prove_sandbox(options);
    }
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
