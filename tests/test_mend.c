// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "support/test.h"
#include "yaml/document.h"
#include "yaml/mend.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// What was typed, what it becomes, and the faults: "code@line:column".
struct row {
    const char *typed, *mended, *faults;
};

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

static struct mended mended_of(const char *typed, struct diag_list *diags)
{
    struct mended mended = {0};
    struct text_buffer text = {0};
    text_buffer_add(&text, typed);
    mend(&text, "a.yaml", diags, &mended);
    return mended;
}

static void assert_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct diag_list *diags = diag_list_new();
        struct mended once = mended_of(rows[i].typed, diags);
        assert_string_equal(text_buffer_text(&once.text), rows[i].mended);
        char *faults = faults_of(diags);
        assert_string_equal(faults, rows[i].faults);
        struct mended twice = mended_of(text_buffer_text(&once.text), NULL);
        assert_string_equal(text_buffer_text(&twice.text), rows[i].mended);
        free(faults);
        mended_release(&once);
        mended_release(&twice);
        diag_list_free(diags);
    }
}

// Rows of what stays as it is.
static void assert_kept(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct row row = {texts[i], texts[i], ""};
        assert_rows(&row, 1);
    }
}

static void a_text_that_needs_quotation_marks_gets_them(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"titre: Film : Foodcoop\n", "titre: \"Film : Foodcoop\"\n", "quotes@1:8"},
    {"titre: Le programme :\n", "titre: \"Le programme :\"\n", "quotes@1:8"},
    {"titre: Le programme :", "titre: \"Le programme :\"", "quotes@1:8"},
    {"titre: \"Burn out\" et rencontre\n", "titre: '\"Burn out\" et rencontre'\n", "quotes@1:8"},
    {"titre: \"Burn out\" et \"rencontre\"\n", "titre: '\"Burn out\" et \"rencontre\"'\n", "quotes@1:8"},
    {"titre: \"La \"vraie\" histoire\"\n", "titre: 'La \"vraie\" histoire'\n", "quotes@1:8"},
    {"lieu: 'L'île'\n", "lieu: \"L'île\"\n", "quotes@1:7"},
    {"lieu: 'L'île' et 'l'eau\n", "lieu: \"'L'île' et 'l'eau\"\n", "quotes@1:7"},
    {"titre: [Annulé] Film\n", "titre: \"[Annulé] Film\"\n", "quotes@1:8"},
    {"titre: {Annulé} Film\n", "titre: \"{Annulé} Film\"\n", "quotes@1:8"},
    {"titre: *Film*\n", "titre: \"*Film*\"\n", "quotes@1:8"},
    {"titre: & Co\n", "titre: \"& Co\"\n", "quotes@1:8"},
    {"titre: !Film\n", "titre: \"!Film\"\n", "quotes@1:8"},
    {"titre: ? x\n", "titre: \"? x\"\n", "quotes@1:8"},
    {"titre: - x\n", "titre: \"- x\"\n", "quotes@1:8"},
    {"titre: > x\n", "titre: \"> x\"\n", "quotes@1:8"},
    {"titre: | x\n", "titre: \"| x\"\n", "quotes@1:8"},
    {"titre: @x\n", "titre: \"@x\"\n", "quotes@1:8"},
    {"titre: `x`\n", "titre: \"`x`\"\n", "quotes@1:8"},
    {"titre: %x\n", "titre: \"%x\"\n", "quotes@1:8"},
    {"titre: , x\n", "titre: \", x\"\n", "quotes@1:8"},
    {"titre: : x\n", "titre: \": x\"\n", "quotes@1:8"},
    {"titre: \"C:\\Users\"\n", "titre: 'C:\\Users'\n", "quotes@1:8"},
    {"titre: \"Film\nville: Bram\n", "titre: '\"Film'\nville: Bram\n", "quotes@1:8"},
    {"titre: [Film\nville: Bram\n", "titre: \"[Film\"\nville: Bram\n", "quotes@1:8"},
    {"- 3 mars : Film : le retour\n", "- 3 mars : \"Film : le retour\"\n", "quotes@1:12"},
    {"- *Film* à Bram\n", "- \"*Film* à Bram\"\n", "quotes@1:3"},
    {"- [Annulé] 3 mars : Film\n", "- \"[Annulé] 3 mars\" : Film\n", "quotes@1:3"},
    {"- \"3 mars\" 20h : Film\n", "- '\"3 mars\" 20h' : Film\n", "quotes@1:3"},
    {"a: un\n  deux : trois\n  quatre # fin\nb: c\n", "a: 'un\n  deux : trois\n  quatre' # fin\nb: c\n", "quotes@1:4"},
    {"titre: Film : x   # pour tous\n", "titre: \"Film : x\"   # pour tous\n", "quotes@1:8"},
    {"lieu: ?\n", "lieu: \"?\"\n", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void a_hash_is_text_where_it_looks_like_a_hashtag(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"titre: Soirée #RegardsCoop\n", "titre: \"Soirée #RegardsCoop\"\n", "hash@1:8"},
    {"tags: #coop #film\n", "tags: \"#coop #film\"\n", "hash@1:7"},
    {"- 3 mars : Film #coop à Bram\n", "- 3 mars : \"Film #coop à Bram\"\n", "hash@1:12"},
    {"accent: #0B6E69\n", "accent: \"#0B6E69\"\n", "hash@1:9"},
    {"titre: Soirée #coop # vu\n", "titre: \"Soirée #coop\" # vu\n", "hash@1:8"},
    };
    static const char *const KEPT[] = {
    "annee: 2026      # vaut pour toutes\n",
    "annee: 2026 #toutes\n",
    "date: 3 mars #à voir\n",
    "titre: Film  #coop\n",
    "titre: Film # coop\n",
    "titre: # rien\n",
    "titre: C#\n",
    "lien: https://a.org/#b\n",
    "points: https://a.org/ #b\n",
    "#titre: Film\ntitre: Film\n",
    "- #titre: Film\n  ville: Bram\n",
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
    assert_kept(KEPT, COUNT(KEPT));
}

static void a_missing_space_or_colon_is_put_in(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"titre:Film\n", "titre: Film\n", "colon@1:6"},
    {"Titre:Film : x\n", "Titre: \"Film : x\"\n", "colon@1:6"},
    {"- titre:Film\n  ville:Bram\n", "- titre: Film\n  ville: Bram\n", "colon@1:8 colon@2:8"},
    {"a: b\nSite:https://a.org\n", "a: b\nSite: https://a.org\n", "colon@2:5"},
    {"titre :Film\n", "titre : Film\n", "colon@1:7"},
    {"- 3 mars :Film\n", "- 3 mars : Film\n", "colon@1:10"},
    {"titre：Film\n", "titre: Film\n", "colon@1:6"},
    {"- titre：\n", "- titre:\n", "colon@1:8"},
    {"date de fin :\u00A03 mars\n", "date de fin : 3 mars\n", ""},
    {"a: b\ntitre Film\ndate 3 mars\n", "a: b\ntitre: Film\ndate: 3 mars\n", "colon@2:6 colon@3:5"},
    {"- titre: x\n-date: y\n", "- titre: x\n- date: y\n", "dash@2:1"},
    {"evenements:\n  -titre: x\n", "evenements:\n  - titre: x\n", "dash@2:3"},
    {"evenements:\n  • 3 mars : Film\n  – 4 mars : Film\n", "evenements:\n  - 3 mars : Film\n  - 4 mars : Film\n", "dash@2:3 dash@3:3"},
    {"-\tdate: x\n", "- date: x\n", ""},
    };
    static const char *const KEPT[] = {
    "- https://a.org\n- mailto:a@b.c\n- 18:30\n",
    "a: b\nhttps://a.org: c\n",
    "Où ?: là\nDATE DE FIN: x\n\"a b\": c\n'd': e\n",
    "heure: 18:30\nlien: https://a.org\n",
    "titre: “Film” « Demain » — l’autre\n",
    "titre: -x\nb: +x\nc: ~\nd: =x\n",
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
    assert_kept(KEPT, COUNT(KEPT));
}

static void a_line_goes_where_it_belongs(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"e:\n  - date: x\n titre: y\n", "e:\n  - date: x\n    titre: y\n", "indent@3:2"},
    {"e:\n  - date: x\n  titre: y\n", "e:\n  - date: x\n    titre: y\n", "indent@3:3"},
    {"e:\n  - date: x\n     titre: y\n", "e:\n  - date: x\n    titre: y\n", "indent@3:6"},
    {"e:\n  - date: x\n   - date: y\n", "e:\n  - date: x\n  - date: y\n", "indent@3:4"},
    {"e:\n  - date: x\n- date: y\n", "e:\n  - date: x\n  - date: y\n", "indent@3:1"},
    {"e:\n  - 3 mars : x\n    - 4 mars : y\n", "e:\n  - 3 mars : x\n  - 4 mars : y\n", "indent@3:5"},
    {"l:\n  A: x\n   B: y\n", "l:\n  A: x\n  B: y\n", "indent@3:4"},
    {"l:\n    A: x\n  B: y\n", "l:\n    A: x\n    B: y\n", "indent@3:3"},
    {"titre: a\n ville: b\n", "titre: a\nville: b\n", "indent@2:2"},
    {"e:\n\t- date: x\n\t  titre: y\n", "e:\n  - date: x\n    titre: y\n", "tab@2:2"},
    {"e:\n  - date: x\n\ttitre: y\n\t\n", "e:\n  - date: x\n    titre: y\n  \n", "tab@3:2"},
    };
    static const char *const KEPT[] = {
    "e:\n- date: x\n  titre: y\n- date: z\nf: g\n",
    "e:\n  -\n    date: x\n  - - a\n    - b\n",
    "a:\n  - b: c\n    d:\n    - e\n    - f\n    g:\n      - h\n",
    "note: un\n  - deux\n  trois\n",
    "a:\n  texte\n   qui va loin\nb: c\n",
    "a: [b,\nc]\nd: {e: f,\n  g: h}\n",
    "a: \"un : deux\n  # trois\n\n  quatre\" # fin\nb: 'c''d\n  : e'\n",
    "---\na: b\n...\n",
    "\r\na: b\r\n  c\r\rd:\r- e\r",
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
    assert_kept(KEPT, COUNT(KEPT));
}

static void texts_in_blocks_are_not_touched(void **state)
{
    (void)state;
    static const char *const KEPT[] = {
        "texte: >\n  Film : Foodcoop\n\n   titre:x #y\n  - [z\nb: c\n",
        "- |-\n  a : b : c\n  \"d\" e\n- texte: >+2 # oui\n    *x*\n  d: e\n",
        "a: |\n\n",
    };
    assert_kept(KEPT, COUNT(KEPT));
}

static void a_line_nobody_understands_is_left_out_alone(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"Programme 2026\ntitre: x\n", "\ntitre: x\n", "line-lost@1:1"},
    {"titre: x\r=======\nville: y\n", "titre: x\r \nville: y\n", "line-lost@2:1"},
    {"titre: x\n=======\nville: y\n", "titre: x\n\nville: y\n", "line-lost@2:1"},
    {"e:\n  - a: x\n    bla bla\n    b: y\n", "e:\n  - a: x\n    bla bla\n    b: y\n", ""},
    {"e:\n  - a: x\n  bla bla\n    b: y\n", "e:\n  - a: x\n\n    b: y\n", "line-lost@3:3"},
    {"e:\n  - a: x\n---\n  - b: y\n", "e:\n  - a: x\n\n  - b: y\n", "line-lost@3:1"},
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        // A text that goes on in a line is no lost one.
        if (ROWS[i].faults[0] != '\0') {
            assert_rows(&ROWS[i], 1);
        }
    }
}

static void the_fault_shows_the_corrected_line(void **state)
{
    (void)state;
    struct diag_list *diags = diag_list_new();
    struct mended mended = mended_of("e:\n\t- titre:Film : #x\n", diags);
    assert_string_equal(diag_at(diags, 0)->arguments[0],
                        "- titre: \"Film : #x\"");
    assert_null(diag_at(diags, 1));
    mended_release(&mended);
    diag_list_free(diags);
}

static void places_are_those_of_what_was_typed(void **state)
{
    (void)state;
    static const char TYPED[] = "é:\n\t- titre:Film\n  -ville：Bram\n";
    struct arena *arena = arena_new();
    const struct node *root =
        document_read(arena, TYPED, strlen(TYPED), "a.yaml", NULL);
    const struct node *title = root->first->first->first;
    assert_string_equal(title->text, "Film");
    assert_int_equal(title->key_place.column, 4);
    assert_int_equal(title->place.line, 2);
    assert_int_equal(title->place.column, 10);
    const struct node *town = root->first->first->next->first;
    assert_string_equal(town->text, "Bram");
    assert_int_equal(town->key_place.column, 4);
    assert_int_equal(town->place.column, 10);
    arena_free(arena);
}

// What is left of a file with a fault: the number of entries under e:.
struct loss {
    const char *typed;
    size_t entries;
    const char *faults;
};

static void a_fault_in_one_entry_costs_no_other_one(void **state)
{
    (void)state;
    // clang-format off
    static const struct loss ROWS[] = {
    {"e:\n  - a: 1\n  - a: &b c\n    d: e\n  - a: 3\nf: g\n", 2, "yaml-alias@3:8"},
    {"e:\n- a: 1\n- a: !!x c\n- a: 3\nf: g\n", 2, "yaml-tag@3:6"},
    {"e:\n  - a: [[[[[[[[[[1]]]]]]]]]]\n  - a: 3\n  - [[[[[[[[[a]]]]]]]]]\nf: g\n", 1, "yaml-too-deep@2:13 yaml-too-deep@4:11"},
    {"e:\n  - a: 1\n  - ? [x]\n    : y\n  - a: 3\nf: g\n", 3, "quotes@3:5"},
    {"e:\n  - a: 1\n  - a: [x, *y, {z\n  - a: 3\nf: g\n", 3, "quotes@3:8"},
    {"e:\n  - a: {x: [y}, z]}\nf: g\n", 1, "quotes@2:8"},
    {"e:\n  - a: [x, @y]\n  - b: c\nf: g\n", 1, "yaml@2:12"},
    {"h: *i\ne:\n  - a: 1\nf: g\n", 1, "yaml-alias@1:4"},
    {"e:\n  - a: 1\nh: &i\n  j: k\nf: g\n", 1, "yaml-alias@3:4"},
    {"e:\n  -\n    a: 1\n  -\n    b: *c\n  -\n    a: 3\nf: g\n", 2, "yaml-alias@5:8"},
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct arena *arena = arena_new();
        struct diag_list *diags = diag_list_new();
        const struct node *root = document_read(
            arena, ROWS[i].typed, strlen(ROWS[i].typed), "a.yaml", diags);
        char *faults = faults_of(diags);
        assert_string_equal(faults, ROWS[i].faults);
        assert_string_equal(node_text(node_get(root, "f"), ""), "g");
        assert_int_equal(node_get(root, "e")->count, ROWS[i].entries);
        free(faults);
        diag_list_free(diags);
        arena_free(arena);
    }
}

static void so_many_faults_end_the_reading(void **state)
{
    (void)state;
    struct text_buffer text = {0};
    text_buffer_add(&text, "e:\n");
    for (int i = 0; i < 1000; i++) {
        text_buffer_add(&text, "  - a: &b c\n");
    }
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    document_read(arena, text.text, text.length, "a.yaml", diags);
    assert_in_range(diag_count(diags, FAULT_ERROR), 1, 60);
    diag_list_free(diags);
    arena_free(arena);
    text_buffer_release(&text);
}

static void a_file_that_was_cut_off_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool cut;
    } ROWS[] = {
        {"titre: x\nannee:",                    true },
        {"titre: x\nann",                       true },
        {"titre: x\nnote: \"un te",             true },
        {"e:\n  - a: b\n  -",                   true },
        {"e:\n  - a: b\n    c: d\n  - a: b",    true },
        {"titre: \xC3\xA9t\xC3",                true },
        {"titre: x",                            false},
        {"titre: x\nannee:\n",                  false},
        {"e:\n  - a: b\n    c: d\n  - a: b\n",  false},
        {"e:\n  - a : b\n  - c : d\n  - e : f", false},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct arena *arena = arena_new();
        struct diag_list *diags = diag_list_new();
        document_read(arena, ROWS[i].bytes, strlen(ROWS[i].bytes), "a.yaml",
                      diags);
        char *faults = faults_of(diags);
        assert_int_equal(strstr(faults, "file-looks-cut") != NULL, ROWS[i].cut);
        free(faults);
        diag_list_free(diags);
        arena_free(arena);
    }
}

static char *sample_bytes(size_t *length)
{
    char *bytes = document_bytes(KIOSK_PROGRAMME_DIR "/programme.yaml",
                                 "programme.yaml", NULL, length);
    assert_non_null(bytes);
    return bytes;
}

static void the_sample_is_not_changed_by_a_byte(void **state)
{
    (void)state;
    size_t length = 0;
    char *bytes = sample_bytes(&length);
    bytes[length] = '\0';
    assert_kept((const char *const[]){bytes}, 1);
    free(bytes);
}

static void every_cut_of_the_sample_is_read(void **state)
{
    (void)state;
    size_t whole = 0;
    char *bytes = sample_bytes(&whole);
    for (size_t length = 0; length <= whole; length++) {
        char *cut = xmalloc(length + 1); // no more, for the sanitizers
        memcpy(cut, bytes, length);
        struct arena *arena = arena_new();
        struct diag_list *diags = diag_list_new();
        const struct node *root =
            document_read(arena, cut, length, "a.yaml", diags);
        assert_true(root != NULL || diag_at(diags, 0) != NULL);
        diag_list_free(diags);
        arena_free(arena);
        free(cut);
    }
    free(bytes);
}

#ifdef __SANITIZE_ADDRESS__
enum {
    MEMORY_KIB_MAX = 1024 * 1024 // the sanitizers' own
};
#else
enum {
    MEMORY_KIB_MAX = 64 * 1024
};
#endif

// A hostile file: pieces that are repeated until it is large.
struct hostile {
    const char *head, *piece;
    size_t times;
};

static void read_hostile(const struct hostile *hostile)
{
    struct text_buffer text = {0};
    text_buffer_add(&text, hostile->head);
    for (size_t i = 0; i < hostile->times; i++) {
        text_buffer_add(&text, hostile->piece);
    }
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    document_read(arena, text.text, text.length, "a.yaml", diags);
    bool told = diag_at(diags, 0) != NULL;
    diag_list_free(diags);
    arena_free(arena);
    text_buffer_release(&text);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    _exit(!told ? 1 : usage.ru_maxrss > MEMORY_KIB_MAX ? 2 : 0);
}

// In a child that may take 10 seconds of processor time, so that what is
// quadratic fails whatever the machine is doing, and 64 MiB.
static void hostile_files_end_in_a_message(void **state)
{
    (void)state;
    static const struct hostile ROWS[] = {
        {"",                      "[",               100000},
        {"",                      "{a: ",            100000},
        {"",                      "- ",              100000},
        {"",                      "? ",              100000},
        {"a: \"",                 "\nb: \"",         500000},
        {"a:\n",                  " b: [\n",         500000},
        {"a:\n",                  " b: {c\n",        500000},
        {"a:\n",                  "- 'b\n",          500000},
        {"",                      "%TAG ! x:a\n",    190000},
        {"a: &a [x, x]\n",        "b: [*a, *a]\n",   300000},
        {"a: b\n",                "a:b: #c: [d\n",   300000},
        {"",                      "a: b\n",          800000},
        {"x: y\n",                "a\n",             800000},
        {"a: x\n",                "  y : z\n",       400000},
        {"a: ",                   "'",               899999},
        {"a: ",                   "#x ",             900000},
        {"- 3 mars : ",           "\xC2\xA0",        900000},
        {"e:\n",                  "  - a: &b c\n",   300000},
        {"e:\n",                  "---\n",           900000},
        {"\xEF\xBB\xBF- x\n\n\n", "\t\t\t- y: &z\n", 300000},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            setrlimit(RLIMIT_CPU, &(struct rlimit){10, 10});
            read_hostile(&ROWS[i]);
        }
        int status = -1;
        assert_int_equal(waitpid(child, &status, 0), child);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            fail_msg("'%s' times %zu ends with %#x", ROWS[i].piece,
                     ROWS[i].times, (unsigned)status);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_that_needs_quotation_marks_gets_them),
        cmocka_unit_test(a_hash_is_text_where_it_looks_like_a_hashtag),
        cmocka_unit_test(a_missing_space_or_colon_is_put_in),
        cmocka_unit_test(a_line_goes_where_it_belongs),
        cmocka_unit_test(texts_in_blocks_are_not_touched),
        cmocka_unit_test(a_line_nobody_understands_is_left_out_alone),
        cmocka_unit_test(the_fault_shows_the_corrected_line),
        cmocka_unit_test(places_are_those_of_what_was_typed),
        cmocka_unit_test(a_fault_in_one_entry_costs_no_other_one),
        cmocka_unit_test(so_many_faults_end_the_reading),
        cmocka_unit_test(a_file_that_was_cut_off_is_told),
        cmocka_unit_test(the_sample_is_not_changed_by_a_byte),
        cmocka_unit_test(every_cut_of_the_sample_is_read),
        cmocka_unit_test(hostile_files_end_in_a_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
