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
    FAULT_LEVEL_COUNT,
};

enum fault_language {
    FAULT_IN_ENGLISH,
    FAULT_IN_FRENCH,
    FAULT_LANGUAGE_COUNT,
};

enum fault {
    // The folder and the file
    FAULT_FOLDER_MISSING,       // {1} folder
    FAULT_NO_PROGRAMME,         // {1} folder
    FAULT_PROGRAMME_IS_NO_FILE, // {1} name
    FAULT_FILE_UNREADABLE,      // {1} reason
    FAULT_FILE_EMPTY,
    FAULT_FILE_TOO_LARGE,    // {1} limit
    FAULT_FILE_NOT_UTF8,     // read as Windows-1252
    FAULT_CONTROL_CHARACTER, // {1} its code
    FAULT_FILE_NAME_ALIKE,   // {1} name as written {2} the file's
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
    FAULT_LINE_LOST,  // {1} text
    FAULT_MENDED_TAB, // {1} the corrected line, as in the next five
    FAULT_MENDED_INDENT,
    FAULT_MENDED_DASH,
    FAULT_MENDED_COLON,
    FAULT_MENDED_QUOTES,
    FAULT_MENDED_HASH,
    FAULT_FILE_LOOKS_CUT,
    FAULT_LINE_NO_COLON,    // {1} a pasted line {2} the corrected line
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
    FAULT_LIST_ALONE,
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
    FAULT_PICTURE_MISSING,      // {1} name
    FAULT_PICTURE_MISSING_NEAR, // {1} name {2} nearest
    FAULT_PICTURE_OUTSIDE,      // {1} name
    FAULT_PICTURE_UNREADABLE,   // {1} name {2} reason
    FAULT_PICTURE_TOO_LARGE,    // {1} name {2} size {3} limit
    FAULT_PICTURE_EMPTY,        // {1} name
    FAULT_PICTURE_CUT_OFF,      // {1} name
    FAULT_PICTURE_OTHER_KIND,   // {1} name {2} kind
    // What only kiosk check looks for
    FAULT_DATE_NEAR,         // {1} text {2} nearest
    FAULT_DATE_WORD_NEAR,    // {1} the word {2} text {3} nearest
    FAULT_STATUS_WORDS_LEFT, // {1} text
    FAULT_STATUS_NEAR,       // {1} text {2} nearest
    FAULT_TIME_BACKWARDS,    // {1} title {2} start {3} end
    FAULT_EVENT_TWICE,       // {1} title {2} line of the first
    FAULT_EVENTS_PAST,       // {1} how many {2} of how many
    FAULT_EVENTS_ALL_PAST,   // {1} how many
    FAULT_REGISTER_TOO_LATE, // {1} text
    FAULT_SHOW_BACKWARDS,    // {1} text
    FAULT_SHOW_TOO_LATE,     // {1} text
    FAULT_PRICE_BUT_FREE,    // {1} price
    FAULT_VENUE_NEAR,        // {1} written {2} the other {3} its line
    FAULT_MOJIBAKE,          // {1} damaged {2} repaired
    FAULT_LETTER_LOST,       // {1} text
    FAULT_LETTER_UNKNOWN,    // {1} letters {2} text
    FAULT_TEXT_DOES_NOT_FIT, // {1} key or text {2} title
    FAULT_QR_DENSE,          // {1} link {2} characters that are enough
    FAULT_QR_DENSE_SHORTER,  // {1} link {2} shorter link
    FAULT_PICTURE_SMALL,     // {1} name {2} its size {3} the size it takes
    // A web page
    FAULT_PAGE_NO_LIST,
    // Calendars
    FAULT_CALENDAR_NONE, // the file is something else
    FAULT_CALENDAR_CUT_OFF,
    FAULT_CALENDAR_START,     // {1} title
    FAULT_CALENDAR_RULE,      // {1} title {2} the rule
    FAULT_CALENDAR_REPEATS,   // {1} title {2} limit
    FAULT_CALENDAR_ZONE,      // {1} name
    FAULT_CALENDAR_PRIVATE,   // without its title: screens tell faults, too
    FAULT_CALENDARS_TOO_MANY, // {1} limit
    // The screen
    FAULT_SHOW_BROKE_DOWN,   // {1} title
    FAULT_SETTINGS_NOT_KEPT, // {1} the system's words
    FAULT_COUNT,
};

enum fault_level fault_level(enum fault fault);
const char *fault_code(enum fault fault); // "date-not-real", for programs

// The words, with {1} for the first argument. The remedy may be "".
const char *fault_message(enum fault fault, enum fault_language language);
const char *fault_remedy(enum fault fault, enum fault_language language);

#endif
