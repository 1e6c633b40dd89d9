// SPDX-License-Identifier: MIT
#include "slides/stage.h"

#include "programme/settings.h"

enum {
    // The least height of a list's row: two lines of legible letters, three
    // in portrait.
    ROW_PX = 31,
    PORTRAIT_ROW_PX = 55,
    AROUND_ROWS_U = 2350, // margins, heading, a strip
};

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static bool is_portrait(struct size size)
{
    return size.height > size.width;
}

int stage_unit(struct size size)
{
    int64_t across = is_portrait(size) ? 5625 : 10000;
    int64_t down = is_portrait(size) ? 10000 : 5625;
    int64_t unit = smaller((int64_t)size.width * 6400 / across,
                           (int64_t)size.height * 6400 / down);
    return (int)(unit > 64 ? unit : 64);
}

int stage_px(const struct stage *stage, int u)
{
    int64_t px = ((int64_t)stage_unit(stage->size) * u + 3200) / 6400;
    return (int)(px > 1 ? px : 1);
}

bool stage_is_portrait(const struct stage *stage)
{
    return is_portrait(stage->size);
}

// Fewer where letters of the smallest size would not fit into them.
static size_t rows_of(struct size size, int most, int row_px)
{
    int around = stage_unit(size) * AROUND_ROWS_U / 6400;
    int rows = (size.height - around) / row_px;
    return (size_t)(rows < 1 ? 1 : rows < most ? rows : most);
}

struct slide_capacity stage_capacity(struct size size,
                                     const struct settings *settings)
{
    bool large = settings->text_scale == TEXT_SCALE_LARGE;
    if (is_portrait(size)) {
        return (struct slide_capacity){
            .agenda_rows = rows_of(size, large ? 7 : 8, PORTRAIT_ROW_PX),
            .partners = 10,
            .links = 4};
    }
    return (struct slide_capacity){.agenda_rows =
                                       rows_of(size, large ? 5 : 6, ROW_PX),
                                   .partners = 8,
                                   .links = 3};
}
