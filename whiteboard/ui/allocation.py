"""Gives the memory of large images back to the system as soon as they are gone.

The GNU C library raises the size from which a block of memory gets pages of its own to the largest block that was ever
freed, up to 32 MB. Tiles and pictures of a view then leave holes in the heap: 30 MB after some panning and zooming.
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
