// SPDX-License-Identifier: MIT
#include "programme/page_mark.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "programme/html_text.h"

// Nothing is looked for further away or deeper, so that brackets that never
// close cost no more than the text is long.
enum {
    LABEL_BYTES_MAX = 1000,
    TARGET_BYTES_MAX = 4000,
    DEPTH_MAX = 4
};

// How many bytes behind text[0], which opens, its closing one stands; 0 if it
// does not close. What Jekyll puts in braces is passed over.
static size_t closing(const char *text, char open, char close, size_t limit)
{
    size_t depth = 0;
    bool braces = false;
    for (size_t i = 0; i < limit && text[i] != '\0'; i++) {
        char next = text[i + 1];
        if (text[i] == '\\' && next != '\0') {
            i++;
        } else if (braces && text[i] == '{' && text[i - 1] != '{') {
            return 0;
        } else if (text[i] == '{' && (next == '%' || next == '{')) {
            braces = true;
        } else if (text[i] == '}' && i > 0 &&
                   (text[i - 1] == '%' || text[i - 1] == '}')) {
            braces = false;
        } else if (!braces && text[i] == open) {
            depth++;
        } else if (!braces && text[i] == close && --depth == 0) {
            return i;
        }
        if (depth > DEPTH_MAX) {
            return 0;
        }
    }
    return 0;
}

static bool holds(const char *text, size_t length, const char *word)
{
    char *copy = xstrndup(text, length);
    bool found = strcasestr(copy, word) != NULL;
    free(copy);
    return found;
}

static bool says_button(const char *text, size_t length)
{
    return holds(text, length, "bouton") || holds(text, length, "button") ||
           holds(text, length, "btn");
}

// {: .bouton} behind a link.
static size_t attributes(const char *text)
{
    if (strncmp(text, "{:", 2) != 0) {
        return 0;
    }
    size_t end = strcspn(text, "}\n");
    return text[end] == '}' && end < LABEL_BYTES_MAX ? end + 1 : 0;
}

static struct mark bracket_mark(const char *text)
{
    struct mark mark = {0};
    bool picture = text[0] == '!';
    const char *open = text + (picture ? 1 : 0);
    size_t label = closing(open, '[', ']', LABEL_BYTES_MAX);
    if (label == 0 || open[label + 1] != '(') {
        return mark;
    }
    const char *paren = open + label + 1;
    size_t target = closing(paren, '(', ')', TARGET_BYTES_MAX);
    if (target == 0) {
        return mark;
    }
    size_t behind = attributes(paren + target + 1);
    bool button = says_button(paren + target + 1, behind);
    mark.kind = button ? MARK_BUTTON : MARK_LINK;
    mark.kind = picture ? MARK_PICTURE : mark.kind;
    mark.label = open + 1;
    mark.label_length = label - 1;
    mark.target = paren + 1;
    mark.target_length = target - 1;
    mark.length = (size_t)(paren - text) + target + 1 + behind;
    return mark;
}

static struct mark anchor_mark(const char *text, size_t tag)
{
    struct mark mark = {0};
    mark.target = html_attribute(text, tag, "href", &mark.target_length);
    if (mark.target == NULL) {
        return mark;
    }
    size_t length = 0;
    const char *class = html_attribute(text, tag, "class", &length);
    bool button = class != NULL && says_button(class, length);
    mark.kind = button ? MARK_BUTTON : MARK_LINK;
    mark.label = text + tag;
    while (mark.label_length < LABEL_BYTES_MAX &&
           mark.label[mark.label_length] != '\0' &&
           strncasecmp(mark.label + mark.label_length, "</a", 3) != 0 &&
           strncasecmp(mark.label + mark.label_length, "<a ", 3) != 0) {
        mark.label_length++;
    }
    bool ignored = false;
    mark.length = tag + mark.label_length;
    mark.length += html_tag(text + mark.length, &ignored);
    return mark;
}

static struct mark image_mark(const char *text, size_t tag)
{
    struct mark mark = {0};
    mark.target = html_attribute(text, tag, "src", &mark.target_length);
    mark.label = html_attribute(text, tag, "alt", &mark.label_length);
    mark.kind = mark.target != NULL ? MARK_PICTURE : MARK_NONE;
    mark.length = tag;
    return mark;
}

// <https://…>, <someone@somewhere.org>
static struct mark bare_mark(const char *text)
{
    struct mark mark = {0};
    size_t length = 1;
    while (length < LABEL_BYTES_MAX && text[length] != '\0' &&
           strchr(" \t\n<>", text[length]) == NULL) {
        length++;
    }
    if (text[length] != '>' ||
        (!holds(text, length, "://") && !holds(text, length, "@"))) {
        return mark;
    }
    return (struct mark){MARK_LINK, length + 1, text + 1,
                         text + 1,  length - 1, length - 1};
}

struct mark mark_read(const char *text)
{
    if (text[0] == '[' || (text[0] == '!' && text[1] == '[')) {
        return bracket_mark(text);
    }
    if (text[0] != '<') {
        return (struct mark){0};
    }
    bool ignored = false;
    size_t tag = html_tag(text, &ignored);
    if (tag > 0 && strncasecmp(text, "<a", 2) == 0 &&
        isspace((unsigned char)text[2])) {
        return anchor_mark(text, tag);
    }
    if (tag > 0 && strncasecmp(text, "<img", 4) == 0) {
        return image_mark(text, tag);
    }
    return tag == 0 ? bare_mark(text) : (struct mark){0};
}

static char *trimmed(const char *text, size_t length)
{
    while (length > 0 && isspace((unsigned char)text[0])) {
        text++;
        length--;
    }
    while (length > 0 && isspace((unsigned char)text[length - 1])) {
        length--;
    }
    return xstrndup(text, length);
}

// {% link a.png %} → a.png; {{ "/a.png" | relative_url }} → /a.png;
// {{ site.baseurl }}/a.png → /a.png.
static char *without_braces(const char *text)
{
    const char *inner = text + 2;
    const char *end = strstr(inner, text[1] == '%' ? "%}" : "}}");
    if (end == NULL) {
        return xstrdup(text);
    }
    size_t length = (size_t)(end - inner);
    if (text[1] == '%') {
        char *words = trimmed(inner, length);
        const char *name = strchr(words, ' ');
        char *path =
            trimmed(name != NULL ? name : "", name != NULL ? strlen(name) : 0);
        free(words);
        return path;
    }
    inner += strcspn(inner, "\"'}");
    if (inner < end) {
        const char quote[2] = {inner[0], '\0'};
        return xstrndup(inner + 1, strcspn(inner + 1, quote));
    }
    return xstrdup(end + 2);
}

// (a.png "Title") → a.png; <a b.png> → a b.png.
static char *without_title(const char *text)
{
    if (text[0] == '<') {
        return xstrndup(text + 1, strcspn(text + 1, ">"));
    }
    size_t length = strlen(text);
    const char *quote = strpbrk(text, "\"'");
    bool title = quote != NULL && quote > text && quote[-1] == ' ' &&
                 length > 1 && text[length - 1] == quote[0] &&
                 quote != text + length - 1;
    return trimmed(text, title ? (size_t)(quote - text) : length);
}

char *mark_target(const struct mark *mark)
{
    char *text = trimmed(mark->target, mark->target_length);
    bool braces = text[0] == '{' && (text[1] == '%' || text[1] == '{');
    char *bare = braces ? without_braces(text) : without_title(text);
    char *plain = html_plain(bare); // &amp;
    free(bare);
    free(text);
    return plain;
}
