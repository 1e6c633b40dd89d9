// SPDX-License-Identifier: MIT
// Decodes a picture over and over, as the show does its posters:
// decode_endlessly FILE WIDTH HEIGHT, until it is ended.
#include <stdio.h>
#include <stdlib.h>

#include "draw/image_store.h"
#include "draw/picture.h"

enum {
    SIZES = 100, // so many differ by a pixel: none is still there when it is
                 // asked for again
    BUDGET_BYTES = 8 * 1024 * 1024,
};

static bool decode(struct image_store *images, const char *path,
                   struct size within)
{
    const struct picture *picture = NULL;
    enum image_state state = IMAGE_PENDING;
    while (state == IMAGE_PENDING) {
        state = image_store_get(images, path, within, &picture);
        image_store_wait(images);
    }
    return state == IMAGE_READY;
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fputs("usage: decode_endlessly FILE WIDTH HEIGHT\n", stderr);
        return 2;
    }
    struct image_store *images = image_store_new((struct image_store_options){
        .budget_bytes = BUDGET_BYTES,
        .decoder = {.folder = KIOSK_DECODERS_DIR}});
    struct size within = {atoi(arguments[2]), atoi(arguments[3])};
    if (images == NULL || within.width <= SIZES || within.height < 1) {
        return 2;
    }
    int i = 0;
    while (decode(images, arguments[1],
                  (struct size){within.width - i, within.height})) {
        i = (i + 1) % SIZES;
    }
    fprintf(stderr, "%s cannot be decoded\n", arguments[1]);
    return 1;
}
