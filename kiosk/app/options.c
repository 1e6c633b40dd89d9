// SPDX-License-Identifier: MIT
#include "app/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/build_info.h"
#include "app/options_table.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "store/store.h"

enum {
    LETTER_NONE = 256, // values of options without a letter begin here
};

static void print_option(const struct option_row *row)
{
    char left[40];
    if (row->help == NULL) {
        return;
    }
    snprintf(left, sizeof left, "%c%c%s--%s%s%s", row->letter ? '-' : ' ',
             row->letter ? row->letter : ' ', row->letter ? ", " : "  ",
             row->name, row->argument != NULL ? " " : "",
             row->argument != NULL ? row->argument : "");
    printf("  %-24s  %s\n", left, row->help);
}

static void print_options(unsigned commands, unsigned but)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        unsigned takers = OPTION_ROWS[i].commands;
        if ((takers & commands) != 0 && (takers & but) != but) {
            print_option(&OPTION_ROWS[i]);
        }
    }
}

static void print_command_help(enum command command)
{
    const struct command_row *row = &COMMAND_ROWS[command];
    printf("Usage: %s\n\nkiosk %s %s.\n\n", row->usage, row->name,
           row->summary);
    unsigned own = 1U << command;
    print_options(own, FOR_ALL);
    printf("\nOptions of every command:\n");
    for (size_t i = OPTION_NOW; i < OPTION_COUNT; i++) {
        print_option(&OPTION_ROWS[i]);
    }
}

static void print_help(void)
{
    printf("kiosk shows the programme of a place on a screen.\n\nUsage:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  %s\n", COMMAND_ROWS[i].usage);
        printf("      %s\n", COMMAND_ROWS[i].summary);
    }
    printf("\nOptions of every command:\n");
    for (size_t i = OPTION_NOW; i < OPTION_COUNT; i++) {
        print_option(&OPTION_ROWS[i]);
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("\nOptions of kiosk %s:\n", COMMAND_ROWS[i].name);
        print_options(1U << i, FOR_ALL);
    }
    printf("\nThe exit status is 0 when it is done, 1 when the programme has "
           "errors or\nthe job failed, 2 for wrong usage.\n");
}

static const struct option_row *nearest_option(const char *word)
{
    enum {
        EDITS_MAX = 2
    };
    const struct option_row *nearest = NULL;
    size_t best = EDITS_MAX + 1;
    while (*word == '-') {
        word++;
    }
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        size_t edits = utf8_distance(word, OPTION_ROWS[i].name, EDITS_MAX);
        if (edits < best) {
            best = edits;
            nearest = &OPTION_ROWS[i];
        }
    }
    return nearest;
}

static enum options_result wrong_option(const char *word)
{
    const struct option_row *nearest = nearest_option(word);
    if (nearest != NULL) {
        fprintf(stderr, "kiosk: there is no option '%s'; is --%s meant?\n",
                word, nearest->name);
    } else {
        fprintf(stderr, "kiosk: there is no option '%s'; see kiosk --help\n",
                word);
    }
    return OPTIONS_WRONG;
}

static enum options_result wrong_argument(const struct option_row *row,
                                          const char *text)
{
    if (text == NULL) {
        fprintf(stderr, "kiosk: --%s needs %s; %s\n", row->name, row->argument,
                row->right);
    } else {
        fprintf(stderr, "kiosk: --%s cannot be '%s'; %s\n", row->name, text,
                row->right);
    }
    return OPTIONS_WRONG;
}

// getopt's own form of the table.
struct getopt_form {
    struct option rows[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 2];
};

static struct getopt_form getopt_form(void)
{
    struct getopt_form form = {.letters = ":"};
    size_t end = 1;
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &OPTION_ROWS[i];
        form.rows[i] = (struct option){.name = row->name,
                                       .has_arg = row->argument != NULL,
                                       .val = LETTER_NONE + i};
        if (row->letter != '\0') {
            form.letters[end++] = row->letter;
        }
        if (row->letter != '\0' && row->argument != NULL) {
            form.letters[end++] = ':';
        }
    }
    return form;
}

static size_t option_of_value(int value)
{
    size_t i = 0;
    while (i < OPTION_COUNT && value < LETTER_NONE &&
           OPTION_ROWS[i].letter != value) {
        i++;
    }
    return value < LETTER_NONE ? i : (size_t)(value - LETTER_NONE);
}

// The options of the command line, before it is known whose they are.
struct reading {
    struct options options;
    bool seen[OPTION_COUNT];
};

static bool apply(const struct option_row *row, const char *text,
                  struct options *options)
{
    char *member = (char *)options + row->member;
    if (row->read != NULL) {
        return row->read(text, options);
    }
    if (row->argument != NULL) {
        memcpy(member, &text, sizeof text);
        return text[0] != '\0';
    }
    if (row->member != 0) {
        *(bool *)member = true;
    }
    return true;
}

static enum options_result read_options(int argc, char **argv,
                                        struct reading *reading)
{
    struct getopt_form form = getopt_form();
    optind = 0; // glibc: begin anew
    opterr = 0;
    for (;;) {
        int value = getopt_long(argc, argv, form.letters, form.rows, NULL);
        if (value == -1) {
            return OPTIONS_RUN;
        }
        if (value == '?') {
            return wrong_option(argv[optind - 1]);
        }
        size_t id = option_of_value(value == ':' ? optopt : value);
        if (id >= OPTION_COUNT) {
            return wrong_option(argv[optind - 1]);
        }
        const struct option_row *row = &OPTION_ROWS[id];
        bool right = value != ':' && apply(row, optarg, &reading->options);
        if (!right) {
            return wrong_argument(row, value == ':' ? NULL : optarg);
        }
        reading->seen[id] = true;
    }
}

static bool find_command(const char *word, enum command *out)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(word, COMMAND_ROWS[i].name) == 0) {
            *out = (enum command)i;
            return true;
        }
    }
    return false;
}

// The command and the folder, from what stands beside the options.
static enum options_result read_operands(char **operands, int count,
                                         struct options *options)
{
    bool named = count > 0 && find_command(operands[0], &options->command);
    bool folder =
        count > 0 && (path_is_folder(operands[0]) || path_is_file(operands[0]));
    if (count > 0 && !named && !folder) {
        fprintf(stderr,
                "kiosk: '%s' is neither a command nor a folder; the commands "
                "are show, agenda, snapshot, check, import, store, clock, key "
                "and sign\n",
                operands[0]);
        return OPTIONS_WRONG;
    }
    int first = named ? 1 : 0;
    if (count > first + 1) {
        fprintf(stderr, "kiosk: one folder at a time; '%s' is one too many\n",
                operands[first + 1]);
        return OPTIONS_WRONG;
    }
    options->folder = count > first ? operands[first] : NULL;
    return OPTIONS_RUN;
}

static enum options_result check_fit(const struct reading *reading)
{
    const struct options *options = &reading->options;
    const struct command_row *command = &COMMAND_ROWS[options->command];
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (reading->seen[i] &&
            (OPTION_ROWS[i].commands & 1U << options->command) == 0) {
            fprintf(stderr,
                    "kiosk: %s has no option --%s; see kiosk "
                    "%s --help\n",
                    command->name, OPTION_ROWS[i].name, command->name);
            return OPTIONS_WRONG;
        }
    }
    if (command->folder == FOLDER_NONE && options->folder != NULL) {
        fprintf(stderr, "kiosk: %s takes no folder; '%s' is too much: %s\n",
                command->name, options->folder, command->usage);
        return OPTIONS_WRONG;
    }
    if (command->folder == FOLDER_NEEDED && options->folder == NULL &&
        !options->sandbox) {
        fprintf(stderr, "kiosk: %s needs the programme's folder: %s\n",
                command->name, command->usage);
        return OPTIONS_WRONG;
    }
    if (options->speed > 0 && !options->has_now) {
        fprintf(stderr, "kiosk: --speed needs a moment to go on from; add "
                        "--now 2026-01-17T12:00\n");
        return OPTIONS_WRONG;
    }
    const unsigned need_output = FOR_SNAPSHOT | FOR_KEY;
    unsigned own = 1U << options->command;
    if (((own & need_output) != 0 && options->output == NULL) ||
        ((own & FOR_SIGN) != 0 && options->key == NULL)) {
        fprintf(stderr, "kiosk: name a folder or file: %s\n", command->usage);
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

enum options_result options_read(int argc, char **argv, struct options *out)
{
    struct reading reading = {.options = {.command = COMMAND_SHOW}};
    enum options_result result = read_options(argc, argv, &reading);
    if (result != OPTIONS_RUN) {
        return result;
    }
    if (reading.seen[OPTION_VERSION]) {
        printf("kiosk %s\n", build_info_version());
        return OPTIONS_DONE;
    }
    char **operands = argv + optind;
    int count = argc - optind;
    if (reading.seen[OPTION_HELP]) {
        enum command command = COMMAND_COUNT;
        if (count > 0 && find_command(operands[0], &command)) {
            print_command_help(command);
        } else {
            print_help();
        }
        return OPTIONS_DONE;
    }
    result = read_operands(operands, count, &reading.options);
    result = result == OPTIONS_RUN ? check_fit(&reading) : result;
    if (result == OPTIONS_RUN) {
        *out = reading.options;
    }
    return result;
}

char *options_store(const struct options *options)
{
    return options->store != NULL ? xstrdup(options->store)
                                  : store_default_folder();
}
