// SPDX-License-Identifier: MIT
// How long a poster takes to be decoded to where it is shown, against bare
// libjpeg-turbo at its own scale, each in a process of its own: bench_decode
// JPEG WIDTH HEIGHT ROUNDS prints a line a round: milliseconds of processor
// time, ours and theirs, with all that starting a process takes; and the
// megabytes our decoder held.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "decode/decode.h"
#include "system/helper.h"

static double ms_of(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

// What this process and those it waited for used so far.
static double now_ms(void)
{
    double sum = 0;
    for (int i = 0; i < 2; i++) {
        struct rusage usage;
        getrusage(i == 0 ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage);
        sum += ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
    }
    return sum;
}

static double ours_ms(const char *path, struct size within)
{
    double begun = now_ms();
    struct decoder decoder = {.folder = KIOSK_DECODERS_DIR};
    struct decoded decoded;
    if (decode_file(&decoder, path, within, &decoded) != DECODE_DONE) {
        abort();
    }
    decoded_release(&decoded);
    return now_ms() - begun;
}

// A process of its own, too, which is handed the file, and memory for the
// picture.
static double theirs_ms(const char *path)
{
    double begun = now_ms();
    int files[] = {open(path, O_RDONLY | O_CLOEXEC),
                   memfd_create("picture", MFD_CLOEXEC)};
    struct helper helper = {.program = KIOSK_SCALED_JPEG,
                            .files = files,
                            .file_count = 2,
                            .deadline_ms = 60000};
    if (helper_run(&helper) != HELPER_DONE) {
        abort();
    }
    close(files[0]);
    close(files[1]);
    return now_ms() - begun;
}

// The largest process's that was waited for so far.
static double children_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)usage.ru_maxrss * 1024 / 1e6;
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fputs("usage: bench_decode JPEG WIDTH HEIGHT ROUNDS\n", stderr);
        return 2;
    }
    struct size within = {atoi(arguments[2]), atoi(arguments[3])};
    // The first round fills the caches, and alone knows whose memory it sees.
    ours_ms(arguments[1], within);
    double decoder_mb = children_mb();
    // In turns: what else the machine does slows down both.
    for (int i = 0; i < atoi(arguments[4]); i++) {
        double ours = ours_ms(arguments[1], within);
        double theirs = theirs_ms(arguments[1]);
        printf("%.3f %.3f %.3f\n", ours, theirs, decoder_mb);
    }
    return 0;
}
