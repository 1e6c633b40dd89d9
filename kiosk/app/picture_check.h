// SPDX-License-Identifier: MIT
// Opens every picture a programme names and says what is wrong with it.

#ifndef KIOSK_APP_PICTURE_CHECK_H
#define KIOSK_APP_PICTURE_CHECK_H

struct diag_list;
struct programme;

// Each file is read once; its faults stand where it is first named. Those
// that are not to be found were reported when the programme was loaded.
void picture_check(const struct programme *programme, struct diag_list *diags);

#endif
