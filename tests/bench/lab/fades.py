# SPDX-License-Identifier: MIT
"""Frames of the screen, taken for the fades they belong to."""

from statistics import quantiles

PAUSE_S = 0.25  # so long without a change, and a fade is over
FRAMES_MIN = 3  # fewer are a cut


def fades_of(frames):
    """The times of the frames of each fade."""
    fades, fade = [], []
    for frame in frames:
        if fade and frame.at - fade[-1] > PAUSE_S:
            fades.append(fade)
            fade = []
        fade.append(frame.at)
    fades.append(fade)
    return [fade for fade in fades if len(fade) >= FRAMES_MIN]


def intervals_ms(fade):
    """Between its frames. At both ends of a fade that begins and ends gently
    two frames may be equal, and are seen as one: these are left out."""
    inner = fade[1:-1]
    return [(b - a) * 1000 for a, b in zip(inner, inner[1:])]


def percentile(values, percent):
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[percent - 1]
