// SPDX-License-Identifier: MIT
// Settings that somebody put where the machine looks when it starts: ecran.yaml
// on the partition of an SD card that any computer can edit.
//
// They are taken whole or not at all: one fault, and nothing changes. What is
// taken is copied, as UTF-8, into the store's folder, where it stays on a disk
// that may be written, and rules over /etc/kiosk/screen.yaml for as long as the
// folder holds such a file. A folder that cannot be read, or is empty because
// nothing was mounted there, changes nothing.

#ifndef KIOSK_STORE_OFFER_H
#define KIOSK_STORE_OFFER_H

struct diag_list;
struct languages;

enum offer_result {
    OFFER_NONE,
    OFFER_KNOWN, // it was taken before
    OFFER_TAKEN,
    OFFER_REFUSED, // the diags say why
};

struct offer {
    enum offer_result result;
    char *name;              // of the file; NULL: none
    char *summary;           // what it says, in a line; NULL unless TAKEN
    struct diag_list *diags; // empty unless REFUSED; NULL: NONE
};

// Looks into the folder, and takes what is there over into the store's.
// offer_release() the result.
struct offer offer_take(const char *folder, const char *store,
                        const struct languages *languages);
void offer_release(struct offer *offer);

// The file of what was taken, which may not exist. The caller's; free().
char *offer_taken_file(const char *store);

#endif
