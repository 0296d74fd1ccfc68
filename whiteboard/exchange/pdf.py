"""PDF: one page each, drawn as lines and letters, so that it is sharp in any size and its text can be selected."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from whiteboard.model.element import STROKE, Element
from whiteboard.model.style import HIGHLIGHTER
from whiteboard.render import picture_source
from whiteboard.render.page_image import paint_elements
from whiteboard.render.painters import stroke
from whiteboard.version import VERSION

from . import vector_paper
from .album import Album
from .progress import Report, Steps, silent
from .sheet import Export, Sheet

POINTS_PER_UNIT = 72 / 96
MAX_SIDE_POINTS = 14_400.0
"""The largest page of PDF 1.7 (annex C): 200 inches. A larger one is made smaller."""

DOTS_PER_POINT = 10.0
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
    for tints, run in groupby(_highlights_first(sheet.elements), key=_tints):
        for batch in steps.batches(run):
            if tints:
                _paint_highlights(painter, batch)
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


def _paint_highlights(painter: QPainter, elements: Sequence[Element]) -> None:
    for element, picture in zip(elements, stroke.pictures(elements, SHARPNESS), strict=True):
        color = QColor(element.style.color)
        color.setAlphaF(stroke.HIGHLIGHTER_STRENGTH * element.style.opacity)
        dataclasses.replace(picture, color=color, tints=False).paint(painter)
