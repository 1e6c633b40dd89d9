// SPDX-License-Identifier: MIT
#include "draw/image_store.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "draw/file_version.h"
#include "draw/image_file.h"
#include "system/worker.h"

enum {
    // Of a display's many programmes in months, so many files are remembered.
    FILES_MAX = 2000
};

// What the worker is given: a head to read, or pixels to decode. It never
// looks at file and image, which are the main thread's: both NULL once nobody
// wants the result.
struct image_load {
    struct image_store *store;
    struct image_file *file; // whose head is read, or NULL
    struct image *image;     // which is decoded, or NULL
    char *path;
    struct size within;
    enum decode_result result;
    struct decode_info info;
    struct decoded decoded;
};

struct image_store {
    struct worker *worker;
    struct decoder decoder; // never changes
    size_t budget_bytes;
    size_t bytes; // of the pixels of all images, stale ones included
    struct image_file *files; // last asked about first
    struct image_file *stale; // replaced on disk; their pictures may be in use
    uint64_t frame;           // counts the collects
    uint64_t round;           // the frame of the last drop
    uint64_t loops;           // counts the drops
    size_t finished;          // in this collect
};

// From now on nobody waits for the file's head and images.
static void file_forsake(struct image_file *file)
{
    if (file->head != NULL) {
        file->head->file = NULL;
        file->head = NULL;
        file->probe = PROBE_NONE;
    }
    for (struct image *image = file->images; image != NULL;
         image = image->next) {
        if (image->load != NULL) {
            image->load->image = NULL;
            image->load = NULL;
            image->state = LOAD_NONE;
        }
    }
}

static void evict(struct image_store *store, struct image *image)
{
    store->bytes -= image_evict(image);
}

static void file_free(struct image_store *store, struct image_file *file)
{
    file_forsake(file);
    store->bytes -= image_file_free(file);
}

static void files_free(struct image_store *store, struct image_file *files)
{
    while (files != NULL) {
        struct image_file *next = files->next;
        file_free(store, files);
        files = next;
    }
}

// The file as it is on disk now; moved to the front.
static struct image_file *file_at(struct image_store *store, const char *path)
{
    struct file_version version = file_version_of(path);
    struct image_file **link = &store->files;
    while (*link != NULL && strcmp((*link)->path, path) != 0) {
        link = &(*link)->next;
    }
    struct image_file *file = *link;
    if (file != NULL) {
        *link = file->next;
    }
    if (file != NULL && !file_version_equals(file->version, version)) {
        file_forsake(file);
        file->next = store->stale;
        store->stale = file;
        file = NULL;
    }
    if (file == NULL) {
        file = image_file_new(path, version);
    }
    image_file_recover(file, store->loops);
    file->frame = store->frame;
    file->next = store->files;
    store->files = file;
    return file;
}

static void probe_run(void *data)
{
    struct image_load *load = data;
    load->result = decode_probe(&load->store->decoder, load->path, &load->info);
}

static void load_run(void *data)
{
    struct image_load *load = data;
    load->result = decode_file(&load->store->decoder, load->path, load->within,
                               &load->decoded);
}

static void load_drop(void *data)
{
    struct image_load *load = data;
    decoded_release(&load->decoded);
    free(load->path);
    free(load);
}

static void load_done(void *data)
{
    struct image_load *load = data;
    struct image *image = load->image;
    if (image != NULL) {
        image->load = NULL;
        load->store->finished++;
        // It has waited long enough not to be evicted before it was seen.
        image->frame = image->got ? load->store->frame : image->frame;
        if (load->result == DECODE_DONE) {
            image_take(image, &load->decoded);
            load->store->bytes += image->bytes;
        } else {
            image_fail(image, load->result, load->store->loops);
        }
    }
    load_drop(load);
}

static void probe_done(void *data)
{
    struct image_load *load = data;
    struct image_file *file = load->file;
    if (file != NULL) {
        file->head = NULL;
        file->size = load->info.size;
        file->probe = load->result == DECODE_DONE ? PROBE_GOOD : PROBE_NONE;
        load->store->finished++;
        if (load->result != DECODE_DONE) {
            image_file_fail(file, load->result, load->store->loops);
        }
    }
    load_drop(load);
}

static struct image_load *load_new(struct image_store *store, const char *path)
{
    struct image_load *load = xcalloc(1, sizeof *load);
    load->store = store;
    load->path = xstrdup(path);
    return load;
}

static void file_probe(struct image_store *store, struct image_file *file)
{
    struct image_load *load = load_new(store, file->path);
    load->file = file;
    file->head = load;
    file->probe = PROBE_QUEUED;
    struct worker_job job = {probe_run, probe_done, load_drop, load};
    worker_add(store->worker, job, true);
}

static void image_load(struct image_store *store, struct image *image)
{
    struct image_load *load = load_new(store, image->file->path);
    load->image = image;
    load->within = image->within;
    image->load = load;
    image->state = LOAD_QUEUED;
    struct worker_job job = {load_run, load_done, load_drop, load};
    worker_add(store->worker, job, image->got);
}

struct image_store *image_store_new(struct image_store_options options)
{
    struct image_store *store = xcalloc(1, sizeof *store);
    store->budget_bytes = options.budget_bytes;
    store->decoder = options.decoder;
    store->worker = worker_new(options.wake, options.wake_context);
    if (store->worker == NULL) {
        log_line("no thread can be started to decode pictures");
        free(store);
        return NULL;
    }
    return store;
}

void image_store_free(struct image_store *store)
{
    if (store == NULL) {
        return;
    }
    // First, because what is queued still points to its load.
    files_free(store, store->files);
    files_free(store, store->stale);
    worker_free(store->worker);
    free(store);
}

enum image_state image_store_get(struct image_store *store, const char *path,
                                 struct size within, const struct picture **out)
{
    assert(within.width > 0 && within.height > 0);
    struct image_file *file = file_at(store, path);
    struct image *image = image_file_at(file, within);
    bool was_prefetched = image->state == LOAD_QUEUED && !image->got;
    image->frame = store->frame;
    image->got = true;
    if (image->state == LOAD_READY) {
        *out = &image->picture;
        return IMAGE_READY;
    }
    if (file->is_broken || image->state == LOAD_FAILED) {
        return IMAGE_BROKEN;
    }
    if (file->probe == PROBE_QUEUED && image->state == LOAD_NONE) {
        return IMAGE_PENDING; // the size asked for may hang on its size
    }
    if (image->state == LOAD_NONE) {
        image_load(store, image);
    } else if (was_prefetched) {
        worker_hurry(store->worker, image->load);
    }
    return IMAGE_PENDING;
}

// Bytes of what was asked for in this frame or the one before.
static size_t bytes_in_use(const struct image_store *store)
{
    size_t bytes = 0;
    for (const struct image_file *file = store->files; file != NULL;
         file = file->next) {
        for (const struct image *image = file->images; image != NULL;
             image = image->next) {
            bool in_use =
                image->frame + 1 >= store->frame &&
                (image->state == LOAD_READY || image->state == LOAD_QUEUED);
            bytes += in_use ? image->bytes : 0;
        }
    }
    return bytes;
}

void image_store_prefetch(struct image_store *store, const char *path,
                          struct size within)
{
    assert(within.width > 0 && within.height > 0);
    struct image_file *file = file_at(store, path);
    struct image *image = image_file_at(file, within);
    // One that was evicted is not decoded again and again, only to be evicted.
    bool has_room = image->bytes == 0 ||
                    bytes_in_use(store) + image->bytes <= store->budget_bytes;
    bool is_wanted = image->state == LOAD_NONE && !file->is_broken &&
                     file->probe != PROBE_QUEUED;
    if (is_wanted && has_room) {
        image->got = false;
        image->frame = store->frame;
        image_load(store, image);
    } else if (image->frame != store->frame && image->state == LOAD_READY) {
        image->got = false;
        image->frame = store->frame;
    }
}

bool image_store_probe(struct image_store *store, const char *path,
                       struct size *out)
{
    struct image_file *file = file_at(store, path);
    if (file->probe == PROBE_NONE && !file->is_broken) {
        file_probe(store, file);
    }
    if (file->probe != PROBE_GOOD || file->is_broken) {
        return false;
    }
    *out = file->size;
    return true;
}

// True if the image may be evicted, and rather than the other: it was asked for
// longer ago, or only ahead of need. What was got since the last collect is in
// use.
static bool goes_before(const struct image_store *store,
                        const struct image *image, const struct image *other)
{
    if (image->state != LOAD_READY ||
        (image->got && image->frame == store->frame)) {
        return false;
    }
    if (other == NULL || image->frame != other->frame) {
        return other == NULL || image->frame < other->frame;
    }
    return !image->got && other->got;
}

static struct image *oldest_of(const struct image_store *store,
                               const struct image_file *file,
                               struct image *oldest)
{
    for (struct image *image = file->images; image != NULL;
         image = image->next) {
        if (goes_before(store, image, oldest)) {
            oldest = image;
        }
    }
    return oldest;
}

static void evict_oldest(struct image_store *store)
{
    while (store->bytes > store->budget_bytes) {
        struct image *oldest = NULL;
        for (struct image_file *file = store->files; file != NULL;
             file = file->next) {
            oldest = oldest_of(store, file, oldest);
        }
        if (oldest == NULL) {
            break;
        }
        evict(store, oldest);
    }
}

// Those asked about last are in front.
static void forget_files(struct image_store *store)
{
    struct image_file **link = &store->files;
    for (int i = 0; *link != NULL && i < FILES_MAX; i++) {
        link = &(*link)->next;
    }
    // What is got in this frame was moved in front of the others.
    if (*link != NULL && (*link)->frame != store->frame) {
        files_free(store, *link);
        *link = NULL;
    }
}

size_t image_store_collect(struct image_store *store)
{
    files_free(store, store->stale);
    store->stale = NULL;
    store->finished = 0;
    worker_collect(store->worker);
    evict_oldest(store);
    forget_files(store);
    store->frame++;
    return store->finished;
}

static void drop_unasked(struct image_store *store, struct image *image)
{
    for (; image != NULL; image = image->next) {
        if (image->frame < store->round) {
            evict(store, image);
        }
    }
}

void image_store_drop_unasked(struct image_store *store)
{
    for (struct image_file *file = store->files; file != NULL;
         file = file->next) {
        drop_unasked(store, file->images);
    }
    store->round = store->frame;
    store->loops++;
}

void image_store_wait(struct image_store *store)
{
    worker_wait(store->worker);
    image_store_collect(store);
}
