// SPDX-License-Identifier: MIT
// From inside the decoders' sandbox, what it forbids is tried.
#include "decode/proof.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/test.h"

// The sanitizers need more than any sandbox leaves.
#ifndef KIOSK_UNCONFINED

static const struct decoder decoder = {0};

// One kind of each decoder that was built.
static const enum decode_kind kinds[] = {
    DECODE_JPEG,
#ifdef KIOSK_HAS_SVG
    DECODE_SVG,
#endif
#ifdef KIOSK_HAS_PDF
    DECODE_PDF,
#endif
#ifdef KIOSK_HAS_HEIF
    DECODE_HEIC,
#endif
};

static const char *const attempts[] = {
    [ATTEMPT_READ_FILE] = "reading a file",
    [ATTEMPT_WRITE_FILE] = "writing a file",
    [ATTEMPT_WRITE_OUT] = "writing to what it was started with",
    [ATTEMPT_CONNECT] = "connecting",
    [ATTEMPT_FORK] = "forking",
    [ATTEMPT_EXECUTE] = "running a program",
    [ATTEMPT_TRACE] = "tracing",
    [ATTEMPT_SIGNAL] = "signalling",
    [ATTEMPT_CODE] = "making code",
    [ATTEMPT_MEMORY] = "taking 8 GiB",
    [ATTEMPT_LOOP] = "looping",
};

static void assert_stopped(enum decode_kind kind, enum attempt attempt,
                           bool without_landlock)
{
    enum proof proof = proof_of(&decoder, kind, attempt, without_landlock);
    if (proof == PROOF_DONE || proof == PROOF_NONE) {
        fail_msg("the decoder of %s: %s %s", decode_kind_name(kind),
                 attempts[attempt],
                 proof == PROOF_DONE ? "succeeds" : "tells nothing");
    }
}

static void assert_all_stopped(bool without_landlock)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        for (int attempt = 0; attempt < ATTEMPT_COUNT; attempt++) {
            assert_stopped(kinds[i], (enum attempt)attempt, without_landlock);
        }
    }
    assert_int_not_equal(access("/tmp/kiosk-decode-was-here", F_OK), 0);
}

static void what_a_decoder_must_not_do_is_stopped(void **state)
{
    (void)state;
    assert_all_stopped(false);
}

// As on a Raspberry Pi.
static void without_landlock_it_is_stopped_too(void **state)
{
    (void)state;
    assert_all_stopped(true);
}

static void every_decoder_tells_its_walls(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct proof_walls walls;
        assert_true(proof_walls(&decoder, kinds[i], &walls));
        assert_true(walls.has_filter);
    }
}

static void the_narrow_sandbox_kills(void **state)
{
    (void)state;
    for (int i = 0; i < ATTEMPT_MEMORY; i++) {
        assert_int_equal(
            proof_of(&decoder, DECODE_JPEG, (enum attempt)i, false),
            PROOF_KILLED);
    }
    assert_int_equal(proof_of(&decoder, DECODE_JPEG, ATTEMPT_MEMORY, false),
                     PROOF_REFUSED);
    assert_int_equal(proof_of(&decoder, DECODE_JPEG, ATTEMPT_LOOP, false),
                     PROOF_STOPPED);
}

// As on a kernel that has no filters: from now on asking for one fails, here
// and in every program that is started.
static bool lose_filters(void)
{
    enum {
        NUMBER = offsetof(struct seccomp_data, nr),
        FIRST = offsetof(struct seccomp_data, args),
    };
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, NUMBER),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_seccomp, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, FIRST),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static void without_a_filter_nothing_is_decoded(void **state)
{
    (void)state;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct decoded picture = {0};
        enum decode_result result = DECODE_DONE;
        if (lose_filters()) {
            result =
                decode_file(&decoder, KIOSK_TESTS_DIR "/pictures/rgb-8.png",
                            (struct size){8, 8}, &picture);
        }
        _exit(picture.pixels == NULL ? (int)result : DECODE_DONE);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), DECODE_UNSAFE);
}

#endif

static void a_decoder_that_is_not_there_proves_nothing(void **state)
{
    (void)state;
    struct decoder nowhere = {.folder = "/nowhere"};
    struct proof_walls walls;
    assert_false(proof_walls(&nowhere, DECODE_JPEG, &walls));
    assert_int_equal(proof_of(&nowhere, DECODE_JPEG, ATTEMPT_READ_FILE, false),
                     PROOF_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#ifndef KIOSK_UNCONFINED
        cmocka_unit_test(what_a_decoder_must_not_do_is_stopped),
        cmocka_unit_test(without_landlock_it_is_stopped_too),
        cmocka_unit_test(every_decoder_tells_its_walls),
        cmocka_unit_test(the_narrow_sandbox_kills),
        cmocka_unit_test(without_a_filter_nothing_is_decoded),
#endif
        cmocka_unit_test(a_decoder_that_is_not_there_proves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
