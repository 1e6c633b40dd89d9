// SPDX-License-Identifier: MIT
#include "system/worker.h"

#include <pthread.h>
#include <string.h>

#include "support/test.h"

enum {
    JOBS_MAX = 1000
};

// A gate that holds the worker until the test lets it go on.
struct gate {
    pthread_mutex_t lock; // guards the others
    pthread_cond_t moved;
    bool reached, open;
};

struct record {
    struct gate gate;
    pthread_mutex_t lock; // guards order, count and wakes
    char order[JOBS_MAX + 1];
    int count, wakes;
    pthread_t runner;
    int done, dropped; // on the main thread only
    struct worker *worker;
};

struct note {
    struct record *record;
    char name;
};

static void gate_reach(struct gate *gate)
{
    pthread_mutex_lock(&gate->lock);
    gate->reached = true;
    pthread_cond_broadcast(&gate->moved);
    while (!gate->open) {
        pthread_cond_wait(&gate->moved, &gate->lock);
    }
    pthread_mutex_unlock(&gate->lock);
}

static void gate_wait_reached(struct gate *gate)
{
    pthread_mutex_lock(&gate->lock);
    while (!gate->reached) {
        pthread_cond_wait(&gate->moved, &gate->lock);
    }
    pthread_mutex_unlock(&gate->lock);
}

static void gate_open(struct gate *gate)
{
    pthread_mutex_lock(&gate->lock);
    gate->open = true;
    pthread_cond_broadcast(&gate->moved);
    pthread_mutex_unlock(&gate->lock);
}

static void count_wake(void *context)
{
    struct record *record = context;
    pthread_mutex_lock(&record->lock);
    record->wakes++;
    pthread_mutex_unlock(&record->lock);
}

static struct record record_new(void)
{
    return (struct record){
        .gate = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false,
                 false},
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
}

static void record_start(struct record *record)
{
    record->worker = worker_new(count_wake, record);
    assert_non_null(record->worker);
}

static void run_note(void *data)
{
    struct note *note = data;
    struct record *record = note->record;
    if (note->name == '|') {
        gate_reach(&record->gate);
    }
    pthread_mutex_lock(&record->lock);
    record->order[record->count++] = note->name;
    record->runner = pthread_self();
    pthread_mutex_unlock(&record->lock);
}

static void note_done(void *data)
{
    struct note *note = data;
    note->record->done++;
}

static void note_drop(void *data)
{
    struct note *note = data;
    note->record->dropped++;
}

static void add(struct note *note, bool urgent)
{
    struct worker_job job = {run_note, note_done, note_drop, note};
    worker_add(note->record->worker, job, urgent);
}

static void jobs_run_on_another_thread_in_their_order(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note notes[] = {
        {&record, 'a'},
        {&record, 'b'},
        {&record, 'c'}
    };
    for (int i = 0; i < 3; i++) {
        add(&notes[i], false);
    }
    worker_wait(record.worker);
    assert_string_equal(record.order, "abc");
    assert_false(pthread_equal(record.runner, pthread_self()));
    assert_int_equal(record.done, 0);
    assert_int_equal(worker_collect(record.worker), 3);
    assert_int_equal(worker_collect(record.worker), 0);
    assert_int_equal(record.done, 3);
    worker_free(record.worker);
    assert_int_equal(record.dropped, 0);
}

static void urgent_jobs_go_first(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note notes[] = {
        {&record, '|'},
        {&record, 'a'},
        {&record, 'b'},
        {&record, 'C'},
        {&record, 'D'}
    };
    for (int i = 0; i < 5; i++) {
        add(&notes[i], i >= 3);
        gate_wait_reached(&record.gate);
    }
    gate_open(&record.gate);
    worker_wait(record.worker);
    assert_string_equal(record.order, "|CDab");
    worker_collect(record.worker);
    worker_free(record.worker);
}

static void a_hurried_job_becomes_urgent(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note notes[] = {
        {&record, '|'},
        {&record, 'a'},
        {&record, 'b'},
        {&record, 'c'},
        {&record, 'D'}
    };
    for (int i = 0; i < 4; i++) {
        add(&notes[i], false);
        gate_wait_reached(&record.gate);
    }
    worker_hurry(record.worker, &notes[0]); // runs already
    worker_hurry(record.worker, &notes[3]);
    worker_hurry(record.worker, &notes[3]); // is urgent already
    worker_hurry(record.worker, &record);   // is no job
    add(&notes[4], true);
    gate_open(&record.gate);
    worker_wait(record.worker);
    assert_string_equal(record.order, "|cDab");
    // The last one's place in the queue is free again.
    add(&notes[1], false);
    worker_wait(record.worker);
    assert_string_equal(record.order, "|cDaba");
    assert_int_equal(worker_collect(record.worker), 6);
    worker_free(record.worker);
}

static void every_finished_job_wakes_the_loop(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note note = {&record, 'a'};
    for (int i = 0; i < JOBS_MAX; i++) {
        add(&note, i % 7 == 0);
    }
    worker_wait(record.worker);
    assert_int_equal(record.wakes, JOBS_MAX);
    assert_int_equal(worker_collect(record.worker), JOBS_MAX);
    assert_int_equal(record.done, JOBS_MAX);
    worker_free(record.worker);
}

static void what_was_not_run_or_collected_is_dropped(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note finished = {&record, 'a'};
    add(&finished, false);
    worker_wait(record.worker);
    struct note held = {&record, '|'};
    struct note queued = {&record, 'b'};
    add(&held, false);
    gate_wait_reached(&record.gate);
    add(&queued, false);
    add(&queued, true);
    gate_open(&record.gate);
    worker_free(record.worker);
    assert_int_equal(record.done, 0);
    assert_int_equal(record.dropped, 4);
}

static void done_again(void *data)
{
    struct note *note = data;
    if (note->record->done++ < 3) {
        struct worker_job job = {run_note, done_again, note_drop, note};
        worker_add(note->record->worker, job, false);
    }
}

static void a_finished_job_may_add_another(void **state)
{
    (void)state;
    struct record record = record_new();
    record_start(&record);
    struct note note = {&record, 'a'};
    struct worker_job job = {run_note, done_again, note_drop, &note};
    worker_add(record.worker, job, false);
    for (int i = 0; i < 5; i++) {
        worker_wait(record.worker);
        worker_collect(record.worker);
    }
    assert_string_equal(record.order, "aaaa");
    worker_free(record.worker);
}

static void an_idle_worker_stops(void **state)
{
    (void)state;
    struct worker *worker = worker_new(NULL, NULL);
    assert_non_null(worker);
    worker_wait(worker);
    assert_int_equal(worker_collect(worker), 0);
    worker_free(worker);
    worker_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jobs_run_on_another_thread_in_their_order),
        cmocka_unit_test(urgent_jobs_go_first),
        cmocka_unit_test(a_hurried_job_becomes_urgent),
        cmocka_unit_test(every_finished_job_wakes_the_loop),
        cmocka_unit_test(what_was_not_run_or_collected_is_dropped),
        cmocka_unit_test(a_finished_job_may_add_another),
        cmocka_unit_test(an_idle_worker_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
