// SPDX-License-Identifier: MIT
// What an image store knows of one content of one file: its size, what was
// decoded of it, and whether that failed.
//
// A machine that was busy or short of memory may do better later, so such a
// failure is not for good: the file is tried again after one loop of the show,
// then after two more, four, and so on. Any other failure lasts as long as the
// content does.

#ifndef KIOSK_DRAW_IMAGE_FILE_H
#define KIOSK_DRAW_IMAGE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/geometry.h"
#include "decode/decode.h"
#include "draw/file_version.h"
#include "draw/picture.h"

struct image_load; // the store's

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

// The file at one size.
struct image {
    struct image *next;
    struct image_file *file;
    struct size within;
    enum load_state state;
    struct image_load *load; // while QUEUED
    struct decoded decoded;  // while READY
    struct picture picture;  // of those pixels
    size_t bytes;            // of them, once they were decoded
    uint64_t frame;          // in which it was last asked for
    bool got;                // by image_store_get() in that frame
};

struct image_file {
    struct image_file *next;
    char *path;
    struct file_version version;
    enum probe_state probe;
    struct size size;        // upright, while probe is GOOD
    struct image_load *head; // while probe is QUEUED
    bool is_broken;
    bool is_told;   // that it failed: logged
    int failures;   // that may pass, so far
    uint64_t again; // the loop in which it is tried again; 0: never
    uint64_t frame; // in which it was last asked about
    struct image *images;
};

struct image_file *image_file_new(const char *path,
                                  struct file_version version);
// And its images. Returns how many bytes of pixels they had.
size_t image_file_free(struct image_file *file);

// At that size; made if need be.
struct image *image_file_at(struct image_file *file, struct size within);

// What was decoded becomes the image's.
void image_take(struct image *image, struct decoded *decoded);

// Gives its pixels back. Returns how many bytes.
size_t image_evict(struct image *image);

// Its head or pixels could not be read, in that loop of the show.
void image_file_fail(struct image_file *file, enum decode_result result,
                     uint64_t loop);
// Of one size only, if there was no memory for it.
void image_fail(struct image *image, enum decode_result result, uint64_t loop);

// If it is time to try again, nothing has failed any more.
void image_file_recover(struct image_file *file, uint64_t loop);

#endif
