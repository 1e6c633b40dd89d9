// SPDX-License-Identifier: MIT
// All slides of a loop on one picture, small, in their order.

#ifndef KIOSK_APP_CONTACT_SHEET_H
#define KIOSK_APP_CONTACT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"

struct contact_sheet;
struct picture;

// For that many slides of that size. NULL if there is no memory for it.
struct contact_sheet *contact_sheet_new(size_t count, struct size slide);
void contact_sheet_free(struct contact_sheet *sheet); // NULL is allowed

// Puts the slide in its place. False if there is no memory to scale it.
bool contact_sheet_add(struct contact_sheet *sheet, size_t index,
                       const struct picture *slide);

const struct picture *contact_sheet_picture(const struct contact_sheet *sheet);

#endif
