# SPDX-License-Identifier: MIT
"""Decoding a poster to where it is shown, against bare libjpeg-turbo at its
own scale, each in a process of its own; processor time, and memory."""

import subprocess

from lab.figure import Limit, Row
from lab.material import HEAVY

PANEL = (810, 1080)


def measure(lab):
    took = Row("decoding-ms", "a JPEG of 24 megapixels to the panel", "ms")
    ratio = Row(
        "decoding",
        "… / bare libjpeg-turbo",
        "×",
        (Limit("≤ 1.3 ×", 1.3),),
    )
    memory = Row(
        "decoding-memory",
        "… the decoder's memory",
        "MB",
        (Limit("≤ 20", 20),),
    )
    poster = next(lab.material.posters(HEAVY).iterdir())
    rounds = 5 if lab.quick else 25
    answer = subprocess.run(
        [lab.tool("bench_decode"), poster]
        + [str(PANEL[0]), str(PANEL[1]), str(rounds)],
        check=True,
        capture_output=True,
        text=True,
    )
    for line in answer.stdout.splitlines():
        ours, theirs, megabytes = map(float, line.split())
        took.add("kiosk", ours)
        ratio.add("kiosk", ours / theirs)
        memory.add("kiosk", megabytes)
    return [took, ratio, memory]
