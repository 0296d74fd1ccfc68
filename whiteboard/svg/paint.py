"""Which colour and width a shape's line has: presentation attributes and `style`, inherited (SVG 1.1, 6 and 11)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .color_names import COLOR_NAMES

THIN = 2.0
"""The width in user units of the outline of a shape that is only filled."""

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+[\d.]+%?)?\s*\)")
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|%)?")
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "": 1.0}


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape inherits. A colour is `#rrggbb`, "" for none; `color` is what `currentColor` means."""

    stroke: str = ""
    fill: str = "#000000"
    width: float = 1.0
    color: str = "#000000"
    shown: bool = True

    @property
    def line(self) -> str:
        """The colour of the line: that of the stroke, or of the fill where there is no stroke; "" for no line."""
        return self.stroke or self.fill

    @property
    def line_width(self) -> float:
        return self.width if self.stroke else THIN

    def with_attributes(self, attributes: Mapping[str, str]) -> Paint:
        """What holds for an element with these attributes, and below it."""
        stated = dict(attributes)
        for declaration in attributes.get("style", "").split(";"):
            name, _, value = declaration.partition(":")
            stated[name.strip()] = value.replace("!important", "").strip()
        color = _paint(stated.get("color", ""), self.color, self.color)
        return replace(
            self,
            color=color,
            stroke=_paint(stated.get("stroke", ""), self.stroke, color),
            fill=_paint(stated.get("fill", ""), self.fill, color),
            width=_width(stated.get("stroke-width", ""), self.width),
            shown=self.shown and stated.get("display") != "none" and stated.get("visibility") != "hidden",
        )


def length(text: str, otherwise: float) -> float:
    """A length in user units; `otherwise` for percentages and what is none."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] == "%":
        return otherwise
    return float(match[1]) * _PX[match[2] or ""]


def color(text: str) -> str | None:
    """A colour as `#rrggbb`; "" for none, None if it is not understood."""
    text = text.strip().lower()
    if text in ("none", "transparent"):
        return ""
    if text in COLOR_NAMES:
        return COLOR_NAMES[text]
    if (match := _HEX.fullmatch(text)) is not None:
        digits = match[1]
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if (match := _RGB.fullmatch(text)) is not None:
        return "#" + "".join(f"{_channel(part):02x}" for part in match.groups())
    return None


def _channel(text: str) -> int:
    try:
        value = float(text.rstrip("%"))
    except ValueError:
        return 0
    return round(min(255.0, max(0.0, value * 255 / 100 if text.endswith("%") else value)))


def _paint(text: str, inherited: str, current: str) -> str:
    text = text.strip()
    if text.lower() == "currentcolor":
        return current
    if text.startswith("url("):  # a gradient or pattern: take its fallback, or any ink at all
        text = text.partition(")")[2] or "#000000"
    stated = color(text) if text else None
    return inherited if stated is None else stated


def _width(text: str, inherited: float) -> float:
    width = length(text, inherited)
    return width if width >= 0 else inherited
