"""The way of the Tab key where parts of a page come later than others: as one reads, not as they were made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def read_in_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts of a window in this order, and through each of them as it was made."""
    stops = [stop for part in parts for stop in (part, *part.findChildren(QWidget)) if _is_stop(stop)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
