// SPDX-License-Identifier: MIT
// Whether a programme that was read is to take the current one's place.

#ifndef KIOSK_STORE_JUDGEMENT_H
#define KIOSK_STORE_JUDGEMENT_H

#include "store/receipt.h"

struct diag_list;
struct manifest;
struct programme;

// DECISION_TAKEN, DECISION_TAKEN_IN_PART or why not. programme is NULL if
// nothing could be read; current is NULL if there is none.
//
// A file that is broken as a whole, or looks half copied, is refused only
// while there is something better to show: without a current programme, what
// can be saved of it is taken.
enum decision judgement_of(const struct programme *programme,
                           struct diag_list *diags,
                           const struct manifest *current);

#endif
