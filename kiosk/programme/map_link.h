// SPDX-License-Identifier: MIT
// The way to an event: a web address that every phone opens, without an app
// and without a company's account. It is the venue's own map, else
// OpenStreetMap at the venue's coordinates, else its search for the address.
// (geo: addresses would be shorter, but not every camera opens them.)

#ifndef KIOSK_PROGRAMME_MAP_LINK_H
#define KIOSK_PROGRAMME_MAP_LINK_H

struct event;

enum {
    MAP_LINK_BYTES_MAX = 250 // a longer search finds nothing
};

// NULL where the place is not known well enough to be found: a town alone, a
// place to come, an event that moved online. The caller's; free().
char *map_link_of(const struct event *event);

#endif
