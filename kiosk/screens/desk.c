// SPDX-License-Identifier: MIT
#include "screens/desk.h"

#include <stdlib.h>

void desk_report_release(struct desk_report *report)
{
    for (int i = 0; i < DESK_SECTION_COUNT; i++) {
        free(report->headings[i]);
        free(report->sections[i]);
    }
    free(report->diagnostic);
    *report = (struct desk_report){0};
}
