// SPDX-License-Identifier: MIT
// A touch screen inside the machine under test: fingers from standard input,
// one order a line.
//
//   down SLOT X Y | move SLOT X Y | up SLOT     0 to 32767 across the screen
//   tap X Y
//   stroke X Y TO_X TO_Y
//   monkey SEED TIMES

#include <fcntl.h>
#include <linux/uinput.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    RANGE = 32767,
    SLOTS = 5,
    STEPS = 8,             // of a stroke
    PAUSE_US = 120 * 1000, // a finger rests on the glass for that long
};

static int device;

static void tell(int type, int code, int value)
{
    struct input_event event = {
        .type = (__u16)type, .code = (__u16)code, .value = value};
    if (write(device, &event, sizeof event) != sizeof event) {
        perror("fingers");
        exit(1);
    }
}

static void axis(int code, int least, int most)
{
    struct uinput_abs_setup setup = {
        .code = (__u16)code, .absinfo = {.minimum = least, .maximum = most}
    };
    ioctl(device, UI_SET_ABSBIT, code);
    ioctl(device, UI_ABS_SETUP, &setup);
}

static void plug_in(void)
{
    struct uinput_setup setup = {
        .id = {.bustype = BUS_USB, .vendor = 1},
          .name = "fingers"
    };
    device = open("/dev/uinput", O_WRONLY);
    ioctl(device, UI_SET_EVBIT, EV_KEY);
    ioctl(device, UI_SET_KEYBIT, BTN_TOUCH);
    ioctl(device, UI_SET_EVBIT, EV_ABS);
    ioctl(device, UI_SET_PROPBIT, INPUT_PROP_DIRECT);
    axis(ABS_X, 0, RANGE);
    axis(ABS_Y, 0, RANGE);
    axis(ABS_MT_SLOT, 0, SLOTS - 1);
    axis(ABS_MT_TRACKING_ID, 0, RANGE);
    axis(ABS_MT_POSITION_X, 0, RANGE);
    axis(ABS_MT_POSITION_Y, 0, RANGE);
    if (ioctl(device, UI_DEV_SETUP, &setup) < 0 ||
        ioctl(device, UI_DEV_CREATE) < 0) {
        perror("fingers");
        exit(1);
    }
}

static void place(int slot, int x, int y)
{
    tell(EV_ABS, ABS_MT_SLOT, slot);
    tell(EV_ABS, ABS_MT_POSITION_X, x);
    tell(EV_ABS, ABS_MT_POSITION_Y, y);
}

static void down(int slot, int x, int y)
{
    static int id;
    tell(EV_ABS, ABS_MT_SLOT, slot);
    tell(EV_ABS, ABS_MT_TRACKING_ID, id++ % RANGE);
    place(slot, x, y);
    tell(EV_KEY, BTN_TOUCH, 1);
    tell(EV_SYN, SYN_REPORT, 0);
}

static void move(int slot, int x, int y)
{
    place(slot, x, y);
    tell(EV_SYN, SYN_REPORT, 0);
}

static void up(int slot)
{
    tell(EV_ABS, ABS_MT_SLOT, slot);
    tell(EV_ABS, ABS_MT_TRACKING_ID, -1);
    tell(EV_KEY, BTN_TOUCH, 0);
    tell(EV_SYN, SYN_REPORT, 0);
}

static void tap(int x, int y)
{
    down(0, x, y);
    usleep(PAUSE_US);
    up(0);
}

static void stroke(int x, int y, int to_x, int to_y)
{
    down(0, x, y);
    for (int i = 1; i <= STEPS; i++) {
        usleep(PAUSE_US / STEPS);
        move(0, x + (to_x - x) * i / STEPS, y + (to_y - y) * i / STEPS);
    }
    up(0);
}

// Taps and strokes anywhere; the same ones for the same seed.
static void monkey(unsigned seed, int times)
{
    srandom(seed);
    for (int i = 0; i < times; i++) {
        down(0, (int)(random() % RANGE), (int)(random() % RANGE));
        for (long moves = random() % 4; moves > 0; moves--) {
            usleep(PAUSE_US / 4);
            move(0, (int)(random() % RANGE), (int)(random() % RANGE));
        }
        usleep(PAUSE_US);
        up(0);
        usleep(PAUSE_US);
    }
}

int main(void)
{
    plug_in();
    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        int a = 0, b = 0, c = 0, d = 0;
        if (sscanf(line, "down %d %d %d", &a, &b, &c) == 3) {
            down(a, b, c);
        } else if (sscanf(line, "move %d %d %d", &a, &b, &c) == 3) {
            move(a, b, c);
        } else if (sscanf(line, "up %d", &a) == 1) {
            up(a);
        } else if (sscanf(line, "tap %d %d", &a, &b) == 2) {
            tap(a, b);
        } else if (sscanf(line, "stroke %d %d %d %d", &a, &b, &c, &d) == 4) {
            stroke(a, b, c, d);
        } else if (sscanf(line, "monkey %d %d", &a, &b) == 2) {
            monkey((unsigned)a, b);
        }
    }
    return 0;
}
