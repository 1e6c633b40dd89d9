# SPDX-License-Identifier: MIT
"""From the last write to a programme that is being shown to the first frame
that shows it, beyond the time it waits for more to come."""

import shutil
import time

from lab.figure import Limit, Row
from lab.shows import Manner

SETTLING_S = 1.0  # see kiosk/app/feed.c
PATIENCE_S = 20


def measure(lab):
    row = Row(
        "replaced",
        "replaced file → on screen, beyond the settling time",
        "s",
        (Limit("≤ 0.5 s", 0.5),),
        least=(0, "seen, read, drawn at once"),
    )
    for turn in range(3 if lab.quick else 6):
        row.add("kiosk", answer_s(lab, turn))
    return [row]


def answer_s(lab, turn):
    folder = lab.scratch / f"replaced-{turn}"
    shutil.copytree(lab.material.programme(12), folder)
    programme = folder / "programme.yaml"
    new = programme.read_text().replace("(1)", "(nouveau)")
    manner = Manner(seconds=600, fades=False, folder=folder)
    with lab.started("kiosk", manner) as started:
        time.sleep(2)
        programme.write_text(new)
        written = time.monotonic()
        while time.monotonic() < written + PATIENCE_S:
            frames = [f.at for f in started.screen.frames if f.at > written]
            if frames:
                return frames[0] - written - SETTLING_S
            time.sleep(0.05)
    raise RuntimeError("a replaced programme does not come on screen")
