# SPDX-License-Identifier: MIT
"""Processor time of the loop, twelve slides of five seconds, with fades and
without: user and system time of the whole process tree.

With fades one program at a time, their frames counted from outside. Without,
all at once, since all sleep most of it: a first minute, in which every poster
is decoded, and one of those that follow, for months."""

import time

from lab.fades import fades_of
from lab.figure import Limit, Row
from lab.shows import Manner

SLIDE_S = 5
LOOP_S = 65  # twelve events and the list
SETTLING_S = 3  # what a program does after its start is not of the loop
JUDGED = ("kiosk", "Chromium")


def measure(lab):
    seconds = 15 if lab.quick else 60
    return fading(lab, seconds) + cutting(lab, seconds)


def fading(lab, seconds):
    cpu = Row(
        "cpu-fade",
        f"CPU, {seconds} s of loop with fades",
        "s",
        (Limit("< 1/4 of Chromium", 1 / 4, "Chromium"),),
    )
    server = Row("cpu-fade-x", "… the X server's meanwhile", "s")
    frames = Row("fade-frames", "… frames a fade", "")
    count = 0
    for turn, name in lab.in_turns(lab.those(fades=True), min(lab.rounds, 2)):
        if name not in JUDGED and (turn > 0 or lab.quick):
            continue
        with lab.started(name, Manner(SLIDE_S)) as started:
            time.sleep(SETTLING_S)
            span = lab.observe(started, seconds)
        cpu.add(name, span.cpu_s)
        server.add(name, span.server_cpu_s)
        count = max(count, len(span.frames)) if name == "kiosk" else count
        for fade in fades_of(span.frames):
            frames.add(name, len(fade))
    cpu.least = (count * lab.blit_s, f"{count} full-screen blits")
    return [cpu, server, frames]


def cutting(lab, seconds):
    title = f"CPU, {seconds} s of loop, `transition: none`"
    first = Row("cpu-cut-first", f"{title}, every poster decoded", "s")
    cpu = Row(
        "cpu-cut",
        f"{title}, from the second loop on",
        "s",
        (
            Limit("≤ 2 × feh", 2, "feh"),
            Limit("< 1/8 of Chromium", 1 / 8, "Chromium"),
        ),
    )
    cuts = seconds // SLIDE_S
    cpu.least = (cuts * lab.blit_s, f"{cuts} full-screen blits")
    server = Row("cpu-cut-x", "… the X server's meanwhile", "s")
    manner = Manner(SLIDE_S, fades=False)
    for _ in range(1 if lab.quick else 2):
        with lab.all_started(lab.those(fades=False), manner) as shows:
            time.sleep(SETTLING_S)
            for name, span in lab.observe_all(shows, seconds).items():
                first.add(name, span.cpu_s)
            time.sleep(LOOP_S - seconds)
            for name, span in lab.observe_all(shows, seconds).items():
                cpu.add(name, span.cpu_s)
                server.add(name, span.server_cpu_s)
    return [first, cpu, server]
