// SPDX-License-Identifier: MIT
#include <assert.h>

#include "app/command.h"
#include "app/options.h"

static enum outcome (*const COMMANDS[])(const struct options *options) = {
    [COMMAND_SHOW] = show_command,         [COMMAND_AGENDA] = agenda_command,
    [COMMAND_SNAPSHOT] = snapshot_command, [COMMAND_CHECK] = check_command,
    [COMMAND_IMPORT] = import_command,     [COMMAND_STORE] = store_command,
    [COMMAND_CLOCK] = clock_command,       [COMMAND_KEY] = key_command,
    [COMMAND_SIGN] = sign_command,
};
static_assert(sizeof COMMANDS / sizeof *COMMANDS == COMMAND_COUNT,
              "every command is run by a function");

int main(int argc, char **argv)
{
    struct options options;
    switch (options_read(argc, argv, &options)) {
    case OPTIONS_DONE:
        return OUTCOME_DONE;
    case OPTIONS_WRONG:
        return OUTCOME_USAGE;
    case OPTIONS_RUN:
        break;
    }
    return (int)COMMANDS[options.command](&options);
}
