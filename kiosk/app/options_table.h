// SPDX-License-Identifier: MIT
// The commands and their options, as tables: how each is called, read and
// explained.

#ifndef KIOSK_APP_OPTIONS_TABLE_H
#define KIOSK_APP_OPTIONS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/options.h"

// Which commands take an option.
enum {
    FOR_SHOW = 1 << COMMAND_SHOW,
    FOR_AGENDA = 1 << COMMAND_AGENDA,
    FOR_SNAPSHOT = 1 << COMMAND_SNAPSHOT,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_IMPORT = 1 << COMMAND_IMPORT,
    FOR_STORE = 1 << COMMAND_STORE,
    FOR_CLOCK = 1 << COMMAND_CLOCK,
    FOR_KEY = 1 << COMMAND_KEY,
    FOR_SIGN = 1 << COMMAND_SIGN,
    FOR_ALL = (1 << COMMAND_COUNT) - 1,
};

struct command_row {
    const char *name;
    const char *usage;
    const char *summary;
    enum {
        FOLDER_NONE,
        FOLDER_ALLOWED,
        FOLDER_NEEDED
    } folder;
};

// One option: how it is read and what its help says. text is NULL for one
// without an argument.
struct option_row {
    const char *name;
    const char *argument; // NULL: it takes none
    unsigned commands;
    char letter;       // '\0': none
    const char *help;  // NULL: for kiosk itself, or a test
    const char *right; // what a right argument looks like
    bool (*read)(const char *text, struct options *options);
    size_t member; // without a read(): the bool or text it sets; 0: none
};

enum option_id {
    OPTION_WINDOW,
    OPTION_VERBOSE,
    OPTION_JSON,
    OPTION_EVERYTHING,
    OPTION_OUTPUT,
    OPTION_SLIDE,
    OPTION_BOXES,
    OPTION_STORE,
    OPTION_BACK,
    OPTION_KEY,
    OPTION_CHILD,
    OPTION_STICK,
    OPTION_SANDBOX,
    OPTION_INBOX,
    OPTION_SETTLE,
    OPTION_SPEED,
    OPTION_NOW,
    OPTION_SIZE,
    OPTION_LANGUAGE,
    OPTION_SETTINGS,
    OPTION_SETTINGS_IN,
    OPTION_QUIT_AFTER,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

// Indexed by enum command and enum option_id.
extern const struct command_row COMMAND_ROWS[COMMAND_COUNT];
extern const struct option_row OPTION_ROWS[OPTION_COUNT];

#endif
