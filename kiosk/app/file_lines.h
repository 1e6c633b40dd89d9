// SPDX-License-Identifier: MIT
// The lines of the files that faults name, to be shown beside them.

#ifndef KIOSK_APP_FILE_LINES_H
#define KIOSK_APP_FILE_LINES_H

#include <stddef.h>

struct file_lines;

// folder is where the programme was looked for: a folder, or the file itself.
struct file_lines *file_lines_new(const char *folder);
void file_lines_free(struct file_lines *lines); // NULL is allowed

// Line number `line`, from 1, of the file that faults call path, without its
// line break. NULL where there is none, or where nobody would read it (no
// text, or of endless length). Borrowed until the next call.
const char *file_lines_get(struct file_lines *lines, const char *path,
                           size_t line);

#endif
