"""Small pictures of a whole page, for thumbnails and the minimap: little work, in steps that fit between two frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .intake import PORTION, Shows, everything
from .page_image import paint_elements
from .paper import paint_paper

MAX_ZOOM = 1.0
MARGIN_SHARE = 0.06
MOST = 4000
"""A sketch of a very full page shows this many of its elements: more would not be told apart."""

_A_STEP = 50
"""So many elements are painted between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """`image` shows the part `box` of the page."""

    image: QImage
    box: Rect


def thumbnail(elements: Iterable[Element], size: QSize, paper: str = "") -> QImage:
    """All the elements of a page, fitted into an image of this size in pixels, on its paper."""
    return finished(sketching(list(elements), size, paper))


def finished(steps: Iterator[Sketch | None]) -> QImage:
    """Take all the steps at once."""
    *_, last = steps
    assert last is not None
    return last.image


def sketching(
    elements: Sequence[Element], size: QSize, paper: str = "", shows: Shows = everything
) -> Iterator[Sketch | None]:
    """The same of those elements that `shows` picks, in steps; the last one yields the sketch, all others None."""
    listed: list[Element] = []
    for begin in range(0, len(elements), PORTION):
        listed += shows(elements[begin : begin + PORTION])
        yield None
    listed = sorted(listed[:: -(-len(listed) // MOST) or 1], key=in_paint_order)
    yield None
    whole = _around(listed) if listed else Rect(0.0, 0.0, 0.0, 0.0)
    share = 1 - 2 * MARGIN_SHARE
    zoom = min(size.width() * share / max(whole.width, 1), size.height() * share / max(whole.height, 1), MAX_ZOOM)
    zoom = max(zoom, 1e-9)
    middle, (width, height) = whole.center, (size.width() / zoom, size.height() / zoom)
    box = Rect(middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2)
    image = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_paper(painter, image.rect(), (round(box.left * zoom), round(box.top * zoom)), zoom, paper)
    for begin in range(0, len(listed), _A_STEP):
        yield None
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(zoom, zoom)
            painter.translate(-box.left, -box.top)
            paint_elements(painter, listed[begin : begin + _A_STEP], zoom)
    yield Sketch(image, box)


def _around(elements: Iterable[Element]) -> Rect:
    boxes = [bounds(element) for element in elements]
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
