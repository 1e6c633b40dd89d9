# SPDX-License-Identifier: MIT
"""From a finger's press to the first frame that shows it pressed, and from its
lift to the first frame of what it opens. The presses are injected into the X
server, on the button that turns to the next event; the finger stays for a
while, as fingers do."""

import time

from lab.fades import percentile
from lab.figure import Limit, Row
from lab.finger import Finger
from lab.shows import Manner
from lab.tree import wait_until

SLIDE = (960, 300)
NEXT = (1677, 78)  # the button with the arrow, on a screen of full HD
FRAME_MS = 1000 / 60
EVENTS = 500  # more than are turned through
PATIENCE_S = 3
STANDS_S = 0.4  # nothing more comes


def measure(lab):
    limits = (Limit("≤ 2 frames", 2 * FRAME_MS),)
    blit = (lab.blit_s * 1000, "a full-screen blit")
    rows = [
        Row("touch", "touch → first changed frame, p95", "ms", limits, blit),
        Row("touch-p50", "… p50", "ms"),
        Row("lift", "lift → first frame of the next event, p95", "ms"),
        Row("lift-p50", "… p50", "ms"),
    ]
    for _ in range(lab.rounds):
        pressed, lifted = answers_ms(lab, 20 if lab.quick else 40)
        for row, answers in zip(rows, (pressed, pressed, lifted, lifted)):
            percent = 95 if row in rows[::2] else 50
            row.add("kiosk", percentile(answers, percent))
    return rows


def answers_ms(lab, count):
    manner = Manner(seconds=600, events=EVENTS)
    with lab.started("kiosk", manner) as started:
        finger = Finger(started.screen.display)
        finger.tap(*SLIDE)
        started.screen.wait_for_stillness(1)
        answers = [
            (
                answer_ms(started.screen, lambda: finger.press(*NEXT)),
                answer_ms(started.screen, finger.lift),
            )
            for _ in range(count)
        ]
        finger.close()
    return zip(*answers)


def answer_ms(screen, act):
    """How long after that the screen changes; then it comes to rest."""
    at = act()

    def first():
        return next((f.at for f in screen.frames[::-1] if f.at > at), None)

    if not wait_until(first, PATIENCE_S):
        raise RuntimeError("a touch changes nothing")
    screen.wait_for_stillness(STANDS_S)
    return (min(f.at for f in screen.frames if f.at > at) - at) * 1000
