// SPDX-License-Identifier: MIT
#include "programme/html_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text_buffer.h"

enum {
    TAG_BYTES_MAX = 4096,
    NAME_BYTES_MAX = 10
};

static const struct {
    const char *name;
    bool breaks;
} TAGS[] = {
    {"a",          false},
    {"abbr",       false},
    {"article",    true },
    {"b",          false},
    {"big",        false},
    {"blockquote", true },
    {"body",       true },
    {"br",         true },
    {"button",     false},
    {"center",     true },
    {"cite",       false},
    {"code",       false},
    {"dd",         true },
    {"del",        false},
    {"div",        true },
    {"dl",         true },
    {"dt",         true },
    {"em",         false},
    {"figure",     true },
    {"font",       false},
    {"footer",     true },
    {"h1",         true },
    {"h2",         true },
    {"h3",         true },
    {"h4",         true },
    {"h5",         true },
    {"h6",         true },
    {"head",       true },
    {"header",     true },
    {"hr",         true },
    {"html",       true },
    {"html-blob",  true },
    {"i",          false},
    {"iframe",     true },
    {"img",        false},
    {"ins",        false},
    {"li",         true },
    {"main",       true },
    {"mark",       false},
    {"meta",       false},
    {"nav",        true },
    {"ol",         true },
    {"p",          true },
    {"picture",    false},
    {"pre",        true },
    {"s",          false},
    {"section",    true },
    {"small",      false},
    {"span",       false},
    {"strong",     false},
    {"sub",        false},
    {"sup",        false},
    {"table",      true },
    {"tbody",      true },
    {"td",         false},
    {"th",         false},
    {"thead",      true },
    {"tr",         true },
    {"u",          false},
    {"ul",         true },
    {"video",      true },
};

static const struct {
    const char *name;
    uint32_t rune;
} ENTITIES[] = {
    {"amp",    '&'   },
    {"lt",     '<'   },
    {"gt",     '>'   },
    {"quot",   '"'   },
    {"apos",   '\''  },
    {"nbsp",   0xA0  },
    {"agrave", 0xE0  },
    {"acirc",  0xE2  },
    {"ccedil", 0xE7  },
    {"egrave", 0xE8  },
    {"eacute", 0xE9  },
    {"ecirc",  0xEA  },
    {"euml",   0xEB  },
    {"icirc",  0xEE  },
    {"iuml",   0xEF  },
    {"ocirc",  0xF4  },
    {"ugrave", 0xF9  },
    {"ucirc",  0xFB  },
    {"Agrave", 0xC0  },
    {"Ccedil", 0xC7  },
    {"Egrave", 0xC8  },
    {"Eacute", 0xC9  },
    {"Ecirc",  0xCA  },
    {"oelig",  0x153 },
    {"laquo",  0xAB  },
    {"raquo",  0xBB  },
    {"deg",    0xB0  },
    {"middot", 0xB7  },
    {"ndash",  0x2013},
    {"mdash",  0x2014},
    {"lsquo",  0x2018},
    {"rsquo",  0x2019},
    {"ldquo",  0x201C},
    {"rdquo",  0x201D},
    {"bull",   0x2022},
    {"hellip", 0x2026},
    {"euro",   0x20AC},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

// Of the tag that begins at text, up to its '>'; 0 if it has none.
static size_t tag_length(const char *text)
{
    const char *quote = NULL;
    for (size_t i = 1; i < TAG_BYTES_MAX && text[i] != '\0'; i++) {
        if (quote != NULL) {
            quote = text[i] == *quote ? NULL : quote;
        } else if (text[i] == '"' || text[i] == '\'') {
            // An apostrophe within a word opens nothing.
            quote = text[i - 1] == '=' ? text + i : NULL;
        } else if (text[i] == '>') {
            return i + 1;
        } else if (text[i] == '<') {
            return 0;
        }
    }
    return 0;
}

static size_t comment_length(const char *text)
{
    const char *end = strstr(text + 4, "-->");
    return end != NULL ? (size_t)(end - text) + 3 : strlen(text);
}

size_t html_tag(const char *text, bool *breaks)
{
    if (text[0] != '<') {
        return 0;
    }
    if (strncmp(text, "<!--", 4) == 0) {
        *breaks = false;
        return comment_length(text);
    }
    const char *name = text[1] == '/' ? text + 2 : text + 1;
    size_t length = 0;
    while (length <= NAME_BYTES_MAX &&
           (isalnum((unsigned char)name[length]) || name[length] == '-')) {
        length++;
    }
    if (name[length] == '\0' || strchr(" \t\n/>", name[length]) == NULL) {
        return 0;
    }
    for (size_t i = 0; i < COUNT(TAGS); i++) {
        if (strlen(TAGS[i].name) == length &&
            strncasecmp(TAGS[i].name, name, length) == 0) {
            *breaks = TAGS[i].breaks;
            return tag_length(text);
        }
    }
    return 0;
}

const char *html_attribute(const char *tag, size_t tag_length, const char *name,
                           size_t *length)
{
    size_t known = strlen(name);
    for (size_t i = 1; i + known + 2 < tag_length; i++) {
        bool named = isspace((unsigned char)tag[i - 1]) &&
                     strncasecmp(tag + i, name, known) == 0;
        size_t at = i + known;
        while (named && at < tag_length && isspace((unsigned char)tag[at])) {
            at++;
        }
        if (!named || tag[at] != '=') {
            continue;
        }
        at++;
        while (at < tag_length && isspace((unsigned char)tag[at])) {
            at++;
        }
        bool quoted = tag[at] == '"' || tag[at] == '\'';
        const char *ends = quoted ? (tag[at] == '"' ? "\"" : "'") : " \t\n>";
        at += quoted ? 1 : 0;
        *length = 0;
        while (at + *length + 1 < tag_length &&
               strchr(ends, tag[at + *length]) == NULL) {
            ++*length;
        }
        return at < tag_length ? tag + at : NULL;
    }
    return NULL;
}

static size_t numeric_entity(const char *text, uint32_t *rune)
{
    bool hexadecimal = text[2] == 'x' || text[2] == 'X';
    const char *digits = text + (hexadecimal ? 3 : 2);
    size_t length =
        strspn(digits, hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");
    if (length == 0 || length > 7 || digits[length] != ';') {
        return 0;
    }
    unsigned long value = strtoul(digits, NULL, hexadecimal ? 16 : 10);
    bool valid =
        value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    *rune = valid ? (uint32_t)value : 0xFFFD;
    return (size_t)(digits - text) + length + 1;
}

size_t html_entity(const char *text, uint32_t *rune)
{
    if (text[0] != '&') {
        return 0;
    }
    if (text[1] == '#') {
        return numeric_entity(text, rune);
    }
    for (size_t i = 0; i < COUNT(ENTITIES); i++) {
        size_t length = strlen(ENTITIES[i].name);
        if (strncmp(text + 1, ENTITIES[i].name, length) == 0 &&
            text[1 + length] == ';') {
            *rune = ENTITIES[i].rune;
            return length + 2;
        }
    }
    return 0;
}

static void add_break(struct text_buffer *out)
{
    if (out->length > 0 && out->text[out->length - 1] != '\n') {
        text_buffer_add(out, "\n");
    }
}

char *html_plain(const char *text)
{
    struct text_buffer out = {0};
    const char *at = text;
    while (*at != '\0') {
        bool breaks = false;
        uint32_t rune = 0;
        size_t tag = html_tag(at, &breaks);
        size_t entity = tag == 0 ? html_entity(at, &rune) : 0;
        if (tag > 0 && breaks) {
            add_break(&out);
        } else if (entity > 0) {
            text_buffer_add_rune(&out, rune);
        } else if (tag == 0) {
            text_buffer_add_bytes(&out, at, 1);
        }
        at += tag + entity > 0 ? tag + entity : 1;
    }
    return text_buffer_take(&out);
}
