"""Pictures of a part of a page, for export and what is dragged: no view, no tiles, no wet ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import UNPAINTED, Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .painters import painter_of
from .paper import paint_paper
from .picture_cache import BATCH


def page_image(elements: Iterable[Element], box: Rect, zoom: float, paper: str = "") -> QImage:
    """The part `box` of a page at `zoom` pixels a board unit, on its paper."""
    size = QSize(max(1, round(box.width * zoom)), max(1, round(box.height * zoom)))
    image = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_paper(painter, image.rect(), (round(box.left * zoom), round(box.top * zoom)), zoom, paper)
    inside = [e for e in elements if e.kind not in UNPAINTED and bounds(e).intersects(box)]
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


def _batches(elements: Iterable[Element]) -> Iterator[list[Element]]:
    batch = []
    for element in elements:
        batch.append(element)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
