// SPDX-License-Identifier: MIT
// The commands. Each does its job and says how it ended.

#ifndef KIOSK_APP_COMMAND_H
#define KIOSK_APP_COMMAND_H

struct options;

// The values are the program's exit status.
enum outcome {
    OUTCOME_DONE = 0,
    OUTCOME_FAILED = 1, // the job, or the programme has errors
    OUTCOME_USAGE = 2,
};

enum outcome show_command(const struct options *options);
enum outcome agenda_command(const struct options *options);
enum outcome snapshot_command(const struct options *options);
enum outcome check_command(const struct options *options);
enum outcome import_command(const struct options *options);
enum outcome store_command(const struct options *options);
enum outcome clock_command(const struct options *options);
enum outcome key_command(const struct options *options);
enum outcome sign_command(const struct options *options);

#endif
