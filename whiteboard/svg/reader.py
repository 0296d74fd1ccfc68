"""Reads an SVG file as the lines that somebody would draw. The file may come from anybody.

Only the standard library's expat touches it, with everything refused that makes XML dangerous: no entities, no inner
document type, limits of size, depth and number. Nothing it names is fetched and no script is run.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from xml.parsers import expat

from whiteboard.words import t

from .flatten import flattened, overlapping, with_sharp_corners
from .paint import Paint, length
from .path_data import BadPath
from .shapes import SHAPES
from .transform import Transform, parsed

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 100
MAX_ELEMENTS = 50_000
MAX_LINES = 20_000
MAX_POINTS = 1_000_000
FURTHEST = 500_000.0
"""How far from the origin a point may be, in board units."""

OVERLAP = 3.0
"""For how many widths a closed line goes on over its beginning."""

_SVG = "http://www.w3.org/2000/svg "
_GROUPS = {"svg", "g", "a", "switch"}
LEFT_OUT = {
    "text": "text",
    "image": "image",
    "use": "copy (use)",
    "style": "style sheet",
    "script": "script",
    "foreignObject": "foreign part",
}
"""What is worth a word when it is not taken over. Gradients, clips and the like only change how something looks."""

_VIEW_BOX = re.compile(r"[\s,]+")


class BadSvg(Exception):
    """The file is not an SVG drawing that can be read, or not a harmless one; the text says why, for people."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its points in board units, `#rrggbb`, and how wide it is in board units."""

    points: tuple[complex, ...]
    color: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines in the order of painting, and how often something of each sort was not taken over."""

    lines: tuple[Line, ...]
    left_out: dict[str, int]

    @property
    def box(self) -> tuple[complex, complex]:
        """The corners left top and right bottom of all points; ValueError if there are none."""
        xs = [point.real for line in self.lines for point in line.points]
        ys = [point.imag for line in self.lines for point in line.points]
        return complex(min(xs), min(ys)), complex(max(xs), max(ys))


def picture(data: bytes, scale: float = 1.0) -> Picture:
    """The lines of an SVG file, enlarged by `scale`; BadSvg if it is none or too much."""
    if len(data) > MAX_BYTES:
        raise BadSvg(t("The file is larger than {size} MB.").format(size=MAX_BYTES // 1024 // 1024))
    reader = _Reader(Transform(a=scale, d=scale))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.EntityDeclHandler = _on_entity
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadSvg(
            t("This is not an SVG file: {error} in line {line}.").format(
                error=expat.ErrorString(error.code), line=error.lineno
            )
        ) from None
    except (LookupError, ValueError):  # of the parser, before it reads anything
        raise BadSvg(t("This file is in an encoding that is not known here. Save it as UTF-8.")) from None
    return Picture(tuple(reader.lines), dict(reader.left_out))


def _on_doctype(name: str, system: str | None, public: str | None, inner: bool) -> None:
    if inner:
        raise BadSvg(t("The file declares entities, which could hide anything. Save it as plain SVG."))


def _on_entity(*declaration: object) -> None:
    raise BadSvg(t("The file declares entities, which could hide anything. Save it as plain SVG."))


class _Reader:
    """Follows the elements as the parser meets them."""

    def __init__(self, outer: Transform) -> None:
        self.lines: list[Line] = []
        self.left_out: Counter[str] = Counter()
        self._states: list[tuple[Transform, Paint]] = [(outer, Paint())]
        self._skipping = 0
        self._elements = self._points = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS or len(self._states) + self._skipping > MAX_DEPTH:
            raise BadSvg(t("The file has too many parts inside each other, or too many at all."))
        tag = name.removeprefix(_SVG)
        if len(self._states) == 1 and tag != "svg":
            raise BadSvg(t("This is not an SVG file: it begins with something else."))
        if self._skipping or (tag not in _GROUPS and tag not in SHAPES):
            if not self._skipping and tag in LEFT_OUT:
                self.left_out[t(LEFT_OUT[tag])] += 1
            self._skipping += 1
            return
        transform, paint = self._states[-1]
        try:
            transform = transform.after(parsed(attributes.get("transform", "")))
            paint = paint.with_attributes(attributes)
            if tag == "svg":
                transform = transform.after(_view(attributes, inner=len(self._states) > 1))
            elif tag in SHAPES and paint.shown and paint.line:
                begin = len(self.lines)
                self._draw(tag, attributes, transform, paint)
                if paint.fill and any(len(line.points) > 2 for line in self.lines[begin:]):
                    self.left_out[t("filling of a stroke")] += 1
        except (ArithmeticError, ValueError):  # infinite numbers are refused by the functions of math
            self.left_out[t("shape that is too far away or bent beyond measure")] += 1
        self._states.append((transform, paint))

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._states.pop()

    def _draw(self, tag: str, attributes: dict[str, str], transform: Transform, paint: Paint) -> None:
        try:
            paths = SHAPES[tag](attributes)
        except BadPath as error:
            self.left_out[t("end of a broken path")] += 1
            paths = error.good
        width = paint.line_width * transform.size
        for path in paths:
            if not path.curves:
                continue
            points = flattened(path, transform)
            if path.closed:
                points = overlapping(points, OVERLAP * width)
            points = with_sharp_corners(points)
            if any(max(abs(point.real), abs(point.imag)) > FURTHEST for point in points):
                raise OverflowError("too far away")
            self._points += len(points)
            if len(self.lines) >= MAX_LINES or self._points > MAX_POINTS:
                raise BadSvg(
                    t("The drawing has more than {lines:,} lines or {points:,} points.").format(
                        lines=MAX_LINES, points=MAX_POINTS
                    )
                )
            self.lines.append(Line(tuple(points), paint.line, width))


def _view(attributes: dict[str, str], inner: bool) -> Transform:
    """How the contents of an `svg` element are placed (SVG 1.1, 7.7): fitted, in the middle."""
    x = length(attributes.get("x", ""), 0.0) if inner else 0.0
    y = length(attributes.get("y", ""), 0.0) if inner else 0.0
    try:
        left, top, w, h = (float(part) for part in _VIEW_BOX.split(attributes.get("viewBox", "").strip()))
    except ValueError:
        return Transform(e=x, f=y)
    if not (w > 0 and h > 0 and all(map(math.isfinite, (left, top, w, h)))):
        return Transform(e=x, f=y)
    width, height = length(attributes.get("width", ""), w), length(attributes.get("height", ""), h)
    sx, sy = width / w, height / h
    if attributes.get("preserveAspectRatio", "").strip() != "none":
        sx = sy = min(sx, sy)
    return Transform(sx, 0.0, 0.0, sy, x + (width - w * sx) / 2 - left * sx, y + (height - h * sy) / 2 - top * sy)
