# SPDX-License-Identifier: MIT
"""From a press to the first frame that looks otherwise. The presses are
injected into the X server: one that opens an event's page, then many that turn
to the next event's."""

import time

from lab.fades import percentile
from lab.figure import Limit, Row
from lab.finger import Finger
from lab.shows import Manner

SLIDE = (960, 300)
NEXT = (1677, 78)  # the button with the arrow, on a screen of full HD
FRAME_MS = 1000 / 60
PAUSE_S = 1.5


def measure(lab):
    took = Row("touch", "touch → first changed frame, p95", "ms")
    took.limits = (Limit("≤ 2 frames", 2 * FRAME_MS),)
    usual = Row("touch-p50", "… p50", "ms")
    for _ in range(lab.rounds):
        answers = answers_ms(lab, 10 if lab.quick else 30)
        took.add("kiosk", percentile(answers, 95))
        usual.add("kiosk", percentile(answers, 50))
    return [took, usual]


def answers_ms(lab, count):
    with lab.started("kiosk", Manner(seconds=600)) as started:
        finger = Finger(started.screen.display)
        answers = []
        for press in range(count + 1):
            at = finger.tap(*(NEXT if press else SLIDE))
            time.sleep(PAUSE_S)
            frames = [f.at for f in started.screen.frames if f.at > at]
            if frames:
                answers.append((frames[0] - at) * 1000)
        finger.close()
    if len(answers) < count / 2:
        raise RuntimeError("most presses changed nothing")
    return answers
