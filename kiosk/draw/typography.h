// SPDX-License-Identifier: MIT
// The spaces at which a French typesetter does not end a line.

#ifndef KIOSK_DRAW_TYPOGRAPHY_H
#define KIOSK_DRAW_TYPOGRAPHY_H

// A copy in which the plain spaces before ; : ! ? » % €, after «, inside
// numbers, between a number and its unit and between a day and its month are
// unbreakable, narrow where French print has them narrow. No character is
// added or taken away: who writes without spaces keeps it so. The caller's;
// free().
char *typography_join(const char *utf8);

#endif
