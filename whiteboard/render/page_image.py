"""Pictures of a part of a page, for export and what is dragged: no view, no tiles, no wet ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import STROKE, UNPAINTED, Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .painters import painter_of
from .painters.hairlines import HAIR_PX, hairlines
from .painters.picture import Picture
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
    for batch in _batches(elements):
        for picture in _pictures(batch, zoom):
            picture.paint(painter)


def _pictures(elements: Sequence[Element], zoom: float) -> list[Picture]:
    """The pictures of elements in their order; thin strokes are hairlines, as on the screen."""
    thin = [n for n, e in enumerate(elements) if e.kind == STROKE and e.style.width * zoom < HAIR_PX]
    kinds: dict[str, list[int]] = {}
    for place in sorted(set(range(len(elements))).difference(thin)):
        kinds.setdefault(elements[place].kind, []).append(place)
    found: list[tuple[int, Picture]] = []
    for kind, places in kinds.items():
        found += zip(places, painter_of(kind)([elements[place] for place in places], zoom), strict=True)
    if thin:
        found += hairlines([elements[place] for place in thin], zoom, np.array(thin))
    return [picture for _, picture in sorted(found, key=itemgetter(0))]


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
