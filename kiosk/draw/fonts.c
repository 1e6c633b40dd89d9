// SPDX-License-Identifier: MIT
#include "draw/fonts.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "draw/face.h"
#include "draw/font_finder.h"
#include "draw/script.h"
#include "yaml/document.h"

enum {
    FILES_MAX = 32, // roles, fallbacks and what the system was asked for
    FALLBACKS_MAX = 8,
    FACES_MAX = 40,
    PICKS_MAX = 2048, // a power of two: slots of the table of picks
};

struct font_file {
    char *path;
    int index; // of the font in the file
    enum face_kind kind;
};

struct open_face {
    int font, px;
    struct face *face;
    uint64_t used; // when, in calls
};

// Which font has a letter, as found before. key 0 is an empty slot.
struct pick {
    uint32_t key; // the code point and the role
    int font;
};

struct fonts {
    struct font_file files[FILES_MAX];
    int file_count;
    int roles[FONT_ROLE_COUNT];
    int fallbacks[2][FALLBACKS_MAX]; // regular and bold
    int fallback_count;
    int emoji; // or FONT_NONE
    struct font_finder *finder;
    struct open_face faces[FACES_MAX];
    uint64_t calls;
    struct pick picks[PICKS_MAX];
    int pick_count;
};

static const char *const ROLE_NAMES[FONT_ROLE_COUNT] = {
    [FONT_BODY] = "body",
    [FONT_MEDIUM] = "medium",
    [FONT_BOLD] = "bold",
    [FONT_DISPLAY] = "display",
};

static bool role_is_bold(enum font_role role)
{
    return role == FONT_BOLD || role == FONT_DISPLAY;
}

// The font's number; the same file twice is one font.
static int add_file(struct fonts *fonts, const char *path, int index,
                    enum face_kind kind)
{
    for (int i = 0; i < fonts->file_count; i++) {
        if (fonts->files[i].index == index &&
            strcmp(fonts->files[i].path, path) == 0) {
            return i;
        }
    }
    if (fonts->file_count == FILES_MAX) {
        return FONT_NONE;
    }
    fonts->files[fonts->file_count] =
        (struct font_file){xstrdup(path), index, kind};
    return fonts->file_count++;
}

static void forget_file(struct fonts *fonts)
{
    fonts->file_count--;
    free(fonts->files[fonts->file_count].path);
}

static struct open_face *least_used(struct fonts *fonts)
{
    struct open_face *oldest = &fonts->faces[0];
    for (int i = 1; i < FACES_MAX; i++) {
        if (fonts->faces[i].used < oldest->used) {
            oldest = &fonts->faces[i];
        }
    }
    return oldest;
}

struct face *fonts_face(struct fonts *fonts, int font, int px)
{
    fonts->calls++;
    for (int i = 0; i < FACES_MAX; i++) {
        struct open_face *open = &fonts->faces[i];
        if (open->face != NULL && open->font == font && open->px == px) {
            open->used = fonts->calls;
            return open->face;
        }
    }
    const struct font_file *file = &fonts->files[font];
    struct face *face = face_open(file->path, file->index, file->kind, px);
    if (face != NULL) {
        struct open_face *open = least_used(fonts);
        face_close(open->face);
        *open = (struct open_face){font, px, face, fonts->calls};
    }
    return face;
}

static int open_file(struct fonts *fonts, const char *path, int index,
                     enum face_kind kind)
{
    int count = fonts->file_count;
    int font = add_file(fonts, path, index, kind);
    if (font != FONT_NONE &&
        fonts_face(fonts, font, FONT_REFERENCE_PX) == NULL) {
        if (fonts->file_count > count) {
            forget_file(fonts);
        }
        return FONT_NONE;
    }
    return font;
}

// The first of the files in a list that can be opened.
static int open_first(struct fonts *fonts, const char *folder,
                      const struct node *list, enum face_kind kind)
{
    const struct node *item = list == NULL ? NULL : list->first;
    for (; item != NULL; item = item->next) {
        const char *name = node_text(item, "");
        char *path = name[0] == '/' ? xstrdup(name) : path_join(folder, name);
        int font =
            path_is_file(path) ? open_file(fonts, path, 0, kind) : FONT_NONE;
        free(path);
        if (font != FONT_NONE) {
            return font;
        }
    }
    return FONT_NONE;
}

// Any installed font with Latin letters.
static int open_stand_in(struct fonts *fonts, enum font_role role)
{
    const char *path = NULL;
    int index = 0;
    bool bold = role_is_bold(role);
    if (!font_finder_find(fonts->finder, 'a', bold, &path, &index)) {
        return FONT_NONE;
    }
    return open_file(fonts, path, index, FACE_OUTLINES);
}

static bool load_role(struct fonts *fonts, const char *folder,
                      const struct node *roles, enum font_role role)
{
    const struct node *entry = node_get(roles, ROLE_NAMES[role]);
    const char *package = node_text(node_get(entry, "package"), "fonts-inter");
    int font =
        open_first(fonts, folder, node_get(entry, "files"), FACE_OUTLINES);
    if (font == FONT_NONE) {
        font = open_stand_in(fonts, role);
        log_line("the %s font is not installed, %s; install the package %s",
                 ROLE_NAMES[role],
                 font == FONT_NONE ? "and no other is"
                                   : "another one stands in for it",
                 package);
    }
    fonts->roles[role] = font;
    return font != FONT_NONE;
}

static void load_fallbacks(struct fonts *fonts, const char *folder,
                           const struct node *list)
{
    const struct node *item = list == NULL ? NULL : list->first;
    for (; item != NULL && fonts->fallback_count < FALLBACKS_MAX;
         item = item->next) {
        int regular =
            open_first(fonts, folder, node_get(item, "files"), FACE_OUTLINES);
        int bold =
            open_first(fonts, folder, node_get(item, "bold"), FACE_OUTLINES);
        if (regular == FONT_NONE) {
            log_line("the fallback font %s is not installed; install the "
                     "package %s",
                     node_text(node_get(item, "name"), "?"),
                     node_text(node_get(item, "package"), "?"));
            continue;
        }
        int number = fonts->fallback_count++;
        fonts->fallbacks[0][number] = regular;
        fonts->fallbacks[1][number] = bold == FONT_NONE ? regular : bold;
    }
}

static void load_emoji(struct fonts *fonts, const char *folder,
                       const struct node *entry)
{
    fonts->emoji =
        open_first(fonts, folder, node_get(entry, "files"), FACE_PICTURES);
    if (fonts->emoji == FONT_NONE) {
        log_line(
            "emoji are left out; install the package %s",
            node_text(node_get(entry, "package"), "fonts-noto-color-emoji"));
    }
}

static bool load(struct fonts *fonts, const char *folder)
{
    struct arena *arena = arena_new();
    char *path = path_join(folder, "fonts.yaml");
    const struct node *root = document_load(arena, path, path, NULL);
    if (root == NULL) {
        log_line("cannot read %s", path);
    }
    bool complete = true;
    for (int i = 0; i < FONT_ROLE_COUNT; i++) {
        complete = load_role(fonts, folder, node_get(root, "roles"),
                             (enum font_role)i) &&
                   complete;
    }
    load_fallbacks(fonts, folder, node_get(root, "fallbacks"));
    load_emoji(fonts, folder, node_get(root, "emoji"));
    free(path);
    arena_free(arena);
    return complete;
}

struct fonts *fonts_new(const char *folder)
{
    if (!face_engine_start()) {
        return NULL;
    }
    struct fonts *fonts = xcalloc(1, sizeof *fonts);
    fonts->finder = font_finder_new();
    if (!load(fonts, folder)) {
        fonts_free(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_free(struct fonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    for (int i = 0; i < FACES_MAX; i++) {
        face_close(fonts->faces[i].face);
    }
    for (int i = 0; i < fonts->file_count; i++) {
        free(fonts->files[i].path);
    }
    font_finder_free(fonts->finder);
    free(fonts);
    face_engine_stop();
}

static bool font_has(struct fonts *fonts, int font, const uint32_t *runes,
                     size_t count)
{
    const struct face *face =
        font == FONT_NONE ? NULL : fonts_face(fonts, font, FONT_REFERENCE_PX);
    if (face == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        bool drawn =
            !script_is_ignorable(runes[i]) && !script_is_space(runes[i]);
        if (drawn && !face_has(face, runes[i])) {
            return false;
        }
    }
    return true;
}

static int ask_system(struct fonts *fonts, bool bold, uint32_t rune)
{
    const char *path = NULL;
    int index = 0;
    if (!font_finder_find(fonts->finder, rune, bold, &path, &index)) {
        return FONT_NONE;
    }
    return open_file(fonts, path, index, FACE_OUTLINES);
}

// From the role's own font down to any that has it.
static int search(struct fonts *fonts, enum font_role role,
                  const uint32_t *runes, size_t count)
{
    bool emoji = script_is_emoji(runes, count);
    if (emoji && font_has(fonts, fonts->emoji, runes, count)) {
        return fonts->emoji;
    }
    if (font_has(fonts, fonts->roles[role], runes, count)) {
        return fonts->roles[role];
    }
    bool bold = role_is_bold(role);
    for (int i = 0; i < fonts->fallback_count; i++) {
        int font = fonts->fallbacks[bold ? 1 : 0][i];
        if (font_has(fonts, font, runes, count)) {
            return font;
        }
    }
    int font = ask_system(fonts, bold, runes[0]);
    if (font_has(fonts, font, runes, count)) {
        return font;
    }
    return font_has(fonts, fonts->emoji, runes, count) ? fonts->emoji
                                                       : FONT_NONE;
}

static struct pick *pick_slot(struct fonts *fonts, uint32_t key)
{
    uint32_t slot = key * 2654435761U >> 21; // 11 bits: PICKS_MAX slots
    while (fonts->picks[slot].key != 0 && fonts->picks[slot].key != key) {
        slot = (slot + 1) % PICKS_MAX;
    }
    return &fonts->picks[slot];
}

int fonts_pick(struct fonts *fonts, enum font_role role, const uint32_t *runes,
               size_t count)
{
    if (count != 1) {
        return search(fonts, role, runes, count);
    }
    uint32_t key = runes[0] << 3 | (uint32_t)role << 1 | 1;
    struct pick *pick = pick_slot(fonts, key);
    if (pick->key == key) {
        return pick->font;
    }
    int font = search(fonts, role, runes, 1);
    if (fonts->pick_count == PICKS_MAX / 2) {
        // Full enough: what is still in use comes back by itself.
        memset(fonts->picks, 0, sizeof fonts->picks);
        fonts->pick_count = 0;
        pick = pick_slot(fonts, key);
    }
    *pick = (struct pick){key, font};
    fonts->pick_count++;
    return font;
}

bool fonts_have(struct fonts *fonts, enum font_role role, uint32_t rune)
{
    return fonts_pick(fonts, role, &rune, 1) != FONT_NONE;
}

bool fonts_is_emoji(const struct fonts *fonts, int font)
{
    return font != FONT_NONE && font == fonts->emoji;
}
