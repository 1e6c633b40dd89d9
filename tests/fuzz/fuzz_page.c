// SPDX-License-Identifier: MIT
// Any bytes as a web page in Markdown.
#include "base/arena.h"
#include "base/diag.h"
#include "fuzz.h"
#include "programme/read_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    page_parse(arena, (const char *)data, size, "fuzz.md", diags);
    diag_list_free(diags);
    arena_free(arena);
    return 0;
}
