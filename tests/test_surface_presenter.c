// SPDX-License-Identifier: MIT
// What the surface presenter leaves on a window's surface, on a display of
// which nothing is seen (SDL's "dummy").
#include "app/presenter.h"

#include <stdlib.h>

#include "draw/picture.h"
#include "support/test.h"

static const struct size SIZE = {40, 30};
static const uint32_t RED = 0xFFFF0000, BLUE = 0xFF0000FF;

struct screen {
    SDL_Window *window;
    void *presenter;
    struct picture *red, *blue;
};

static struct picture *filled(struct size size, uint32_t pixel)
{
    struct picture *picture = picture_new(size);
    for (int i = 0; i < size.width * size.height; i++) {
        picture->pixels[i] = pixel;
    }
    return picture;
}

static int open_screen(void **state)
{
    struct screen *screen = calloc(1, sizeof *screen);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_int_equal(SDL_InitSubSystem(SDL_INIT_VIDEO), 0);
    screen->window = SDL_CreateWindow("test", 0, 0, SIZE.width, SIZE.height, 0);
    assert_non_null(screen->window);
    screen->presenter = surface_presenter.open(screen->window);
    assert_non_null(screen->presenter);
    screen->red = filled(SIZE, RED);
    screen->blue = filled(SIZE, BLUE);
    *state = screen;
    return 0;
}

static int close_screen(void **state)
{
    struct screen *screen = *state;
    surface_presenter.close(screen->presenter);
    SDL_DestroyWindow(screen->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    picture_free(screen->red);
    picture_free(screen->blue);
    free(screen);
    return 0;
}

static void present(struct screen *screen, int progress)
{
    assert_true(surface_presenter.present(screen->presenter, progress));
}

// Without what nobody sees.
static uint32_t seen(struct screen *screen, int x, int y)
{
    SDL_Surface *surface = SDL_GetWindowSurface(screen->window);
    uint8_t *row = (uint8_t *)surface->pixels + y * surface->pitch;
    return ((uint32_t *)(void *)row)[x] | 0xFF000000;
}

static void assert_shows(struct screen *screen, const struct picture *picture)
{
    for (int y = 0; y < SIZE.height; y++) {
        for (int x = 0; x < SIZE.width; x++) {
            assert_int_equal(seen(screen, x, y),
                             picture->pixels[y * SIZE.width + x]);
        }
    }
}

static void the_last_picture_is_shown(void **state)
{
    struct screen *screen = *state;
    surface_presenter.push(screen->presenter, screen->red);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->red);
    surface_presenter.push(screen->presenter, screen->blue);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->blue);
}

static void a_fade_begins_at_one_and_ends_at_the_other(void **state)
{
    struct screen *screen = *state;
    surface_presenter.push(screen->presenter, screen->red);
    surface_presenter.push(screen->presenter, screen->blue);
    present(screen, 0);
    assert_shows(screen, screen->red);
    present(screen, PROGRESS_DONE / 2);
    assert_int_equal(seen(screen, 3, 3), 0xFF800080);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->blue);
}

static void what_changes_in_one_picture_is_shown(void **state)
{
    static const int PLACES[][2] = {
        {0,  0 },
        {39, 29},
        {20, 14}
    };
    struct screen *screen = *state;
    surface_presenter.push(screen->presenter, screen->red);
    present(screen, PROGRESS_DONE);
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        screen->red->pixels[PLACES[i][1] * SIZE.width + PLACES[i][0]] = BLUE;
        present(screen, PROGRESS_DONE);
        assert_shows(screen, screen->red);
        present(screen, PROGRESS_DONE);
        assert_shows(screen, screen->red);
    }
}

// Half red, half transparent: blended twice it would be more than that.
static void a_cover_lies_over_it_once_and_goes_without_a_trace(void **state)
{
    struct screen *screen = *state;
    struct picture *cover = filled((struct size){10, 8}, 0x80800000);
    surface_presenter.push(screen->presenter, screen->blue);
    present(screen, PROGRESS_DONE);
    for (int y = -4; y < SIZE.height; y += 7) {
        surface_presenter.cover(screen->presenter, cover, 5, y);
        present(screen, PROGRESS_DONE);
        uint32_t once = seen(screen, 6, y < 0 ? 0 : y);
        assert_int_not_equal(once, BLUE);
        present(screen, PROGRESS_DONE);
        assert_int_equal(seen(screen, 6, y < 0 ? 0 : y), once);
        assert_int_equal(seen(screen, 4, y < 0 ? 0 : y), BLUE);
    }
    surface_presenter.cover(screen->presenter, NULL, 0, 0);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->blue);
    picture_free(cover);
}

static void a_dark_screen_comes_back_whole(void **state)
{
    struct screen *screen = *state;
    surface_presenter.push(screen->presenter, screen->red);
    present(screen, PROGRESS_DONE);
    assert_true(surface_presenter.blank(screen->presenter));
    assert_int_equal(seen(screen, 7, 7), 0xFF000000);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->red);
}

static void a_picture_of_another_size_waits(void **state)
{
    struct screen *screen = *state;
    struct picture *small = filled((struct size){20, 10}, BLUE);
    surface_presenter.push(screen->presenter, screen->red);
    present(screen, PROGRESS_DONE);
    surface_presenter.push(screen->presenter, small);
    present(screen, PROGRESS_DONE);
    assert_shows(screen, screen->red);
    picture_free(small);
}

#define ON_A_SCREEN(test)                                                      \
    cmocka_unit_test_setup_teardown(test, open_screen, close_screen)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_SCREEN(the_last_picture_is_shown),
        ON_A_SCREEN(a_fade_begins_at_one_and_ends_at_the_other),
        ON_A_SCREEN(what_changes_in_one_picture_is_shown),
        ON_A_SCREEN(a_cover_lies_over_it_once_and_goes_without_a_trace),
        ON_A_SCREEN(a_dark_screen_comes_back_whole),
        ON_A_SCREEN(a_picture_of_another_size_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
