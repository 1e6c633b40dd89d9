// SPDX-License-Identifier: MIT
#include "slides/drift.h"

#include "slides/stage.h"

enum {
    STEP_U = 15, // hundredths of a unit: 3 pixels of 1920 × 1080
};

// Around where it belongs, and never far from one loop to the next.
static const struct point STEPS[] = {
    {0,  0 },
    {1,  0 },
    {1,  1 },
    {0,  1 },
    {-1, 1 },
    {-1, 0 },
    {-1, -1},
    {0,  -1},
    {1,  -1},
};

struct point drift_at(struct size screen, size_t loop)
{
    struct point step = STEPS[loop % (sizeof STEPS / sizeof *STEPS)];
    int px = (stage_unit(screen) * STEP_U + 3200) / 6400;
    return (struct point){step.x * px, step.y * px};
}
