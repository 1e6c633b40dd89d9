// SPDX-License-Identifier: MIT
#include "store/judgement.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/diag.h"
#include "programme/programme.h"
#include "store/manifest.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

// After one of these, what follows in the file is lost.
static const enum fault BREAKING[] = {
    FAULT_FILE_UNREADABLE,   FAULT_FILE_EMPTY,     FAULT_FILE_TOO_LARGE,
    FAULT_CONTROL_CHARACTER, FAULT_YAML,           FAULT_YAML_TAB,
    FAULT_YAML_QUOTE,        FAULT_YAML_COLON,     FAULT_YAML_ALIAS,
    FAULT_YAML_TAG,          FAULT_YAML_DIRECTIVE, FAULT_YAML_SECOND_DOCUMENT,
    FAULT_YAML_TOO_DEEP,     FAULT_YAML_TOO_LARGE,
};

static const enum fault CUT_OFF[] = {
    FAULT_FILE_LOOKS_CUT,
    FAULT_CALENDAR_CUT_OFF,
};

static bool has(struct diag_list *diags, enum fault fault)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(diags, i)) != NULL; i++) {
        if (diag->fault == fault) {
            return true;
        }
    }
    return false;
}

static bool has_one_of(struct diag_list *diags, const enum fault *faults,
                       size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found = found || has(diags, faults[i]);
    }
    return found;
}

// A missing picture takes nothing of the programme away.
static bool has_errors(struct diag_list *diags)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(diags, i)) != NULL; i++) {
        bool missing = diag->fault == FAULT_PICTURE_MISSING ||
                       diag->fault == FAULT_PICTURE_MISSING_NEAR;
        if (fault_level(diag->fault) == FAULT_ERROR && !missing) {
            return true;
        }
    }
    return false;
}

enum decision judgement_of(const struct programme *programme,
                           struct diag_list *diags,
                           const struct manifest *current)
{
    bool errors = has_errors(diags);
    if (programme == NULL) {
        return has(diags, FAULT_NO_PROGRAMME) ? DECISION_NO_PROGRAMME
                                              : DECISION_UNREADABLE;
    }
    if (current != NULL && has_one_of(diags, CUT_OFF, COUNT(CUT_OFF))) {
        return DECISION_HALF_COPIED;
    }
    if (programme->event_count == 0 && programme->page_count == 0) {
        return errors ? DECISION_UNREADABLE : DECISION_EMPTY;
    }
    if (current != NULL && has_one_of(diags, BREAKING, COUNT(BREAKING))) {
        return DECISION_UNREADABLE;
    }
    bool dated = current != NULL && current->updated.year != 0 &&
                 programme->updated.year != 0;
    if (dated && date_compare(programme->updated, current->updated) < 0) {
        return DECISION_OLDER;
    }
    return errors ? DECISION_TAKEN_IN_PART : DECISION_TAKEN;
}
