// SPDX-License-Identifier: MIT
// Every fault the program can find in what organisers hand it, with its
// words: one table, in fault.c.

#ifndef KIOSK_BASE_FAULT_H
#define KIOSK_BASE_FAULT_H

enum {
    FAULT_ARGUMENTS = 3
};

enum fault_level {
    FAULT_WARNING, // it is shown as it stands
    FAULT_ERROR,   // the part at fault is left out
};

enum fault_language {
    FAULT_IN_ENGLISH,
    FAULT_IN_FRENCH,
    FAULT_LANGUAGE_COUNT,
};

enum fault {
    // The folder and the file
    FAULT_FOLDER_MISSING,  // {1} folder
    FAULT_NO_PROGRAMME,    // {1} folder
    FAULT_FILE_UNREADABLE, // {1} reason
    FAULT_FILE_EMPTY,
    FAULT_FILE_TOO_LARGE,    // {1} limit
    FAULT_FILE_NOT_UTF8,     // read as Windows-1252
    FAULT_CONTROL_CHARACTER, // {1} its code
    // YAML
    FAULT_YAML, // {1} libyaml's words
    FAULT_YAML_TAB,
    FAULT_YAML_QUOTE, // a quotation mark never closed
    FAULT_YAML_COLON, // ': ' inside a value
    FAULT_YAML_ALIAS,
    FAULT_YAML_TAG,
    FAULT_YAML_DIRECTIVE,
    FAULT_YAML_SECOND_DOCUMENT,
    FAULT_YAML_TOO_DEEP, // {1} limit
    FAULT_YAML_TOO_LARGE,
    FAULT_NOT_A_MAP,        // {1} what was to stand there
    FAULT_KEY_TWICE,        // {1} key
    FAULT_KEY_UNKNOWN,      // {1} key
    FAULT_KEY_UNKNOWN_NEAR, // {1} key {2} nearest
    FAULT_NOT_A_TEXT,       // {1} key
    FAULT_TEXT_TOO_LONG,    // {1} key {2} limit
    FAULT_NOT_A_LIST,       // {1} key
    FAULT_NOT_A_NUMBER,     // {1} key {2} text
    FAULT_NOT_A_YES,        // {1} key {2} text
    FAULT_NOT_A_CHOICE,     // {1} key {2} text {3} the choices
    FAULT_NOT_A_COLOUR,     // {1} text
    // A language's file
    FAULT_WORD_MISSING, // {1} key
    // The programme
    FAULT_NO_EVENTS,
    FAULT_TOO_MANY_EVENTS,  // {1} limit
    FAULT_FORMAT_UNKNOWN,   // {1} text
    FAULT_ZONE_UNKNOWN,     // {1} text
    FAULT_LANGUAGE_UNKNOWN, // {1} text {2} the choices
    FAULT_YEAR_UNKNOWN,     // {1} text
    FAULT_TITLE_MISSING,
    FAULT_DATE_MISSING,      // {1} title
    FAULT_DATE_UNREADABLE,   // {1} text
    FAULT_DATE_NOT_REAL,     // {1} text {2} month and year {3} its days
    FAULT_DATE_WORDS_LEFT,   // {1} the words {2} text
    FAULT_DATE_WEEKDAY,      // {1} written {2} right {3} date
    FAULT_DATE_YEAR_MISSING, // {1} text
    FAULT_DATE_END_FIRST,    // {1} text
    FAULT_DATE_SEVERAL,      // {1} text
    FAULT_TIME_UNREADABLE,   // {1} text
    FAULT_STATUS_UNKNOWN,    // {1} text {2} the choices
    FAULT_LINK_NOT_A_LINK,   // {1} text
    FAULT_QR_TOO_LONG,       // {1} text
    // Pictures
    FAULT_PICTURE_MISSING,    // {1} name
    FAULT_PICTURE_OUTSIDE,    // {1} name
    FAULT_PICTURE_UNREADABLE, // {1} name {2} reason
    FAULT_PICTURE_TOO_LARGE,  // {1} name {2} size {3} limit
    FAULT_PICTURE_EMPTY,      // {1} name
    FAULT_PICTURE_CUT_OFF,    // {1} name
    FAULT_PICTURE_OTHER_KIND, // {1} name {2} kind
    FAULT_COUNT,
};

enum fault_level fault_level(enum fault fault);
const char *fault_code(enum fault fault); // "date-not-real", for programs

// The words, with {1} for the first argument. The remedy may be "".
const char *fault_message(enum fault fault, enum fault_language language);
const char *fault_remedy(enum fault fault, enum fault_language language);

#endif
