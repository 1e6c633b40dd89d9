# SPDX-License-Identifier: MIT
"""A slide that stands: processor time, and how often anything wakes up."""

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
    )
    wakes = Row(
        "wake-ups",
        "wake-ups on a static slide",
        "/s",
        (Limit("≤ 2 a second", 2),),
    )
    for _, name in lab.in_turns(lab.those(fades=False)):
        with lab.started(name, Manner(seconds=600)) as started:
            time.sleep(SETTLING_S)
            span = lab.observe(started, seconds)
        cpu.add(name, span.cpu_s)
        wakes.add(name, span.switches / seconds)
    return [cpu, wakes]
