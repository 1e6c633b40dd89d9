// SPDX-License-Identifier: MIT
// What kiosk agenda prints: a table for people, JSON for programs.

#ifndef KIOSK_APP_AGENDA_REPORT_H
#define KIOSK_APP_AGENDA_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/fault.h"

struct agenda;
struct scene;

// In the scene's language; how the loop was chosen is told in the other one.
// agenda may hold more than the scene's own: past events.
void agenda_report_table(const struct scene *scene, const struct agenda *agenda,
                         enum fault_language language, FILE *out);

// The JSON is a contract that other programs rely on: nothing in it may
// change its name or its meaning. False if it cannot be written.
bool agenda_report_json(const struct scene *scene, const struct agenda *agenda,
                        FILE *out);

#endif
