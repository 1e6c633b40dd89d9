# SPDX-License-Identifier: MIT
"""How evenly the list of five hundred events runs on after a fling, while its
posters are being decoded."""

import time
from statistics import median

from lab.fades import fades_of, percentile
from lab.figure import Limit, Row
from lab.finger import Finger
from lab.shows import Manner

SLIDE = (960, 300)
CLOSE = (1788, 78)  # from an event's page to the list, on a screen of full HD
CARDS = 500


def measure(lab):
    middle = Row("fling-p50", f"fling over {CARDS} cards, frames' median", "ms")
    twice = (Limit("≤ 2 × the median", 2, row=middle.key),)
    late = Row("fling-p99", "… p99", "ms", twice)
    worst = Row("fling-worst", "… worst", "ms", twice)
    middle.least = (1000 / 60, "a screen's beat")
    for _ in range(lab.rounds):
        intervals = intervals_ms(lab, 4 if lab.quick else 8)
        middle.add("kiosk", median(intervals))
        late.add("kiosk", percentile(intervals, 99))
        worst.add("kiosk", max(intervals))
    return [middle, late, worst]


def intervals_ms(lab, flings):
    with lab.started("kiosk", Manner(seconds=600, events=CARDS)) as started:
        finger = Finger(started.screen.display)
        for place in (SLIDE, CLOSE):
            finger.tap(*place)
            time.sleep(2)
        intervals = []
        for _ in range(flings):
            begin = time.monotonic()
            finger.fling(960, 950, 700)
            lifted = time.monotonic()
            time.sleep(1.5)
            frames = started.screen.frames_between(lifted, begin + 1.2)
            for run in fades_of(frames):
                intervals += [(b - a) * 1000 for a, b in zip(run, run[1:])]
        finger.close()
    if len(intervals) < 10 * flings:
        raise RuntimeError("the list does not run on after a fling")
    return intervals
