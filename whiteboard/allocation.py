"""Gives memory that is not used any more back to the system: large images at once, the rest when somebody asks.

The GNU C library raises the size from which a block of memory gets pages of its own to the largest block that was ever
freed, up to 32 MB. Tiles and pictures of a view then leave holes in the heap: 30 MB after some panning and zooming.
Smaller blocks leave holes that it keeps: 5 MB.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

_M_MMAP_THRESHOLD = -3
_LARGE = 128 * 1024
"""What the threshold is at first; naming it keeps it there."""


def give_back_large_blocks() -> None:
    """To be called once, at the start. Does nothing where another C library is used."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def give_back_holes() -> None:
    """To be called while nothing is to be done: 0.2 ms, or by a thread. Does nothing with another C library."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
