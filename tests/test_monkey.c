// SPDX-License-Identifier: MIT
// A monkey at the screen: a hundred thousand random touches and keys, while
// programmes and sizes change, over visit after visit. Nothing crashes, no
// state is left for ever, nothing grows.
//
// KIOSK_MONKEY is how many inputs it does; fewer by itself under a sanitizer.
#include <malloc.h>
#include <stdlib.h>

#include "draw/canvas.h"
#include "draw/image_store.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "screens/visit.h"
#include "support/folder.h"
#include "support/layout.h"
#include "support/test.h"
#include "support/visitor.h"

#if defined(__SANITIZE_ADDRESS__)
enum {
    INPUTS = 4000,
    IS_SANITIZED = 1
};
#else
enum {
    INPUTS = 10000,
    IS_SANITIZED = 0
};
#endif

enum {
    STAGES = 3,
    FINGERS = 5,
    DRAW_EVERY = 7,
    STAGE_EVERY = 400,
    ALONE_EVERY = 5000,
    STEPS_MAX = 5000,
    GROWTH_BYTES_MAX = 24 * 1024 * 1024,
};

// The same every time.
static unsigned below(unsigned limit)
{
    static uint64_t state = 20260117;
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(state >> 33) % limit;
}

static struct world world;
static struct programme *season, *other;
static struct visitor stages[STAGES];
static char *folder;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    season = programme_in(&world, KIOSK_PROGRAMME_DIR);
    folder = folder_make();
    other = programme_written(
        &world, folder,
        "programme: Autre\nannee: 2026\nsoirees:\n"
        "  - mardi 20 janvier 18h30-20h30 : Film Foodcoop, à Montpellier\n"
        "  - samedi 24 janvier 19h : Une tout autre soirée, à Sète\n");
    const struct showing SHOWINGS[STAGES] = {
        {.name = "a",
         .programme = season,
         .size = {480, 320},
         .language = "fr",
         .now = {{2026, 1, 17}, 720} },
        {.name = "b",
         .programme = other,
         .size = {480, 320},
         .language = "oc",
         .now = {{2026, 1, 17}, 720} },
        {.name = "c",
         .programme = season,
         .size = {320, 480},
         .language = "en",
         .now = {{2026, 3, 12}, 1200}},
    };
    for (size_t i = 0; i < STAGES; i++) {
        visitor_init(&stages[i], &world, &SHOWINGS[i], NULL);
    }
    return 0;
}

static int stop(void **state)
{
    (void)state;
    for (size_t i = 0; i < STAGES; i++) {
        visitor_release(&stages[i]);
    }
    programme_free(season);
    programme_free(other);
    folder_remove(folder);
    world_release(&world);
    return 0;
}

struct monkey {
    struct visit *visit;
    size_t stage;
    int64_t ms;
    int visits;
    size_t bytes[2]; // the most in use at a visit's end, of both halves
};

static void come(struct monkey *monkey)
{
    const struct visitor *place = &stages[monkey->stage];
    struct destination first = {.screen = SCREEN_LIST};
    if (below(2) == 0) {
        size_t index = below((unsigned)place->agenda->count);
        first.screen = SCREEN_EVENT;
        first.event = event_key_of(place->agenda->entries[index].event);
    }
    monkey->visit = visit_new(
        (struct visit_options){.stage = &place->stage,
                               .languages = world.languages,
                               .behind = canvas_picture(place->canvas),
                               .first = first,
                               .now_ms = monkey->ms});
    event_key_release(&first.event);
    monkey->visits++;
}

static void leave(struct monkey *monkey, bool second_half)
{
    visit_free(monkey->visit);
    size_t bytes = mallinfo2().uordblks;
    size_t *most = &monkey->bytes[second_half ? 1 : 0];
    *most = bytes > *most ? bytes : *most;
}

static struct input any_input(const struct monkey *monkey)
{
    struct size size = stages[monkey->stage].showing.size;
    static const enum input_kind KINDS[] = {
        INPUT_DOWN,  INPUT_DOWN, INPUT_UP,   INPUT_UP,    INPUT_UP,
        INPUT_MOVE,  INPUT_MOVE, INPUT_MOVE, INPUT_MOVE,  INPUT_CANCEL,
        INPUT_WHEEL, INPUT_KEY,  INPUT_KEY,  INPUT_KEY_UP};
    struct input input = {
        .kind = KINDS[below(sizeof KINDS / sizeof *KINDS)],
        .ms = monkey->ms,
 // Mostly one finger, or nothing would ever be tapped.
        .finger = below(4) > 0 ? 0 : below(FINGERS),
        .at = {(int)below((unsigned)size.width + 40) - 20,
               (int)below((unsigned)size.height + 40) - 20},
        .wheel = (int)below(9) - 4,
        .key = (enum key)below(KEY_DIGIT + 1),
        .digit = (int)below(10),
        .repeat = below(5) == 0,
    };
    return input;
}

// A finger that stays where it is taps.
static void tap(struct monkey *monkey)
{
    struct input input = any_input(monkey);
    input.kind = INPUT_DOWN;
    input.finger = 0;
    visit_take(monkey->visit, &input);
    monkey->ms += 60;
    input.ms = monkey->ms;
    input.kind = INPUT_UP;
    visit_take(monkey->visit, &input);
}

static void act(struct monkey *monkey)
{
    monkey->ms += below(60) == 0 ? 1000 + below(20000) : below(80);
    if (below(4) == 0) {
        tap(monkey);
        return;
    }
    struct input input = any_input(monkey);
    visit_take(monkey->visit, &input);
}

static void draw(struct monkey *monkey)
{
    if (image_store_collect(world.images) > 0) {
        visit_pictures_came(monkey->visit);
    }
    visit_draw(monkey->visit, stages[monkey->stage].canvas);
}

// Waking only when it is asked for, it ends in time.
static void let_alone(struct monkey *monkey)
{
    int64_t began_ms = monkey->ms;
    for (int i = 0; i < STEPS_MAX && !visit_is_over(monkey->visit); i++) {
        int64_t next_ms = visit_next_ms(monkey->visit);
        monkey->ms = next_ms > monkey->ms ? next_ms : monkey->ms + 1;
        if (visit_update(monkey->visit, monkey->ms)) {
            draw(monkey);
        }
    }
    int64_t most = world.settings->idle_seconds * 1000 + VISIT_WARNING_MS;
    if (!visit_is_over(monkey->visit) || monkey->ms - began_ms > most + 1000) {
        fail_msg("stuck at '%s' in visit %d", visit_where(monkey->visit),
                 monkey->visits);
    }
}

static void a_monkey_breaks_nothing(void **state)
{
    (void)state;
    const char *told = getenv("KIOSK_MONKEY");
    int inputs = told != NULL ? (int)strtol(told, NULL, 10) : INPUTS;
    struct monkey monkey = {.ms = 1000};
    come(&monkey);
    for (int i = 1; i <= inputs; i++) {
        act(&monkey);
        bool news = visit_update(monkey.visit, monkey.ms);
        if (i % ALONE_EVERY == 0) {
            let_alone(&monkey);
        } else if (i % STAGE_EVERY == 0) {
            monkey.stage = below(STAGES);
            visit_set_stage(monkey.visit, &stages[monkey.stage].stage);
        } else if (news && i % DRAW_EVERY == 0) {
            draw(&monkey);
        }
        if (visit_is_over(monkey.visit)) {
            leave(&monkey, i > inputs / 2);
            come(&monkey);
        }
    }
    leave(&monkey, true);
    print_message("%d inputs in %d visits; in use at most %zu, then %zu KiB\n",
                  inputs, monkey.visits, monkey.bytes[0] / 1024,
                  monkey.bytes[1] / 1024);
    assert_true(monkey.visits > inputs / 1000);
    if (!IS_SANITIZED) {
        assert_true(monkey.bytes[1] <= monkey.bytes[0] + GROWTH_BYTES_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_monkey_breaks_nothing),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
