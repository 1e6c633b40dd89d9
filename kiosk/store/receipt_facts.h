// SPDX-License-Identifier: MIT
// What a receipt has to say of a programme.

#ifndef KIOSK_STORE_RECEIPT_FACTS_H
#define KIOSK_STORE_RECEIPT_FACTS_H

struct programme;
struct receipt_facts;

// Its events, days, title and update; and whom to write to, if it says so.
// Borrowed from the programme.
void receipt_facts_add_programme(struct receipt_facts *facts,
                                 const struct programme *programme);

#endif
