// SPDX-License-Identifier: MIT
// What stands behind the operator's page: what the session, the store and the
// machine have to tell, and the commands that do what its buttons say.

#ifndef KIOSK_APP_OPERATOR_DESK_H
#define KIOSK_APP_OPERATOR_DESK_H

#include <stdint.h>

struct desk;
struct operator_desk;
struct session;

// Never NULL. Borrows the session; start_ms is when the program started, by
// the monotonic clock.
struct operator_desk *operator_desk_new(struct session *session,
                                        int64_t start_ms);
void operator_desk_free(struct operator_desk *desk); // NULL is allowed

// For a visit; borrowed.
struct desk *operator_desk_face(struct operator_desk *desk);

#endif
