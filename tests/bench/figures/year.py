# SPDX-License-Identifier: MIT
"""A year of a programme with a thousand events, sped up: what the show holds
once it has been through its loop and at the end. A decoder that happens to run
is no steady memory: the median of several looks."""

import time
from statistics import median

from lab.figure import Limit, Row
from lab.shows import Manner

YEAR_S = 365 * 24 * 3600
LOOKS = 15


def measure(lab):
    first = Row("year-first", "memory after the first loop of a year", "MiB")
    last = Row(
        "year-last",
        "… at its end",
        "MiB",
        (Limit("+2 % at most", 1.02, row=first.key),),
    )
    lasts_s = 60 if lab.quick else 120
    speed = YEAR_S // lasts_s
    manner = Manner(seconds=2, fades=False, events=1000, speed=speed)
    with lab.started("kiosk", manner) as started:
        # By then it holds as many decoded posters as it ever does.
        time.sleep(lasts_s / 3)
        first.add("kiosk", held_mib(started.tree))
        time.sleep(lasts_s * 2 / 3)
        if not started.tree.is_running():
            raise RuntimeError("the show ended before the year did")
        last.add("kiosk", held_mib(started.tree))
    return [first, last]


def held_mib(tree):
    looks = []
    for _ in range(LOOKS):
        looks.append(tree.pss_mib())
        time.sleep(0.2)
    return median(looks)
