// SPDX-License-Identifier: MIT
// Paths as text. Every result is the caller's; free().

#ifndef KIOSK_BASE_PATH_H
#define KIOSK_BASE_PATH_H

#include <stdbool.h>

char *path_join(const char *folder, const char *name);
char *path_folder(const char *path);     // "." when there is none
const char *path_name(const char *path); // borrowed: behind the last '/'

// True if the existing file or folder at path, all links followed, lies in
// folder.
bool path_is_inside(const char *folder, const char *path);

// The file of the program that runs, to find what was installed with it, or to
// run it again. NULL if the system does not say. The caller's; free().
char *path_own_program(void);

// A link exists whether or not it leads anywhere.
bool path_exists(const char *path);
bool path_is_file(const char *path);
bool path_is_folder(const char *path);

#endif
