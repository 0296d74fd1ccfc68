"""Text in a box: broken into lines, aligned, with lists, in any script; measured and painted in board units.

Lines that begin with "- ", "* " or "1. " are items of a list and hang behind their mark. Every line of the text is a
paragraph of its own, so that nobody's direction of writing reaches beyond it. Fonts differ from machine to machine, and
so does how much room a text takes: the box was measured by who typed last, and what does not fit is painted smaller.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from threading import local

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from whiteboard.model.style import Font

from .paragraphs import LINE_EM, Laid, laid_out
from .typefaces import EM_PX

GREEK_PX = 3.0
"""Letters of a smaller em, in device pixels, are shown as faint bars: nobody could read them."""

_GREEK_ALPHA = 0.3
_MOST_LETTERS = 200_000
"""So many letters are kept laid out in each thread: some 20 MB."""

_TOLERANCE = 1.002
_STEPS = 7
_MOST_SHRUNK = 1 / 16


def measured(text: str, font: Font, wrap_width: float | None) -> tuple[float, float]:
    """Width and height of the text in board units, broken at `wrap_width` or only where its lines end."""
    scale = font.size / EM_PX
    laid = _laid(text, font, None if wrap_width is None else wrap_width / scale)
    return laid.width * scale, laid.height * scale


def fitting_size(text: str, font: Font, width: float, height: float) -> float:
    """The size of letters, at most that of the font, at which the wrapped text fits a box of board units."""
    return _fitted(text, font, width, height, wraps=True)[1] * EM_PX


def paint_text(
    painter: QPainter,
    text: str,
    font: Font,
    color: QColor,
    box: QRectF,
    *,
    middle: bool,
    zoom: float,
    wraps: bool = True,
) -> None:
    """Paint the text into the box and nowhere else; `middle` between top and bottom, or else from the top.

    The painter is in board units, `zoom` says how many device pixels one takes. Without `wraps` lines end only where
    the text says so. Leaves the painter as it was.
    """
    if not text or box.width() <= 0 or box.height() <= 0:
        return
    laid, scale = _fitted(text, font, box.width(), box.height(), wraps=wraps)
    spare_x = max(box.width() - laid.width * scale, 0.0) * _share_left(font.align)
    spare_y = max(box.height() - laid.height * scale, 0.0) / 2 if middle else 0.0
    painter.save()
    painter.setClipRect(_clip(painter, box))
    painter.translate(box.x() + spare_x, box.y() + spare_y)
    painter.scale(scale, scale)
    if scale * EM_PX * zoom < GREEK_PX:
        faint = QColor(color)
        faint.setAlphaF(color.alphaF() * _GREEK_ALPHA)
        for bar in laid.bars:
            painter.fillRect(bar, faint)
    else:
        painter.setPen(color)
        seen = painter.clipBoundingRect()
        for piece in laid.pieces:
            if piece.top <= seen.bottom() and piece.bottom >= seen.top():
                piece.layout.draw(painter, QPointF(0.0, 0.0))
    painter.restore()


def line_height(font: Font) -> float:
    """The height of a line in board units."""
    return font.size * LINE_EM


# ---------------------------------------------------------------- fitting


def _share_left(align: str) -> float:
    return {"center": 0.5, "right": 1.0}.get(align, 0.0)


def _clip(painter: QPainter, box: QRectF) -> QRectF:
    return box.intersected(painter.clipBoundingRect()) if painter.hasClipping() else box


def _fitted(text: str, font: Font, width: float, height: float, *, wraps: bool) -> tuple[Laid, float]:
    """The text laid out, and by how much to scale it (board units a pixel at EM_PX) so that it fits the box."""
    kept = _KEPT.fits
    key = (text, font, width, height, wraps)
    if key not in kept:
        if len(kept) > 2000:
            kept.clear()
        kept[key] = _shrunk(text, font, width, height) if wraps else _squeezed(text, font, width, height)
    scale, wrap = kept[key]
    return _laid(text, font, wrap), scale


def _squeezed(text: str, font: Font, width: float, height: float) -> tuple[float, float | None]:
    full = font.size / EM_PX
    laid = _laid(text, font, None)
    share = min(width * _TOLERANCE / (laid.width * full), height * _TOLERANCE / (laid.height * full), 1.0)
    return full * share, None


def _shrunk(text: str, font: Font, width: float, height: float) -> tuple[float, float | None]:
    """Smaller letters need fewer lines: look for the largest that fit, by halves."""
    full = font.size / EM_PX

    def fits(share: float) -> bool:
        laid = _laid(text, font, width / (full * share))
        return laid.height * full * share <= height * _TOLERANCE

    if fits(1.0):
        return full, width / full
    low, high = _MOST_SHRUNK, 1.0
    for _ in range(_STEPS):
        share = (low + high) / 2
        low, high = (share, high) if fits(share) else (low, share)
    wrap = width / (full * low)
    laid = _laid(text, font, wrap)
    return min(full * low, height / laid.height), wrap


# ---------------------------------------------------------------- what is kept


class _Kept(local):
    """Texts laid out lately, the newest last, in each thread: what Qt lays out belongs to the thread that did."""

    def __init__(self) -> None:
        self.laid: dict[_Key, Laid] = {}
        self.letters = 0
        self.fits: dict[tuple[str, Font, float, float, bool], tuple[float, float | None]] = {}


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    family: str
    bold: bool
    italic: bool
    align: str
    width: float


_KEPT = _Kept()


def _laid(text: str, font: Font, width: float | None) -> Laid:
    """The text at EM_PX, in pixels of that size."""
    key = _Key(text, font.family, font.bold, font.italic, font.align, inf if width is None else round(width, 1))
    kept = _KEPT.laid
    laid = kept.pop(key, None)
    if laid is None:
        laid = laid_out(text, font, None if width is None else key.width)
        _KEPT.letters += len(text) + 50
        while _KEPT.letters > _MOST_LETTERS and kept:
            oldest = next(iter(kept))
            del kept[oldest]
            _KEPT.letters -= len(oldest.text) + 50
    kept[key] = laid
    return laid
