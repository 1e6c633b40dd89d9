# SPDX-License-Identifier: MIT
"""Memory once the loop has run: what the process tree holds, shared pages
divided by those who share them, with few posters of 12 megapixels and with
many. Slides of two seconds, so that many are seen: after twelve the show holds
as many decoded posters as it ever does. A decoder that happens to run is no
steady memory: the median of several looks."""

import time
from statistics import median

from lab.figure import Limit, Row
from lab.shows import Manner

EVENTS = (12, 1000)


def measure(lab):
    rows = []
    seconds = 28 if lab.quick else 45
    looks = 6 if lab.quick else 20
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
        names = lab.those("kiosk", "Chromium")
        manner = Manner(seconds=2, events=events)
        with lab.all_started(names, manner) as shows:
            time.sleep(seconds)
            held = [pss_mib(shows) for _ in range(looks)]
        for name in names:
            row.add(name, median(look[name] for look in held))
        rows.append(row)
    return rows


def pss_mib(shows):
    time.sleep(1)
    return {name: show.tree.pss_mib() for name, show in shows.items()}
