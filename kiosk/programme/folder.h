// SPDX-License-Identifier: MIT
// What a programme is made of on a disk: its own file, YAML or a web page in
// Markdown, and the calendars beside it.
//
// In a folder, in programme/ or in kiosk/ in it, this is looked for, in this
// order: programme.yaml or programme.yml; programme.md; any *.ics; one single
// *.md that is no README. A path that names a file means that file alone.

#ifndef KIOSK_PROGRAMME_FOLDER_H
#define KIOSK_PROGRAMME_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct document;
struct file_names;
struct node;

enum {
    FOLDER_CALENDARS_MAX = 32
};

struct folder {
    char *path;
    struct file_names *names; // in it
    char *file;               // YAML or Markdown; NULL: calendars alone
    char *calendars[FOLDER_CALENDARS_MAX];
    size_t calendar_count;
};

// False, with a fault, if there is nothing to be read; else
// folder_release() it.
bool folder_find(const char *path, struct diag_list *diags, struct folder *out);
void folder_release(struct folder *folder);

// The tree of its file; an empty one for calendars alone. NULL if there is
// nothing to be had from it, always with a fault. *out is the file itself where
// its events may still have to be read, else NULL; document_free() it.
const struct node *folder_read(const struct folder *folder, struct arena *arena,
                               struct diag_list *diags, struct document **out);

#endif
