"""The basic shapes (SVG 1.1, 9) as paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .arcs import arc
from .paint import length
from .path_data import BadPath, SubPath, sub_paths

Attributes = Mapping[str, str]

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def _path(attributes: Attributes) -> list[SubPath]:
    return sub_paths(attributes.get("d", ""))


def _line(attributes: Attributes) -> list[SubPath]:
    path = SubPath(complex(_length(attributes, "x1"), _length(attributes, "y1")))
    path.line_to(complex(_length(attributes, "x2"), _length(attributes, "y2")))
    return [path]


def _polyline(attributes: Attributes) -> list[SubPath]:
    numbers = [float(number) for number in _NUMBER.findall(attributes.get("points", ""))]
    places = [complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
    if len(places) < 2:
        return []
    path = SubPath(places[0])
    for place in places[1:]:
        path.line_to(place)
    return [path]


def _polygon(attributes: Attributes) -> list[SubPath]:
    made = _polyline(attributes)
    for path in made:
        path.close()
    return made


def _rect(attributes: Attributes) -> list[SubPath]:
    x, y = _length(attributes, "x"), _length(attributes, "y")
    w, h = _length(attributes, "width"), _length(attributes, "height")
    if w <= 0 or h <= 0:
        return []
    rx, ry = _length(attributes, "rx", -1), _length(attributes, "ry", -1)
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    rx, ry = min(max(rx, 0), w / 2), min(max(ry, 0), h / 2)
    if rx == 0 or ry == 0:
        rx = ry = 0
    path = SubPath(complex(x + rx, y))
    corners = [
        (complex(x + w - rx, y), complex(x + w, y + ry)),
        (complex(x + w, y + h - ry), complex(x + w - rx, y + h)),
        (complex(x + rx, y + h), complex(x, y + h - ry)),
        (complex(x, y + ry), complex(x + rx, y)),
    ]
    for before, after in corners:
        if before != path.end:
            path.line_to(before)
        _arc_to(path, after, rx, ry)
    path.close()
    return [path]


def _circle(attributes: Attributes) -> list[SubPath]:
    return _around(attributes, _length(attributes, "r"), _length(attributes, "r"))


def _ellipse(attributes: Attributes) -> list[SubPath]:
    return _around(attributes, _length(attributes, "rx"), _length(attributes, "ry"))


def _around(attributes: Attributes, rx: float, ry: float) -> list[SubPath]:
    if rx <= 0 or ry <= 0:
        return []
    centre = complex(_length(attributes, "cx"), _length(attributes, "cy"))
    path = SubPath(centre + rx)
    _arc_to(path, centre - rx, rx, ry)
    _arc_to(path, centre + rx, rx, ry)
    path.close()
    return [path]


def _arc_to(path: SubPath, end: complex, rx: float, ry: float) -> None:
    for a, b, place in arc(path.end, end, rx, ry, 0, large=False, sweep=True):
        path.curve_to(a, b, place)


def _length(attributes: Attributes, name: str, otherwise: float = 0.0) -> float:
    return length(attributes.get(name, ""), otherwise)


SHAPES: dict[str, Callable[[Attributes], list[SubPath]]] = {
    "path": _path,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
}
"""The elements that are drawn. Any may raise BadPath."""

__all__ = ["SHAPES", "BadPath"]
