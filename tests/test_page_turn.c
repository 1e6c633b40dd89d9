// SPDX-License-Identifier: MIT
#include "screens/page_turn.h"

#include "draw/canvas.h"
#include "draw/picture.h"
#include "support/test.h"

enum {
    WIDTH = 400,
    HEIGHT = 20,
    LEAST = 40,
    FRAME_MS = 16,
    LONG_MS = 5000, // no motion takes as long
};

static const struct colour BEHIND = {1, 2, 3, 255};
static const struct colour PAGES[] = {
    {255, 0,   0,   255},
    {0,   255, 0,   255},
    {0,   0,   255, 255}
};

static void draw(void *context, int step, struct canvas *canvas)
{
    int *drawn = context;
    (*drawn)++;
    canvas_clear(canvas, PAGES[step + 1]);
}

struct book {
    struct page_turn turn;
    struct canvas *canvas;
    int drawn;
};

static void open_book(struct book *book, bool calm, bool previous, bool next)
{
    struct size size = {WIDTH, HEIGHT};
    book->drawn = 0;
    book->canvas = canvas_new(size);
    page_turn_init(&book->turn, size, calm, draw, &book->drawn);
    page_turn_set_neighbours(&book->turn, previous, next);
}

static void close_book(struct book *book)
{
    page_turn_release(&book->turn);
    canvas_free(book->canvas);
}

// A finger, dx to the right and then off.
static void swipe(struct book *book, double dx, double velocity)
{
    page_turn_grab(&book->turn, 0);
    page_turn_drag(&book->turn, dx / 2);
    page_turn_drag(&book->turn, dx / 2);
    page_turn_draw(&book->turn, BEHIND, book->canvas);
    page_turn_let_go(&book->turn, velocity, LEAST, 0);
    for (int64_t ms = 0; ms < LONG_MS; ms += FRAME_MS) {
        page_turn_update(&book->turn, ms);
    }
    assert_false(page_turn_moves(&book->turn));
}

static bool is_at(const struct book *book, int x, struct colour colour)
{
    const struct picture *picture = canvas_picture(book->canvas);
    uint32_t pixel = picture->pixels[x];
    return (pixel & 0xffffff) ==
           (uint32_t)(colour.red << 16 | colour.green << 8 | colour.blue);
}

static void both_pages_follow_the_finger(void **state)
{
    (void)state;
    struct book book;
    open_book(&book, false, true, true);
    page_turn_grab(&book.turn, 0);
    page_turn_drag(&book.turn, -100);
    assert_true(page_turn_is_seen(&book.turn));
    page_turn_draw(&book.turn, BEHIND, book.canvas);
    assert_true(is_at(&book, WIDTH - 101, PAGES[1]));
    assert_true(is_at(&book, WIDTH - 100, PAGES[2]));
    page_turn_drag(&book.turn, 150);
    page_turn_draw(&book.turn, BEHIND, book.canvas);
    assert_true(is_at(&book, 49, PAGES[0]));
    assert_true(is_at(&book, 50, PAGES[1]));
    // Each was drawn once, and only moved.
    page_turn_drag(&book.turn, 10);
    page_turn_draw(&book.turn, BEHIND, book.canvas);
    assert_int_equal(book.drawn, 3);
    close_book(&book);
}

static void far_enough_or_flicked_it_turns(void **state)
{
    (void)state;
    const struct {
        double dx, velocity;
        int step;
    } CASES[] = {
        {-WIDTH / 3.0, 0,    1 },
        {WIDTH / 3.0,  0,    -1},
        {-LEAST - 5,   -900, 1 },
        {LEAST + 5,    900,  -1},
        {-LEAST - 5,   0,    0 }, // not far
        {-LEAST + 5,   -900, 0 }, // an accident
        {-WIDTH / 3.0, 900,  0 }, // taken back
        {-WIDTH / 3.0, 1e9,  0 },
        {WIDTH / 3.0,  1e9,  -1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct book book;
        open_book(&book, i % 2 == 0, true, true);
        swipe(&book, CASES[i].dx, CASES[i].velocity);
        assert_int_equal(page_turn_step(&book.turn), CASES[i].step);
        assert_int_equal(page_turn_is_seen(&book.turn), CASES[i].step != 0);
        close_book(&book);
    }
}

static void back_in_its_place_it_keeps_nothing(void **state)
{
    (void)state;
    struct book book;
    open_book(&book, false, true, true);
    swipe(&book, -LEAST, 0);
    for (int i = 0; i < 3; i++) {
        assert_null(book.turn.pages[i]);
    }
    close_book(&book);
}

static void
where_there_is_no_neighbour_it_gives_way_and_springs_back(void **state)
{
    (void)state;
    struct book book;
    open_book(&book, false, false, true);
    page_turn_grab(&book.turn, 0);
    page_turn_drag(&book.turn, 200);
    page_turn_draw(&book.turn, BEHIND, book.canvas);
    assert_true(is_at(&book, 0, BEHIND));
    assert_true(is_at(&book, 199, PAGES[1]));
    close_book(&book);
    open_book(&book, false, false, true);
    swipe(&book, 300, 2000);
    assert_int_equal(page_turn_step(&book.turn), 0);
    assert_false(page_turn_is_seen(&book.turn));
    close_book(&book);
}

static void a_calm_one_is_there_at_once(void **state)
{
    (void)state;
    struct book book;
    open_book(&book, true, true, true);
    page_turn_grab(&book.turn, 0);
    page_turn_drag(&book.turn, -200);
    page_turn_let_go(&book.turn, -500, LEAST, 0);
    assert_false(page_turn_moves(&book.turn));
    assert_int_equal(page_turn_step(&book.turn), 1);
    close_book(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_pages_follow_the_finger),
        cmocka_unit_test(far_enough_or_flicked_it_turns),
        cmocka_unit_test(back_in_its_place_it_keeps_nothing),
        cmocka_unit_test(
            where_there_is_no_neighbour_it_gives_way_and_springs_back),
        cmocka_unit_test(a_calm_one_is_there_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
