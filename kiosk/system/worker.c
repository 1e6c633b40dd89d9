// SPDX-License-Identifier: MIT
#include "system/worker.h"

#include <assert.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/memory.h"
#include "system/thread.h"

struct task {
    struct task *next;
    struct worker_job job;
};

struct queue {
    struct task *first;
    struct task **end; // where the next one is hooked in
};

struct worker {
    worker_wake_fn *wake;
    void *wake_context;
    pthread_t thread;
    pthread_mutex_t lock; // guards everything below
    pthread_cond_t changed;
    struct queue urgent, normal, finished;
    bool busy; // a job is running, or its wake function is
    bool stopping;
};

static void queue_init(struct queue *queue)
{
    queue->first = NULL;
    queue->end = &queue->first;
}

static void queue_push(struct queue *queue, struct task *task)
{
    task->next = NULL;
    *queue->end = task;
    queue->end = &task->next;
}

// Takes out the task that link leads to.
static struct task *queue_unhook(struct queue *queue, struct task **link)
{
    struct task *task = *link;
    *link = task->next;
    if (queue->end == &task->next) {
        queue->end = link;
    }
    return task;
}

static struct task *queue_pop(struct queue *queue)
{
    if (queue->first == NULL) {
        return NULL;
    }
    return queue_unhook(queue, &queue->first);
}

// Drops what was never run, or never collected.
static void queue_drop(struct queue *queue)
{
    for (struct task *task = queue_pop(queue); task != NULL;
         task = queue_pop(queue)) {
        task->job.drop(task->job.data);
        free(task);
    }
}

// Waits for a task; NULL when the worker is to stop.
static struct task *next_task(struct worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    worker->busy = false;
    pthread_cond_broadcast(&worker->changed);
    struct task *task = NULL;
    while (!worker->stopping && task == NULL) {
        task = queue_pop(&worker->urgent);
        if (task == NULL) {
            task = queue_pop(&worker->normal);
        }
        if (task == NULL) {
            pthread_cond_wait(&worker->changed, &worker->lock);
        }
    }
    worker->busy = task != NULL;
    pthread_mutex_unlock(&worker->lock);
    return task;
}

static void finish_task(struct worker *worker, struct task *task)
{
    pthread_mutex_lock(&worker->lock);
    queue_push(&worker->finished, task);
    pthread_mutex_unlock(&worker->lock);
    if (worker->wake != NULL) {
        worker->wake(worker->wake_context);
    }
}

static void *work(void *context)
{
    struct worker *worker = context;
    for (struct task *task = next_task(worker); task != NULL;
         task = next_task(worker)) {
        task->job.run(task->job.data);
        finish_task(worker, task);
    }
    return NULL;
}

static void worker_release(struct worker *worker)
{
    pthread_cond_destroy(&worker->changed);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}

struct worker *worker_new(worker_wake_fn *wake, void *wake_context)
{
    struct worker *worker = xcalloc(1, sizeof *worker);
    worker->wake = wake;
    worker->wake_context = wake_context;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->changed, NULL);
    queue_init(&worker->urgent);
    queue_init(&worker->normal);
    queue_init(&worker->finished);
    if (!thread_start(work, worker, &worker->thread)) {
        worker_release(worker);
        return NULL;
    }
    return worker;
}

void worker_free(struct worker *worker)
{
    if (worker == NULL) {
        return;
    }
    pthread_mutex_lock(&worker->lock);
    worker->stopping = true;
    pthread_cond_broadcast(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    // The thread is gone: no lock is needed any more.
    queue_drop(&worker->finished);
    queue_drop(&worker->urgent);
    queue_drop(&worker->normal);
    worker_release(worker);
}

void worker_add(struct worker *worker, struct worker_job job, bool urgent)
{
    assert(job.run != NULL && job.done != NULL && job.drop != NULL);
    struct task *task = xcalloc(1, sizeof *task);
    task->job = job;
    pthread_mutex_lock(&worker->lock);
    queue_push(urgent ? &worker->urgent : &worker->normal, task);
    pthread_cond_broadcast(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
}

void worker_hurry(struct worker *worker, const void *data)
{
    pthread_mutex_lock(&worker->lock);
    struct task **link = &worker->normal.first;
    while (*link != NULL && (*link)->job.data != data) {
        link = &(*link)->next;
    }
    if (*link != NULL) {
        queue_push(&worker->urgent, queue_unhook(&worker->normal, link));
    }
    pthread_mutex_unlock(&worker->lock);
}

int worker_collect(struct worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    struct task *task = worker->finished.first;
    queue_init(&worker->finished);
    pthread_mutex_unlock(&worker->lock);
    int count = 0;
    while (task != NULL) {
        struct task *next = task->next;
        task->job.done(task->job.data);
        free(task);
        task = next;
        count++;
    }
    return count;
}

void worker_wait(struct worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    while (worker->busy || worker->urgent.first != NULL ||
           worker->normal.first != NULL) {
        pthread_cond_wait(&worker->changed, &worker->lock);
    }
    pthread_mutex_unlock(&worker->lock);
}
