# SPDX-License-Identifier: MIT
"""How evenly the frames of a fade come while a poster decodes. The show sees
to it that its own decoding is done before a fade; so here a process beside it
decodes without end, as the show does it, as if it were not."""

from lab.fades import fades_of, intervals_ms, percentile
from lab.figure import Limit, Row
from lab.material import HEAVY
from lab.shows import Manner

PANEL = ("810", "1080")


def measure(lab):
    middle = Row("pacing-p50", "fade while a poster decodes, p50", "ms")
    late = Row("pacing-p95", "… p95", "ms")
    latest = Row(
        "pacing-p99",
        "… p99",
        "ms",
        (Limit("≤ 1.5 × p50", 1.5, row=middle.key),),
        least=(1000 / 60, "a screen's beat"),
    )
    poster = next(lab.material.posters(HEAVY).iterdir())
    decoding = (lab.tool("decode_endlessly"), poster, *PANEL)
    for _, name in lab.in_turns(["kiosk"]):
        with lab.started(name, Manner(seconds=2), decoding) as started:
            span = lab.observe(started, 20 if lab.quick else 40)
        intervals = [
            interval
            for fade in fades_of(span.frames)
            for interval in intervals_ms(fade)
        ]
        middle.add(name, percentile(intervals, 50))
        late.add(name, percentile(intervals, 95))
        latest.add(name, percentile(intervals, 99))
    return [middle, late, latest]
