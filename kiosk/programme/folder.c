// SPDX-License-Identifier: MIT
#include "programme/folder.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/memory.h"
#include "base/path.h"
#include "programme/file_name.h"
#include "programme/read_page.h"
#include "yaml/build.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char CALENDAR[] = ".ics";

// What a programme is called.
static const char YAML_NAME[] = "programme.yaml";
static const char YML_NAME[] = "programme.yml";
static const char PAGE_NAME[] = "programme.md";

enum form {
    FORM_YAML,
    FORM_PAGE,
    FORM_CALENDAR,
};

static const struct {
    const char *ending;
    enum form form;
} FORMS[] = {
    {".md",       FORM_PAGE    },
    {".markdown", FORM_PAGE    },
    {CALENDAR,    FORM_CALENDAR},
    {".ical",     FORM_CALENDAR},
};

static enum form form_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < COUNT(FORMS); i++) {
        if (strcasecmp(dot, FORMS[i].ending) == 0) {
            return FORMS[i].form;
        }
    }
    return FORM_YAML; // whatever else someone names
}

// The file of that name, or nearly that name, which is told.
static char *find_named(struct file_names *names, const char *path,
                        const char *name, struct diag_list *diags)
{
    char *found = NULL;
    enum file_match match = file_names_find(names, "", name, &found);
    if (match == FILE_MATCH_NONE) {
        return NULL;
    }
    char *file = path_join(path, found);
    bool inside = path_is_inside(path, file);
    free(file);
    if (!inside) {
        free(found);
        return NULL;
    }
    if (match == FILE_MATCH_ALIKE) {
        diag_add(diags, FAULT_FILE_NAME_ALIKE, (struct place){found, 0, 0},
                 name, found, NULL);
    }
    return found;
}

static char *find_yaml(struct file_names *names, const char *path,
                       struct diag_list *diags)
{
    char *found = find_named(names, path, YAML_NAME, diags);
    return found != NULL ? found : find_named(names, path, YML_NAME, diags);
}

static char *find_page(struct file_names *names, const char *path,
                       struct diag_list *diags)
{
    return find_named(names, path, PAGE_NAME, diags);
}

// Pages that explain something are no programme.
static bool is_about(const char *name)
{
    static const char *const ABOUT[] = {"readme",  "lisezmoi", "lisez-moi",
                                        "licence", "license",  "changelog",
                                        "guide",   "notes"};
    bool about = false;
    for (size_t i = 0; i < COUNT(ABOUT); i++) {
        about = about || strncasecmp(name, ABOUT[i], strlen(ABOUT[i])) == 0;
    }
    return about;
}

// Two pages are as good as none: nobody can say which one is meant.
static char *find_only_page(struct file_names *names, const char *path,
                            struct diag_list *diags)
{
    (void)diags;
    const char *only = NULL;
    size_t count = 0;
    const char *name = file_names_ending(names, "", ".md", 0);
    for (size_t i = 1; name != NULL; i++) {
        bool about = is_about(name);
        only = about ? only : name;
        count += about ? 0 : 1;
        name = file_names_ending(names, "", ".md", i);
    }
    return count == 1 ? find_named(names, path, only, NULL) : NULL;
}

static void find_calendars(struct folder *folder, struct diag_list *diags)
{
    const char *name = file_names_ending(folder->names, "", CALENDAR, 0);
    for (size_t i = 0; name != NULL; i++) {
        char *path = path_join(folder->path, name);
        bool inside = path_is_inside(folder->path, path);
        free(path);
        if (inside && folder->calendar_count == FOLDER_CALENDARS_MAX) {
            diag_add(diags, FAULT_CALENDARS_TOO_MANY,
                     (struct place){name, 0, 0}, "32", NULL, NULL);
            return;
        }
        if (inside) {
            folder->calendars[folder->calendar_count++] = xstrdup(name);
        }
        name = file_names_ending(folder->names, "", CALENDAR, i + 1);
    }
}

static void enter(struct folder *folder, const char *path)
{
    *folder =
        (struct folder){.path = xstrdup(path), .names = file_names_new(path)};
}

void folder_release(struct folder *folder)
{
    for (size_t i = 0; i < folder->calendar_count; i++) {
        free(folder->calendars[i]);
    }
    file_names_free(folder->names);
    free(folder->file);
    free(folder->path);
    *folder = (struct folder){0};
}

static void take_file(const char *path, struct folder *out)
{
    char *parent = path_folder(path);
    enter(out, parent);
    free(parent);
    if (form_of(path) == FORM_CALENDAR) {
        out->calendars[out->calendar_count++] = xstrdup(path_name(path));
    } else {
        out->file = xstrdup(path_name(path));
    }
}

typedef char *find_fn(struct file_names *names, const char *path,
                      struct diag_list *diags);

// NULL stands for calendars alone. True if the folder holds what is looked
// for; *out is released by the caller either way.
static bool look_for(find_fn *find, struct diag_list *diags, struct folder *out)
{
    if (find != NULL) {
        out->file = find(out->names, out->path, diags);
    }
    if (find == NULL || out->file != NULL) {
        find_calendars(out, diags);
    }
    return out->file != NULL || out->calendar_count > 0;
}

// Something has a programme's name, but cannot be one.
static void tell_impostors(const char *path, struct diag_list *diags)
{
    static const char *const NAMES[] = {YAML_NAME, YML_NAME, PAGE_NAME};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        char *file = path_join(path, NAMES[i]);
        if (path_exists(file)) {
            diag_add(diags, FAULT_PROGRAMME_IS_NO_FILE,
                     (struct place){NAMES[i], 0, 0}, NAMES[i], NULL, NULL);
        }
        free(file);
    }
}

bool folder_find(const char *path, struct diag_list *diags, struct folder *out)
{
    static const char *const PLACES[] = {"", "programme", "kiosk"};
    static find_fn *const WANTED[] = {find_yaml, find_page, NULL,
                                      find_only_page};
    struct place whole = {path, 0, 0};
    if (path_is_file(path)) {
        take_file(path, out);
        return true;
    }
    if (!path_is_folder(path)) {
        diag_add(diags, FAULT_FOLDER_MISSING, whole, path, NULL, NULL);
        return false;
    }
    for (size_t i = 0; i < COUNT(WANTED) * COUNT(PLACES); i++) {
        const char *place = PLACES[i % COUNT(PLACES)];
        char *within =
            place[0] != '\0' ? path_join(path, place) : xstrdup(path);
        struct folder folder;
        enter(&folder, within);
        bool found = path_is_inside(path, within) &&
                     look_for(WANTED[i / COUNT(PLACES)], diags, &folder);
        free(within);
        if (found) {
            *out = folder;
            return true;
        }
        folder_release(&folder);
    }
    diag_add(diags, FAULT_NO_PROGRAMME, whole, path, NULL, NULL);
    tell_impostors(path, diags);
    return false;
}

static const struct node *read_file(const struct folder *folder,
                                    struct arena *arena,
                                    struct diag_list *diags,
                                    struct document **out)
{
    char *path = path_join(folder->path, folder->file);
    const struct node *root = NULL;
    if (form_of(folder->file) == FORM_PAGE) {
        root = page_load(arena, path, folder->file, diags);
    } else {
        *out = document_open(arena, path, folder->file, diags);
        root = *out != NULL ? document_root(*out) : NULL;
    }
    free(path);
    return root;
}

const struct node *folder_read(const struct folder *folder, struct arena *arena,
                               struct diag_list *diags, struct document **out)
{
    *out = NULL;
    if (folder->file == NULL) {
        const char *name = arena_strdup(arena, folder->calendars[0]);
        return build_map(arena, (struct place){name, 0, 0});
    }
    const struct node *root = read_file(folder, arena, diags, out);
    if (root == NULL && folder->calendar_count > 0) {
        root = build_map(arena, (struct place){NULL, 0, 0});
    }
    return root;
}
