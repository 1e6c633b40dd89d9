// SPDX-License-Identifier: MIT
#include "app/edition.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"
#include "programme/programme.h"

void edition_load(struct edition *edition, const char *folder,
                  const struct languages *languages, struct date today)
{
    *edition =
        (struct edition){.folder = xstrdup(folder), .diags = diag_list_new()};
    edition->programme =
        programme_load(folder, languages, today, edition->diags);
}

void edition_release(struct edition *edition)
{
    programme_free(edition->programme);
    diag_list_free(edition->diags);
    free(edition->folder);
    *edition = (struct edition){0};
}
