# SPDX-License-Identifier: MIT
"""A finger on the screen: presses that the X server injects (XTEST)."""

import ctypes
import time


class Finger:
    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtest = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(
            self.x11.XOpenDisplay(display.encode())
        )

    def move(self, x, y):
        self.xtest.XTestFakeMotionEvent(self.display, -1, x, y, 0)
        self.x11.XFlush(self.display)

    def press(self, x, y):
        """Returns when it was."""
        self.move(x, y)
        at = time.monotonic()
        self.xtest.XTestFakeButtonEvent(self.display, 1, 1, 0)
        self.x11.XFlush(self.display)
        return at

    def lift(self):
        at = time.monotonic()
        self.xtest.XTestFakeButtonEvent(self.display, 1, 0, 0)
        self.x11.XFlush(self.display)
        return at

    def tap(self, x, y):
        at = self.press(x, y)
        self.lift()
        return at

    def fling(self, x, y, distance, steps=8):
        """Upwards, as fast as a hand does."""
        self.press(x, y)
        for step in range(1, steps + 1):
            time.sleep(0.012)
            self.move(x, y - distance * step // steps)
        self.lift()

    def close(self):
        self.x11.XCloseDisplay(self.display)
