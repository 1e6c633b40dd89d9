// SPDX-License-Identifier: MIT
// A short run of a fuzzing target without libFuzzer, the same on every machine:
// each file as it is, and damaged in a hundred ways.
//
//   fuzz_TARGET FILE…
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum {
    DAMAGES = 100,        // of a file
    BYTES_MAX = 64 * 1024 // of a file that are read
};

struct input {
    uint8_t *bytes; // with room for twice as many
    size_t length;
};

// Knuth's linear congruential generator: 33 bits of it are good enough.
static uint32_t next_number(uint64_t *state)
{
    *state =
        *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void replace(struct input *input, uint64_t *state)
{
    static const char SIGNS[] = ":-#'\"[]{}&*!|>%@`,?\n\r\t \\(/h0\xC2\xA0\xE2";
    uint32_t choice = next_number(state);
    size_t at = next_number(state) % input->length;
    input->bytes[at] = choice % 4 == 0
                           ? (uint8_t)(choice >> 8)
                           : (uint8_t)SIGNS[(choice >> 2) % (sizeof SIGNS - 1)];
}

static void leave_out(struct input *input, uint64_t *state)
{
    size_t at = next_number(state) % input->length;
    size_t most = input->length - at < 40 ? input->length - at : 40;
    size_t count = 1 + next_number(state) % most;
    memmove(input->bytes + at, input->bytes + at + count,
            input->length - at - count);
    input->length -= count;
}

static void say_twice(struct input *input, uint64_t *state)
{
    size_t at = next_number(state) % input->length;
    size_t most = input->length - at < 40 ? input->length - at : 40;
    size_t count = 1 + next_number(state) % most;
    if (input->length + count > 2 * (size_t)BYTES_MAX) {
        return;
    }
    memmove(input->bytes + at + count, input->bytes + at, input->length - at);
    input->length += count;
}

static void cut(struct input *input, uint64_t *state)
{
    input->length = next_number(state) % input->length;
}

static void damage(struct input *input, uint64_t *state)
{
    typedef void damage_fn(struct input *, uint64_t *);
    static damage_fn *const WAYS[] = {replace,   replace,   replace, replace,
                                      leave_out, say_twice, cut};
    size_t times = 1 + next_number(state) % 4;
    for (size_t i = 0; i < times && input->length > 0; i++) {
        WAYS[next_number(state) % (sizeof WAYS / sizeof *WAYS)](input, state);
    }
}

// In memory of its own length, so that the sanitizers see what is behind it.
static void try_input(const struct input *input)
{
    uint8_t *exact = malloc(input->length > 0 ? input->length : 1);
    if (exact == NULL) {
        abort();
    }
    memcpy(exact, input->bytes, input->length);
    LLVMFuzzerTestOneInput(exact, input->length);
    free(exact);
}

int main(int count, char **paths)
{
    static uint8_t whole[BYTES_MAX], room[2 * BYTES_MAX];
    uint64_t state = 1;
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(paths[i], "rb");
        if (file == NULL) {
            perror(paths[i]);
            return EXIT_FAILURE;
        }
        size_t length = fread(whole, 1, sizeof whole, file);
        fclose(file);
        for (int k = 0; k <= DAMAGES; k++) {
            struct input input = {room, length};
            memcpy(room, whole, length);
            if (k > 0 && length > 0) {
                damage(&input, &state);
            }
            try_input(&input);
        }
    }
    printf("%d files\n", count - 1);
    return count > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
