#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures everything and writes build/bench/report.md and .json. Started by
script/bench, which builds what is measured."""

import argparse
import importlib
import pathlib
import shutil
import subprocess
import sys
import time

from lab import report
from lab.lab import Lab
from lab.shows import SHOWS
from lab.tree import adopt_orphans

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A module in figures/ each, in the table's order.
FIGURES = (
    "start",
    "loop",
    "still",
    "memory",
    "pacing",
    "reading",
    "decoding",
    "replaced",
    "touch",
    "fling",
    "year",
    "instructions",
)


def arguments():
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="shorter, one round: to look at"
    )
    parser.add_argument(
        "--with-peers",
        nargs="?",
        const=",".join(SHOWS),
        default="",
        metavar="NAME,…",
        help="also what people would pick instead: all of "
        + ", ".join(name for name in SHOWS if name != "kiosk")
        + ", or those named; installs them",
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="keep the instructions counted as those to compare with",
    )
    parser.add_argument(
        "figure", nargs="*", help="only these: " + ", ".join(FIGURES)
    )
    return parser.parse_args()


def say(text, end="\n"):
    print(text, end=end, file=sys.stderr, flush=True)


def measure(lab, names):
    """The rows of the figures that could be measured, and how many not."""
    rows, failed = [], 0
    for name in names:
        begun = time.monotonic()
        say(f"{name} …", end=" ")
        try:
            rows += importlib.import_module(f"figures.{name}").measure(lab)
            say(f"{time.monotonic() - begun:.0f} s")
        except (RuntimeError, OSError, subprocess.SubprocessError) as error:
            failed += 1
            say(f"not measured: {error}")
    return rows, failed


def main():
    asked = arguments()
    adopt_orphans()
    lab = Lab(ROOT, asked.quick, asked.with_peers.split(","))
    try:
        rows, failed = measure(lab, asked.figure or FIGURES)
    finally:
        shutil.rmtree(lab.scratch, ignore_errors=True)
    if asked.record:
        importlib.import_module("figures.instructions").record(rows)
    print(report.write(lab, ROOT, rows))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
