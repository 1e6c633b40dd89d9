// SPDX-License-Identifier: MIT
// Whatever the process that takes a programme in does, the one that started
// it goes on and has a receipt in the end.
#include "support/folder.h"
#include "support/test.h"

#include <fcntl.h>

#include "store/intake.h"
#include "store/intake_wire.h"
#include "store/store.h"
#include "system/clock.h"

enum {
    FOR_EVER_MS = 60 * 1000,
    SHORT_MS = 300,
};

static char *folder;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    return 0;
}

static int clear(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

// A process that does as the script says.
static struct intake *start(const char *script, int total_ms, int stall_ms)
{
    char *text = xasprintf("#!/bin/sh\n%s\n", script);
    char *program = path_join(folder, "program");
    char *store = path_join(folder, "store");
    folder_write(folder, "program", text);
    assert_int_equal(chmod(program, 0700), 0);
    struct intake *intake =
        intake_start(&(struct intake_options){.program = program,
                                              .folder = folder,
                                              .store = store,
                                              .is_stick = true,
                                              .total_ms = total_ms,
                                              .stall_ms = stall_ms},
                     clock_monotonic_ms());
    free(store);
    free(program);
    free(text);
    return intake;
}

static enum decision decision_of(struct intake *intake)
{
    assert_non_null(intake);
    while (!intake_update(intake, clock_monotonic_ms())) {
        intake_wait(intake, clock_monotonic_ms());
    }
    assert_int_equal(intake_descriptor(intake), -1);
    const struct receipt *receipt = intake_receipt(intake);
    assert_true(receipt->summary[0] != '\0' && receipt->report[0] != '\0');
    return receipt->decision;
}

static void what_it_says_arrives(void **state)
{
    (void)state;
    uint64_t done = 1, total = 1;
    struct intake *intake =
        start("echo progress 5 10; echo decision taken\n"
              "echo 'summary Mis à jour.'; echo 'advice Allez.'\n"
              "echo 'fault un'; echo 'more 7'\n"
              "printf 'report a\\\\nb\\\\\\\\n\\\\n\\nmessage mailto:x\\n'\n"
              "echo 'end '",
              FOR_EVER_MS, FOR_EVER_MS);
    intake_progress(intake, &done, &total);
    assert_true(done == 0 && total == 0);
    assert_int_equal(decision_of(intake), DECISION_TAKEN);
    intake_progress(intake, &done, &total);
    assert_true(done == 5 && total == 10);
    const struct receipt *receipt = intake_receipt(intake);
    assert_string_equal(receipt->summary, "Mis à jour.");
    assert_string_equal(receipt->advice, "Allez.");
    assert_int_equal(receipt->fault_count, 1);
    assert_string_equal(receipt->faults[0], "un");
    assert_int_equal(receipt->more_faults, 7);
    assert_string_equal(receipt->report, "a\nb\\n\n");
    assert_string_equal(receipt->message, "mailto:x");
    intake_free(intake);
}

static void one_that_hangs_is_ended_in_time(void **state)
{
    (void)state;
    struct intake *intake = start("exec sleep 600", FOR_EVER_MS, SHORT_MS);
    assert_int_equal(decision_of(intake), DECISION_STOPPED);
    intake_free(intake);
}

static void one_that_is_slow_but_alive_is_ended_in_the_end(void **state)
{
    (void)state;
    struct intake *intake = start(
        "while echo progress 1 2; do sleep 0.05; done", SHORT_MS, FOR_EVER_MS);
    assert_int_equal(decision_of(intake), DECISION_STOPPED);
    intake_free(intake);
}

static void one_that_crashes_is_told_as_stopped(void **state)
{
    (void)state;
    static const char *const SCRIPTS[] = {
        "exit 0",
        "exit 3",
        "kill -SEGV $$",
        "echo 'decision taken'; kill -9 $$",
        "exec 1>&-; exec sleep 600", // shuts its mouth and stays
        "echo nonsense; echo 'decision '; echo decision unheard-of"};
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        struct intake *intake = start(SCRIPTS[i], FOR_EVER_MS, FOR_EVER_MS);
        assert_int_equal(decision_of(intake), DECISION_STOPPED);
        intake_free(intake);
    }
}

static void one_that_never_stops_talking_is_stopped(void **state)
{
    (void)state;
    struct intake *intake =
        start("exec cat /dev/zero", FOR_EVER_MS, FOR_EVER_MS);
    assert_int_equal(decision_of(intake), DECISION_STOPPED);
    intake_free(intake);
    intake = start("exec yes progress 1 2", FOR_EVER_MS, FOR_EVER_MS);
    assert_int_equal(decision_of(intake), DECISION_STOPPED);
    intake_free(intake);
}

static void a_program_that_is_not_there_is_no_intake(void **state)
{
    (void)state;
    struct intake_options options = {
        .program = "/none", .folder = folder, .store = folder};
    assert_null(intake_start(&options, 0));
}

static void giving_up_ends_the_process(void **state)
{
    (void)state;
    struct intake *intake =
        start("echo $$ >\"$0.pid\"; echo progress 1 2; exec sleep 600",
              FOR_EVER_MS, FOR_EVER_MS);
    uint64_t done = 0, total = 0;
    while (total == 0) {
        intake_wait(intake, clock_monotonic_ms());
        assert_false(intake_update(intake, clock_monotonic_ms()));
        intake_progress(intake, &done, &total);
    }
    char *path = path_join(folder, "program.pid");
    FILE *file = fopen(path, "r");
    int pid = 0;
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%d", &pid), 1);
    fclose(file);
    free(path);
    char *process = xasprintf("/proc/%d", pid);
    assert_int_equal(access(process, F_OK), 0);
    intake_free(intake);
    assert_int_not_equal(access(process, F_OK), 0);
    free(process);
}

static void only_three_files_are_handed_down(void **state)
{
    (void)state;
    // Without O_CLOEXEC, and where no shell has one of its own.
    int secret = fcntl(STDIN_FILENO, F_DUPFD, 200);
    assert_true(secret >= 200);
    struct intake *intake = start("echo \"summary $(cd /proc/$$/fd; echo *)\"\n"
                                  "echo 'decision same'; echo 'report x'\n"
                                  "echo 'end '",
                                  FOR_EVER_MS, FOR_EVER_MS);
    assert_int_equal(decision_of(intake), DECISION_SAME);
    const char *files = intake_receipt(intake)->summary;
    assert_int_equal(strncmp(files, "0 1 ", 4), 0);
    char *number = xasprintf(" %d", secret);
    assert_null(strstr(files, number));
    free(number);
    intake_free(intake);
    close(secret);
}

static void a_receipt_survives_the_wire_whatever_is_in_it(void **state)
{
    (void)state;
    struct receipt_facts facts = {.decision = DECISION_SOURCE_FAILED,
                                  .file = "a\\n\nb\\",
                                  .reason = "progress 1 2\nend ",
                                  .title = "end \\"};
    struct receipt_words words = {.language = FAULT_IN_FRENCH};
    struct receipt *sent = receipt_new(&facts, &words);
    int ends[2];
    char bytes[8192];
    assert_int_equal(pipe(ends), 0);
    assert_true(intake_wire_send_receipt(ends[1], sent));
    close(ends[1]);
    ssize_t length = read(ends[0], bytes, sizeof bytes);
    close(ends[0]);
    // In pieces of every size.
    for (size_t step = 1; step <= (size_t)length; step += 7) {
        struct intake_wire wire;
        intake_wire_init(&wire);
        for (size_t at = 0; at < (size_t)length; at += step) {
            size_t left = (size_t)length - at;
            assert_true(
                intake_wire_read(&wire, bytes + at, left < step ? left : step));
        }
        struct receipt *received = intake_wire_take_receipt(&wire);
        assert_non_null(received);
        assert_int_equal(received->decision, sent->decision);
        assert_string_equal(received->summary, sent->summary);
        assert_string_equal(received->report, sent->report);
        receipt_free(received);
        intake_wire_release(&wire);
    }
    receipt_free(sent);
}

#define INTAKE_TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        INTAKE_TEST(what_it_says_arrives),
        INTAKE_TEST(one_that_hangs_is_ended_in_time),
        INTAKE_TEST(one_that_is_slow_but_alive_is_ended_in_the_end),
        INTAKE_TEST(one_that_crashes_is_told_as_stopped),
        INTAKE_TEST(one_that_never_stops_talking_is_stopped),
        INTAKE_TEST(a_program_that_is_not_there_is_no_intake),
        INTAKE_TEST(giving_up_ends_the_process),
        INTAKE_TEST(only_three_files_are_handed_down),
        INTAKE_TEST(a_receipt_survives_the_wire_whatever_is_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
