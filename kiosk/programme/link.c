// SPDX-License-Identifier: MIT
#include "programme/link.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"

// Parameters that only follow people around.
static const char *const TRACKING[] = {
    "utm_*",    "fbclid", "gclid",   "mc_cid",          "mc_eid",
    "igsh",     "igshid", "si",      "acontext",        "__cft__*",
    "__tn__",   "trk",    "trkInfo", "originalReferer", "original_referer",
    "mibextid", "rdid",
};

// Pages that only lead on to the address in one of their parameters.
static const struct {
    const char *host_and_path, *parameter;
} WRAPPERS[] = {
    {"l.facebook.com/l.php",      "u"              },
    {"lm.facebook.com/l.php",     "u"              },
    {"linkedin.com/authwall",     "sessionRedirect"},
    {"www.linkedin.com/authwall", "sessionRedirect"},
    {"fr.linkedin.com/authwall",  "sessionRedirect"},
};

static bool is_tracking(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof TRACKING / sizeof *TRACKING; i++) {
        size_t known = strlen(TRACKING[i]);
        bool prefix = TRACKING[i][known - 1] == '*';
        known -= prefix ? 1 : 0;
        bool equal = prefix ? length >= known : length == known;
        if (equal && strncmp(name, TRACKING[i], known) == 0) {
            return true;
        }
    }
    return false;
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    int lower = tolower((unsigned char)digit);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static char *percent_decoded(const char *text, size_t length)
{
    struct text_buffer buffer = {0};
    for (size_t i = 0; i < length; i++) {
        int high =
            text[i] == '%' && i + 2 < length ? hex_value(text[i + 1]) : -1;
        int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        char byte = text[i];
        if (low >= 0 && high * 16 + low >= 0x20) {
            byte = (char)(high * 16 + low);
            i += 2;
        }
        text_buffer_add_bytes(&buffer, &byte, 1);
    }
    return text_buffer_take(&buffer);
}

// The value of a parameter in a query, decoded; NULL if it is not there.
static char *query_value(const char *query, const char *name)
{
    size_t known = strlen(name);
    const char *at = query;
    while (*at != '\0') {
        size_t length = strcspn(at, "&#");
        if (length > known && strncmp(at, name, known) == 0 &&
            at[known] == '=') {
            return percent_decoded(at + known + 1, length - known - 1);
        }
        at += length;
        if (*at != '&') {
            break;
        }
        at++;
    }
    return NULL;
}

static const char *behind_scheme(const char *url)
{
    const char *colon = strstr(url, "://");
    return colon != NULL ? colon + 3 : url;
}

static bool is_word(const char *text)
{
    return text[0] != '\0' && strpbrk(text, " \t\n") == NULL;
}

static bool has_web_scheme(const char *text)
{
    return strncasecmp(text, "http://", 7) == 0 ||
           strncasecmp(text, "https://", 8) == 0;
}

// Without a scheme it takes a dot with letters behind it, and something else
// that only addresses have.
static bool is_bare_domain(const char *text)
{
    size_t length = strcspn(text, "/?#");
    const char *dot = memrchr(text, '.', length);
    if (dot == NULL || dot == text || !isalpha((unsigned char)dot[1])) {
        return false;
    }
    bool short_end = text + length - dot <= 5;
    return memchr(text, ':', length) == NULL &&
           (short_end || text[length] == '/' ||
            strncasecmp(text, "www.", 4) == 0);
}

static bool is_url(const char *text)
{
    if (!is_word(text)) {
        return false;
    }
    if (has_web_scheme(text)) {
        const char *host = behind_scheme(text);
        const char *dot = memchr(host, '.', strcspn(host, "/?#"));
        return dot != NULL && dot != host;
    }
    return strchr(text, '@') == NULL && is_bare_domain(text);
}

// The address a wrapper leads to; NULL if url is no wrapper.
static char *unwrapped(const char *url)
{
    const char *rest = behind_scheme(url);
    for (size_t i = 0; i < sizeof WRAPPERS / sizeof *WRAPPERS; i++) {
        size_t length = strlen(WRAPPERS[i].host_and_path);
        if (strncasecmp(rest, WRAPPERS[i].host_and_path, length) != 0 ||
            rest[length] != '?') {
            continue;
        }
        char *target = query_value(rest + length + 1, WRAPPERS[i].parameter);
        if (target != NULL && is_url(target) && has_web_scheme(target)) {
            return target;
        }
        free(target);
    }
    return NULL;
}

static void add_query(struct text_buffer *out, const char *query, size_t length)
{
    char mark = '?';
    const char *at = query, *end = query + length;
    while (at < end) {
        size_t part = strcspn(at, "&");
        if (part > (size_t)(end - at)) {
            part = (size_t)(end - at);
        }
        size_t name = strcspn(at, "=&");
        if (part > 0 && !is_tracking(at, name < part ? name : part)) {
            text_buffer_add_bytes(out, &mark, 1);
            text_buffer_add_bytes(out, at, part);
            mark = '&';
        }
        at += part + 1;
    }
}

static char *without_tracking(const char *url)
{
    struct text_buffer out = {0};
    size_t path = strcspn(url, "?#");
    size_t query = url[path] == '?' ? strcspn(url + path, "#") : 0;
    const char *fragment = url + path + query;
    static const char MOBILE[] = "m.facebook.com";
    const char *host = behind_scheme(url);
    size_t skipped = (size_t)(host - url) + sizeof MOBILE - 1;
    bool mobile = strncasecmp(host, MOBILE, sizeof MOBILE - 1) == 0 &&
                  strchr("/?#", url[skipped]) != NULL;
    if (mobile) {
        text_buffer_add(&out, "https://www.facebook.com");
        text_buffer_add_bytes(&out, url + skipped, path - skipped);
    } else {
        text_buffer_add_bytes(&out, url, path);
    }
    if (query > 1) {
        add_query(&out, url + path + 1, query - 1);
    }
    if (strlen(fragment) > 1) {
        text_buffer_add(&out, fragment);
    }
    return text_buffer_take(&out);
}

// "helloasso.com": the host without "www.", lower case.
static const char *host_of(struct arena *arena, const char *url)
{
    const char *host = behind_scheme(url);
    size_t length = strcspn(host, "/?#");
    // What stands in front of an '@' is no host, whatever it looks like.
    const char *user = memrchr(host, '@', length);
    if (user != NULL) {
        length -= (size_t)(user + 1 - host);
        host = user + 1;
    }
    if (length > 4 && strncasecmp(host, "www.", 4) == 0) {
        host += 4;
        length -= 4;
    }
    const char *port = memchr(host, ':', length);
    char *copy = arena_strndup(arena, host,
                               port != NULL ? (size_t)(port - host) : length);
    for (char *at = copy; *at != '\0'; at++) {
        *at = (char)tolower((unsigned char)*at);
    }
    return copy;
}

static struct link read_url(struct arena *arena, const char *text)
{
    char *url =
        has_web_scheme(text) ? xstrdup(text) : xasprintf("https://%s", text);
    // A wrapper may lead to another one, but not for ever.
    for (int i = 0; i < 3; i++) {
        char *target = unwrapped(url);
        if (target == NULL) {
            break;
        }
        free(url);
        url = target;
    }
    char *plain = without_tracking(url);
    struct link link = {LINK_URL, arena_strdup(arena, plain),
                        host_of(arena, plain)};
    free(plain);
    free(url);
    return link;
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    return is_word(text) && at != NULL && at != text &&
           strchr(at + 1, '@') == NULL && strchr(at + 1, '.') != NULL &&
           strpbrk(text, "/<>,;") == NULL;
}

static bool is_phone(const char *text)
{
    size_t digits = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (isdigit((unsigned char)*at)) {
            digits++;
        } else if (strchr(" .-()/+", *at) == NULL) {
            return false;
        }
    }
    return digits >= 8 && digits <= 15 &&
           (text[0] == '+' || text[0] == '0' || text[0] == '(');
}

static const char *digits_of(struct arena *arena, const char *text)
{
    struct text_buffer buffer = {0};
    text_buffer_add(&buffer, "tel:");
    for (const char *at = text; *at != '\0'; at++) {
        // "+33 (0)4 67…": the nought is only dialled from inside.
        if (text[0] == '+' && strncmp(at, "(0)", 3) == 0) {
            at += 2;
            continue;
        }
        if (isdigit((unsigned char)*at) || (*at == '+' && at == text)) {
            text_buffer_add_bytes(&buffer, at, 1);
        }
    }
    const char *copy = arena_strdup(arena, text_buffer_text(&buffer));
    text_buffer_release(&buffer);
    return copy;
}

static struct link read_email(struct arena *arena, const char *text)
{
    return (struct link){LINK_EMAIL, arena_printf(arena, "mailto:%s", text),
                         arena_strndup(arena, text, strcspn(text, "?"))};
}

struct link link_read(struct arena *arena, const char *text)
{
    bool mailto = strncasecmp(text, "mailto:", 7) == 0;
    bool telephone = strncasecmp(text, "tel:", 4) == 0;
    const char *bare = mailto ? text + 7 : telephone ? text + 4 : text;
    if (bare[0] == '\0') {
        return (struct link){LINK_NONE, "", ""};
    }
    if (is_email(bare)) {
        return read_email(arena, bare);
    }
    // Pasted numbers have unbreakable spaces and typographic dashes.
    char *plain = utf8_fold(bare);
    const char *dialled = is_phone(plain) ? digits_of(arena, plain) : NULL;
    free(plain);
    if (dialled != NULL) {
        return (struct link){LINK_PHONE, dialled, arena_strdup(arena, bare)};
    }
    if (is_url(text)) {
        return read_url(arena, text);
    }
    return (struct link){LINK_TEXT, "", arena_strdup(arena, text)};
}

bool link_has_qr(const struct link *link)
{
    return link->kind == LINK_URL || link->kind == LINK_EMAIL ||
           link->kind == LINK_PHONE;
}
