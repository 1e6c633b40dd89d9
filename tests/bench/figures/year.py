# SPDX-License-Identifier: MIT
"""A year with an event every few days, sped up, and with it the slides: the
loop goes round a thousand times. What the show holds in the first weeks, after
the first loop, and in the last: its posters come and go with the events, and a
decoder that happens to run is no steady memory, so the median of many looks."""

import time
from statistics import median

from lab.figure import Limit, Row
from lab.shows import Manner

YEAR_S = 365 * 24 * 3600
DAYS_APART = 4
EVENTS = 500 // DAYS_APART  # the last weeks are as full as the first
LASTS_S = 120
FIRST_LOOP_S = 3  # it takes less than one
WEEKS_S = 10  # of looking
LOOK_S = 0.2


def measure(lab):
    first = Row("year-first", "memory after the first loop of a year", "MiB")
    last = Row(
        "year-last",
        "… at its end",
        "MiB",
        (Limit("+2 % at most", 1.02, row=first.key),),
    )
    manner = Manner(
        seconds=1,
        fades=False,
        folder=lab.material.programme(EVENTS, DAYS_APART),
        speed=YEAR_S // LASTS_S,
    )
    with lab.started("kiosk", manner) as started:
        time.sleep(FIRST_LOOP_S)
        first.add("kiosk", held_mib(started.tree))
        time.sleep(LASTS_S - FIRST_LOOP_S - 2 * WEEKS_S)
        last.add("kiosk", held_mib(started.tree))
        if not started.tree.is_running():
            raise RuntimeError("the show ended before the year did")
    return [first, last]


def held_mib(tree):
    looks = []
    until = time.monotonic() + WEEKS_S
    while time.monotonic() < until:
        looks.append(tree.pss_mib())
        time.sleep(LOOK_S)
    return median(looks)
