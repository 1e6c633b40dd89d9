# SPDX-License-Identifier: MIT
"""A slide that stands: processor time, and how often anything wakes up. All
programs at once, since all sleep."""

import time

from lab.figure import Limit, Row
from lab.shows import Manner

SETTLING_S = 5  # until what comes next was prepared


def measure(lab):
    seconds = 10 if lab.quick else 30
    cpu = Row(
        "cpu-still",
        f"CPU, {seconds} s on a static slide",
        "s",
        (
            Limit("≤ feh", 1, "feh"),
            Limit(f"< {0.05 * seconds / 30:.3g} s", 0.05 * seconds / 30),
        ),
        least=(0, "nothing is to be done"),
    )
    wakes = Row(
        "wake-ups",
        "wake-ups on a static slide",
        "/s",
        (Limit("≤ 2 a second", 2),),
        least=(0, "no cause"),
    )
    for _ in range(1 if lab.quick else 2):
        names = lab.those(fades=False)
        with lab.all_started(names, Manner(seconds=600)) as shows:
            time.sleep(SETTLING_S)
            spans = lab.observe_all(shows, seconds)
        for name, span in spans.items():
            cpu.add(name, span.cpu_s)
            wakes.add(name, span.switches / seconds)
    return [cpu, wakes]
