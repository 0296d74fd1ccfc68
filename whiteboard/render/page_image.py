"""Pictures of a whole board, for thumbnails and export: no view, no tiles, no wet ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .painters import painter_of
from .paper import PAPER
from .picture_cache import BATCH

MAX_THUMBNAIL_ZOOM = 1.0
MARGIN_SHARE = 0.06
MOST_IN_THUMBNAIL = 4000
"""A thumbnail of a very full board shows this many of its elements: more would not be told apart."""


def thumbnail(elements: Iterable[Element], size: QSize) -> QImage:
    """All elements of a board, fitted into an image of this size in pixels, on paper."""
    image = _paper(size)
    listed = list(elements)
    if not listed or size.isEmpty():
        return image
    listed = sorted(listed[:: -(-len(listed) // MOST_IN_THUMBNAIL)], key=in_paint_order)
    whole = _around(listed)
    share = 1 - 2 * MARGIN_SHARE
    zoom = min(size.width() * share / max(whole.width, 1), size.height() * share / max(whole.height, 1))
    zoom = min(zoom, MAX_THUMBNAIL_ZOOM)
    middle = whole.center
    corner = middle.x - size.width() / zoom / 2, middle.y - size.height() / zoom / 2
    _paint(image, listed, corner, zoom)
    return image


def page_image(elements: Iterable[Element], box: Rect, zoom: float) -> QImage:
    """The part `box` of the board at `zoom` pixels a board unit, on paper."""
    image = _paper(QSize(max(1, round(box.width * zoom)), max(1, round(box.height * zoom))))
    inside = [element for element in elements if bounds(element).intersects(box)]
    _paint(image, sorted(inside, key=in_paint_order), (box.left, box.top), zoom)
    return image


def paint_elements(painter: QPainter, elements: Iterable[Element], zoom: float) -> None:
    """Paint elements in the order given, on a painter in board units, fine enough for `zoom` device pixels a unit."""
    for kind, run in groupby(elements, key=lambda element: element.kind):
        for batch in _batches(run):
            for picture in painter_of(kind)(batch, zoom):
                picture.paint(painter)


def _paint(image: QImage, elements: Iterable[Element], corner: tuple[float, float], zoom: float) -> None:
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        painter.translate(-corner[0], -corner[1])
        paint_elements(painter, elements, zoom)


def _paper(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    return image


def _around(elements: Iterable[Element]) -> Rect:
    boxes = [bounds(element) for element in elements]
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _batches(elements: Iterable[Element]) -> Iterator[list[Element]]:
    batch = []
    for element in elements:
        batch.append(element)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
