# SPDX-License-Identifier: MIT
"""Instructions that callgrind counts: the same on every run, so that a change
of a few per cent is seen. What they were is kept in instructions.json;
script/bench --record writes it anew. Another compiler or library gives other
counts: it says which ones it was."""

import json
import pathlib
import platform
import re
import subprocess

from lab.figure import Limit, Row

RECORD = pathlib.Path(__file__).parent / "instructions.json"
TASKS = {
    "redraw": "instructions: a slide drawn again",
    "fade": "instructions: one frame of a fade, 1920 × 1080",
    "reading": "instructions: reading the sample programme",
}
REGRESSION = 1.05


def measure(lab):
    recorded = json.loads(RECORD.read_text())["millions"]
    rows = []
    for task, title in TASKS.items():
        millions = count(lab, task) / 1e6
        before = recorded.get(task)
        limits = ()
        if before is not None:
            text = f"≤ 1.05 × the {before:.2f} recorded"
            limits = (Limit(text, REGRESSION * before),)
        row = Row(f"instructions-{task}", title, "millions", limits)
        row.add("kiosk", millions)
        rows.append(row)
    return rows


def count(lab, task):
    answer = subprocess.run(
        ["valgrind", "--tool=callgrind"]
        + [f"--callgrind-out-file={lab.scratch}/callgrind.{task}"]
        + [f"--toggle-collect=measured_{task}"]
        + [lab.tool("bench_instructions"), task, lab.sample],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(re.search(r"Collected : (\d+)", answer.stderr).group(1))


def record(rows):
    millions = {
        task: round(row.median(), 3)
        for task in TASKS
        for row in rows
        if row.key == f"instructions-{task}"
    }
    made_with = {"processor": platform.machine(), "compiler": compiler()}
    text = json.dumps({"made with": made_with, "millions": millions}, indent=4)
    RECORD.write_text(text + "\n")


def compiler():
    answer = subprocess.run(
        ["cc", "--version"], check=True, capture_output=True, text=True
    )
    return answer.stdout.splitlines()[0]
