// SPDX-License-Identifier: MIT
#include "screens/gate.h"

#include <string.h>

#include "support/test.h"

static enum gate_result type_all(struct gate *gate, const char *pin,
                                 const char *digits, int64_t now_ms)
{
    enum gate_result result = GATE_TYPING;
    for (; *digits != '\0'; digits++) {
        result = gate_type(gate, pin, *digits - '0', now_ms);
    }
    return result;
}

static void the_code_opens_it(void **state)
{
    (void)state;
    struct gate gate = {0};
    assert_int_equal(type_all(&gate, "0412", "041", 0), GATE_TYPING);
    assert_string_equal(gate.typed, "041");
    assert_false(gate.is_open);
    assert_int_equal(gate_type(&gate, "0412", 2, 0), GATE_OPEN);
    assert_true(gate.is_open);
    assert_string_equal(gate.typed, "");
    gate_shut(&gate);
    assert_false(gate.is_open);
}

static void a_digit_can_be_rubbed_out(void **state)
{
    (void)state;
    struct gate gate = {0};
    type_all(&gate, "0412", "045", 0);
    gate_rub_out(&gate);
    assert_int_equal(type_all(&gate, "0412", "12", 0), GATE_OPEN);
    gate_rub_out(&gate); // nothing is there
    assert_string_equal(gate.typed, "");
}

static void every_three_wrong_codes_make_it_wait_longer(void **state)
{
    (void)state;
    struct gate gate = {0};
    int64_t now_ms = 0, wait_ms = GATE_WAIT_MS;
    for (int round = 0; round < 8; round++) {
        for (int i = 0; i < GATE_TRIES; i++) {
            assert_int_equal(gate_wait_ms(&gate, now_ms), 0);
            assert_int_equal(type_all(&gate, "0412", "9999", now_ms),
                             GATE_WRONG);
        }
        assert_int_equal(gate_wait_ms(&gate, now_ms), wait_ms);
        // Not even the right one opens it then, nor another visit.
        gate_shut(&gate);
        assert_int_equal(type_all(&gate, "0412", "0412", now_ms), GATE_LOCKED);
        assert_int_equal(type_all(&gate, "0412", "0412", now_ms + wait_ms - 1),
                         GATE_LOCKED);
        now_ms += wait_ms;
        wait_ms =
            wait_ms * 2 < GATE_WAIT_MS_MAX ? wait_ms * 2 : GATE_WAIT_MS_MAX;
    }
    assert_int_equal(type_all(&gate, "0412", "0412", now_ms), GATE_OPEN);
    // Then all is forgiven.
    assert_int_equal(type_all(&gate, "0412", "9999", now_ms), GATE_WRONG);
    assert_int_equal(gate_wait_ms(&gate, now_ms), 0);
}

static void a_code_nobody_can_type_opens_to_nobody(void **state)
{
    (void)state;
    static const char *const PINS[] = {"ouvre-toi", "", "12345678901234567"};
    for (size_t p = 0; p < sizeof PINS / sizeof *PINS; p++) {
        struct gate gate = {0};
        for (int i = 0; i < 200; i++) {
            enum gate_result result =
                gate_type(&gate, PINS[p], i % 10, i * 10000000LL);
            assert_int_not_equal(result, GATE_OPEN);
            assert_true(strlen(gate.typed) < GATE_DIGITS_MAX);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_code_opens_it),
        cmocka_unit_test(a_digit_can_be_rubbed_out),
        cmocka_unit_test(every_three_wrong_codes_make_it_wait_longer),
        cmocka_unit_test(a_code_nobody_can_type_opens_to_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
