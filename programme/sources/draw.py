#!/usr/bin/env python3
"""Draws every poster and logo of the sample programme as SVG, beside itself.

    python3 draw.py            all of them
    python3 draw.py foodcoop   only those named

export.sh then turns the SVG into the files the programme shows.
Needs python3-fonttools and the fonts listed in README.md.
"""

import sys
from pathlib import Path

import affiches
import logos

HERE = Path(__file__).resolve().parent


def main(names):
    known = {**affiches.ALL, **logos.ALL}
    for name in names or known:
        known[name]().save(HERE / f"{name}.svg")


if __name__ == "__main__":
    main(sys.argv[1:])
