"""The rectangles of a QRegion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion


def rectangles(region: QRegion) -> list[QRect]:
    """The rectangles that make up the region; they do not overlap."""
    # PySide6 6.11's type information does not know that a region can be iterated.
    return list(cast(Iterable[QRect], region))
