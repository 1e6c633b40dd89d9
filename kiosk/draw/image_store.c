// SPDX-License-Identifier: MIT
#include "draw/image_store.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "draw/file_version.h"
#include "draw/picture.h"
#include "system/worker.h"

enum {
    // Of a display's many programmes in months, so many files are remembered.
    FILES_MAX = 2000
};

enum probe_state {
    PROBE_NONE,
    PROBE_QUEUED, // the worker has it
    PROBE_GOOD,
};

enum load_state {
    LOAD_NONE,   // evicted, or not asked for yet
    LOAD_QUEUED, // the worker has it
    LOAD_READY,
    LOAD_FAILED, // this size needs too much memory; the file may be sound
};

// One file at one size.
struct image {
    struct image *next;
    struct file *file;
    struct size within;
    enum load_state state;
    struct load *load;      // while QUEUED
    struct decoded decoded; // while READY
    struct picture picture; // of those pixels
    size_t bytes;           // of them, once they were decoded
    uint64_t frame;         // in which it was last asked for
    bool got;               // by image_store_get() in that frame
};

// One content of one file.
struct file {
    struct file *next;
    char *path;
    struct file_version version;
    enum probe_state probe;
    struct size size;  // upright, while probe is GOOD
    struct load *head; // while probe is QUEUED
    bool is_broken;    // and logged
    uint64_t frame;    // in which it was last asked about
    struct image *images;
};

// What the worker is given: a head to read, or pixels to decode. It never
// looks at file and image, which are the main thread's: both NULL once nobody
// wants the result.
struct load {
    struct image_store *store;
    struct file *file;   // whose head is read, or NULL
    struct image *image; // which is decoded, or NULL
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
    size_t bytes;       // of the pixels of all images, stale ones included
    struct file *files; // last asked about first
    struct file *stale; // replaced on disk; their pictures may be in use
    uint64_t frame;     // counts the collects
    uint64_t round;     // the frame of the last drop
    size_t finished;    // in this collect
};

static void image_evict(struct image_store *store, struct image *image)
{
    if (image->state == LOAD_READY) {
        decoded_release(&image->decoded);
        image->state = LOAD_NONE;
        store->bytes -= image->bytes;
    }
}

// From now on nobody waits for the file's head and images.
static void file_forsake(struct file *file)
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

static void file_free(struct image_store *store, struct file *file)
{
    file_forsake(file);
    while (file->images != NULL) {
        struct image *image = file->images;
        file->images = image->next;
        image_evict(store, image);
        free(image);
    }
    free(file->path);
    free(file);
}

static void files_free(struct image_store *store, struct file *files)
{
    while (files != NULL) {
        struct file *next = files->next;
        file_free(store, files);
        files = next;
    }
}

static void file_mark_broken(struct file *file, enum decode_result result)
{
    if (!file->is_broken) {
        log_line("picture %s %s", file->path, decode_result_text(result));
    }
    file->is_broken = true;
}

static struct file *file_new(const char *path, struct file_version version)
{
    struct file *file = xcalloc(1, sizeof *file);
    file->path = xstrdup(path);
    file->version = version;
    return file;
}

// The file as it is on disk now; moved to the front.
static struct file *file_at(struct image_store *store, const char *path)
{
    struct file_version version = file_version_of(path);
    struct file **link = &store->files;
    while (*link != NULL && strcmp((*link)->path, path) != 0) {
        link = &(*link)->next;
    }
    struct file *file = *link;
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
        file = file_new(path, version);
    }
    file->frame = store->frame;
    file->next = store->files;
    store->files = file;
    return file;
}

static struct image *image_at(struct file *file, struct size within)
{
    struct image *image = file->images;
    while (image != NULL && !size_equals(image->within, within)) {
        image = image->next;
    }
    if (image == NULL) {
        image = xcalloc(1, sizeof *image);
        image->file = file;
        image->within = within;
        image->next = file->images;
        file->images = image;
    }
    return image;
}

static void probe_run(void *data)
{
    struct load *load = data;
    load->result = decode_probe(&load->store->decoder, load->path, &load->info);
}

static void load_run(void *data)
{
    struct load *load = data;
    load->result = decode_file(&load->store->decoder, load->path, load->within,
                               &load->decoded);
}

static void load_drop(void *data)
{
    struct load *load = data;
    decoded_release(&load->decoded);
    free(load->path);
    free(load);
}

static void image_take(struct image *image, struct load *load)
{
    const struct decoded *decoded = &image->decoded;
    image->decoded = load->decoded;
    load->decoded = (struct decoded){0};
    image->picture =
        (struct picture){decoded->size, decoded->pixels, decoded->opaque};
    image->bytes = sizeof *decoded->pixels * (size_t)decoded->size.width *
                   (size_t)decoded->size.height;
    image->state = LOAD_READY;
    load->store->bytes += image->bytes;
}

static void image_fail(struct image *image, enum decode_result result)
{
    image->state = LOAD_FAILED;
    if (result == DECODE_NO_MEMORY) {
        // The file is sound, and may be shown smaller.
        log_line("picture %s %s", image->file->path,
                 decode_result_text(result));
    } else {
        file_mark_broken(image->file, result);
    }
}

static void load_done(void *data)
{
    struct load *load = data;
    struct image *image = load->image;
    if (image != NULL) {
        image->load = NULL;
        load->store->finished++;
        // It has waited long enough not to be evicted before it was seen.
        image->frame = image->got ? load->store->frame : image->frame;
        if (load->result == DECODE_DONE) {
            image_take(image, load);
        } else {
            image_fail(image, load->result);
        }
    }
    load_drop(load);
}

static void probe_done(void *data)
{
    struct load *load = data;
    struct file *file = load->file;
    if (file != NULL) {
        file->head = NULL;
        file->size = load->info.size;
        file->probe = load->result == DECODE_DONE ? PROBE_GOOD : PROBE_NONE;
        load->store->finished++;
        if (load->result != DECODE_DONE) {
            file_mark_broken(file, load->result);
        }
    }
    load_drop(load);
}

static struct load *load_new(struct image_store *store, const char *path)
{
    struct load *load = xcalloc(1, sizeof *load);
    load->store = store;
    load->path = xstrdup(path);
    return load;
}

static void file_probe(struct image_store *store, struct file *file)
{
    struct load *load = load_new(store, file->path);
    load->file = file;
    file->head = load;
    file->probe = PROBE_QUEUED;
    struct worker_job job = {probe_run, probe_done, load_drop, load};
    worker_add(store->worker, job, true);
}

static void image_load(struct image_store *store, struct image *image)
{
    struct load *load = load_new(store, image->file->path);
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
    struct file *file = file_at(store, path);
    struct image *image = image_at(file, within);
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
    for (const struct file *file = store->files; file != NULL;
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
    struct file *file = file_at(store, path);
    struct image *image = image_at(file, within);
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
    struct file *file = file_at(store, path);
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
                               const struct file *file, struct image *oldest)
{
    for (struct image *image = file->images; image != NULL;
         image = image->next) {
        if (goes_before(store, image, oldest)) {
            oldest = image;
        }
    }
    return oldest;
}

static void evict(struct image_store *store)
{
    while (store->bytes > store->budget_bytes) {
        struct image *oldest = NULL;
        for (struct file *file = store->files; file != NULL;
             file = file->next) {
            oldest = oldest_of(store, file, oldest);
        }
        if (oldest == NULL) {
            break;
        }
        image_evict(store, oldest);
    }
}

// Those asked about last are in front.
static void forget_files(struct image_store *store)
{
    struct file **link = &store->files;
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
    evict(store);
    forget_files(store);
    store->frame++;
    return store->finished;
}

static void drop_unasked(struct image_store *store, struct image *image)
{
    for (; image != NULL; image = image->next) {
        if (image->frame < store->round) {
            image_evict(store, image);
        }
    }
}

void image_store_drop_unasked(struct image_store *store)
{
    for (struct file *file = store->files; file != NULL; file = file->next) {
        drop_unasked(store, file->images);
    }
    store->round = store->frame;
}

void image_store_wait(struct image_store *store)
{
    worker_wait(store->worker);
    image_store_collect(store);
}
