// SPDX-License-Identifier: MIT
// A calendar's LOCATION as venue, address and town.

#ifndef KIOSK_PROGRAMME_CALENDAR_PLACE_H
#define KIOSK_PROGRAMME_CALENDAR_PLACE_H

// Each is "" if there is none; free with calendar_place_release().
struct calendar_place {
    char *venue, *address, *town;
};

// "La Base, Montpellier"; "Le Spot, 8 rue de l'Enclos Rey, 30000 Nîmes,
// France"; "8 rue de l'Enclos Rey 30000 Nîmes Occitanie France". Where nothing
// tells a town, all of it is the venue.
struct calendar_place calendar_place_read(const char *location);
void calendar_place_release(struct calendar_place *place);

#endif
