// SPDX-License-Identifier: MIT
#include "draw/rounded.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

struct rounded rounded_of(struct box box, int radius)
{
    int most = smaller(box.width, box.height) / 2;
    return (struct rounded){box, larger(smaller(radius, most), 0)};
}

int rounded_distance(const struct rounded *rounded, int x, int y)
{
    const int unit = ROUNDED_UNIT;
    struct box box = rounded->box;
    int radius = rounded->radius * unit;
    // From the cross that is left when the corners are taken off.
    int across = abs(unit * (2 * (x - box.x) + 1 - box.width)) / 2 -
                 (unit * box.width / 2 - radius);
    int down = abs(unit * (2 * (y - box.y) + 1 - box.height)) / 2 -
               (unit * box.height / 2 - radius);
    if (across <= 0 || down <= 0) {
        return larger(across, down) - radius;
    }
    double square = (double)across * across + (double)down * down;
    // IEEE 754 rounds a square root correctly: the same everywhere.
    return (int)sqrt(square) - radius;
}

uint8_t rounded_coverage(const struct rounded *rounded, int x, int y)
{
    int inside = ROUNDED_UNIT / 2 - rounded_distance(rounded, x, y);
    return (uint8_t)(larger(smaller(inside, ROUNDED_UNIT), 0) * 255 /
                     ROUNDED_UNIT);
}
