// SPDX-License-Identifier: MIT
#include "app/options_table.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    SIDE_MIN = 64,
    SIDE_MAX = 8192,
    SETTLE_MS_MAX = 60 * 1000,
    SPEED_MAX = 10 * 1000 * 1000,
    QUIT_AFTER_SECONDS_MAX = 10 * 365 * 24 * 60 * 60,
};

// clang-format off
const struct command_row COMMAND_ROWS[COMMAND_COUNT] = {
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
    [COMMAND_CLOCK] = {"clock", "kiosk clock [OPTIONS] [FOLDER]",
        "says what time it is believed to be, and why", FOLDER_ALLOWED},
    [COMMAND_KEY] = {"key", "kiosk key --output FILE",
        "makes a key to sign programmes with", FOLDER_NONE},
    [COMMAND_SIGN] = {"sign", "kiosk sign --key FILE FOLDER",
        "signs a programme, for screens that trust that key", FOLDER_NEEDED},
};
// clang-format on
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

static bool read_settle(const char *text, struct options *options)
{
    char *end = NULL;
    long settle = strtol(text, &end, 10);
    if (end == text || *end != '\0' || settle < 1 || settle > SETTLE_MS_MAX) {
        return false;
    }
    options->settle_ms = (int)settle;
    return true;
}

static bool read_speed(const char *text, struct options *options)
{
    char *end = NULL;
    long speed = strtol(text, &end, 10);
    if (end == text || *end != '\0' || speed < 1 || speed > SPEED_MAX) {
        return false;
    }
    options->speed = (int)speed;
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

// clang-format off
const struct option_row OPTION_ROWS[OPTION_COUNT] = {
    [OPTION_WINDOW] = {"window", NULL, FOR_SHOW, '\0',
        "in a window; q ends it, the arrow keys turn slides", "", NULL,
        offsetof(struct options, window)},
    [OPTION_VERBOSE] = {"verbose", NULL, FOR_SHOW, '\0',
        "say what comes on screen, and when", "", NULL,
        offsetof(struct options, verbose)},
    [OPTION_JSON] = {"json", NULL, FOR_AGENDA | FOR_CHECK | FOR_CLOCK, '\0',
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
    [OPTION_STORE] = {"store", "DIR",
        FOR_SHOW | FOR_IMPORT | FOR_STORE | FOR_CLOCK, '\0',
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
    [OPTION_SANDBOX] = {"sandbox", NULL, FOR_CHECK, '\0',
        "what those who decode pictures may do, by trying", "", NULL,
        offsetof(struct options, sandbox)},
    [OPTION_STICK] = {"stick", NULL, FOR_IMPORT, '\0', NULL, "", NULL,
        offsetof(struct options, stick)},
    [OPTION_INBOX] = {"inbox", NULL, FOR_IMPORT, '\0', NULL, "", NULL,
        offsetof(struct options, inbox)},
    [OPTION_SETTLE] = {"settle", "MS", FOR_SHOW, '\0', NULL,
        "give a number of milliseconds, such as 1000", read_settle, 0},
    [OPTION_SPEED] = {"speed", "TIMES", FOR_SHOW, '\0',
        "that many times as fast as life, from --now on",
        "give a whole number, such as 10000", read_speed, 0},
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
    [OPTION_SETTINGS_IN] = {"settings-in", "DIR", FOR_SHOW, '\0',
        "take over ecran.yaml from there, if it is right",
        "name a folder such as /boot/firmware", NULL,
        offsetof(struct options, offers)},
    [OPTION_QUIT_AFTER] = {"quit-after", "SECONDS", FOR_ALL, '\0',
        "end the show by itself",
        "give a number of seconds, such as 30", read_quit_after, 0},
    [OPTION_HELP] = {"help", NULL, FOR_ALL, 'h',
        "print this and do nothing", "", NULL, 0},
    [OPTION_VERSION] = {"version", NULL, FOR_ALL, '\0',
        "print the version and do nothing", "", NULL, 0},
};
// clang-format on
