// SPDX-License-Identifier: MIT
#include "decode/proof.h"

#include "decode/job.h"

static struct job job_of(const struct decoder *decoder, enum decode_kind kind,
                         enum attempt attempt)
{
    return (struct job){.decoder = decoder,
                        .file = -1,
                        .kind = kind,
                        .attempt = (uint32_t)attempt};
}

static enum proof judge(const struct job *job)
{
    switch (job->end) {
    case HELPER_DONE:
        if (job->answer.magic != ORDER_MAGIC ||
            job->answer.result == DECODE_UNSAFE) {
            return PROOF_NONE;
        }
        return job->answer.outcome == 0 ? PROOF_DONE : PROOF_REFUSED;
    case HELPER_FORBIDDEN:
        return PROOF_KILLED;
    case HELPER_LATE:
        return PROOF_STOPPED;
    case HELPER_FAILED:
    case HELPER_CRASHED:
    case HELPER_NOT_STARTED:
        break;
    }
    return PROOF_NONE;
}

enum proof proof_of(const struct decoder *decoder, enum decode_kind kind,
                    enum attempt attempt, bool without_landlock)
{
    struct job job = job_of(decoder, kind, attempt);
    job.without_landlock = without_landlock;
    job_run(&job, ORDER_TRY);
    enum proof proof = judge(&job);
    job_release(&job);
    return proof;
}

bool proof_walls(const struct decoder *decoder, enum decode_kind kind,
                 struct proof_walls *out)
{
    // No attempt: it only tells where it is.
    struct job job = job_of(decoder, kind, ATTEMPT_COUNT);
    job_run(&job, ORDER_TRY);
    bool works = job.end == HELPER_DONE && job.answer.magic == ORDER_MAGIC;
    *out =
        (struct proof_walls){job.answer.has_filter != 0, job.answer.landlock};
    job_release(&job);
    return works;
}
