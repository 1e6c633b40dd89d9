// SPDX-License-Identifier: MIT
// Files by the names people write: as it stands, else the same once
// normalised (a Mac takes accents apart), else the same but for case and
// accents if only one file is. Folders are read once, and only those asked for
// below the one folder; hidden files, and the ones a Mac leaves beside each
// file, are passed over.

#ifndef KIOSK_PROGRAMME_FILE_NAME_H
#define KIOSK_PROGRAMME_FILE_NAME_H

#include <stdbool.h>
#include <stddef.h>

enum {
    FILE_NAME_ENTRIES_MAX = 2000, // of one folder; the others are not seen
    FILE_NAME_FOLDERS_MAX = 16,
};

enum file_match {
    FILE_MATCH_NONE,
    FILE_MATCH_SAME,
    FILE_MATCH_ALIKE, // but for case and accents
};

struct file_names;

// The names below folder, of which nothing is read yet.
struct file_names *file_names_new(const char *folder);
void file_names_free(struct file_names *names); // NULL is allowed

// Looks for a file in a folder of the folder, "" for itself. *out is its name
// in there; the caller's, and untouched if there is none.
enum file_match file_names_find(struct file_names *names, const char *within,
                                const char *name, char **out);

// The same for a picture: beside the programme, then in affiches/, images/ and
// logos/. *out is its path below the folder. names may be NULL.
enum file_match file_names_find_picture(struct file_names *names,
                                        const char *name, char **out);

// True for "/…" and for a path with ".." in it.
bool file_name_leaves_folder(const char *path);

// The name nearest to that of a picture that was not found; NULL if none is
// near. Borrowed from names, which may be NULL.
const char *file_names_nearest_picture(struct file_names *names,
                                       const char *name);

// The index-th file whose name ends so (".ics", in any case) in a folder of
// the folder, in the order of their names; NULL behind the last. Borrowed.
const char *file_names_ending(struct file_names *names, const char *within,
                              const char *ending, size_t index);

#endif
