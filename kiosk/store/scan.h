// SPDX-License-Identifier: MIT
// What a stranger's folder holds that a programme needs, before anything of it
// is copied.
//
// Nothing outside the folder is opened and nothing in it is believed: names
// and sizes are read under caps; links, FIFOs, devices, hidden files and names
// with control characters are passed over. A programme needs what it is read
// from (YAML or Markdown, and calendars) and, of the pictures, those in
// affiches/, images/ and logos/ and those whose name stands in such a text.

#ifndef KIOSK_STORE_SCAN_H
#define KIOSK_STORE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/digest.h"

enum {
    SCAN_DEPTH_MAX = 3, // folders below the programme's own
    SCAN_TEXT_BYTES_MAX = 4 * 1024 * 1024,
    SCAN_TEXTS_BYTES_MAX = 8 * 1024 * 1024, // all of them
    SCAN_PICTURE_BYTES_MAX = 64 * 1024 * 1024,
};

#define SCAN_SIGNATURE "programme.sig"

// Beyond it a programme is no programme, whatever room there is.
#define SCAN_BYTES_MAX (UINT64_C(4) * 1024 * 1024 * 1024)

enum scan_result {
    SCAN_DONE,
    SCAN_NO_PROGRAMME,
    SCAN_TOO_MANY,
    SCAN_TOO_LARGE,
    SCAN_UNREADABLE, // errno
};

// What makes a folder a programme's, best first, as programme_load() has it.
enum scan_offer {
    SCAN_OFFER_YAML,
    SCAN_OFFER_PAGE,
    SCAN_OFFER_CALENDAR,
    SCAN_OFFER_ANY_PAGE,
    SCAN_OFFER_COUNT,
};

struct source_file {
    char *path; // below the programme's folder, as the stick spells it
    char *name; // as the store does: folders' names in small letters
    uint64_t bytes;
    int64_t changed_ns; // its time of modification
    bool is_text;
    bool is_left_out;               // it is not signed
    char digest[DIGEST_TEXT_BYTES]; // "" until its bytes were read
};

struct scan {
    int top;    // the folder that was given
    int folder; // the programme's, in it or itself
    enum scan_offer offer;
    char *within;              // the second's name in the first, "" for itself
    struct source_file *files; // texts first, then by name
    size_t count;
    uint64_t bytes;
    char **too_large; // names of pictures that are left out
    size_t too_large_count;
    size_t entries; // looked at so far
};

// Looks through the folder, which may hold the programme in programme/ or
// kiosk/. Whatever the result: scan_release().
enum scan_result scan_folder(const char *path, struct scan *scan);
void scan_release(struct scan *scan);

// True if another look finds the same files, unchanged.
bool scan_is_unchanged(const struct scan *scan);

// True unless the device the folder is on was pulled out: then the kernel
// still answers, from memory, but knows no such device.
bool scan_device_is_present(const struct scan *scan);

// True for what is plugged into USB.
bool scan_is_on_usb(const struct scan *scan);

#endif
