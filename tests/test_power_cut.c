// SPDX-License-Identifier: MIT
// The plug may be pulled at any instant. Taking a programme in, and going back
// to the one before, are killed at every one of their system calls that write,
// and each of them is made to fail, once and from then on; each that reads is
// made to fail, too. Whatever happens, the store is sound and has a whole
// programme, the old one or the new one, and taking in once more succeeds and
// leaves nothing behind. tests/test_crash.sh does it to the real program.
//
// KIOSK_CRASH_PROGRAMME=FOLDER takes that programme in, not a small one.
#include "support/folder.h"
#include "support/syscall_faults.h"
#include "support/test.h"

#include <dirent.h>
#include <fcntl.h>

#include "language/language.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "store/store.h"
#include "store/taking.h"

enum {
    POINTS_MIN = 30, // of a kind; fewer, and something is not seen any more
    NOW = 1768647600,
#ifdef __SANITIZE_ADDRESS__
    STEP = 7, // it takes ten times as long; without it, every point is tried
#else
    STEP = 1,
#endif
};

static const struct date TODAY = {2026, 1, 17};

enum scenario {
    SCENARIO_FRESH, // into no store
    SCENARIO_FULL,  // into one that has its three programmes
    SCENARIO_BACK,  // back to the one before
    SCENARIO_COUNT,
};

static const char *const SCENARIOS[SCENARIO_COUNT] = {"fresh", "full", "back"};
static const char *const FAULTS[SYSCALL_FAULT_COUNT] = {
    "untouched", "kill", "EIO", "ENOSPC", "full disk"};

// What all this happens to.
static struct {
    char *folder; // of all of them
    char *store, *taken, *kept;
    struct languages *languages;
    struct settings *settings;
    int null;                                         // where the progress goes
    char *new_title;                                  // of what is taken in
    int seen[SCENARIO_COUNT][SYSCALL_FAULT_COUNT][2]; // became: new or not
} world;

static bool take_in(const char *folder, const char *store)
{
    return taking_run(&(struct taking_options){
        .folder = folder,
        .store = store,
        .settings = world.settings,
        .languages = world.languages,
        .words = {.language = FAULT_IN_ENGLISH},
        .now = NOW,
        .now_trusted = true,
        .today = TODAY,
        .output = world.null,
    });
}

static bool take_new(void *unused)
{
    (void)unused;
    return take_in(world.taken, world.store);
}

static bool go_back(void *unused)
{
    (void)unused;
    struct store *store = store_open_to_write(world.store, 0, NULL);
    bool done = store != NULL && store_back(store) == STORE_DONE;
    store_free(store);
    return done;
}

// Two events, two pictures.
static void write_programme(const char *folder, const char *title,
                            const char *day)
{
    char *yaml = xasprintf("titre: %s\nmaj: 2020-01-%s\nannee: 2026\n"
                           "evenements:\n"
                           "  - {date: 20 janvier, titre: A, affiche: a.png}\n"
                           "  - {date: 21 janvier, titre: B, affiche: b.png}\n",
                           title, day);
    folder_write(folder, "programme.yaml", yaml);
    folder_write(folder, "affiches/a.png", title);
    folder_write(folder, "affiches/b.png", day);
    free(yaml);
}

// The store as it is before.
static void prepare(enum scenario scenario)
{
    bool fresh = scenario == SCENARIO_FRESH;
    char *command = xasprintf("rm -rf '%s'; %s cp -a '%s' '%s'", world.store,
                              fresh ? ":" : "", world.kept, world.store);
    assert_int_equal(system(command), 0);
    free(command);
}

// The title on screen after the next start; "" if there is no programme. Every
// byte that is listed has to be right.
static char *title_shown(const char *point)
{
    enum store_result result = STORE_DONE;
    struct store *store = store_open(world.store, &result);
    const struct slot *slot = NULL;
    char *title = xstrdup("");
    for (size_t i = 0; store != NULL; i++) {
        char *fault = NULL;
        slot = store_slot_at(store, i);
        if (slot == NULL) {
            break;
        }
        if (!store_verify(store, slot, &fault)) {
            fail_msg("%s: slot %d: %s", point, slot->number, fault);
        }
    }
    slot = store != NULL ? store_current(store) : NULL;
    if (slot != NULL) {
        char *folder = store_slot_folder(store, slot);
        struct programme *programme =
            programme_load(folder, world.languages, TODAY, NULL);
        if (programme == NULL || !slot->is_current) {
            fail_msg("%s: what is current cannot be shown", point);
        }
        programme_free(programme);
        free(folder);
        free(title);
        title = xstrdup(slot->manifest->title);
    }
    store_free(store);
    return title;
}

static bool is_among(const char *text, const char *first, const char *second)
{
    return strcmp(text, first) == 0 || strcmp(text, second) == 0;
}

static void check_store(enum scenario scenario, enum syscall_fault fault,
                        const char *point)
{
    static const char *const BEFORE[SCENARIO_COUNT] = {"", "Old", "Old"};
    const char *after = scenario == SCENARIO_BACK ? "Third" : world.new_title;
    char *title = title_shown(point);
    if (!is_among(title, BEFORE[scenario], after)) {
        fail_msg("%s: the current programme is '%s'", point, title);
    }
    world.seen[scenario][fault][strcmp(title, after) == 0]++;
    free(title);
}

static int entries(const char *folder, const char *name, char **names)
{
    char *path = path_join(folder, name);
    struct dirent **found = NULL;
    int count = scandir(path, &found, NULL, alphasort);
    *names = xstrdup("");
    for (int i = 0; i < count; i++) {
        char *longer = xasprintf("%s %s", *names, found[i]->d_name);
        free(*names);
        *names = longer;
        free(found[i]);
    }
    free(found);
    free(path);
    return count;
}

// Once more, without a fault: it succeeds, and nothing is left behind.
static void check_retry(const char *point)
{
    char *names = NULL, *slots = NULL;
    if (!take_new(NULL)) {
        fail_msg("%s: the next one is not taken in", point);
    }
    char *title = title_shown(point);
    assert_string_equal(title, world.new_title);
    free(title);
    entries(world.store, ".", &names);
    if (strcmp(names, " . .. current lock receipt.txt slots") != 0) {
        fail_msg("%s: left behind:%s", point, names);
    }
    if (entries(world.store, "slots", &slots) > STORE_SLOTS_KEPT + 2) {
        fail_msg("%s: too many slots:%s", point, slots);
    }
    free(slots);
    free(names);
}

static enum syscall_outcome run(enum scenario scenario,
                                const struct syscall_plan *plan, int *calls)
{
    prepare(scenario);
    return syscall_faults_run(
        plan, scenario == SCENARIO_BACK ? go_back : take_new, NULL, calls);
}

static void check_point(enum scenario scenario, const struct syscall_plan *plan)
{
    int calls = 0;
    char *point =
        xasprintf("%s, %s call %d, %s", SCENARIOS[scenario],
                  plan->kind == SYSCALL_READING ? "reading" : "writing",
                  plan->number, FAULTS[plan->fault]);
    enum syscall_outcome outcome = run(scenario, plan, &calls);
    if (outcome == SYSCALL_MISCARRIED || calls < plan->number ||
        (outcome == SYSCALL_KILLED) != (plan->fault == SYSCALL_KILL)) {
        fail_msg("%s: outcome %d after %d calls", point, (int)outcome, calls);
    }
    check_store(scenario, plan->fault, point);
    check_retry(point);
    free(point);
}

static int check_points(enum scenario scenario, enum syscall_kind kind)
{
    struct syscall_plan plan = {.kind = kind, .ignored = world.null};
    int count = 0;
    enum syscall_outcome outcome = run(scenario, &plan, &count);
    if (outcome == SYSCALL_UNAVAILABLE) {
        print_message("system calls cannot be watched here\n");
        skip();
    }
    assert_int_equal(outcome, SYSCALL_SUCCEEDED);
    for (int fault = SYSCALL_KILL; fault < SYSCALL_FAULT_COUNT; fault++) {
        // What is read is not stopped by a full disk, and a kill between two
        // readings is one between two writings.
        if (kind == SYSCALL_READING && fault != SYSCALL_EIO) {
            continue;
        }
        plan.fault = (enum syscall_fault)fault;
        for (plan.number = 1; plan.number <= count; plan.number += STEP) {
            check_point(scenario, &plan);
        }
    }
    return count;
}

static void print_seen(enum scenario scenario)
{
    for (int fault = SYSCALL_KILL; fault < SYSCALL_FAULT_COUNT; fault++) {
        const int *seen = world.seen[scenario][fault];
        print_message("%s, %s: %d points, %d the old, %d the new one\n",
                      SCENARIOS[scenario], FAULTS[fault], seen[0] + seen[1],
                      seen[0], seen[1]);
        assert_true(STEP > 1 || (seen[0] > 0 && seen[1] > 0));
    }
}

static void taking_in_may_stop_anywhere(void **state)
{
    (void)state;
    assert_true(check_points(SCENARIO_FULL, SYSCALL_WRITING) >= POINTS_MIN);
    assert_true(check_points(SCENARIO_FULL, SYSCALL_READING) >= POINTS_MIN);
    print_seen(SCENARIO_FULL);
}

static void the_first_programme_may_stop_anywhere(void **state)
{
    (void)state;
    assert_true(check_points(SCENARIO_FRESH, SYSCALL_WRITING) >= POINTS_MIN);
    print_seen(SCENARIO_FRESH);
}

static void going_back_may_stop_anywhere(void **state)
{
    (void)state;
    assert_true(check_points(SCENARIO_BACK, SYSCALL_WRITING) > 0);
    print_seen(SCENARIO_BACK);
}

static int start(void **state)
{
    (void)state;
    static const char *const BEFORE[] = {"First", "Second", "Third", "Old"};
    // What is waited for a thousand times is not to wait for a disk.
    if (access("/dev/shm", W_OK) == 0) {
        setenv("TMPDIR", "/dev/shm", 0);
    }
    const char *given = getenv("KIOSK_CRASH_PROGRAMME");
    world.folder = folder_make();
    world.store = path_join(world.folder, "store");
    world.kept = path_join(world.folder, "kept");
    world.taken =
        given != NULL ? xstrdup(given) : path_join(world.folder, "taken");
    world.languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    world.settings = settings_load(NULL, NULL, NULL);
    world.null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    char *before = path_join(world.folder, "before");
    assert_int_equal(mkdir(before, 0700), 0);
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        write_programme(before, BEFORE[i], "02");
        assert_true(take_in(before, world.kept));
    }
    free(before);
    if (given == NULL) {
        assert_int_equal(mkdir(world.taken, 0700), 0);
        write_programme(world.taken, "New", "03");
    }
    struct programme *programme =
        programme_load(world.taken, world.languages, TODAY, NULL);
    world.new_title = xstrdup(wording_in(&programme->title, "fr"));
    programme_free(programme);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    close(world.null);
    settings_free(world.settings);
    languages_free(world.languages);
    free(world.new_title);
    free(world.taken);
    free(world.kept);
    free(world.store);
    folder_remove(world.folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taking_in_may_stop_anywhere),
        cmocka_unit_test(the_first_programme_may_stop_anywhere),
        cmocka_unit_test(going_back_may_stop_anywhere),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
