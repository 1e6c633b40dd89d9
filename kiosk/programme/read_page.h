// SPDX-License-Identifier: MIT
// A web page in Markdown, as its authors keep it, turned into the tree a YAML
// programme would have been.
//
// Events: the bullet list under the heading that says Programme or Agenda,
// below headings of its own too if their lists begin with dates; without such
// a heading, the lists that begin with dates. Each bullet is a map of one
// pair, when: what, for the reader of such lines.
//
// Title: the first '#' heading; else the heading above the one of the list;
// else the front matter's title, if that is not only "Accueil".
//
// Year: annee: (or saison:, year:) of the front matter; else the last year in
// the text nearest before the list, "En **2026** on continue", "2026-2027"
// being a season; else that of the front matter's date:. Never today's.

#ifndef KIOSK_PROGRAMME_READ_PAGE_H
#define KIOSK_PROGRAMME_READ_PAGE_H

#include <stddef.h>

struct arena;
struct diag_list;
struct node;

enum {
    PAGE_BYTES_MAX = 1024 * 1024,
    PAGE_POINTS_MAX = 8, // of another list, to become a slide
    PAGE_PAGES_MAX = 20,
    PAGE_LINKS_MAX = 20,
};

// Reads the file at path; places name it shown_path. NULL if there is nothing
// to be had from it, always with a fault; else a map that lives as long as the
// arena.
const struct node *page_load(struct arena *arena, const char *path,
                             const char *shown_path, struct diag_list *diags);

// The same from memory.
const struct node *page_parse(struct arena *arena, const char *bytes,
                              size_t length, const char *shown_path,
                              struct diag_list *diags);

#endif
