// SPDX-License-Identifier: MIT
#include "app/display.h"

#include <SDL.h>
#include <string.h>

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

// Off until we say on: no timeout of the server's own comes in between. On
// again it has none, for nobody touches a screen that shows a programme. The
// level can be forced only while the server's power management is enabled.
static void force(Display *server, bool on)
{
    DPMSEnable(server);
    DPMSSetTimeouts(server, 0, 0, 0);
    DPMSForceLevel(server, on ? DPMSModeOn : DPMSModeOff);
    if (on) {
        DPMSDisable(server);
    }
}

bool display_switch(bool on)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    if (driver == NULL || strcmp(driver, "x11") != 0) {
        return false;
    }
    // A connection of our own: SDL's is SDL's.
    Display *server = XOpenDisplay(NULL);
    if (server == NULL) {
        return false;
    }
    int event = 0, error = 0;
    bool can =
        DPMSQueryExtension(server, &event, &error) && DPMSCapable(server);
    if (can) {
        force(server, on);
        XSync(server, False);
    }
    XCloseDisplay(server);
    return can;
}
