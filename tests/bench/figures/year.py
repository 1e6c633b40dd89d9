# SPDX-License-Identifier: MIT
"""A year of a programme with a thousand events, sped up: what the show holds
after its first loop and at the end."""

import time

from lab.figure import Limit, Row
from lab.shows import Manner

YEAR_S = 365 * 24 * 3600


def measure(lab):
    first = Row("year-first", "memory after the first loop of a year", "MiB")
    last = Row(
        "year-last",
        "… at its end",
        "MiB",
        (Limit("+2 % at most", 1.02, row=first.key),),
    )
    lasts_s = 30 if lab.quick else 90
    speed = YEAR_S // lasts_s
    manner = Manner(seconds=2, fades=False, events=1000, speed=speed)
    with lab.started("kiosk", manner) as started:
        time.sleep(lasts_s / 6)
        first.add("kiosk", started.tree.pss_mib())
        time.sleep(lasts_s * 5 / 6)
        if not started.tree.is_running():
            raise RuntimeError("the show ended before the year did")
        last.add("kiosk", started.tree.pss_mib())
    return [first, last]
