// SPDX-License-Identifier: MIT
// Any bytes as a calendar.
#include "base/arena.h"
#include "base/diag.h"
#include "fuzz.h"
#include "programme/read_calendar.h"
#include "programme/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct source source = {
        .arena = arena_new(),
        .diags = diag_list_new(),
        .folder = ".",
        .zone = {"Europe/Paris"},
    };
    struct date today = {2026, 1, 17};
    calendar_parse(&source, (const char *)data, size, "fuzz.ics", today);
    diag_list_free(source.diags);
    arena_free(source.arena);
    return 0;
}
