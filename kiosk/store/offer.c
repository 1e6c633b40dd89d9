// SPDX-License-Identifier: MIT
#include "store/offer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "programme/file_name.h"
#include "programme/settings.h"
#include "store/disk.h"
#include "yaml/document_text.h"

enum {
    FILE_BYTES_MAX = 64 * 1024
};

static const char TAKEN_NAME[] = "screen.yaml";

// However case and accents are written. Windows hides the last ending, and
// its editor adds one.
static const char *const NAMES[] = {
    "ecran.yaml",     "screen.yaml",     "ecran.yml", "screen.yml",
    "ecran.yaml.txt", "screen.yaml.txt", "ecran.txt", "screen.txt",
};

char *offer_taken_file(const char *store)
{
    return path_join(store, TAKEN_NAME);
}

static char *find(const char *folder)
{
    struct file_names *names = file_names_new(folder);
    char *found = NULL;
    for (size_t i = 0; found == NULL && i < sizeof NAMES / sizeof *NAMES; i++) {
        file_names_find(names, "", NAMES[i], &found);
    }
    file_names_free(names);
    return found;
}

// True if there is something in it to be read: it was mounted.
static bool holds_anything(const char *folder)
{
    DIR *entries = opendir(folder);
    bool holds = false;
    if (entries == NULL) {
        return false;
    }
    for (struct dirent *entry = readdir(entries); entry != NULL && !holds;
         entry = readdir(entries)) {
        holds =
            strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(entries);
    return holds;
}

// NULL: errno says why.
static char *read_file(const char *path, size_t *length)
{
    char *folder = path_folder(path);
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    if (opened < 0) {
        return NULL;
    }
    char *bytes =
        disk_read_file(opened, path_name(path), FILE_BYTES_MAX, length);
    int reason = errno;
    close(opened);
    errno = reason;
    return bytes;
}

// The folder is made if only it is missing. False: errno says why.
static bool keep(const char *store, const char *text)
{
    mkdir(store, 0755); // else it is there, or cannot be opened
    int folder = open(store, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool kept = folder >= 0 && disk_replace_file(folder, TAKEN_NAME, text);
    int reason = errno;
    if (folder >= 0) {
        close(folder);
    }
    errno = reason;
    return kept;
}

static void refuse(struct offer *offer, enum fault fault, const char *reason)
{
    diag_add(offer->diags, fault, (struct place){.path = offer->name}, reason,
             NULL, NULL);
}

// As UTF-8, whatever editor wrote it. NULL, with a fault.
static char *text_of(struct offer *offer, const char *path)
{
    size_t length = 0;
    char *bytes = read_file(path, &length);
    if (bytes == NULL) {
        bool large = errno == EFBIG;
        refuse(offer, large ? FAULT_FILE_TOO_LARGE : FAULT_FILE_UNREADABLE,
               large ? "64 ko" : strerror(errno));
        return NULL;
    }
    struct text_buffer text = {0};
    bool sound =
        document_decode(bytes, length, (struct place){.path = offer->name},
                        offer->diags, &text);
    free(bytes);
    if (!sound) {
        text_buffer_release(&text);
        return NULL;
    }
    return text_buffer_take(&text);
}

// Says in the diags what is wrong with them, if anything is.
static void judge(struct offer *offer, const char *text,
                  const struct languages *languages)
{
    struct settings *settings =
        settings_read(text, offer->name, languages, offer->diags);
    offer->summary = xstrdup(settings->summary);
    settings_free(settings);
}

static bool is_right(const struct offer *offer)
{
    return diag_at(offer->diags, 0) == NULL;
}

// text is NULL if it could not be read.
static enum offer_result decide(struct offer *offer, const char *text,
                                const char *store,
                                const struct languages *languages)
{
    if (text != NULL) {
        judge(offer, text, languages);
    }
    if (is_right(offer) && !keep(store, text)) {
        refuse(offer, FAULT_SETTINGS_NOT_KEPT, strerror(errno));
    }
    return is_right(offer) ? OFFER_TAKEN : OFFER_REFUSED;
}

static void consider(struct offer *offer, const char *path, const char *store,
                     const struct languages *languages)
{
    char *taken = offer_taken_file(store);
    offer->diags = diag_list_new();
    char *text = text_of(offer, path), *former = read_file(taken, NULL);
    if (text != NULL && former != NULL && strcmp(text, former) == 0) {
        offer->result = OFFER_KNOWN;
    } else {
        offer->result = decide(offer, text, store, languages);
        log_line("the settings of %s are %s", path,
                 offer->result == OFFER_TAKEN
                     ? "taken over"
                     : "not taken: something is wrong");
    }
    free(former);
    free(text);
    free(taken);
}

struct offer offer_take(const char *folder, const char *store,
                        const struct languages *languages)
{
    struct offer offer = {.result = OFFER_NONE, .name = find(folder)};
    if (offer.name != NULL) {
        char *path = path_join(folder, offer.name);
        consider(&offer, path, store, languages);
        free(path);
    } else if (holds_anything(folder)) {
        char *taken = offer_taken_file(store);
        unlink(taken); // somebody took the file away again
        free(taken);
    }
    return offer;
}

void offer_release(struct offer *offer)
{
    diag_list_free(offer->diags);
    free(offer->summary);
    free(offer->name);
    *offer = (struct offer){.result = OFFER_NONE};
}
