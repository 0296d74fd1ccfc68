"""The rectangles of a QRegion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion


def rectangles(region: QRegion) -> list[QRect]:
    """The rectangles that make up the region, few of them; they do not overlap.

    Qt cuts a region at the upper and lower edge of everything in it, however far aside: put together again, 30 boxes
    are half as many pieces.
    """
    open_above: dict[tuple[int, int, int], QRect] = {}
    # PySide6 6.11's type information does not know that a region can be iterated.
    for rect in cast(Iterable[QRect], region):
        left, width, end = rect.x(), rect.width(), rect.y() + rect.height()
        above = open_above.pop((left, width, rect.y()), None)
        if above is not None:
            above.setHeight(end - above.y())
            rect = above
        open_above[left, width, end] = rect
    return list(open_above.values())
