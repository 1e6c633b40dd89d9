# SPDX-License-Identifier: MIT
"""Start: from exec to the first picture of the first slide on screen."""

from lab.figure import Limit, Row
from lab.shows import Manner


def measure(lab):
    row = Row(
        "start",
        "start → first slide on screen",
        "s",
        (
            Limit("< 1/6 of Chromium", 1 / 6, "Chromium"),
            Limit("≤ 2 × feh on a ready PNG", 2, "feh"),
        ),
    )
    # The first start of each only warms the file caches.
    for turn, name in lab.in_turns(lab.those(), 1 + (1 if lab.quick else 4)):
        with lab.started(name, Manner(seconds=60)) as started:
            if turn > 0:
                row.add(name, started.start_s)
    return [row]
