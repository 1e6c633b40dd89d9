// SPDX-License-Identifier: MIT
#include "formats/icc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <lcms2.h>

#include "base/memory.h"

enum {
    PROFILE_BYTES_MAX = 4 << 20, // printers' are large
    STEPS = 5,                   // a channel, of the colours compared
    SHADE = 255 / (STEPS - 1),
    COLOURS = STEPS * STEPS * STEPS,
};

// Grey in the first of four bytes.
static const cmsUInt32Number grey_format =
    COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(3) | BYTES_SH(1);

struct icc {
    cmsHTRANSFORM transform;
};

void icc_warm_up(void)
{
    tzset();
}

// 0: a profile of other pixels.
static cmsUInt32Number format_of(cmsHPROFILE profile, enum icc_layout layout)
{
    cmsColorSpaceSignature space = cmsGetColorSpace(profile);
    if (layout != ICC_RGBA) {
        cmsUInt32Number format =
            layout == ICC_CMYK ? TYPE_CMYK_8 : TYPE_CMYK_8_REV;
        return space == cmsSigCmykData ? format : 0;
    }
    if (space == cmsSigGrayData) {
        return grey_format;
    }
    return space == cmsSigRgbData ? TYPE_RGBA_8 : 0;
}

static cmsHTRANSFORM transform_of(cmsHPROFILE from, enum icc_layout layout)
{
    cmsUInt32Number format = format_of(from, layout);
    cmsHPROFILE to = format != 0 ? cmsCreate_sRGBProfile() : NULL;
    if (to == NULL) {
        return NULL;
    }
    // Perceptual, as screens show prints; black is black.
    cmsHTRANSFORM transform =
        cmsCreateTransform(from, format, to, TYPE_RGBA_8, INTENT_PERCEPTUAL,
                           cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
    cmsCloseProfile(to);
    return transform;
}

// Most profiles are sRGB under one of its many names: colours all over the
// cube come out as they went in.
static bool changes_nothing(const struct icc *icc)
{
    uint8_t colours[COLOURS][4];
    uint8_t converted[COLOURS][4];
    for (int i = 0; i < COLOURS; i++) {
        colours[i][0] = (uint8_t)(i / (STEPS * STEPS) * SHADE);
        colours[i][1] = (uint8_t)(i / STEPS % STEPS * SHADE);
        colours[i][2] = (uint8_t)(i % STEPS * SHADE);
        colours[i][3] = 255;
    }
    memcpy(converted, colours, sizeof colours);
    icc_convert(icc, converted[0], COLOURS);
    const uint8_t *a = colours[0], *b = converted[0];
    size_t i = 0;
    while (i < sizeof colours && abs(a[i] - b[i]) <= 2) {
        i++;
    }
    return i == sizeof colours;
}

struct icc *icc_new(const uint8_t *profile, size_t length,
                    enum icc_layout layout)
{
    if (profile == NULL || length == 0 || length > PROFILE_BYTES_MAX) {
        return NULL;
    }
    cmsHPROFILE from = cmsOpenProfileFromMem(profile, (cmsUInt32Number)length);
    if (from == NULL) {
        return NULL;
    }
    struct icc *icc = xcalloc(1, sizeof *icc);
    bool is_grey = cmsGetColorSpace(from) == cmsSigGrayData;
    icc->transform = transform_of(from, layout);
    cmsCloseProfile(from);
    bool is_needed = icc->transform != NULL &&
                     (layout != ICC_RGBA || is_grey || !changes_nothing(icc));
    if (!is_needed) {
        icc_free(icc);
        return NULL;
    }
    return icc;
}

void icc_free(struct icc *icc)
{
    if (icc != NULL && icc->transform != NULL) {
        cmsDeleteTransform(icc->transform);
    }
    free(icc);
}

void icc_convert(const struct icc *icc, uint8_t *row, size_t pixels)
{
    cmsDoTransform(icc->transform, row, row, (cmsUInt32Number)pixels);
}
