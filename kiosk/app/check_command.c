// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <stdio.h>

#include "app/options.h"
#include "app/picture_check.h"
#include "app/session.h"
#include "base/diag.h"

static void print_summary(const struct session *session)
{
    size_t errors = diag_count(session->diags, FAULT_ERROR);
    size_t warnings = diag_count(session->diags, FAULT_WARNING);
    if (session->fault_language == FAULT_IN_FRENCH) {
        fprintf(stderr, "%zu erreur%s, %zu avertissement%s\n", errors,
                errors > 1 ? "s" : "", warnings, warnings > 1 ? "s" : "");
    } else {
        fprintf(stderr, "%zu error%s, %zu warning%s\n", errors,
                errors != 1 ? "s" : "", warnings, warnings != 1 ? "s" : "");
    }
}

enum outcome check_command(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    if (session.programme != NULL) {
        picture_check(session.programme, session.diags);
    }
    // The faults are what was asked for, so they are no messages.
    diag_print(session.diags, session.fault_language, stdout);
    fflush(stdout);
    print_summary(&session);
    bool wrong = session_has_errors(&session);
    session_release(&session);
    return wrong ? OUTCOME_FAILED : OUTCOME_DONE;
}
