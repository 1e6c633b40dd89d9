// SPDX-License-Identifier: MIT
// What lies over the picture for a while: the progress of a copy, the receipt
// of a programme, a notice that one was held back. The slides go on beneath.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_OVERLAY_H
#define KIOSK_APP_OVERLAY_H

#include <stdbool.h>
#include <stdint.h>

struct canvas;
struct diag_list;
struct offer;
struct overlay;
struct phrasing;
struct receipt;
struct stage;
struct window;

// window is borrowed. Never NULL.
struct overlay *overlay_new(struct window *window);
void overlay_free(struct overlay *overlay); // NULL is allowed

// A programme is being taken in: call it whenever it went on. total is 0 as
// long as it is not known. Stays until one of the next three.
void overlay_show_progress(struct overlay *overlay, uint64_t done,
                           uint64_t total);

// It is over: the receipt, copied, stays a while, longer with a QR code.
void overlay_show_receipt(struct overlay *overlay,
                          const struct receipt *receipt, int64_t now_ms);

// The programme in the folder has these faults, so the one before stays on
// the screen, and this is told for a while: the first error, or if there is
// none the first fault. Nothing for no faults.
void overlay_show_faults(struct overlay *overlay, struct diag_list *diags,
                         const struct phrasing *phrasing, int64_t now_ms);

// What became of the settings that were offered at the start; nothing for
// those that were taken before.
void overlay_show_offer(struct overlay *overlay, const struct offer *offer,
                        const struct phrasing *phrasing, int64_t now_ms);

// The window was opened again: what lay there is to be laid anew.
void overlay_renew(struct overlay *overlay);

void overlay_hide(struct overlay *overlay);

// True if there is something to be told.
bool overlay_is_shown(const struct overlay *overlay);

// Draws what is new, at most four times a second, and moves out of the way of
// a slide's QR codes. Call it in every turn of the loop, after the slides.
// beneath is the canvas of the picture that was pushed last; the stage is what
// it was drawn with. True if the window is to be presented again.
bool overlay_update(struct overlay *overlay, const struct stage *stage,
                    const struct canvas *beneath, int64_t now_ms);

// When it wants to be updated again if nothing happens; INT64_MAX: never.
int64_t overlay_deadline(const struct overlay *overlay);

#endif
