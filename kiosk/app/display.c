// SPDX-License-Identifier: MIT
#include "app/display.h"

#include <SDL_syswm.h>
#include <string.h>

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

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

static bool switch_x11(SDL_Window *window, bool on)
{
    (void)window;
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

static bool is_power(int card, uint32_t property)
{
    drmModePropertyRes *found = drmModeGetProperty(card, property);
    bool is = found != NULL && strcmp(found->name, "DPMS") == 0;
    drmModeFreeProperty(found);
    return is;
}

static bool switch_connector(int card, uint32_t id, bool on)
{
    // As the kernel last saw it: to look anew takes a monitor's time.
    drmModeConnector *connector = drmModeGetConnectorCurrent(card, id);
    bool done = false;
    for (int i = 0; connector != NULL && connector->encoder_id != 0 &&
                    i < connector->count_props && !done;
         i++) {
        done = is_power(card, connector->props[i]) &&
               drmModeConnectorSetProperty(card, id, connector->props[i],
                                           on ? DRM_MODE_DPMS_ON
                                              : DRM_MODE_DPMS_OFF) == 0;
    }
    drmModeFreeConnector(connector);
    return done;
}

// SDL is the card's master, and only the master may: so with its descriptor.
static bool switch_card(SDL_Window *window, bool on)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (window == NULL || !SDL_GetWindowWMInfo(window, &info)) {
        return false;
    }
    int card = info.info.kmsdrm.drm_fd;
    drmModeRes *all = drmModeGetResources(card);
    bool done = false;
    for (int i = 0; all != NULL && i < all->count_connectors; i++) {
        done = switch_connector(card, all->connectors[i], on) || done;
    }
    drmModeFreeResources(all);
    return done;
}

bool display_switch(SDL_Window *window, bool on)
{
    static const struct {
        const char *driver;
        bool (*turn)(SDL_Window *window, bool on);
    } WAYS[] = {
        {"x11",    switch_x11 },
        {"KMSDRM", switch_card}
    };
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; driver != NULL && i < sizeof WAYS / sizeof *WAYS; i++) {
        if (strcmp(driver, WAYS[i].driver) == 0) {
            return WAYS[i].turn(window, on);
        }
    }
    return false;
}
