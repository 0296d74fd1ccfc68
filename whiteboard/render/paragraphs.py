"""Lays out the paragraphs of a text one below the other, in pixels at `EM_PX`: words into lines, lists behind marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from whiteboard.model.style import Font

from .typefaces import EM_PX, typeface

LINE_EM = 1.3
"""Height of a line, where no letter in it needs more."""

PAD_EM = 0.1
"""Room at both sides for what letters have beyond their place, such as the hook of an italic f."""

BULLET = "\N{BULLET}"
MOST_LINES = 2000
"""What a text has beyond so many lines is not shown."""

_INDENT_EM = 1.1
_DIGIT_EM = 0.6
_MARK_GAP_EM = 0.35
_TAB_EM = 2.0
_BAR_EM = 0.45
_ENDLESS_PX = 4e6
_ITEM = re.compile(r"( *)(?:([-*\u2022])|(\d{1,3}[.)]))[ \t]+(?=\S|$)")
_BREAKS = re.compile("[\n\u0085\u2028\u2029]")
_UNSHOWN = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}") | {
    0xFFFC: "\N{REPLACEMENT CHARACTER}"
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the mark of an item; its lines know their places. `top` and `bottom` are where its lines are."""

    layout: QTextLayout
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A text laid out; `bars` stand for its lines where letters are too small to be read."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    bars: tuple[QRectF, ...]


@dataclass(slots=True)
class _Paragraph:
    body: str
    mark: str
    indent: float
    backwards: bool
    layout: QTextLayout
    lines: list[QTextLine]


def laid_out(text: str, font: Font, width: float | None) -> Laid:
    """The whole text; lines are broken at `width` (None: only where the text says so)."""
    face = typeface(font.family, font.bold, font.italic)
    pad = PAD_EM * EM_PX
    paragraphs: list[_Paragraph] = []
    count = 0
    for paragraph in _paragraphs(text, face):
        room = _ENDLESS_PX if width is None else max(width - 2 * pad - paragraph.indent, EM_PX)
        _break(paragraph, room, wraps=width is not None)
        paragraphs.append(paragraph)
        count += max(len(paragraph.lines), 1)
        if count >= MOST_LINES:
            break
    widest = max((p.indent + line.naturalTextWidth() for p in paragraphs for line in p.lines), default=0.0)
    whole = widest + 2 * pad if width is None else width
    pieces: list[Piece] = []
    bars: list[QRectF] = []
    y = 0.0
    for paragraph in paragraphs:
        top = y
        y = _place(paragraph, whole, font.align, y, bars)
        pieces.append(Piece(paragraph.layout, top, y))
        if paragraph.mark:
            pieces.append(_mark(paragraph, face, whole, font.align, top))
    return Laid(whole, y, tuple(pieces), tuple(bars))


def _paragraphs(text: str, face: QFont) -> list[_Paragraph]:
    lines = _BREAKS.split(text, MOST_LINES)[:MOST_LINES]
    found = [(_ITEM.match(line), line.translate(_UNSHOWN)) for line in lines]
    made: list[_Paragraph] = []
    digits = 0
    for number, (item, line) in enumerate(found):
        if item is None:
            digits = 0
            made.append(_paragraph(line, "", 0.0, face))
            continue
        if item[3] is None:
            mark, beside = BULLET, 0.0
        else:
            if not digits:
                digits = _longest_number(found[number:])
            mark, beside = item[3], digits * _DIGIT_EM
        indent = (_INDENT_EM * (1 + len(item[1]) // 2) + beside) * EM_PX
        made.append(_paragraph(line[item.end() :], mark, indent, face))
    return made


def _longest_number(found: list[tuple[re.Match[str] | None, str]]) -> int:
    """The digits of the longest number of a list: all its items hang at the same place."""
    longest = 0
    for item, _ in found:
        if item is None:
            break
        longest = max(longest, len(item[3] or "") - 1)
    return longest


def _paragraph(body: str, mark: str, indent: float, face: QFont) -> _Paragraph:
    shown = body.rstrip(" \t")  # which would move a line that stands in the middle
    return _Paragraph(shown, mark, indent, is_backwards(shown), QTextLayout(shown, face), [])


def _break(paragraph: _Paragraph, room: float, *, wraps: bool) -> None:
    modes = QTextOption.WrapMode
    layout = paragraph.layout
    layout.setTextOption(
        _option(paragraph.backwards, modes.WrapAtWordBoundaryOrAnywhere if wraps else modes.ManualWrap)
    )
    layout.beginLayout()
    while len(paragraph.lines) < MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        paragraph.lines.append(line)
    layout.endLayout()


def _option(backwards: bool, wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(wrap)
    option.setUseDesignMetrics(True)
    option.setTabStopDistance(_TAB_EM * EM_PX)
    return option


def _place(paragraph: _Paragraph, whole: float, align: str, y: float, bars: list[QRectF]) -> float:
    """Give every line its place; returns where the next paragraph begins."""
    if not paragraph.lines:
        return y + LINE_EM * EM_PX
    for line in paragraph.lines:
        natural = line.ascent() + line.descent()
        height = max(natural, LINE_EM * EM_PX)
        left = _left(paragraph, whole, align, line.naturalTextWidth())
        line.setPosition(QPointF(left, y + (height - natural) / 2))
        if line.textLength():
            bar = _BAR_EM * EM_PX
            bars.append(QRectF(left, y + (height - bar) / 2, line.naturalTextWidth(), bar))
        y += height
    return y


def _left(paragraph: _Paragraph, whole: float, align: str, width: float) -> float:
    """Where a line begins. "left" is the side where writing begins, which in Arabic or Hebrew is at the right."""
    pad = PAD_EM * EM_PX
    spare = whole - 2 * pad - paragraph.indent - width
    if paragraph.backwards:
        return pad + spare * (0.5 if align == "center" else 1.0)
    return pad + paragraph.indent + spare * {"center": 0.5, "right": 1.0}.get(align, 0.0)


def _mark(paragraph: _Paragraph, face: QFont, whole: float, align: str, top: float) -> Piece:
    """The bullet or number of an item, beside its first line."""
    layout = QTextLayout(paragraph.mark, face)
    layout.setTextOption(_option(paragraph.backwards, QTextOption.WrapMode.ManualWrap))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS_PX)
    layout.endLayout()
    natural = line.ascent() + line.descent()
    first = paragraph.lines[0] if paragraph.lines else None
    text_width = first.naturalTextWidth() if first is not None else 0.0
    left = _left(paragraph, whole, align, text_width)
    gap = _MARK_GAP_EM * EM_PX
    x = left + text_width + gap if paragraph.backwards else left - gap - line.naturalTextWidth()
    height = max(first.ascent() + first.descent() if first is not None else 0.0, LINE_EM * EM_PX)
    line.setPosition(QPointF(x, top + (height - natural) / 2))
    return Piece(layout, top, top + height)


def is_backwards(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    for letter in text[:500]:
        direction = unicodedata.bidirectional(letter)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False
