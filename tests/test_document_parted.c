// SPDX-License-Identifier: MIT
// A file whose events are read one by one holds what its tree does.
#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "support/test.h"
#include "yaml/document.h"
#include "yaml/mend_words.h"

static void add_tree(const struct node *node, struct text_buffer *out)
{
    if (node->kind == NODE_TEXT) {
        text_buffer_printf(out, "%zu:%zu=%s\n", node->place.line,
                           node->place.column, node->text);
        return;
    }
    text_buffer_add(out, "(\n");
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        text_buffer_add(out, item->key != NULL ? item->key : "-");
        add_tree(item, out);
    }
    text_buffer_add(out, ")\n");
}

static bool add_entry(void *context, const struct node *entry)
{
    text_buffer_add(context, "-");
    add_tree(entry, context);
    return true;
}

static bool is_events(const struct node *item)
{
    return item->key != NULL &&
           word_kind(item->key, strlen(item->key)) == WORD_OF_EVENTS;
}

// The tree with the events where their key stands.
static void add_document(struct document *document, struct text_buffer *out)
{
    const struct node *root = document_root(document);
    bool loose = document_event_count(document) > 0;
    if (root == NULL || !loose) {
        if (root != NULL) {
            add_tree(root, out);
        }
        return;
    }
    text_buffer_add(out, "(\n");
    for (const struct node *item = root->first; item != NULL;
         item = item->next) {
        text_buffer_add(out, item->key);
        if (loose && is_events(item)) {
            text_buffer_add(out, "(\n");
            document_read_events(document, add_entry, out);
            text_buffer_add(out, ")\n");
            loose = false;
        } else {
            add_tree(item, out);
        }
    }
    text_buffer_add(out, ")\n");
}

static void add_faults(struct diag_list *diags, struct text_buffer *out)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(diags, i)) != NULL; i++) {
        text_buffer_printf(out, "%zu:%zu %s\n", diag->place.line,
                           diag->place.column, fault_code(diag->fault));
    }
}

static char *whole(const char *path)
{
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    struct text_buffer out = {0};
    const struct node *root = document_load(arena, path, "a.yaml", diags);
    if (root != NULL) {
        add_tree(root, &out);
    }
    add_faults(diags, &out);
    diag_list_free(diags);
    arena_free(arena);
    return text_buffer_take(&out);
}

static char *parted(const char *path, size_t *events)
{
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    struct text_buffer out = {0};
    struct document *document = document_open(arena, path, "a.yaml", diags);
    if (document != NULL) {
        *events += document_event_count(document);
        add_document(document, &out);
    }
    document_free(document);
    add_faults(diags, &out);
    diag_list_free(diags);
    arena_free(arena);
    return text_buffer_take(&out);
}

// Returns how many events were read one by one.
static size_t assert_alike(const char *path)
{
    size_t events = 0;
    char *one = whole(path), *other = parted(path, &events);
    if (strcmp(one, other) != 0) {
        print_error("of %s\n%s\n---\n%s\n", path, one, other);
    }
    assert_string_equal(one, other);
    free(one);
    free(other);
    return events;
}

static size_t compare_folder(const char *folder)
{
    size_t events = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry = readdir(entries); entry != NULL;
         entry = readdir(entries)) {
        char *within = path_join(folder, entry->d_name);
        char *path = path_join(within, "programme.yaml");
        if (entry->d_name[0] != '.' && path_is_file(path)) {
            events += assert_alike(path);
        }
        free(path);
        free(within);
    }
    closedir(entries);
    return events;
}

static void every_programme_is_the_same_in_parts(void **state)
{
    (void)state;
    assert_true(compare_folder(KIOSK_TESTS_DIR "/programmes/bad") > 100);
    assert_true(compare_folder(KIOSK_TESTS_DIR "/programmes/good") > 10);
    assert_true(assert_alike(KIOSK_PROGRAMME_DIR "/programme.yaml") > 10);
}

static size_t compare_text(const char *bytes, size_t length)
{
    char path[] = "/tmp/kiosk_document.XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, bytes, length) == (ssize_t)length);
    close(file);
    size_t events = assert_alike(path);
    unlink(path);
    return events;
}

static void every_cut_is_the_same_in_parts(void **state)
{
    (void)state;
    static const char TEXT[] =
        "titre: Été\n# avant\nsoirees:\n\n"
        "  - date: 20 janvier\n    titre: \"Un\n"
        "deux\"\n"
        "  # entre\n"
        "  - {date: 21 janvier, titre: Deux}\n"
        "  - 22 janvier : Film à Sète, La Hune\n"
        "  - date: 23 janvier\n    titre: 'l'île'\n    note: >\n      Long\n"
        "  - date: 24 janvier\n    titre: [a, b\n    lieu: x: y\n"
        "  - date: 25 janvier\n    date: 26 janvier\n"
        "partenaires: []\nlieux:\n  La Hune: {ville: Sète}\n...\n---\nx: 1\n";
    size_t events = 0;
    for (size_t length = 0; length < sizeof TEXT; length++) {
        events += compare_text(TEXT, length);
    }
    assert_true(events > 500);
}

static void the_list_is_found_where_it_is_one(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t events;
    } ROWS[] = {
        {"evenements:\n- a: b\n- c: d\ntitre: x\n",                              2},
        {"Soirées :   # ici\n    - a: b\n",                                     1},
        {"evenements: [{a: b}]\n",                                               0},
        {"evenements:\n  a: b\n",                                                0},
        {"evenements:\n",                                                        0},
        {"titre: x\nautres:\n  - a: b\n",                                        0},
        {"- a: b\n",                                                             0},
        {"evenements:\n  - a: b\n---\nevenements:\n  - c: d\n",                  1},
        {"evenements:\n  - a: b\nsoirees: []\n",                                 1},
        {"titre: x\n---\nevenements:\n  - c: d\n",                               0},
        {"lieux:\n  evenements:\n    - a: b\n",                                  0},
        {"evenements:\n  - a: b\n? x\n: y\ntitre: x\n",                          1},
        {"evenements:\n  - a:\n      - b:\n          - c:\n"
         "              - d:\n                  - e:\n"
         "                      - f:\n                          - g\n", 1},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        assert_int_equal(compare_text(ROWS[i].text, strlen(ROWS[i].text)),
                         ROWS[i].events);
    }
}

static bool stop_at_once(void *context, const struct node *entry)
{
    (void)entry;
    (*(int *)context)++;
    return false;
}

static void whoever_has_enough_gets_no_more(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct document *document = document_open(
        arena, KIOSK_PROGRAMME_DIR "/programme.yaml", "a.yaml", NULL);
    int entries = 0;
    document_read_events(document, stop_at_once, &entries);
    assert_int_equal(entries, 1);
    document_free(document);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_programme_is_the_same_in_parts),
        cmocka_unit_test(every_cut_is_the_same_in_parts),
        cmocka_unit_test(the_list_is_found_where_it_is_one),
        cmocka_unit_test(whoever_has_enough_gets_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
