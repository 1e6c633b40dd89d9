// SPDX-License-Identifier: MIT
// What a Raspberry Pi says of its power supply, as its kernels tell it.
#include "system/machine.h"

#include "support/folder.h"
#include "support/test.h"

#define THROTTLED "devices/platform/soc/soc:firmware/get_throttled"

// A folder like /sys in which one file says that.
static bool power_is_low(const char *path, const char *said)
{
    char *sys = folder_make();
    for (const char *slash = strchr(path, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        char *name = xstrndup(path, (size_t)(slash - path));
        char *folder = path_join(sys, name);
        assert_int_equal(mkdir(folder, 0700), 0);
        free(folder);
        free(name);
    }
    char *file = path_join(sys, path);
    char *folder = path_folder(file);
    folder_write(folder, path_name(file), said);
    folder_write(folder, "name", strstr(path, "hwmon1") ? "rpi_volt" : "cpu");
    free(folder);
    free(file);
    bool low = machine_power_is_low(sys);
    folder_remove(sys);
    return low;
}

static void the_firmware_says_what_was_since_the_start(void **state)
{
    (void)state;
    assert_false(power_is_low(THROTTLED, "0\n"));
    assert_true(power_is_low(THROTTLED, "50005\n"));
    assert_true(power_is_low(THROTTLED, "50000\n"));
    assert_false(power_is_low(THROTTLED, "20002\n")); // only too warm
    assert_false(power_is_low(THROTTLED, ""));
}

static void the_sensor_says_what_is_now(void **state)
{
    (void)state;
    assert_true(power_is_low("class/hwmon/hwmon1/in0_lcrit_alarm", "1\n"));
    assert_false(power_is_low("class/hwmon/hwmon1/in0_lcrit_alarm", "0\n"));
    assert_false(power_is_low("class/hwmon/hwmon0/in0_lcrit_alarm", "1\n"));
}

static void other_machines_say_nothing(void **state)
{
    (void)state;
    assert_false(machine_power_is_low("/nowhere"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_firmware_says_what_was_since_the_start),
        cmocka_unit_test(the_sensor_says_what_is_now),
        cmocka_unit_test(other_machines_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
