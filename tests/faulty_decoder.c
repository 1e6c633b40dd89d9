// SPDX-License-Identifier: MIT
// A kiosk-decode with bugs: what a JPEG says behind its first three bytes, it
// does. Other pictures it decodes.

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "decode/order.h"
#include "decoder/program.h"

enum {
    MAGIC_BYTES = 3
};

// The memory shared with who started it, before it is locked in.
static struct order_page *page;

static enum decode_result end_with(struct answer answer)
{
    page->answer = answer;
    syscall(SYS_exit_group, 0);
    return DECODE_BROKEN;
}

static enum decode_result loop(void)
{
    volatile bool forever = true;
    while (forever) {
        // On and on.
    }
    return DECODE_DONE;
}

static enum decode_result read_beyond(void)
{
    volatile const char *memory = (const char *)page;
    int sum = 0;
    for (size_t i = 0; i < (size_t)1 << 40; i += 4096) {
        sum += memory[i];
    }
    return sum == 0 ? DECODE_BROKEN : DECODE_DONE;
}

static enum decode_result allocate(void)
{
    char *memory = malloc((size_t)8 << 30);
    if (memory == NULL) {
        return DECODE_NO_MEMORY;
    }
    memset(memory, 1, (size_t)8 << 30);
    free(memory);
    return DECODE_DONE;
}

static enum decode_result lie_about_pixels(void)
{
    return end_with((struct answer){.magic = ORDER_MAGIC,
                                    .result = DECODE_DONE,
                                    .width = 8,
                                    .height = 8,
                                    .pixels_x = 1 << 20,
                                    .pixels_y = 1 << 20});
}

static enum decode_result lie_about_size(void)
{
    return end_with((struct answer){.magic = ORDER_MAGIC,
                                    .result = DECODE_DONE,
                                    .width = -1,
                                    .height = 1 << 30,
                                    .pixels_x = 1,
                                    .pixels_y = 1});
}

// Colours brighter than their opacity allows.
static enum decode_result make_bad_pixels(void)
{
    uint32_t *pixels = (uint32_t *)(void *)((char *)page + ORDER_BYTES);
    pixels[0] = 0x00ffffff;
    return end_with((struct answer){.magic = ORDER_MAGIC,
                                    .result = DECODE_DONE,
                                    .width = 1,
                                    .height = 1,
                                    .pixels_x = 1,
                                    .pixels_y = 1});
}

static enum decode_result answer_nonsense(void)
{
    return end_with((struct answer){.magic = ORDER_MAGIC, .result = 77});
}

static enum decode_result answer_nothing(void)
{
    return end_with((struct answer){0});
}

static enum decode_result call_home(void)
{
    syscall(SYS_socket, 2, 1, 0);
    return DECODE_DONE;
}

static const struct {
    const char *order;
    enum decode_result (*obey)(void);
} bugs[] = {
    {"loop",     loop            },
    {"read",     read_beyond     },
    {"allocate", allocate        },
    {"pixels",   lie_about_pixels},
    {"size",     lie_about_size  },
    {"colours",  make_bad_pixels },
    {"nonsense", answer_nonsense },
    {"nothing",  answer_nothing  },
    {"call",     call_home       },
};

static bool is_order(const struct bytes *file, size_t bug)
{
    const char *order = bugs[bug].order;
    return bytes_match(file, MAGIC_BYTES, order, strlen(order));
}

static enum decode_result read_head(const struct bytes *file,
                                    const struct format_room *room,
                                    struct format_head *out)
{
    for (size_t i = 0; i < sizeof bugs / sizeof *bugs; i++) {
        if (is_order(file, i)) {
            out->size = (struct size){8, 8};
            return DECODE_DONE;
        }
    }
    return jpeg_format.read_head(file, room, out);
}

static enum decode_result read_pixels(const struct bytes *file,
                                      struct size size, uint32_t *pixels)
{
    for (size_t i = 0; i < sizeof bugs / sizeof *bugs; i++) {
        if (is_order(file, i)) {
            return bugs[i].obey() == DECODE_NO_MEMORY ? DECODE_NO_MEMORY
                                                      : DECODE_BROKEN;
        }
    }
    return jpeg_format.read_pixels(file, size, pixels);
}

static const struct format faulty_format = {read_head, read_pixels};

int main(void)
{
    static const struct program program = {
        .formats = {[DECODE_JPEG] = &faulty_format, [DECODE_PNG] = &png_format},
        .rules = SANDBOX_MEMORY_ONLY,
    };
    void *memory = mmap(NULL, ORDER_BYTES + 1, PROT_READ | PROT_WRITE,
                        MAP_SHARED, DECODER_SHARED, 0);
    if (memory == MAP_FAILED) {
        return 1;
    }
    page = memory;
    return program_run(&program);
}
