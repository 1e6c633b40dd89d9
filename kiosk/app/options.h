// SPDX-License-Identifier: MIT
// The command line, understood.

#ifndef KIOSK_APP_OPTIONS_H
#define KIOSK_APP_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/geometry.h"

enum command {
    COMMAND_SHOW,
    COMMAND_AGENDA,
    COMMAND_SNAPSHOT,
    COMMAND_CHECK,
    COMMAND_IMPORT,
    COMMAND_STORE,
    COMMAND_CLOCK,
    COMMAND_KEY,
    COMMAND_SIGN,
    COMMAND_COUNT,
};

// Texts are borrowed from argv.
struct options {
    enum command command;
    const char *folder; // NULL: none named
    bool has_now;
    struct moment now; // on the programme's wall clock
    int speed;         // of the clock, from then on; 0: as in life
    bool has_size;
    struct size size;
    const char *language;  // NULL: the programme's
    const char *settings;  // NULL: the device's own
    const char *offers;    // show: the folder settings are taken over from
    int64_t quit_after_ms; // 0: never
    bool window;
    bool verbose;       // show
    bool json;          // agenda, check, clock
    bool all;           // agenda
    const char *output; // snapshot: the folder to draw into; key: the file
    int slide;          // snapshot: which one, from 1; 0: all
    bool boxes;         // snapshot: the layout's boxes beside each picture
    const char *store;  // show, import, store, clock; NULL: the default one
    bool back;          // store
    const char *key;    // sign: the file of the secret key
    bool child;         // import: this is the process of its own
    bool sandbox;       // check: the decoders, instead of a programme
    bool stick;         // import: the folder is a stick's
    bool inbox;         // import: the folder was looked at unasked
    int settle_ms;      // show: how long a folder is quiet; 0: as usual
};

enum options_result {
    OPTIONS_RUN,   // *out says what
    OPTIONS_DONE,  // help or the version was printed
    OPTIONS_WRONG, // and a line on stderr says what would be right
};

// May reorder argv.
enum options_result options_read(int argc, char **argv, struct options *out);

// Where programmes are kept: the folder that was named, else the machine's. The
// caller's; free().
char *options_store(const struct options *options);

#endif
