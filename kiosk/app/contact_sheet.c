// SPDX-License-Identifier: MIT
#include "app/contact_sheet.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/picture.h"

enum {
    CELL_LONG_SIDE = 480,
    GAP = 16,
    COLUMNS_LANDSCAPE = 4,
    COLUMNS_PORTRAIT = 7,
};

static const struct colour GROUND = {96, 96, 96, 255};

struct contact_sheet {
    struct canvas *canvas;
    struct size cell;
    size_t columns;
};

struct contact_sheet *contact_sheet_new(size_t count, struct size slide)
{
    static const struct size ROOM = {CELL_LONG_SIDE, CELL_LONG_SIDE};
    struct contact_sheet *sheet = xcalloc(1, sizeof *sheet);
    bool portrait = slide.height > slide.width;
    size_t columns = portrait ? COLUMNS_PORTRAIT : COLUMNS_LANDSCAPE;
    sheet->columns = count < columns ? count : columns;
    sheet->cell = size_fit(slide, ROOM);
    size_t rows = (count + sheet->columns - 1) / sheet->columns;
    struct size whole = {GAP + (int)sheet->columns * (sheet->cell.width + GAP),
                         GAP + (int)rows * (sheet->cell.height + GAP)};
    sheet->canvas = canvas_new(whole);
    if (sheet->canvas == NULL) {
        free(sheet);
        return NULL;
    }
    canvas_clear(sheet->canvas, GROUND);
    return sheet;
}

void contact_sheet_free(struct contact_sheet *sheet)
{
    if (sheet != NULL) {
        canvas_free(sheet->canvas);
        free(sheet);
    }
}

bool contact_sheet_add(struct contact_sheet *sheet, size_t index,
                       const struct picture *slide)
{
    struct picture *small = picture_scaled(slide, sheet->cell);
    if (small == NULL) {
        return false;
    }
    int column = (int)(index % sheet->columns);
    int row = (int)(index / sheet->columns);
    canvas_draw(sheet->canvas, small, GAP + column * (sheet->cell.width + GAP),
                GAP + row * (sheet->cell.height + GAP));
    picture_free(small);
    return true;
}

const struct picture *contact_sheet_picture(const struct contact_sheet *sheet)
{
    return canvas_picture(sheet->canvas);
}
