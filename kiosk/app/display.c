// SPDX-License-Identifier: MIT
#include "app/display.h"

#include <SDL.h>
#include <string.h>

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

// Off until we say on: no timeout of the server's own comes in between. On
// again it has none, for nobody touches a screen that shows a programme.
static void force(Display *server, bool on)
{
    if (on) {
        DPMSForceLevel(server, DPMSModeOn);
        DPMSDisable(server);
        return;
    }
    DPMSEnable(server);
    DPMSSetTimeouts(server, 0, 0, 0);
    DPMSForceLevel(server, DPMSModeOff);
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
