// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "support/test.h"
#include "yaml/document.h"

// What is read from some bytes, and the faults: "code@line:column".
struct row {
    const char *bytes, *tree, *faults;
};

static void add_node(const struct node *node, struct text_buffer *out)
{
    if (node->kind == NODE_TEXT) {
        text_buffer_add(out, node->text);
        return;
    }
    bool map = node->kind == NODE_MAP;
    text_buffer_add(out, map ? "{" : "[");
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        if (item != node->first) {
            text_buffer_add(out, ", ");
        }
        if (map) {
            text_buffer_printf(out, "%s=", item->key);
        }
        add_node(item, out);
    }
    text_buffer_add(out, map ? "}" : "]");
}

static char *faults_of(struct diag_list *diags)
{
    struct text_buffer out = {0};
    const struct diag *diag = diag_at(diags, 0);
    for (size_t i = 1; diag != NULL; i++) {
        text_buffer_printf(&out, "%s%s@%zu:%zu", i > 1 ? " " : "",
                           fault_code(diag->fault), diag->place.line,
                           diag->place.column);
        diag = diag_at(diags, i);
    }
    return text_buffer_take(&out);
}

static void assert_bytes(const char *bytes, size_t length, const char *tree,
                         const char *faults)
{
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    struct text_buffer found = {0};
    const struct node *root =
        document_read(arena, bytes, length, "a.yaml", diags);
    if (root != NULL) {
        add_node(root, &found);
    }
    char *told = faults_of(diags);
    assert_string_equal(text_buffer_text(&found), tree);
    assert_string_equal(told, faults);
    free(told);
    text_buffer_release(&found);
    arena_free(arena);
    diag_list_free(diags);
}

static void assert_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_bytes(rows[i].bytes, strlen(rows[i].bytes), rows[i].tree,
                     rows[i].faults);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void every_value_is_the_text_that_was_typed(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"a: 18:30\nb: no\nc: 04000\nd: ~\ne: 1e3\nf:\n", "{a=18:30, b=no, c=04000, d=~, e=1e3, f=}", ""},
    {"a: [b, c]\nd:\n  - e\n  - f: g\n", "{a=[b, c], d=[e, {f=g}]}", ""},
    {"- 20 janvier : Film à Bram, La Sauce\n", "[{20 janvier=Film à Bram, La Sauce}]", ""},
    {"a: 'l''île'\nb: \"x\\ty\"\n", "{a=l'île, b=x\ty}", ""},
    {"a: |\n  un\n  deux\nb: >-\n  un\n  deux\n", "{a=un\ndeux\n, b=un deux}", ""},
    {"texte", "texte", ""},
    {"---\na: b\n...\n", "{a=b}", ""},
    {"# rien\na: b # un mot\n", "{a=b}", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void files_come_in_many_encodings(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"\xEF\xBB\xBF" "a: \xC3\xA9\n", "{a=é}", ""},
    {"a: b\r\nc: d\r\n", "{a=b, c=d}", ""},
    {"a: b\rc: d\r", "{a=b, c=d}", ""},
    {"a: \xE9t\xE9 \x80\n", "{a=été €}", "file-not-utf8@0:0"},
    {"a: x\xE2\x80\xA8y\xC2\x85z\n", "{a=x y z}", ""},
    {"a: x\xEF\xBB\xBFy\n", "{a=xy}", ""},
    {"a: \xF0\x9F\x8E\xAC\n", "{a=\xF0\x9F\x8E\xAC}", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
    static const char LITTLE[] = "\xFF\xFE"
                                 "a\0:\0 \0\xE9\0\x3C\xD8\xAC\xDF\n\0";
    static const char BIG[] = "\xFE\xFF\0a\0:\0 \0\xE9\xD8\x3C\0\n";
    assert_bytes(LITTLE, sizeof LITTLE - 1, "{a=é\xF0\x9F\x8E\xAC}", "");
    // A half of a pair is no character.
    assert_bytes(BIG, sizeof BIG - 1, "{a=é\uFFFD}", "");
}

static void unbreakable_spaces_do_not_break_the_indentation(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"titre:\u00A0Film\n", "{titre=Film}", ""},
    {"a:\n\u00A0\u00A0- b\n", "{a=[b]}", ""},
    {"-\u00A0a:\u202Fb\n\u00A0 c: d\n", "[{a=b, c=d}]", ""},
    {"- 20 janvier\u00A0:\u00A0Film\n", "[{20 janvier\u00A0=Film}]", ""},
    {"a: oui\u00A0!\n", "{a=oui\u00A0!}", ""},
    {"a: un\n  deux trois\u00A0:\u00A0quatre\n", "{a=un deux trois\u00A0:\u00A0quatre}", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void what_yaml_refuses_has_its_place(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"a: b\nc: [@d]\n", "{a=b}", "yaml@2:5"},
    {"x: 1\na: [b, @c]\ne: f\n", "{x=1, e=f}", "yaml@2:8"},
    {"? [a]\n: b\n", "", "yaml@1:3 yaml@2:1"},
    {"a:\n  - ? [b]\nc: d\n", "{a=[? [b]], c=d}", "quotes@2:5"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void what_yaml_allows_but_we_do_not_is_a_fault(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"a: b\nc: &d e\n", "{a=b}", "yaml-alias@2:4"},
    {"a: b\nc: *d\ne: f\n", "{a=b, e=f}", "yaml-alias@2:4"},
    {"&a b: c\n", "", "yaml-alias@1:1"},
    {"a: &b [c]\nd: e\n", "{d=e}", "yaml-alias@1:4"},
    {"a: &b\n  c: d\ne: f\n", "{e=f}", "yaml-alias@1:4"},
    {"a: !!str b\n", "{}", "yaml-tag@1:4"},
    {"%YAML 1.1\n---\na: b\n", "", "yaml-directive@1:1"},
    {"a: b\n...\n%TAG ! x:\n---\n", "", "yaml-directive@3:1"},
    {"a: b\r%TAG\r", "", "yaml-directive@2:1"},
    {"a: b\n---\nc: d\n", "{a=b}", "yaml-second-document@2:1"},
    {"a: 1\nb: 2\na: 3\na: [4]\nc: 5\n", "{a=1, b=2, c=5}", "key-twice@3:1 key-twice@4:1"},
    {"a: {b: 1, b: {c: 2}}\n", "{a={b=1}}", "key-twice@1:11"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void a_control_character_has_its_place(void **state)
{
    (void)state;
    // What cannot be drawn stands in its place.
    // clang-format off
    static const struct row ROWS[] = {
    {"a: b\né: c\x01\n", "{a=b, é=c\uFFFD}", "control-character@2:5"},
    {"a: b\x7F\n", "{a=b\uFFFD}", "control-character@1:5"},
    {"a: b\xC2\x81\n", "{a=b\uFFFD}", "control-character@1:5"},
    {"a: b\r\nc: d\x1B[0m\n", "{a=b, c=d\uFFFD[0m}", "control-character@2:5"},
    {"a: \xEF\xBF\xBF\n", "{a=\uFFFD}", "control-character@1:4"},
    {"a: b\vc\fd\n", "{a=b c d}", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
    static const char NUL[] = "a: b\nc: \0d\n";
    assert_bytes(NUL, sizeof NUL - 1, "", "control-character@2:4");
    static const char LATIN_NUL[] = "a: \xE9\nc: \0d\n";
    assert_bytes(LATIN_NUL, sizeof LATIN_NUL - 1, "", "control-character@2:4");
    static const char WIDE_NUL[] = "\xFF\xFE"
                                   "a\0:\0 \0\0\0";
    assert_bytes(WIDE_NUL, sizeof WIDE_NUL - 1, "", "control-character@1:4");
}

static void many_control_characters_are_no_text(void **state)
{
    (void)state;
    char bytes[101];
    memset(bytes, 1, sizeof bytes - 1);
    bytes[sizeof bytes - 1] = '\0';
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    assert_null(document_read(arena, bytes, 100, "a.yaml", diags));
    assert_in_range(diag_count(diags, FAULT_ERROR), 1, 30);
    arena_free(arena);
    diag_list_free(diags);
}

static void an_empty_file_is_a_fault(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"", "", "file-empty@0:0"},
    {" \n\t\r\n", "", "file-empty@0:0"},
    {"# rien\n", "", "file-empty@0:0"},
    {"\xEF\xBB\xBF", "", "file-empty@0:0"},
    {"\xFF\xFE", "", "file-empty@0:0"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static char *repeated(const char *text, size_t times)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < times; i++) {
        text_buffer_add(&out, text);
    }
    return text_buffer_take(&out);
}

static void depth_has_a_limit(void **state)
{
    (void)state;
    assert_bytes("[[[[[[[[a]]]]]]]]", 17, "[[[[[[[[a]]]]]]]]", "");
    assert_bytes("[[[[[[[[[a]]]]]]]]]", 19, "", "yaml-too-deep@1:9");
    static const char *const PIECES[] = {"[", "{a: ", "- ", "? ", "- - "};
    for (size_t i = 0; i < COUNT(PIECES); i++) {
        char *text = repeated(PIECES[i], 100000);
        struct diag_list *diags = diag_list_new();
        struct arena *arena = arena_new();
        document_read(arena, text, strlen(text), "a.yaml", diags);
        assert_non_null(diag_at(diags, 0));
        arena_free(arena);
        diag_list_free(diags);
        free(text);
    }
}

static const struct diag *only_fault(const char *text, size_t length,
                                     struct arena *arena,
                                     struct diag_list *diags)
{
    document_read(arena, text, length, "a.yaml", diags);
    assert_non_null(diag_at(diags, 0));
    assert_null(diag_at(diags, 1));
    return diag_at(diags, 0);
}

static void assert_fault(const char *text, size_t length, enum fault fault)
{
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    assert_int_equal(only_fault(text, length, arena, diags)->fault, fault);
    arena_free(arena);
    diag_list_free(diags);
}

static void sizes_have_limits(void **state)
{
    (void)state;
    char *text = repeated("- a\n", DOCUMENT_BYTES_MAX / 4);
    assert_fault(text, DOCUMENT_BYTES_MAX, FAULT_YAML_TOO_LARGE);
    free(text);
    text = repeated("a", DOCUMENT_BYTES_MAX + 1);
    assert_fault(text, DOCUMENT_BYTES_MAX + 1, FAULT_FILE_TOO_LARGE);
    free(text);
    struct text_buffer keys = {0};
    for (int i = 0; i <= DOCUMENT_KEYS_MAX; i++) {
        text_buffer_printf(&keys, "k%d: v\n", i);
    }
    assert_fault(keys.text, keys.length, FAULT_YAML_TOO_LARGE);
    text_buffer_release(&keys);
}

static void directives_are_refused_at_once(void **state)
{
    (void)state;
    struct text_buffer text = {0};
    for (int i = 0; i < 50000; i++) {
        text_buffer_printf(&text, "%%TAG !%d! tag:%d\n", i, i);
    }
    assert_fault(text.text, text.length, FAULT_YAML_DIRECTIVE);
    // The same as UTF-16.
    struct text_buffer wide = {0};
    text_buffer_add_bytes(&wide, "\xFF\xFE", 2);
    for (size_t i = 0; i < text.length; i++) {
        text_buffer_add_bytes(&wide, &text.text[i], 1);
        text_buffer_add_bytes(&wide, "", 1);
    }
    assert_fault(wide.text, wide.length, FAULT_YAML_DIRECTIVE);
    text_buffer_release(&text);
    text_buffer_release(&wide);
}

static const char WHOLE[] =
    "\xEF\xBB\xBFtitre: \"Les soirées\"\nlogo: 'a\u00A0b'\nevenements:\n"
    "  - date: jeudi 12 février\n    titre: {fr: été, oc: estiu}\n"
    "    organisateur: [La Méridionale, \"x\\u00e9\"]\n"
    "    texte: |\n      un\n\n      deux\n  - 4 mars : Film à Bram\n";

static void every_cut_of_a_file_is_safe(void **state)
{
    (void)state;
    for (size_t length = 0; length < sizeof WHOLE; length++) {
        char *cut = xmalloc(length + 1);
        memcpy(cut, WHOLE, length);
        struct diag_list *diags = diag_list_new();
        struct arena *arena = arena_new();
        // Exactly length bytes, for the sanitizers.
        char *exact = length > 0 ? xrealloc(cut, length, 1) : cut;
        const struct node *root =
            document_read(arena, exact, length, "a.yaml", diags);
        assert_true(root != NULL || diag_at(diags, 0) != NULL);
        arena_free(arena);
        diag_list_free(diags);
        free(exact);
    }
}

static void every_changed_byte_is_safe(void **state)
{
    (void)state;
    static const char BYTES[] = "\0\x01\t\n :-[]{}&*!%@`'\"|>#?,\x80\xC3\xFF";
    char *text = xstrndup(WHOLE, sizeof WHOLE - 1);
    for (size_t i = 0; i < sizeof WHOLE - 1; i++) {
        for (size_t j = 0; j < sizeof BYTES - 1; j++) {
            struct arena *arena = arena_new();
            text[i] = BYTES[j];
            document_read(arena, text, sizeof WHOLE - 1, "a.yaml", NULL);
            text[i] = WHOLE[i];
            arena_free(arena);
        }
    }
    free(text);
}

static void nodes_know_their_places(void **state)
{
    (void)state;
    static const char TEXT[] = "é: x\nliste:\n  - \"y\"\n  - k: v\n";
    struct arena *arena = arena_new();
    const struct node *root =
        document_read(arena, TEXT, sizeof TEXT - 1, "a.yaml", NULL);
    const struct node *first = root->first;
    assert_string_equal(first->key, "é");
    assert_int_equal(first->key_place.column, 1);
    assert_int_equal(first->place.column, 4);
    assert_false(first->quoted);
    const struct node *list = node_get(root, "liste");
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->count, 2);
    assert_int_equal(list->place.line, 3);
    assert_true(list->first->quoted);
    assert_null(list->first->key);
    assert_int_equal(list->first->place.line, 3);
    assert_int_equal(list->first->place.column, 5);
    assert_string_equal(list->first->place.path, "a.yaml");
    assert_string_equal(node_text(list->first, ""), "y");
    arena_free(arena);
}

static void getting_from_what_is_no_map_gives_nothing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct node *root =
        document_read(arena, "- a: b\n", 7, "a.yaml", NULL);
    assert_null(node_get(NULL, "a"));
    assert_null(node_get(root, "a"));
    assert_null(node_get(root->first, "b"));
    assert_string_equal(node_text(root, "nothing"), "nothing");
    assert_string_equal(node_text(NULL, "nothing"), "nothing");
    arena_free(arena);
}

static void assert_unreadable(const char *path, enum fault fault)
{
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    assert_null(document_load(arena, path, "shown.yaml", diags));
    assert_int_equal(diag_at(diags, 0)->fault, fault);
    assert_string_equal(diag_at(diags, 0)->place.path, "shown.yaml");
    arena_free(arena);
    diag_list_free(diags);
}

static void only_regular_files_are_loaded(void **state)
{
    const char *folder = *state;
    char *fifo = path_join(folder, "fifo.yaml");
    char *missing = path_join(folder, "missing.yaml");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_unreadable(missing, FAULT_FILE_UNREADABLE);
    assert_unreadable(fifo, FAULT_FILE_UNREADABLE);
    assert_unreadable(folder, FAULT_FILE_UNREADABLE);
    assert_unreadable("/dev/zero", FAULT_FILE_UNREADABLE);
    unlink(fifo);
    free(fifo);
    free(missing);
}

static void a_file_is_loaded_as_its_bytes(void **state)
{
    char *path = path_join(*state, "a.yaml");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("a: b\n", file);
    fclose(file);
    struct arena *arena = arena_new();
    const struct node *root = document_load(arena, path, "a.yaml", NULL);
    assert_string_equal(node_text(node_get(root, "a"), ""), "b");
    arena_free(arena);
    assert_int_equal(truncate(path, DOCUMENT_BYTES_MAX + 1L), 0);
    assert_unreadable(path, FAULT_FILE_TOO_LARGE);
    assert_int_equal(truncate(path, 0), 0);
    assert_unreadable(path, FAULT_FILE_EMPTY);
    unlink(path);
    free(path);
}

static int make_folder(void **state)
{
    char *folder = xstrdup("/tmp/test_document.XXXXXX");
    *state = mkdtemp(folder);
    return *state != NULL ? 0 : -1;
}

static int remove_folder(void **state)
{
    rmdir(*state);
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_is_the_text_that_was_typed),
        cmocka_unit_test(files_come_in_many_encodings),
        cmocka_unit_test(unbreakable_spaces_do_not_break_the_indentation),
        cmocka_unit_test(what_yaml_refuses_has_its_place),
        cmocka_unit_test(what_yaml_allows_but_we_do_not_is_a_fault),
        cmocka_unit_test(a_control_character_has_its_place),
        cmocka_unit_test(many_control_characters_are_no_text),
        cmocka_unit_test(an_empty_file_is_a_fault),
        cmocka_unit_test(depth_has_a_limit),
        cmocka_unit_test(sizes_have_limits),
        cmocka_unit_test(directives_are_refused_at_once),
        cmocka_unit_test(every_cut_of_a_file_is_safe),
        cmocka_unit_test(every_changed_byte_is_safe),
        cmocka_unit_test(nodes_know_their_places),
        cmocka_unit_test(getting_from_what_is_no_map_gives_nothing),
        cmocka_unit_test(only_regular_files_are_loaded),
        cmocka_unit_test(a_file_is_loaded_as_its_bytes),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
