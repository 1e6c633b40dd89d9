// SPDX-License-Identifier: MIT
// A visit from its first touch to its end, over a real programme.
#include "screens/visit.h"

#include <string.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/picture.h"
#include "language/language.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "screens/controls.h"
#include "screens/desk.h"
#include "support/folder.h"
#include "support/layout.h"
#include "support/test.h"
#include "support/visitor.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
    STEPS_MAX = 5000, // of a visit that is let alone
};

static const struct size SIZE = {800, 480};

static struct world world;
static struct programme *programme;

static int start(void **state)
{
    (void)state;
    world_init(&world);
    programme = programme_in(&world, KIOSK_PROGRAMME_DIR);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    programme_free(programme);
    world_release(&world);
    return 0;
}

// A desk that has nothing to tell, and where everything is done at once.
static struct desk_report nothing_to_tell(void *context,
                                          const struct phrasing *phrasing)
{
    struct desk_report report = {.diagnostic = xstrdup("kiosk")};
    (void)context;
    (void)phrasing;
    for (size_t i = 0; i < DESK_SECTION_COUNT; i++) {
        report.headings[i] = xstrdup("-");
        report.sections[i] = xstrdup("-");
    }
    return report;
}

static void begin(void *context, enum desk_task task, int64_t instant)
{
    (void)context;
    (void)task;
    (void)instant;
}

static enum desk_progress progress(void *context, const char **words)
{
    (void)context;
    *words = "";
    return DESK_DONE;
}

static struct desk desk_of_nobody(void)
{
    return (struct desk){
        .report = nothing_to_tell, .begin = begin, .progress = progress};
}

static struct showing showing_of(const char *name, const char *language)
{
    return (struct showing){
        .name = name,
        .programme = programme,
        .size = SIZE,
        .language = language,
        .now = {{2026, 1, 17}, 12 * 60}
    };
}

static void come(struct visitor *visitor, struct desk *desk)
{
    struct showing showing = showing_of("visit", "fr");
    visitor_init(visitor, &world, &showing, desk);
}

// Somebody who has not touched anything yet; the slide was about an event.
static void come_to_threshold(struct visitor *visitor, const char *title)
{
    come(visitor, NULL);
    visit_free(visitor->visit);
    struct destination first = {.screen =
                                    title != NULL ? SCREEN_EVENT : SCREEN_LIST};
    for (size_t i = 0; title != NULL && i < visitor->agenda->count; i++) {
        const struct event *event = visitor->agenda->entries[i].event;
        if (first.event.title == NULL &&
            strcmp(wording_in(&event->title, "fr"), title) == 0) {
            first.event = event_key_of(event);
        }
    }
    visitor->visit = visit_new((struct visit_options){
        .stage = &visitor->stage,
        .languages = world.languages,
        .first = first,
        .now_ms = visitor->ms,
    });
    event_key_release(&first.event);
}

static void take(struct visitor *visitor, struct input input)
{
    input.ms = visitor->ms;
    visit_take(visitor->visit, &input);
    visit_update(visitor->visit, visitor->ms);
}

static void touch(struct visitor *visitor, enum input_kind kind, int finger,
                  int x, int y)
{
    take(visitor, (struct input){
                      .kind = kind, .finger = finger, .at = {x, y}
    });
}

// A finger that goes from one height to another within so many ms, and stays
// on the glass.
static void drag(struct visitor *visitor, int from, int to, int ms)
{
    enum {
        STEPS = 10
    };
    touch(visitor, INPUT_DOWN, 0, SIZE.width / 2, from);
    for (int i = 1; i <= STEPS; i++) {
        visitor->ms += ms / STEPS;
        touch(visitor, INPUT_MOVE, 0, SIZE.width / 2,
              from + (to - from) * i / STEPS);
    }
}

static bool is_at(const struct visitor *visitor, const char *where)
{
    return strcmp(visit_where(visitor->visit), where) == 0;
}

static void the_first_touch_opens_the_event_of_the_slide(void **state)
{
    (void)state;
    struct visitor visitor;
    come_to_threshold(&visitor, "Foodcoop");
    assert_true(is_at(&visitor, "threshold"));
    touch(&visitor, INPUT_DOWN, 0, 400, 240);
    assert_true(is_at(&visitor, "threshold"));
    visitor.ms += 80;
    touch(&visitor, INPUT_UP, 0, 400, 240);
    assert_true(is_at(&visitor, "event"));
    visitor_look(&visitor, "first");
    assert_false(box_is_empty(visitor_find(&visitor, MARK_TEXT, "Foodcoop")));
    visitor_key(&visitor, KEY_BACK);
    assert_true(is_at(&visitor, "list"));
    visitor_key(&visitor, KEY_BACK);
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
}

static void an_event_that_is_gone_leads_to_the_list(void **state)
{
    (void)state;
    struct visitor visitor;
    come_to_threshold(&visitor, NULL);
    visit_free(visitor.visit);
    char title[] = "No such soirée";
    visitor.visit = visit_new((struct visit_options){
        .stage = &visitor.stage,
        .languages = world.languages,
        .first = {.screen = SCREEN_EVENT, .event = {.title = title}},
    });
    visitor_key(&visitor, KEY_ENTER);
    assert_true(is_at(&visitor, "list"));
    visitor_release(&visitor);
}

// Wherever it lands: over a button of what comes, too.
static void the_touch_that_wakes_presses_nothing(void **state)
{
    (void)state;
    for (int y = 4; y < SIZE.height; y += 117) {
        for (int x = 4; x < SIZE.width; x += 113) {
            struct visitor visitor;
            come_to_threshold(&visitor, NULL);
            touch(&visitor, INPUT_DOWN, 0, x, y);
            visitor.ms += 80;
            touch(&visitor, INPUT_UP, 0, x, y);
            assert_true(is_at(&visitor, "list"));
            assert_false(visit_is_over(visitor.visit));
            visitor_release(&visitor);
        }
    }
}

static void a_palm_and_a_touch_taken_back_wake_nobody(void **state)
{
    (void)state;
    struct visitor visitor;
    come_to_threshold(&visitor, NULL);
    for (int finger = 0; finger < 4; finger++) {
        touch(&visitor, INPUT_DOWN, finger, 100 * finger, 200);
    }
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
    come_to_threshold(&visitor, NULL);
    touch(&visitor, INPUT_DOWN, 0, 100, 200);
    touch(&visitor, INPUT_CANCEL, 0, 100, 200);
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
}

// Every state somebody may leave the screen in.
static void at_list(struct visitor *visitor)
{
    (void)visitor;
}

static void at_list_pulled(struct visitor *visitor)
{
    drag(visitor, 200, 460, 200);
}

static void at_list_gliding(struct visitor *visitor)
{
    drag(visitor, 460, 100, 100);
    touch(visitor, INPUT_UP, 0, SIZE.width / 2, 100);
}

static void at_list_under_a_palm(struct visitor *visitor)
{
    for (int finger = 0; finger < 5; finger++) {
        touch(visitor, INPUT_DOWN, finger, 100 * finger, 200);
    }
}

static void at_list_with_focus(struct visitor *visitor)
{
    visitor_key(visitor, KEY_DOWN);
    visitor_key(visitor, KEY_DOWN);
}

static void at_switch_held(struct visitor *visitor)
{
    take(visitor, (struct input){.kind = INPUT_KEY, .key = KEY_SWITCH});
}

static void at_filters(struct visitor *visitor)
{
    visitor_go(visitor, SCREEN_FILTERS, NULL, 0);
}

static void at_event(struct visitor *visitor)
{
    visitor_go(visitor, SCREEN_EVENT, "Foodcoop", 0);
}

static void at_poster(struct visitor *visitor)
{
    at_event(visitor);
    visitor_go(visitor, SCREEN_POSTER, "Foodcoop", 0);
    touch(visitor, INPUT_DOWN, 0, 300, 200);
    touch(visitor, INPUT_DOWN, 1, 400, 200);
    touch(visitor, INPUT_MOVE, 1, 700, 200);
}

static void at_code(struct visitor *visitor)
{
    at_event(visitor);
    visitor_go(visitor, SCREEN_CODE, "Foodcoop", 1);
}

static void at_operator(struct visitor *visitor)
{
    visit_desk(visitor->visit)->gate.is_open = true;
    visitor_go(visitor, SCREEN_OPERATOR, NULL, 0);
}

static void at_clock(struct visitor *visitor)
{
    visit_desk(visitor->visit)->gate.is_open = true;
    visitor_go(visitor, SCREEN_CLOCK, NULL, 0);
}

static void at_diagnostic(struct visitor *visitor)
{
    visit_desk(visitor->visit)->gate.is_open = true;
    visitor_go(visitor, SCREEN_DIAGNOSTIC, NULL, 0);
}

static void at_pin(struct visitor *visitor)
{
    visitor_go(visitor, SCREEN_PIN, NULL, SCREEN_OPERATOR);
}

static void at_corner(struct visitor *visitor)
{
    touch(visitor, INPUT_DOWN, 0, 5, 5);
}

static void (*const STATES[])(struct visitor *) = {
    at_list,
    at_list_pulled,
    at_list_gliding,
    at_list_under_a_palm,
    at_list_with_focus,
    at_switch_held,
    at_filters,
    at_event,
    at_poster,
    at_code,
    at_operator,
    at_clock,
    at_diagnostic,
    at_pin,
    at_corner,
};

// Wakes only when the visit asks for it, as the show does. Returns when it
// ended.
static int64_t let_alone(struct visitor *visitor, bool *warned)
{
    *warned = false;
    for (int i = 0; i < STEPS_MAX && !visit_is_over(visitor->visit); i++) {
        int64_t next_ms = visit_next_ms(visitor->visit);
        assert_true(next_ms < INT64_MAX);
        visitor->ms = next_ms > visitor->ms ? next_ms : visitor->ms + 1;
        if (visit_update(visitor->visit, visitor->ms)) {
            visit_draw(visitor->visit, visitor->canvas);
        }
        *warned = *warned || visit_warns(visitor->visit);
    }
    return visitor->ms;
}

static void idle_hands_end_every_state(void **state)
{
    (void)state;
    world.settings->pin = "1234";
    for (size_t i = 0; i < COUNT(STATES); i++) {
        struct desk desk = desk_of_nobody();
        struct visitor visitor;
        come(&visitor, &desk);
        STATES[i](&visitor);
        int64_t begin_ms = visitor.ms;
        bool warned = false;
        int64_t end_ms = let_alone(&visitor, &warned);
        if (!visit_is_over(visitor.visit) || !warned) {
            fail_msg("state %zu ('%s') is left for ever", i,
                     visit_where(visitor.visit));
        }
        int64_t most = world.settings->idle_seconds * 1000 + VISIT_WARNING_MS;
        assert_true(end_ms - begin_ms <= most + 1000);
        assert_true(end_ms - begin_ms > most - 3000);
        visitor_release(&visitor);
    }
    world.settings->pin = NULL;
}

static void any_sign_of_life_answers_the_warning_and_does_no_more(void **state)
{
    (void)state;
    static const struct input SIGNS[] = {
        {.kind = INPUT_DOWN,  .at = {780, 20}  }, // where the cross is
        {.kind = INPUT_KEY,   .key = KEY_BACK  },
        {.kind = INPUT_KEY,   .key = KEY_ENTER },
        {.kind = INPUT_KEY,   .key = KEY_SWITCH},
        {.kind = INPUT_WHEEL, .wheel = -5      },
    };
    for (size_t i = 0; i < COUNT(SIGNS); i++) {
        struct visitor visitor;
        come(&visitor, NULL);
        visitor_look(&visitor, "before");
        struct picture *before =
            picture_scaled(canvas_picture(visitor.canvas), SIZE);
        visitor_wait(&visitor, (world.settings->idle_seconds + 5) * 1000);
        assert_true(visit_warns(visitor.visit));
        take(&visitor, SIGNS[i]);
        assert_false(visit_warns(visitor.visit));
        struct input up = SIGNS[i];
        up.kind = up.kind == INPUT_DOWN  ? INPUT_UP
                  : up.kind == INPUT_KEY ? INPUT_KEY_UP
                                         : INPUT_WHEEL;
        up.wheel = 0;
        take(&visitor, up);
        assert_true(is_at(&visitor, "list"));
        visitor_look(&visitor, "after");
        assert_memory_equal(before->pixels,
                            canvas_picture(visitor.canvas)->pixels,
                            (size_t)SIZE.width * (size_t)SIZE.height * 4);
        picture_free(before);
        visitor_release(&visitor);
    }
}

static void the_next_person_finds_everything_as_it_was(void **state)
{
    (void)state;
    struct visitor visitor;
    come(&visitor, NULL);
    visitor_look(&visitor, "fresh");
    struct picture *fresh =
        picture_scaled(canvas_picture(visitor.canvas), SIZE);
    struct choices *choices = visit_choices(visitor.visit);
    choices->language = languages_find(world.languages, "oc")->code;
    choices->large_text = choices->low_controls = true;
    visit_renew(visitor.visit);
    at_list_gliding(&visitor);
    visitor_wait(&visitor, 500);
    visitor_look(&visitor, "changed");
    assert_memory_not_equal(fresh->pixels,
                            canvas_picture(visitor.canvas)->pixels,
                            (size_t)SIZE.width * (size_t)SIZE.height * 4);
    bool warned = false;
    let_alone(&visitor, &warned);
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
    come(&visitor, NULL);
    visitor_look(&visitor, "again");
    assert_memory_equal(fresh->pixels, canvas_picture(visitor.canvas)->pixels,
                        (size_t)SIZE.width * (size_t)SIZE.height * 4);
    picture_free(fresh);
    visitor_release(&visitor);
}

// Pulled beyond its end, let go, and stopped by a touch that does not move.
static void a_list_that_is_touched_while_it_springs_comes_to_rest(void **state)
{
    (void)state;
    struct visitor visitor;
    come(&visitor, NULL);
    visitor_look(&visitor, "at rest");
    struct picture *rest = picture_scaled(canvas_picture(visitor.canvas), SIZE);
    drag(&visitor, 200, 460, 300);
    touch(&visitor, INPUT_UP, 0, 400, 460);
    visitor_wait(&visitor, 50);
    touch(&visitor, INPUT_DOWN, 0, 400, 300);
    visitor_wait(&visitor, 100);
    touch(&visitor, INPUT_UP, 0, 400, 300);
    visitor_wait(&visitor, 2000);
    assert_true(is_at(&visitor, "list"));
    visitor_look(&visitor, "at rest again");
    assert_memory_equal(rest->pixels, canvas_picture(visitor.canvas)->pixels,
                        (size_t)SIZE.width * (size_t)SIZE.height * 4);
    picture_free(rest);
    visitor_release(&visitor);
}

// A remote's key while a finger is on the list: what the finger does after
// that is for no screen.
static void a_key_takes_the_screen_from_under_a_finger(void **state)
{
    (void)state;
    struct visitor visitor;
    come(&visitor, NULL);
    visitor_look(&visitor, "at rest");
    struct picture *rest = picture_scaled(canvas_picture(visitor.canvas), SIZE);
    drag(&visitor, 200, 460, 300);
    visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
    touch(&visitor, INPUT_MOVE, 0, 40, 440);
    touch(&visitor, INPUT_UP, 0, 40, 440);
    assert_true(is_at(&visitor, "event"));
    visitor_key(&visitor, KEY_BACK);
    visitor_wait(&visitor, 2000);
    visitor_look(&visitor, "at rest again");
    assert_memory_equal(rest->pixels, canvas_picture(visitor.canvas)->pixels,
                        (size_t)SIZE.width * (size_t)SIZE.height * 4);
    picture_free(rest);
    visitor_release(&visitor);
}

static void a_drag_never_opens_a_card(void **state)
{
    (void)state;
    struct visitor visitor;
    come(&visitor, NULL);
    for (int i = 0; i < 30; i++) {
        int from = i % 2 == 0 ? 440 : 140, to = i % 2 == 0 ? 140 : 440;
        drag(&visitor, from, to, 60 + 10 * i);
        touch(&visitor, INPUT_UP, 0, SIZE.width / 2, to);
        visitor_wait(&visitor, 30 * i);
        assert_true(is_at(&visitor, "list"));
    }
    visitor_release(&visitor);
}

static void keys_alone_lead_everywhere_and_back(void **state)
{
    (void)state;
    struct visitor visitor;
    come_to_threshold(&visitor, NULL);
    visitor_key(&visitor, KEY_DOWN); // crosses the threshold
    assert_true(is_at(&visitor, "list"));
    visitor_key(&visitor, KEY_DOWN);
    visitor_key(&visitor, KEY_ENTER);
    assert_true(is_at(&visitor, "event"));
    // Every target of the page is passed, and the first comes again.
    for (int i = 0; i < 12; i++) {
        visitor_key(&visitor, KEY_NEXT);
        visitor_look(&visitor, "focus");
    }
    visitor_key(&visitor, KEY_BACK);
    visitor_key(&visitor, KEY_BACK);
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
}

static void press_switch(struct visitor *visitor, int64_t ms)
{
    take(visitor, (struct input){.kind = INPUT_KEY, .key = KEY_SWITCH});
    visitor_wait(visitor, ms);
    take(visitor, (struct input){.kind = INPUT_KEY_UP, .key = KEY_SWITCH});
    visitor_wait(visitor, 200);
}

// Short presses go on, a long one enters; the way out is among the targets.
static void one_button_is_enough(void **state)
{
    (void)state;
    struct visitor visitor;
    come_to_threshold(&visitor, "Foodcoop");
    press_switch(&visitor, 100);
    assert_true(is_at(&visitor, "event"));
    int presses = 0;
    while (is_at(&visitor, "event") && presses < 20) {
        press_switch(&visitor, 100);
        press_switch(&visitor, 1000);
        if (is_at(&visitor, "code") || is_at(&visitor, "poster")) {
            visitor_key(&visitor, KEY_BACK);
        }
        presses++;
    }
    assert_true(is_at(&visitor, "list"));
    visitor_release(&visitor);
}

static void a_repeating_key_opens_nothing_by_itself(void **state)
{
    (void)state;
    struct visitor visitor;
    come(&visitor, NULL);
    visitor_key(&visitor, KEY_DOWN);
    for (int i = 0; i < 20; i++) {
        take(&visitor, (struct input){.kind = INPUT_KEY,
                                      .key = KEY_ENTER,
                                      .repeat = true});
        take(&visitor, (struct input){
                           .kind = INPUT_KEY, .key = KEY_BACK, .repeat = true});
    }
    assert_true(is_at(&visitor, "list"));
    visitor_release(&visitor);
}

// The programme of the next stick, while somebody looks.
static void a_programme_is_replaced_under_the_visitor_s_eyes(void **state)
{
    (void)state;
    char *folder = folder_make();
    struct programme *other = programme_written(
        &world, folder,
        "programme: Autre\nannee: 2026\nsoirees:\n"
        "  - mardi 20 janvier 19h : Une tout autre soirée, à Sète\n");
    struct showing showing = showing_of("other", "fr");
    showing.programme = other;
    struct visitor visitor, next;
    visitor_init(&next, &world, &showing, NULL);
    come(&visitor, NULL);
    visitor_go(&visitor, SCREEN_EVENT, "Foodcoop", 0);
    // Its own one anew: it stays.
    visit_set_stage(visitor.visit, &visitor.stage);
    assert_true(is_at(&visitor, "event"));
    visitor_go(&visitor, SCREEN_CODE, "Foodcoop", 1);
    visit_set_stage(visitor.visit, &next.stage);
    assert_true(is_at(&visitor, "list"));
    visitor_wait(&visitor, 1000);
    visitor_look(&visitor, "replaced");
    visitor_key(&visitor, KEY_BACK);
    assert_true(visit_is_over(visitor.visit));
    visitor_release(&visitor);
    visitor_release(&next);
    programme_free(other);
    folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_touch_opens_the_event_of_the_slide),
        cmocka_unit_test(an_event_that_is_gone_leads_to_the_list),
        cmocka_unit_test(the_touch_that_wakes_presses_nothing),
        cmocka_unit_test(a_palm_and_a_touch_taken_back_wake_nobody),
        cmocka_unit_test(idle_hands_end_every_state),
        cmocka_unit_test(any_sign_of_life_answers_the_warning_and_does_no_more),
        cmocka_unit_test(the_next_person_finds_everything_as_it_was),
        cmocka_unit_test(a_list_that_is_touched_while_it_springs_comes_to_rest),
        cmocka_unit_test(a_key_takes_the_screen_from_under_a_finger),
        cmocka_unit_test(a_drag_never_opens_a_card),
        cmocka_unit_test(keys_alone_lead_everywhere_and_back),
        cmocka_unit_test(one_button_is_enough),
        cmocka_unit_test(a_repeating_key_opens_nothing_by_itself),
        cmocka_unit_test(a_programme_is_replaced_under_the_visitor_s_eyes),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
