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
#include "programme/file_name.h"
#include "programme/settings.h"
#include "store/disk.h"

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

static char *read_file(const char *path)
{
    char *folder = path_folder(path);
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    char *text = opened >= 0 ? disk_read_file(opened, path_name(path),
                                              FILE_BYTES_MAX, NULL)
                             : NULL;
    if (opened >= 0) {
        close(opened);
    }
    free(folder);
    return text;
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

static void refuse(struct offer *offer, enum fault fault, int reason)
{
    diag_add(offer->diags, fault, (struct place){.path = offer->name},
             reason != 0 ? strerror(reason) : "64 ko", NULL, NULL);
}

// Says in the diags what is wrong with them, if anything is.
static void judge(struct offer *offer, const char *path, const char *text,
                  const struct languages *languages)
{
    struct settings *settings = settings_load(path, languages, offer->diags);
    if (text == NULL && diag_at(offer->diags, 0) == NULL) {
        refuse(offer, FAULT_FILE_TOO_LARGE, 0);
    }
    offer->summary = xstrdup(settings->summary);
    settings_free(settings);
}

static void consider(struct offer *offer, const char *path, const char *store,
                     const struct languages *languages)
{
    char *taken = offer_taken_file(store);
    char *text = read_file(path), *former = read_file(taken);
    if (text != NULL && former != NULL && strcmp(text, former) == 0) {
        offer->result = OFFER_KNOWN;
    } else {
        offer->diags = diag_list_new();
        judge(offer, path, text, languages);
        if (diag_at(offer->diags, 0) == NULL && !keep(store, text)) {
            refuse(offer, FAULT_SETTINGS_NOT_KEPT, errno);
        }
        bool is_right = diag_at(offer->diags, 0) == NULL;
        offer->result = is_right ? OFFER_TAKEN : OFFER_REFUSED;
        log_line("the settings of %s are %s", path,
                 is_right ? "taken over" : "not taken: something is wrong");
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
