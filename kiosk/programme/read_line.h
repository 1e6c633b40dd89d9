// SPDX-License-Identifier: MIT
// An event in one line, as it stands on a web page or in a message:
//
//   20 janvier 18h30-20h30 : Film Foodcoop à Montpellier, La Base
//   <when> : <what> [ + <note>] [à <Town>[, <Venue>]]
//
// It becomes the map an event is otherwise written as. The place is the last
// " à " in front of a capital, or "en ligne" at the end; its first comma parts
// the town from the venue. " + " or " / + " begins the note. A leading "Film"
// is the kind and no part of the title; other words for kinds are both.

#ifndef KIOSK_PROGRAMME_READ_LINE_H
#define KIOSK_PROGRAMME_READ_LINE_H

#include "programme/source.h"

struct node;

// The map that an entry of the list of events stands for: a new one for a
// pair of a date and a text (keys below it are kept), or for a text that
// begins with a date and lacks its colon, which is a fault that warns. Any
// other entry itself.
const struct node *line_read(struct source *source, const struct node *entry);

#endif
