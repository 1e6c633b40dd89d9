# SPDX-License-Identifier: MIT
"""How evenly the frames of a fade come while a poster decodes. The show sees
to it that its own decoding is done before a fade; so here another process
decodes without end, with the same code, as if it were not."""

import contextlib
import subprocess

from lab.fades import fades_of, intervals_ms, percentile
from lab.figure import Limit, Row
from lab.material import HEAVY
from lab.shows import Manner


def measure(lab):
    middle = Row("pacing-p50", "fade while a poster decodes, p50", "ms")
    late = Row("pacing-p95", "… p95", "ms")
    latest = Row(
        "pacing-p99",
        "… p99",
        "ms",
        (Limit("≤ 1.5 × p50", 1.5, row=middle.key),),
    )
    for _, name in lab.in_turns(["kiosk"]):
        with decoding(lab), lab.started(name, Manner(seconds=2)) as started:
            span = lab.observe(started, 20 if lab.quick else 60)
        intervals = [
            interval
            for fade in fades_of(span.frames)
            for interval in intervals_ms(fade)
        ]
        middle.add(name, percentile(intervals, 50))
        late.add(name, percentile(intervals, 95))
        latest.add(name, percentile(intervals, 99))
    return [middle, late, latest]


@contextlib.contextmanager
def decoding(lab):
    poster = next(lab.material.posters(HEAVY).iterdir())
    process = subprocess.Popen(
        [lab.tool("bench_decode"), poster, "810", "1080", "1000000"],
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()
