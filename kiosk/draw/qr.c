// SPDX-License-Identifier: MIT
#include "draw/qr.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <qrcodegen/qrcodegen.h>

#include "base/memory.h"
#include "draw/canvas.h"

struct qr {
    char *text;
    uint8_t code[qrcodegen_BUFFER_LEN_MAX];
};

// The number by which a code declares its bytes to be UTF-8 (AIM ECI 26).
static const long ECI_UTF8 = 26;

static const struct colour PAPER = {255, 255, 255, 255};
static const struct colour INK = {27, 23, 51, 255};

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text > 0x7F) {
            return false;
        }
    }
    return true;
}

// Readers guess the encoding of bytes that are not ASCII, and guess wrong,
// unless the code says that they are UTF-8.
static bool encode_utf8(const char *text, uint8_t *scratch, uint8_t *code)
{
    uint8_t eci[3];
    size_t length = strlen(text);
    if (length > qrcodegen_BUFFER_LEN_MAX) {
        return false;
    }
    uint8_t *bytes = xmalloc(length);
    struct qrcodegen_Segment segments[2] = {
        qrcodegen_makeEci(ECI_UTF8, eci),
        qrcodegen_makeBytes((const uint8_t *)text, length, bytes),
    };
    bool done = qrcodegen_encodeSegmentsAdvanced(
        segments, 2, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
        qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true, scratch, code);
    free(bytes);
    return done;
}

static bool encode(const char *text, uint8_t *code)
{
    uint8_t scratch[qrcodegen_BUFFER_LEN_MAX];
    if (!is_ascii(text)) {
        return encode_utf8(text, scratch, code);
    }
    return qrcodegen_encodeText(text, scratch, code, qrcodegen_Ecc_MEDIUM,
                                qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX,
                                qrcodegen_Mask_AUTO, true);
}

struct qr *qr_new(const char *text)
{
    struct qr *qr = xcalloc(1, sizeof *qr);
    if (!encode(text, qr->code)) {
        free(qr);
        return NULL;
    }
    qr->text = xstrdup(text);
    return qr;
}

void qr_free(struct qr *qr)
{
    if (qr != NULL) {
        free(qr->text);
        free(qr);
    }
}

int qr_modules(const struct qr *qr)
{
    return qrcodegen_getSize(qr->code);
}

static int modules_with_quiet(const struct qr *qr)
{
    return qr_modules(qr) + 2 * QR_QUIET_MODULES;
}

int qr_module_px(const struct qr *qr, int side_px)
{
    return side_px / modules_with_quiet(qr);
}

int qr_side(const struct qr *qr, int side_px)
{
    return qr_module_px(qr, side_px) * modules_with_quiet(qr);
}

static void draw_row(const struct qr *qr, struct canvas *canvas,
                     struct box code, int row)
{
    int modules = qr_modules(qr), px = code.width / modules;
    int x = 0;
    while (x < modules) {
        int end = x;
        while (end < modules && qrcodegen_getModule(qr->code, end, row)) {
            end++;
        }
        struct box dark = {code.x + x * px, code.y + row * px, (end - x) * px,
                           px};
        canvas_fill(canvas, dark, INK);
        x = end > x ? end : x + 1;
    }
}

void qr_draw(const struct qr *qr, struct canvas *canvas, struct box box,
             int radius)
{
    canvas_fill_rounded(canvas, box, radius, PAPER);
    canvas_mark(canvas, MARK_CARD, box, box, NULL, false);
    int side = box.width < box.height ? box.width : box.height;
    int modules = qr_modules(qr), px = qr_module_px(qr, side);
    if (px == 0) {
        return;
    }
    struct box code =
        box_centre((struct size){modules * px, modules * px}, box);
    for (int row = 0; row < modules; row++) {
        draw_row(qr, canvas, code, row);
    }
    canvas_mark(canvas, MARK_QR, code, box, qr->text, false);
}
