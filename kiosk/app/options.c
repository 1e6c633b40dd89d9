// SPDX-License-Identifier: MIT
#include "app/options.h"

#include <assert.h>
#include <getopt.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/build_info.h"
#include "base/path.h"
#include "base/utf8.h"

enum {
    SIDE_MIN = 64,
    SIDE_MAX = 8192,
    QUIT_AFTER_SECONDS_MAX = 10 * 365 * 24 * 60 * 60,
    LETTER_NONE = 256, // values of options without a letter begin here
};

// Which commands take an option.
enum {
    FOR_SHOW = 1 << COMMAND_SHOW,
    FOR_AGENDA = 1 << COMMAND_AGENDA,
    FOR_SNAPSHOT = 1 << COMMAND_SNAPSHOT,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_IMPORT = 1 << COMMAND_IMPORT,
    FOR_STORE = 1 << COMMAND_STORE,
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
    const char *help;  // NULL: kiosk itself gives it to kiosk
    const char *right; // what a right argument looks like
    bool (*read)(const char *text, struct options *options);
    size_t member; // without a read(): the bool or text it sets; 0: none
};

// clang-format off
static const struct command_row COMMANDS[] = {
    [COMMAND_SHOW] = {"show", "kiosk [show] [OPTIONS] [FOLDER]",
        "shows the programme, full screen", FOLDER_ALLOWED},
    [COMMAND_AGENDA] = {"agenda", "kiosk agenda [OPTIONS] FOLDER",
        "prints what is upcoming, in order", FOLDER_NEEDED},
    [COMMAND_SNAPSHOT] = {"snapshot", "kiosk snapshot -o OUT [OPTIONS] FOLDER",
        "draws every slide into a folder, without a display", FOLDER_NEEDED},
    [COMMAND_CHECK] = {"check", "kiosk check [OPTIONS] FOLDER",
        "reads everything and prints every fault", FOLDER_NEEDED},
    [COMMAND_IMPORT] = {"import", "kiosk import [OPTIONS] FOLDER",
        "takes a programme into the store, and says so", FOLDER_NEEDED},
    [COMMAND_STORE] = {"store", "kiosk store [OPTIONS]",
        "lists the programmes that were taken in", FOLDER_NONE},
    [COMMAND_KEY] = {"key", "kiosk key --output FILE",
        "makes a key to sign programmes with", FOLDER_NONE},
    [COMMAND_SIGN] = {"sign", "kiosk sign --key FILE FOLDER",
        "signs a programme, for screens that trust that key", FOLDER_NEEDED},
};
// clang-format on
static_assert(sizeof COMMANDS / sizeof *COMMANDS == COMMAND_COUNT,
              "a row per command");

static bool read_now(const char *text, struct options *options)
{
    options->has_now = moment_parse(text, &options->now);
    return options->has_now;
}

static bool side_is_right(long side)
{
    return side >= SIDE_MIN && side <= SIDE_MAX;
}

static bool read_size(const char *text, struct options *options)
{
    char *end = NULL;
    long width = strtol(text, &end, 10);
    if (end == text || *end != 'x' || end[1] < '0' || end[1] > '9') {
        return false;
    }
    long height = strtol(end + 1, &end, 10);
    if (*end != '\0' || !side_is_right(width) || !side_is_right(height)) {
        return false;
    }
    options->has_size = true;
    options->size = (struct size){(int)width, (int)height};
    return true;
}

static bool read_quit_after(const char *text, struct options *options)
{
    char *end = NULL;
    double seconds = strtod(text, &end);
    if (end == text || *end != '\0' || !isfinite(seconds) || seconds <= 0 ||
        seconds > QUIT_AFTER_SECONDS_MAX) {
        return false;
    }
    options->quit_after_ms = (int64_t)(seconds * 1000) + 1;
    return true;
}

static bool read_slide(const char *text, struct options *options)
{
    char *end = NULL;
    long slide = strtol(text, &end, 10);
    if (end == text || *end != '\0' || slide < 1 || slide > SIDE_MAX) {
        return false;
    }
    options->slide = (int)slide;
    return true;
}

enum option_id {
    OPTION_WINDOW,
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
    OPTION_NOW,
    OPTION_SIZE,
    OPTION_LANGUAGE,
    OPTION_SETTINGS,
    OPTION_QUIT_AFTER,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

// clang-format off
static const struct option_row OPTIONS[] = {
    [OPTION_WINDOW] = {"window", NULL, FOR_SHOW, '\0',
        "in a window; q ends it, the arrow keys turn slides", "", NULL,
        offsetof(struct options, window)},
    [OPTION_JSON] = {"json", NULL, FOR_AGENDA | FOR_CHECK, '\0',
        "as JSON, for programs", "", NULL,
        offsetof(struct options, json)},
    [OPTION_EVERYTHING] = {"all", NULL, FOR_AGENDA, '\0',
        "past events, too", "", NULL,
        offsetof(struct options, all)},
    [OPTION_OUTPUT] = {"output", "OUT", FOR_SNAPSHOT | FOR_KEY, 'o',
        "the folder to draw into, or the key's new file",
        "name a folder or file", NULL,
        offsetof(struct options, output)},
    [OPTION_SLIDE] = {"slide", "N", FOR_SNAPSHOT, '\0',
        "only the slide number N of the loop",
        "give its place in the loop, from 1", read_slide, 0},
    [OPTION_BOXES] = {"boxes", NULL, FOR_SNAPSHOT, '\0',
        "the layout's boxes beside each picture, as text", "", NULL,
        offsetof(struct options, boxes)},
    [OPTION_STORE] = {"store", "DIR", FOR_SHOW | FOR_IMPORT | FOR_STORE, '\0',
        "where programmes are kept; default: /var/lib/kiosk",
        "name a folder", NULL, offsetof(struct options, store)},
    [OPTION_BACK] = {"back", NULL, FOR_STORE, '\0',
        "show the programme before again", "", NULL,
        offsetof(struct options, back)},
    [OPTION_KEY] = {"key", "FILE", FOR_SIGN, '\0',
        "the file kiosk key has made", "name a file", NULL,
        offsetof(struct options, key)},
    [OPTION_CHILD] = {"child", NULL, FOR_IMPORT, '\0', NULL, "", NULL,
        offsetof(struct options, child)},
    [OPTION_STICK] = {"stick", NULL, FOR_IMPORT, '\0', NULL, "", NULL,
        offsetof(struct options, stick)},
    [OPTION_NOW] = {"now", "WHEN", FOR_ALL, '\0',
        "as if it were WHEN: 2026-01-17T12:00",
        "write it as 2026-01-17T12:00", read_now, 0},
    [OPTION_SIZE] = {"size", "SIZE", FOR_ALL, '\0',
        "in pixels: 1920x1080; show: implies --window",
        "write it as 1920x1080, 64 to 8192 each way", read_size, 0},
    [OPTION_LANGUAGE] = {"language", "CODE", FOR_ALL, '\0',
        "fr, oc, en, es, ca; default: the programme's",
        "write it as fr", NULL,
        offsetof(struct options, language)},
    [OPTION_SETTINGS] = {"settings", "FILE", FOR_ALL, '\0',
        "the screen's; default: /etc/kiosk/screen.yaml",
        "name a file such as screen.yaml", NULL,
        offsetof(struct options, settings)},
    [OPTION_QUIT_AFTER] = {"quit-after", "SECONDS", FOR_ALL, '\0',
        "end the show by itself",
        "give a number of seconds, such as 30", read_quit_after, 0},
    [OPTION_HELP] = {"help", NULL, FOR_ALL, 'h',
        "print this and do nothing", "", NULL, 0},
    [OPTION_VERSION] = {"version", NULL, FOR_ALL, '\0',
        "print the version and do nothing", "", NULL, 0},
};
// clang-format on
static_assert(sizeof OPTIONS / sizeof *OPTIONS == OPTION_COUNT,
              "a row per option");

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
        unsigned takers = OPTIONS[i].commands;
        if ((takers & commands) != 0 && (takers & but) != but) {
            print_option(&OPTIONS[i]);
        }
    }
}

static void print_command_help(enum command command)
{
    const struct command_row *row = &COMMANDS[command];
    printf("Usage: %s\n\nkiosk %s %s.\n\n", row->usage, row->name,
           row->summary);
    unsigned own = 1U << command;
    print_options(own, FOR_ALL);
    printf("\nOptions of every command:\n");
    for (size_t i = OPTION_NOW; i < OPTION_COUNT; i++) {
        print_option(&OPTIONS[i]);
    }
}

static void print_help(void)
{
    printf("kiosk shows the programme of a place on a screen.\n\nUsage:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  %s\n", COMMANDS[i].usage);
        printf("      %s\n", COMMANDS[i].summary);
    }
    printf("\nOptions of every command:\n");
    for (size_t i = OPTION_NOW; i < OPTION_COUNT; i++) {
        print_option(&OPTIONS[i]);
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("\nOptions of kiosk %s:\n", COMMANDS[i].name);
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
        size_t edits = utf8_distance(word, OPTIONS[i].name, EDITS_MAX);
        if (edits < best) {
            best = edits;
            nearest = &OPTIONS[i];
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
        const struct option_row *row = &OPTIONS[i];
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
           OPTIONS[i].letter != value) {
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
        const struct option_row *row = &OPTIONS[id];
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
        if (strcmp(word, COMMANDS[i].name) == 0) {
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
                "are show, agenda, snapshot, check, import, store, key and "
                "sign\n",
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
    const struct command_row *command = &COMMANDS[options->command];
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (reading->seen[i] &&
            (OPTIONS[i].commands & 1U << options->command) == 0) {
            fprintf(stderr,
                    "kiosk: %s has no option --%s; see kiosk "
                    "%s --help\n",
                    command->name, OPTIONS[i].name, command->name);
            return OPTIONS_WRONG;
        }
    }
    if (command->folder == FOLDER_NONE && options->folder != NULL) {
        fprintf(stderr, "kiosk: %s takes no folder; '%s' is too much: %s\n",
                command->name, options->folder, command->usage);
        return OPTIONS_WRONG;
    }
    if (command->folder == FOLDER_NEEDED && options->folder == NULL) {
        fprintf(stderr, "kiosk: %s needs the programme's folder: %s\n",
                command->name, command->usage);
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
