"""The words of a `text` element (SVG 1.1, 10): a text for each line, where it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .figure import Words
from .paint import Paint, Resolve, length
from .style_sheet import Stated
from .transform import Transform
from .tree import Node

MAX_LETTERS = 20_000
LEAST_GAP, MOST_GAP = 1.0, 1.6
"""Lines that follow each other so closely, in heights of their letters, are lines of one text."""

StatedOf = Callable[[Node], Stated]
"""What is stated of an element."""


@dataclass(slots=True)
class _Line:
    """A line that is being gathered, from its place in the units of its element."""

    x: float
    y: float
    paint: Paint
    pieces: list[str] = field(default_factory=list)
    mixed: bool = False

    @property
    def text(self) -> str:
        words = "".join(self.pieces)
        return words if self.paint.keeps_blanks else re.sub(r"\s+", " ", words).strip()


def words_of(
    node: Node, transform: Transform, paint: Paint, resolve: Resolve, stated_of: StatedOf
) -> tuple[list[Words], bool]:
    """The text as lines, those together that follow each other closely; and whether each looks the same all along."""
    lines: list[_Line] = []
    _gather(node, paint, resolve, stated_of, lines)
    made: list[Words] = []
    last: _Line | None = None
    for line in lines:
        text = "".join(c for c in line.text if c >= " " or c in "\t\n")[:MAX_LETTERS]
        if not text.strip() or not line.paint.shown:
            continue
        if last is not None and _follows(last, line):
            made[-1] = _with_line(made[-1], text)
        else:
            made.append(_words(text, line, transform))
        last = line
    return made, not any(line.mixed for line in lines)


def _gather(node: Node, paint: Paint, resolve: Resolve, stated_of: StatedOf, lines: list[_Line]) -> None:
    stated = stated_of(node)
    if stated.get("display") == "none":
        return
    if node.tag != "text":
        paint = paint.with_stated(stated, resolve)
    x, y = _first(stated.get("x", ""), paint), _first(stated.get("y", ""), paint)
    dx, dy = _first(stated.get("dx", ""), paint) or 0.0, _first(stated.get("dy", ""), paint) or 0.0
    before = lines[-1] if lines else _Line(0.0, 0.0, paint)
    if not lines or x is not None or y is not None or abs(dy) > 0.8 * paint.size:
        lines.append(_Line((before.x if x is None else x) + dx, (before.y if y is None else y) + dy, paint))
    elif not lines[-1].text:
        lines[-1].paint = paint
    for each in node.contents:
        if isinstance(each, str):
            lines[-1].pieces.append(each)
            lines[-1].mixed |= bool(each.strip()) and paint != lines[-1].paint
        elif each.tag in ("tspan", "textPath", "a"):
            _gather(each, paint, resolve, stated_of, lines)


def _first(text: str, paint: Paint) -> float | None:
    """The first number of a list of lengths."""
    listed = text.replace(",", " ").split()
    if not listed:
        return None
    if listed[0].endswith("em"):
        return length(listed[0][:-2], 0.0) * paint.size
    return length(listed[0], 0.0)


def _follows(before: _Line, line: _Line) -> bool:
    gap = (line.y - before.y) / (line.paint.size or 1.0)
    return abs(line.x - before.x) < 0.1 and LEAST_GAP <= gap <= MOST_GAP and line.paint == before.paint


def _with_line(words: Words, text: str) -> Words:
    return replace(words, text=f"{words.text}\n{text}"[:MAX_LETTERS])


def _words(text: str, line: _Line, transform: Transform) -> Words:
    paint = line.paint
    return Words(
        text,
        transform(complex(line.x, line.y)),
        paint.size * transform.size,
        math.atan2(transform.b, transform.a),
        paint.anchor,
        paint.fill or paint.stroke or "#000000",
        paint.opacity * (paint.fill_opacity if paint.fill else paint.stroke_opacity),
        paint.family,
        paint.bold,
        paint.italic,
    )
