// SPDX-License-Identifier: MIT
// UTF-8 that was taken for Windows-1252 or MacRoman and saved again: "Ã©",
// "√©", "â€™" for "é", "é", "’".

#ifndef KIOSK_APP_MOJIBAKE_H
#define KIOSK_APP_MOJIBAKE_H

// The text with its letters restored, the caller's (free()); NULL if nothing
// in it looks damaged.
char *mojibake_repaired(const char *text);

// Where the damage begins; NULL if there is none.
const char *mojibake_find(const char *text);

#endif
