// SPDX-License-Identifier: MIT
// What the build knows about itself.

#ifndef KIOSK_APP_BUILD_INFO_H
#define KIOSK_APP_BUILD_INFO_H

#include <stdint.h>

const char *build_info_version(void); // "0.1.0"

// When the sources were last changed, seconds since 1970 UTC: certainly past
// by the time the program runs.
int64_t build_info_instant(void);

// The folder that holds assets/, fonts/ and programme/: share/kiosk beside
// an installed program, else the sources. The caller's; free().
char *build_info_data_folder(void);

#endif
