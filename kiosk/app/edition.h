// SPDX-License-Identifier: MIT
// A programme as it was loaded once, and what is wrong with it. The session
// has one; another one is loaded beside it and takes its place between two
// frames.

#ifndef KIOSK_APP_EDITION_H
#define KIOSK_APP_EDITION_H

#include "base/date.h"

struct diag_list;
struct languages;
struct programme;

// Everything is owned.
struct edition {
    char *folder;                // or the file that was named
    struct programme *programme; // NULL: nothing that could be shown
    struct diag_list *diags;
};

// Any thread; languages is only read. Whatever becomes of it:
// edition_release().
void edition_load(struct edition *edition, const char *folder,
                  const struct languages *languages, struct date today);
void edition_release(struct edition *edition);

#endif
