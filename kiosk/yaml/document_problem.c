// SPDX-License-Identifier: MIT
#include "yaml/document_problem.h"

#include <stdbool.h>
#include <string.h>

// What never ended is best told where it began.
static yaml_mark_t mark_of_problem(const yaml_parser_t *parser)
{
    static const char *const WHOLES[] = {"quoted scalar", "flow", "simple key"};
    const char *context = parser->context != NULL ? parser->context : "";
    for (size_t i = 0; i < sizeof WHOLES / sizeof *WHOLES; i++) {
        if (strstr(context, WHOLES[i]) != NULL) {
            return parser->context_mark;
        }
    }
    return parser->problem_mark;
}

// libyaml's faults, in words a volunteer can act on.
struct problem problem_of(const yaml_parser_t *parser)
{
    static const struct {
        const char *problem;
        enum fault fault;
    } KNOWN[] = {
        {"found unexpected end of stream",                 FAULT_YAML_QUOTE},
        {"found unexpected document indicator",            FAULT_YAML_QUOTE},
        {"mapping values are not allowed in this context", FAULT_YAML_COLON},
        {"found character that cannot start any token",    FAULT_YAML_TAB  },
    };
    const char *problem = parser->problem != NULL ? parser->problem : "";
    yaml_mark_t mark = mark_of_problem(parser);
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        bool tab = KNOWN[i].fault == FAULT_YAML_TAB;
        if (strcmp(problem, KNOWN[i].problem) == 0 &&
            (!tab || parser->buffer.pointer[0] == '\t')) {
            return (struct problem){KNOWN[i].fault, mark, NULL};
        }
    }
    return (struct problem){FAULT_YAML, mark, problem};
}
