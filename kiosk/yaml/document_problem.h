// SPDX-License-Identifier: MIT
// What libyaml could not read, in words a volunteer can act on.

#ifndef KIOSK_YAML_DOCUMENT_PROBLEM_H
#define KIOSK_YAML_DOCUMENT_PROBLEM_H

#include <yaml.h>

#include "base/fault.h"

struct problem {
    enum fault fault;
    yaml_mark_t mark;
    const char *words; // libyaml's; NULL where ours say it all
};

// Of a parser that failed.
struct problem problem_of(const yaml_parser_t *parser);

#endif
