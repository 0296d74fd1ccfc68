"""Pictures of a whole board, for thumbnails and export: no view, no tiles, no wet ink."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from whiteboard.model.element import Element
from whiteboard.model.geometry import Rect


def thumbnail(elements: Iterable[Element], size: QSize) -> QImage:
    """All elements of a board, fitted into an image of this size in pixels, on paper."""
    raise NotImplementedError


def page_image(elements: Iterable[Element], box: Rect, zoom: float) -> QImage:
    """The part `box` of the board at `zoom` pixels a board unit, on paper."""
    raise NotImplementedError
