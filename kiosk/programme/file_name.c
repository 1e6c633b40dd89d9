// SPDX-License-Identifier: MIT
#include "programme/file_name.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"

enum {
    NEAREST_MAX = 200 // searches; a programme may miss thousands of pictures
};

static const char *const PLACES[] = {"", "affiches", "images", "logos"};
static const char *const PICTURES[] = {".jpg",  ".jpeg", ".png", ".webp",
                                       ".svg",  ".gif",  ".pdf", ".heic",
                                       ".heif", ".avif"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct entry {
    char *name, *composed, *folded;
};

struct listing {
    char *within;
    struct entry *entries;
    size_t count;
};

struct file_names {
    char *folder;
    struct listing listings[FILE_NAME_FOLDERS_MAX];
    size_t count;
    size_t nearest_count;
};

struct file_names *file_names_new(const char *folder)
{
    struct file_names *names = xcalloc(1, sizeof *names);
    names->folder = xstrdup(folder);
    return names;
}

void file_names_free(struct file_names *names)
{
    if (names == NULL) {
        return;
    }
    for (size_t i = 0; i < names->count; i++) {
        struct listing *listing = &names->listings[i];
        for (size_t k = 0; k < listing->count; k++) {
            free(listing->entries[k].name);
            free(listing->entries[k].composed);
            free(listing->entries[k].folded);
        }
        free(listing->entries);
        free(listing->within);
    }
    free(names->folder);
    free(names);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static void read_listing(struct listing *listing, const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return;
    }
    listing->entries = xcalloc(FILE_NAME_ENTRIES_MAX, sizeof(struct entry));
    const struct dirent *found = readdir(folder);
    for (; found != NULL && listing->count < FILE_NAME_ENTRIES_MAX;
         found = readdir(folder)) {
        if (found->d_name[0] == '.') {
            continue;
        }
        listing->entries[listing->count++] =
            (struct entry){xstrdup(found->d_name), utf8_clean(found->d_name),
                           utf8_fold(found->d_name)};
    }
    closedir(folder);
    qsort(listing->entries, listing->count, sizeof(struct entry),
          compare_entries);
}

// NULL where nothing more is read.
static const struct listing *listing_of(struct file_names *names,
                                        const char *within)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->listings[i].within, within) == 0) {
            return &names->listings[i];
        }
    }
    if (names->count == FILE_NAME_FOLDERS_MAX) {
        return NULL;
    }
    struct listing *listing = &names->listings[names->count++];
    listing->within = xstrdup(within);
    char *path = path_join(names->folder, within);
    read_listing(listing, path);
    free(path);
    return listing;
}

static bool is_file(const struct file_names *names, const char *within,
                    const char *name)
{
    char *folder = path_join(names->folder, within);
    char *path = path_join(folder, name);
    bool file = path_is_file(path);
    free(path);
    free(folder);
    return file;
}

static const char *find_same(const struct listing *listing, const char *name)
{
    char *composed = utf8_clean(name);
    const char *found = NULL;
    for (size_t i = 0; i < listing->count && found == NULL; i++) {
        const struct entry *entry = &listing->entries[i];
        found = strcmp(entry->composed, composed) == 0 ? entry->name : NULL;
    }
    free(composed);
    return found;
}

// NULL if there is none or more than one.
static const char *find_alike(const struct listing *listing, const char *name)
{
    char *folded = utf8_fold(name);
    const char *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < listing->count; i++) {
        if (strcmp(listing->entries[i].folded, folded) == 0) {
            found = listing->entries[i].name;
            count++;
        }
    }
    free(folded);
    return count == 1 ? found : NULL;
}

static enum file_match find(struct file_names *names, const char *within,
                            const char *name, enum file_match how, char **out)
{
    if (how == FILE_MATCH_SAME && is_file(names, within, name)) {
        *out = xstrdup(name);
        return how;
    }
    const struct listing *listing = listing_of(names, within);
    const char *found = NULL;
    if (listing != NULL) {
        found = how == FILE_MATCH_SAME ? find_same(listing, name)
                                       : find_alike(listing, name);
    }
    if (found == NULL || !is_file(names, within, found)) {
        return FILE_MATCH_NONE;
    }
    *out = xstrdup(found);
    return how;
}

enum file_match file_names_find(struct file_names *names, const char *within,
                                const char *name, char **out)
{
    enum file_match match = find(names, within, name, FILE_MATCH_SAME, out);
    return match != FILE_MATCH_NONE
               ? match
               : find(names, within, name, FILE_MATCH_ALIKE, out);
}

static enum file_match find_in(struct file_names *names, const char *within,
                               const char *name, enum file_match how,
                               char **out)
{
    char *found = NULL;
    enum file_match match = find(names, within, name, how, &found);
    if (match != FILE_MATCH_NONE) {
        *out = within[0] != '\0' ? path_join(within, found) : xstrdup(found);
        free(found);
    }
    return match;
}

// Either may be "".
static char *joined(const char *place, const char *folder)
{
    bool both = place[0] != '\0' && folder[0] != '\0';
    return both ? path_join(place, folder)
                : xstrdup(place[0] != '\0' ? place : folder);
}

static enum file_match find_in_places(struct file_names *names,
                                      const char *folder, const char *name,
                                      enum file_match how, char **out)
{
    enum file_match match = FILE_MATCH_NONE;
    for (size_t i = 0; i < COUNT(PLACES) && match == FILE_MATCH_NONE; i++) {
        char *within = joined(PLACES[i], folder);
        match = find_in(names, within, name, how, out);
        free(within);
    }
    return match;
}

// As Windows writes it: affiches\foodcoop.jpg.
static char *with_slashes(const char *name)
{
    char *copy = xstrdup(name);
    for (char *at = copy; *at != '\0'; at++) {
        if (*at == '\\') {
            *at = '/';
        }
    }
    return copy;
}

bool file_name_leaves_folder(const char *path)
{
    bool leaves = path[0] == '/';
    const char *at = path;
    while (at != NULL && !leaves) {
        leaves = strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0');
        at = strchr(at, '/');
        at = at != NULL ? at + 1 : NULL;
    }
    return leaves;
}

enum file_match file_names_find_picture(struct file_names *names,
                                        const char *name, char **out)
{
    char *path = with_slashes(name);
    const char *base = path_name(path);
    if (names == NULL || base[0] == '\0' || file_name_leaves_folder(path)) {
        free(path);
        return FILE_MATCH_NONE;
    }
    char *folder = base != path ? path_folder(path) : xstrdup("");
    enum file_match match =
        find_in_places(names, folder, base, FILE_MATCH_SAME, out);
    if (match == FILE_MATCH_NONE) {
        match = find_in_places(names, folder, base, FILE_MATCH_ALIKE, out);
    }
    if (match == FILE_MATCH_NONE && folder[0] != '\0') {
        // The file is there, the folder is another one.
        match = find_in_places(names, "", base, FILE_MATCH_SAME, out);
        if (match == FILE_MATCH_NONE) {
            match = find_in_places(names, "", base, FILE_MATCH_ALIKE, out);
        }
        match = match != FILE_MATCH_NONE ? FILE_MATCH_ALIKE : match;
    }
    free(folder);
    free(path);
    return match;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), known = strlen(ending);
    return length > known && strcasecmp(name + length - known, ending) == 0;
}

static bool is_picture(const char *name)
{
    bool picture = false;
    for (size_t i = 0; i < COUNT(PICTURES); i++) {
        picture = picture || ends_with(name, PICTURES[i]);
    }
    return picture;
}

// Without its extension: .jpg for .jpeg is the commonest slip.
static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name ? (size_t)(dot - name) : strlen(name);
}

static size_t stem_distance(const char *a, const char *b, size_t limit)
{
    char *p = xstrndup(a, stem_length(a)), *q = xstrndup(b, stem_length(b));
    size_t distance = utf8_distance(p, q, limit);
    free(p);
    free(q);
    return distance;
}

// The picture whose name is less than *best away, which then is how far.
static const char *nearest_in(const struct listing *listing, const char *folded,
                              size_t *best)
{
    const char *nearest = NULL;
    for (size_t i = 0; i < listing->count; i++) {
        const struct entry *entry = &listing->entries[i];
        size_t distance = is_picture(entry->name)
                              ? stem_distance(folded, entry->folded, *best)
                              : *best;
        if (distance < *best) {
            *best = distance;
            nearest = entry->name;
        }
    }
    return nearest;
}

const char *file_names_nearest_picture(struct file_names *names,
                                       const char *name)
{
    if (names == NULL || names->nearest_count++ >= NEAREST_MAX) {
        return NULL;
    }
    char *path = with_slashes(name);
    char *folded = utf8_fold(path_name(path));
    const char *nearest = NULL;
    size_t best = stem_length(folded) / 4 + 2;
    best = best < 5 ? best : 5;
    for (size_t i = 0; i < COUNT(PLACES); i++) {
        const struct listing *listing = listing_of(names, PLACES[i]);
        const char *nearer =
            listing != NULL ? nearest_in(listing, folded, &best) : NULL;
        nearest = nearer != NULL ? nearer : nearest;
    }
    free(folded);
    free(path);
    return nearest;
}

const char *file_names_ending(struct file_names *names, const char *within,
                              const char *ending, size_t index)
{
    const struct listing *listing = listing_of(names, within);
    size_t seen = 0;
    for (size_t i = 0; listing != NULL && i < listing->count; i++) {
        const char *name = listing->entries[i].name;
        if (ends_with(name, ending) && is_file(names, within, name) &&
            seen++ == index) {
            return name;
        }
    }
    return NULL;
}
