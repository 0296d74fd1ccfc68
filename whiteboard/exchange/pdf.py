"""PDF: one page each, drawn as lines and letters, so that it is sharp in any size and its text can be selected."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import groupby
from math import floor

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from whiteboard.model.element import STROKE, Element
from whiteboard.model.elements import bounds
from whiteboard.model.style import HIGHLIGHTER
from whiteboard.render import picture_source
from whiteboard.render.page_image import paint_elements
from whiteboard.render.painters import stroke
from whiteboard.version import VERSION

from . import vector_paper
from .album import Album
from .progress import BATCH, Report, Steps, silent
from .sheet import Export, Sheet

POINTS_PER_UNIT = 72 / 96
MAX_SIDE_POINTS = 14_400.0
"""The largest page of PDF 1.7 (annex C): 200 inches. A larger one is made smaller."""

DOTS_PER_POINT = 10.0
MOST_INK = 10_000
FEW_INK = 500
"""A page with more strokes than this has its ink as pictures, where so much of it lies together: readers take long for
each path, and Qt keeps a page's paths in memory until it is done."""

TILE, TILE_SCALE = 2000.0, 1.0
"""Board units, and pixels a unit."""

SHARPNESS = 2.0
"""Ink is made for this zoom: a page may be looked at from near."""


def write(device: QIODevice, export: Export, *, report: Report = silent) -> None:
    """Write all sheets to an open device."""
    steps = Steps(export.count, report)
    writer = QPdfWriter(device)
    writer.setTitle(export.title)
    writer.setCreator(f"Whiteboard {VERSION}")
    writer.setResolution(round(72 * DOTS_PER_POINT))
    factor = _set_page(writer, export.sheets[0])
    with picture_source.using(Album(export.picture)), QPainter(writer) as painter:
        for number, sheet in enumerate(export.sheets):
            if number:
                factor = _set_page(writer, sheet)
                writer.newPage()
            painter.save()
            try:
                _paint(painter, sheet, factor, steps)
            finally:
                painter.restore()


def _set_page(writer: QPdfWriter, sheet: Sheet) -> float:
    """Give the next page its size; returns points a board unit."""
    longer = max(sheet.box.width, sheet.box.height)
    factor = min(POINTS_PER_UNIT, MAX_SIDE_POINTS / longer)
    size = QSizeF(sheet.box.width * factor, sheet.box.height * factor)
    page = QPageSize(size, QPageSize.Unit.Point, matchPolicy=QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    return factor


def _paint(painter: QPainter, sheet: Sheet, factor: float, steps: Steps) -> None:
    painter.scale(factor * DOTS_PER_POINT, factor * DOTS_PER_POINT)
    painter.translate(-sheet.box.left, -sheet.box.top)
    vector_paper.paint(painter, sheet.box, sheet.page.paper)
    full = sum(element.kind == STROKE for element in sheet.elements) > MOST_INK
    for is_ink, run in groupby(_highlights_first(sheet.elements), key=lambda element: element.kind == STROKE):
        listed = list(run)
        if is_ink and full and len(listed) > FEW_INK:
            _paint_tiles(painter, listed, steps)
            continue
        for batch in steps.batches(listed):
            if is_ink:
                _paint_ink(painter, batch, SHARPNESS)
            else:
                paint_elements(painter, batch, SHARPNESS)


def _tints(element: Element) -> bool:
    return element.kind == STROKE and element.style.ink == HIGHLIGHTER


def _highlights_first(elements: Sequence[Element]) -> list[Element]:
    """Qt's PDF cannot multiply, so a highlighter's ink comes beneath the ink and the text that it lies on.

    It stays above everything else, for example an image.
    """
    ordered: list[Element] = []
    for covers, run in groupby(elements, key=lambda e: e.kind not in (STROKE, "text")):
        listed = list(run)
        ordered += listed if covers else sorted(listed, key=lambda e: not _tints(e))
    return ordered


def _paint_ink(painter: QPainter, elements: Sequence[Element], sharpness: float) -> None:
    for element, picture in zip(elements, stroke.pictures(elements, sharpness), strict=True):
        if picture.tints:
            color = QColor(element.style.color)
            color.setAlphaF(stroke.HIGHLIGHTER_STRENGTH * element.style.opacity)
            picture = dataclasses.replace(picture, color=color, tints=False)
        picture.paint(painter)


def _paint_tiles(painter: QPainter, elements: Sequence[Element], steps: Steps) -> None:
    """Paint very much ink as pictures, one tile after the other, so that memory and the file stay within bounds."""
    tiles: dict[tuple[int, int], list[Element]] = {}
    for number, element in enumerate(elements):
        if number % BATCH == 0:
            steps.breathe()
        box = bounds(element)
        for x in range(floor(box.left / TILE), floor(box.right / TILE) + 1):
            for y in range(floor(box.top / TILE), floor(box.bottom / TILE) + 1):
                tiles.setdefault((x, y), []).append(element)
    counted = 0
    for number, ((x, y), listed) in enumerate(sorted(tiles.items()), 1):
        side = round(TILE * TILE_SCALE)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as tile:
            tile.setRenderHint(QPainter.RenderHint.Antialiasing)
            tile.scale(TILE_SCALE, TILE_SCALE)
            tile.translate(-x * TILE, -y * TILE)
            for begin in range(0, len(listed), BATCH):
                steps.breathe()
                _paint_ink(tile, listed[begin : begin + BATCH], TILE_SCALE)
        painter.drawImage(QRectF(x * TILE, y * TILE, TILE, TILE), image)
        before, counted = counted, len(elements) * number // len(tiles)
        steps.count(counted - before)
