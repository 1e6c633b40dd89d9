# SPDX-License-Identifier: MIT
"""Reading a programme against bare libyaml on the same file, and whether it
takes ten times as long for ten times as many events."""

import re
import subprocess

from lab.figure import Limit, Row

EVENTS = (100, 1000, 5000)


def measure(lab):
    rows = {
        events: Row(
            f"reading-{events}",
            f"reading {events} events / bare libyaml",
            "×",
            (Limit("≤ 2.5 ×", 2.5),),
            least=(1, "libyaml alone"),
        )
        for events in EVENTS
    }
    linear = Row(
        "reading-linear",
        f"… an event's share, {EVENTS[-1]} / {EVENTS[1]}",
        "×",
        (Limit("linear: ≤ 1.1", 1.1),),
    )
    for _ in range(lab.rounds):
        took_ms = {}
        for line in run(lab).splitlines():
            events, ms, ratio = re.search(
                r"(\d+) events .* read +([\d.]+) ms, ratio ([\d.]+)", line
            ).groups()
            rows[int(events)].add("kiosk", float(ratio))
            took_ms[int(events)] = float(ms) / int(events)
        linear.add("kiosk", took_ms[EVENTS[-1]] / took_ms[EVENTS[1]])
    return [*rows.values(), linear]


def run(lab):
    return subprocess.run(
        [lab.tool("bench_programme"), *map(str, EVENTS)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
