// SPDX-License-Identifier: MIT
#include "formats/orientation.h"

#include <assert.h>
#include <libexif/exif-data.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    EXIF_BYTES_MAX = 1 << 20
};

static const char exif_prefix[6] = "Exif\0";

// Where the upright picture's pixels are found in the stored one: mirrored,
// and with rows and columns exchanged.
static const struct {
    bool swap, mirror_x, mirror_y;
} turns[] = {
    [1] = {false, false, false},
      [2] = {false, true,  false},
    [3] = {false, true,  true },
      [4] = {false, false, true },
    [5] = {true,  false, false},
      [6] = {true,  false, true },
    [7] = {true,  true,  true },
      [8] = {true,  true,  false},
};

static int orientation_of(ExifData *data)
{
    ExifEntry *entry =
        exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == NULL || entry->format != EXIF_FORMAT_SHORT ||
        entry->components < 1 || entry->size < 2) {
        return 1;
    }
    int value = exif_get_short(entry->data, exif_data_get_byte_order(data));
    return value >= 1 && value <= 8 ? value : 1;
}

int orientation_from_exif(const uint8_t *exif, size_t length)
{
    if (length == 0 || length > EXIF_BYTES_MAX) {
        return 1;
    }
    // JPEG has the prefix, PNG has not, WebP may; libexif insists on it.
    size_t prefix = sizeof exif_prefix;
    if (length >= prefix && memcmp(exif, exif_prefix, prefix) == 0) {
        prefix = 0;
    }
    uint8_t *block = malloc(prefix + length);
    if (block == NULL) {
        return 1;
    }
    memcpy(block, exif_prefix, prefix);
    memcpy(block + prefix, exif, length);
    ExifData *data =
        exif_data_new_from_data(block, (unsigned int)(prefix + length));
    free(block);
    if (data == NULL) {
        return 1;
    }
    int orientation = orientation_of(data);
    exif_data_unref(data);
    return orientation;
}

struct size orientation_turned(int orientation, struct size size)
{
    assert(orientation >= 1 && orientation <= 8);
    if (turns[orientation].swap) {
        return (struct size){size.height, size.width};
    }
    return size;
}

void orientation_turn(int orientation, const uint32_t *pixels,
                      struct size stored, uint32_t *out)
{
    struct size size = orientation_turned(orientation, stored);
    ptrdiff_t width = stored.width;
    ptrdiff_t height = stored.height;
    bool mirror_x = turns[orientation].mirror_x;
    bool mirror_y = turns[orientation].mirror_y;
    const uint32_t *start = pixels + (mirror_x ? width - 1 : 0) +
                            (mirror_y ? (height - 1) * width : 0);
    ptrdiff_t along_x = mirror_x ? -1 : 1;
    ptrdiff_t along_y = mirror_y ? -width : width;
    bool swap = turns[orientation].swap;
    ptrdiff_t step_x = swap ? along_y : along_x;
    ptrdiff_t step_y = swap ? along_x : along_y;
    for (int y = 0; y < size.height; y++) {
        for (int x = 0; x < size.width; x++) {
            *out++ = start[x * step_x + y * step_y];
        }
    }
}
