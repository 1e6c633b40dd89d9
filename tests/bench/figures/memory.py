# SPDX-License-Identifier: MIT
"""Memory once the loop has run: what the process tree holds, shared pages
divided by those who share them, with few posters of 12 megapixels and with
many. Slides of two seconds, so that many are seen."""

from lab.figure import Limit, Row
from lab.shows import Manner

EVENTS = (12, 1000)


def measure(lab):
    rows = []
    seconds = 20 if lab.quick else 60
    for events in EVENTS:
        row = Row(
            f"memory-{events}",
            f"memory, {events} posters of 12 megapixels",
            "MiB",
            (Limit("< 1/8 of Chromium", 1 / 8, "Chromium"),),
        )
        if events != EVENTS[0]:
            first = rows[0]
            row.limits += (
                Limit(f"≤ 1.1 × with {EVENTS[0]}", 1.1, row=first.key),
            )
        for _, name in lab.in_turns(lab.those("kiosk", "Chromium"), 1):
            manner = Manner(seconds=2, events=events)
            with lab.started(name, manner) as started:
                row.add(name, lab.observe(started, seconds).pss_mib)
        rows.append(row)
    return rows
