// SPDX-License-Identifier: MIT
#include "decoder/program.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "decode/order.h"
#include "decoder/trial.h"

enum {
    NICENESS = 5, // whoever draws goes first
    // Of the memory it may use, for all that is not in format_room: the file,
    // the pixels to be shown, libraries.
    RESERVED_BYTES = 96 << 20,
};

// What it was started with, in its memory.
struct desk {
    struct bytes file;
    struct order_page *page;
    uint32_t *pixels;
    size_t pixel_count; // there is room for
    struct order order; // a copy, which nobody changes
};

static void *map(int file, int protection, int flags, size_t *bytes)
{
    struct stat status;
    if (fstat(file, &status) != 0 || status.st_size <= 0) {
        return NULL;
    }
    *bytes = (size_t)status.st_size;
    void *memory = mmap(NULL, *bytes, protection, flags, file, 0);
    return memory != MAP_FAILED ? memory : NULL;
}

static bool open_desk(struct desk *desk)
{
    size_t bytes = 0;
    *desk = (struct desk){0};
    desk->page =
        map(DECODER_SHARED, PROT_READ | PROT_WRITE, MAP_SHARED, &bytes);
    if (desk->page == NULL || bytes < ORDER_BYTES) {
        return false;
    }
    desk->order = desk->page->order;
    desk->pixels = (uint32_t *)(void *)((char *)desk->page + ORDER_BYTES);
    desk->pixel_count = (bytes - ORDER_BYTES) / sizeof(uint32_t);
    desk->file.data = map(DECODER_FILE, PROT_READ, MAP_PRIVATE | MAP_POPULATE,
                          &desk->file.length);
    return desk->file.data != NULL;
}

static bool has_room(const struct desk *desk, struct size within)
{
    return within.width > 0 && within.height > 0 &&
           (size_t)within.width <= desk->pixel_count / (size_t)within.height;
}

static enum decode_result decode(const struct desk *desk,
                                 const struct format *format,
                                 struct answer *answer)
{
    const struct order *order = &desk->order;
    struct format_room room = {order->memory_bytes - RESERVED_BYTES};
    struct format_target target = {
        .within = {order->width, order->height},
          .pixels = desk->pixels
    };
    struct size size = {0};
    enum decode_result result = DECODE_BROKEN;
    if (order->task == ORDER_PROBE) {
        result = format_probe(format, &desk->file, &room, &size);
    } else if (has_room(desk, target.within)) {
        result = format_decode(format, &desk->file, &room, &target, &size);
        answer->pixels_x = target.written.width;
        answer->pixels_y = target.written.height;
    }
    answer->width = size.width;
    answer->height = size.height;
    return result;
}

static enum decode_result work(const struct desk *desk,
                               const struct program *program,
                               struct answer *answer)
{
    const struct order *order = &desk->order;
    if (order->task == ORDER_TRY) {
        answer->outcome = trial_make((enum attempt)order->attempt);
        return DECODE_STRANGE; // no picture
    }
    const struct format *format =
        order->kind < DECODE_KIND_COUNT ? program->formats[order->kind] : NULL;
    return format != NULL ? decode(desk, format, answer) : DECODE_STRANGE;
}

int program_run(const struct program *program)
{
    struct desk desk;
    setpriority(PRIO_PROCESS, 0, NICENESS);
    if (!open_desk(&desk)) {
        return 1;
    }
    if (program->warm_up != NULL) {
        program->warm_up();
    }
    struct sandbox sandbox = {.rules = program->rules,
                              .folders = program->folders,
                              .memory_bytes = desk.order.memory_bytes,
                              .cpu_seconds = desk.order.cpu_seconds,
                              .without_landlock =
                                  desk.order.without_landlock != 0};
    struct sandbox_state state;
    bool is_safe = sandbox_enter(&sandbox, &state);
    struct answer answer = {.landlock = state.landlock,
                            .has_filter = state.filter};
    enum decode_result result =
        is_safe ? work(&desk, program, &answer) : DECODE_UNSAFE;
    answer.result = (uint32_t)result;
    answer.magic = ORDER_MAGIC;
    desk.page->answer = answer;
    return 0;
}
