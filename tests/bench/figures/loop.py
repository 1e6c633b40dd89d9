# SPDX-License-Identifier: MIT
"""Processor time of the loop, slides of five seconds, with fades and without:
user and system time of the whole process tree, frames counted from outside."""

import time

from lab.fades import fades_of
from lab.figure import Limit, Row
from lab.shows import Manner

SETTLING_S = 3  # what a program does after its start is not of the loop

FADING = (
    "cpu-fade",
    "CPU, {} s of loop with fades",
    (Limit("< 1/4 of Chromium", 1 / 4, "Chromium"),),
)
CUTTING = (
    "cpu-cut",
    "CPU, {} s of loop, `transition: none`",
    (
        Limit("≤ 2 × feh", 2, "feh"),
        Limit("< 1/8 of Chromium", 1 / 8, "Chromium"),
    ),
)


def measure(lab):
    seconds = 15 if lab.quick else 60
    return loop(lab, seconds, True, *FADING) + loop(
        lab, seconds, False, *CUTTING
    )


def loop(lab, seconds, fades, key, title, limits):
    cpu = Row(key, title.format(seconds), "s", limits)
    server = Row(f"{key}-x", "… the X server's meanwhile", "s")
    frames = Row("fade-frames", "… frames a fade", "")
    for _, name in lab.in_turns(lab.those(fades=fades)):
        with lab.started(name, Manner(fades=fades)) as started:
            time.sleep(SETTLING_S)
            span = lab.observe(started, seconds)
        cpu.add(name, span.cpu_s)
        server.add(name, span.server_cpu_s)
        if fades:
            for fade in fades_of(span.frames):
                frames.add(name, len(fade))
    return [cpu, server, frames] if fades else [cpu, server]
