// SPDX-License-Identifier: MIT
#include "decode/job.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "decode/kind.h"
#include "system/machine.h"
#include "system/sealed.h"

// Where decoders are, seen from this program's folder: beside it in a build,
// where programs for programs are once it is installed, and in the build that
// a test belongs to.
static const char *const places[] = {"", "../libexec/kiosk", "../kiosk"};

static char *own_folder(void)
{
    char *program = path_own_program();
    char *folder = program != NULL ? path_folder(program) : NULL;
    free(program);
    return folder;
}

static char *program_in(const char *folder, const char *place, const char *name)
{
    char *beside = path_join(folder, place);
    char *path = path_join(beside, name);
    free(beside);
    if (access(path, X_OK) != 0) {
        free(path);
        return NULL;
    }
    return path;
}

char *job_find_program(const struct decoder *decoder, enum decode_kind kind)
{
    const char *name = kind_program(kind);
    if (decoder->folder != NULL) {
        return program_in(decoder->folder, "", name);
    }
    char *own = own_folder();
    char *path = NULL;
    for (size_t i = 0;
         own != NULL && path == NULL && i < sizeof places / sizeof *places;
         i++) {
        path = program_in(own, places[i], name);
    }
    free(own);
    return path;
}

int64_t job_memory_bytes(void)
{
    const int64_t least = (int64_t)256 << 20, most = (int64_t)1 << 30;
    int64_t half = machine_memory_bytes() / 2;
    return half < least ? least : half > most ? most : half;
}

static struct order order_of(const struct job *job, enum order_task task)
{
    return (struct order){
        .task = (uint32_t)task,
        .kind = (uint32_t)job->kind,
        .attempt = job->attempt,
        .width = job->within.width,
        .height = job->within.height,
        .without_landlock = job->without_landlock,
        .cpu_seconds =
            task == ORDER_TRY ? JOB_TRY_CPU_SECONDS : JOB_CPU_SECONDS,
        .memory_bytes = job_memory_bytes(),
    };
}

// Memory for the order, the answer and the pixels.
static bool write_order(struct job *job, enum order_task task)
{
    size_t pixels = (size_t)job->within.width * (size_t)job->within.height;
    job->shared = sealed_shared(ORDER_BYTES + pixels * sizeof(uint32_t));
    struct order order = order_of(job, task);
    return job->shared >= 0 &&
           pwrite(job->shared, &order, sizeof order, 0) == sizeof order;
}

// The decoder is dead: what it wrote does not change any more.
static void read_answer(struct job *job)
{
    struct order_page page;
    if (pread(job->shared, &page, sizeof page, 0) == sizeof page &&
        page.answer.magic == ORDER_MAGIC) {
        job->answer = page.answer;
    }
}

static bool is_within_limits(int32_t width, int32_t height)
{
    return width > 0 && height > 0 && width <= DECODE_SIDE_MAX &&
           height <= DECODE_SIDE_MAX &&
           (int64_t)width * height <= (int64_t)DECODE_MEGAPIXELS_MAX * 1000000;
}

// Of a decoder that ended by itself. What it says counts only if a decoder
// may say so.
static enum decode_result answered(struct job *job)
{
    const struct answer *answer = &job->answer;
    switch (answer->result) {
    case DECODE_DONE:
        if (answer->magic == ORDER_MAGIC &&
            is_within_limits(answer->width, answer->height)) {
            return DECODE_DONE;
        }
        break;
    case DECODE_TOO_LARGE:
    case DECODE_STRANGE:
    case DECODE_BROKEN:
    case DECODE_CUT_OFF:
    case DECODE_NO_MEMORY:
    case DECODE_UNSAFE:
        return (enum decode_result)answer->result;
    default:
        break;
    }
    job->answer = (struct answer){0};
    return DECODE_HOSTILE;
}

static enum decode_result judge(struct job *job)
{
    if (job->end == HELPER_DONE) {
        read_answer(job);
        return answered(job);
    }
    static const enum decode_result RESULTS[] = {
        [HELPER_FAILED] = DECODE_BROKEN,
        [HELPER_LATE] = DECODE_TOO_SLOW,
        [HELPER_FORBIDDEN] = DECODE_HOSTILE,
        [HELPER_CRASHED] = DECODE_BROKEN,
        [HELPER_NOT_STARTED] = DECODE_NO_MEMORY,
    };
    return RESULTS[job->end];
}

enum decode_result job_run(struct job *job, enum order_task task)
{
    job->shared = -1;
    job->answer = (struct answer){0};
    job->end = HELPER_NOT_STARTED;
    char *program = job_find_program(job->decoder, job->kind);
    if (program == NULL) {
        return DECODE_ABSENT;
    }
    enum decode_result result = DECODE_NO_MEMORY;
    if (write_order(job, task)) {
        // Where there is no picture, the memory stands in for it.
        int files[] = {job->file >= 0 ? job->file : job->shared, job->shared};
        int deadline_ms = job->decoder->deadline_ms;
        struct helper helper = {
            .program = program,
            .files = files,
            .file_count = 2,
            .deadline_ms = deadline_ms > 0 ? deadline_ms : JOB_DEADLINE_MS};
        job->end = helper_run(&helper);
        result = judge(job);
    }
    free(program);
    return result;
}

void job_release(struct job *job)
{
    if (job->shared >= 0) {
        close(job->shared);
    }
    job->shared = -1;
}
