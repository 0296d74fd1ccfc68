"""How a shape is painted: what SVG 1.1 (6 and 11) says of properties that are inherited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from .color_names import COLOR_NAMES

_HEX = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)")
_EITHER = re.compile(r"(light-dark|var)\(")
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|%)?")
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0, "": 1.0}
_SIZES = {"small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}
_FAMILIES = {
    "mono": ("mono", "courier", "consol", "cascadia", "menlo"),
    "hand": ("hand", "comic", "virgil", "excalifont", "script", "cursive"),
    "serif": ("times", "georgia", "garamond", "serif", "roman", "cambria"),
}

Resolve = Callable[[str], str]
"""The colour that stands for the gradient or pattern with this id; "" if there is none."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape inherits. A colour is `#rrggbb`, "" for none; `color` is what `currentColor` means.

    `opacity` is that of all groups around; `dashes` are the first two lengths of a dashed line.
    """

    stroke: str = ""
    fill: str = "#000000"
    width: float = 1.0
    color: str = "#000000"
    shown: bool = True
    opacity: float = 1.0
    stroke_opacity: float = 1.0
    fill_opacity: float = 1.0
    even_odd: bool = False
    dashes: tuple[float, ...] = ()
    tail: bool = False
    head: bool = False
    size: float = 16.0
    family: str = ""
    bold: bool = False
    italic: bool = False
    anchor: str = "start"
    keeps_blanks: bool = False

    @property
    def dash(self) -> str:
        """The name of the dash on a board."""
        if not self.dashes:
            return ""
        return "dotted" if self.dashes[0] <= self.width else "dashed"

    def with_stated(self, stated: Mapping[str, str], resolve: Resolve) -> Paint:
        """What holds for an element of which this is stated, and within it."""
        get = stated.get
        color, _ = _paint(get("color", ""), self.color, 1.0, self.color, resolve)
        stroke, stroke_alpha = _paint(get("stroke", ""), self.stroke, 1.0, color, resolve)
        fill, fill_alpha = _paint(get("fill", ""), self.fill, 1.0, color, resolve)
        marker = get("marker", "")
        weight, family = get("font-weight", ""), get("font-family", "")
        visibility = get("visibility", "")
        return replace(
            self,
            color=color,
            stroke=stroke,
            fill=fill,
            width=_width(get("stroke-width", ""), self.width),
            shown=visibility == "visible" or (self.shown and visibility not in ("hidden", "collapse")),
            opacity=self.opacity * share(get("opacity", ""), 1.0),
            stroke_opacity=share(get("stroke-opacity", ""), self.stroke_opacity) * stroke_alpha,
            fill_opacity=share(get("fill-opacity", ""), self.fill_opacity) * fill_alpha,
            even_odd=get("fill-rule", "evenodd" if self.even_odd else "") == "evenodd",
            dashes=_dashes(get("stroke-dasharray", ""), self.dashes),
            tail="url(" in (get("marker-start") or marker) if "marker-start" in stated or marker else self.tail,
            head="url(" in (get("marker-end") or marker) if "marker-end" in stated or marker else self.head,
            size=_size(get("font-size", ""), self.size),
            family=family_of(family) if family else self.family,
            bold=_is_bold(weight) if weight else self.bold,
            italic=get("font-style", "italic" if self.italic else "") in ("italic", "oblique"),
            anchor=get("text-anchor", self.anchor),
            keeps_blanks=get("white-space", "pre" if self.keeps_blanks else "").startswith("pre"),
        )


def length(text: str, otherwise: float) -> float:
    """A length in user units; `otherwise` for percentages and what is none."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] == "%":
        return otherwise
    return float(match[1]) * _PX[match[2] or ""]


def share(text: str, otherwise: float) -> float:
    """A share 0..1, also written as a percentage."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] not in (None, "%"):
        return otherwise
    return min(max(float(match[1]) / (100 if match[2] else 1), 0.0), 1.0)


def color(text: str) -> str | None:
    """A colour as `#rrggbb`; "" for none, None if it is not understood."""
    found = _color(text)
    return None if found is None else found[0]


def family_of(text: str) -> str:
    """Which family of `model.style.FAMILIES` comes nearest to the first of these fonts that says something."""
    for name in text.lower().replace("sans-serif", "sans").split(","):
        for family, words in _FAMILIES.items():
            if any(word in name for word in words):
                return family
        if name.strip(" '\""):
            return ""
    return ""


def _color(text: str) -> tuple[str, float] | None:
    """The colour, "" for none, and how much of it is seen, 0..1."""
    text = _chosen(text.strip().lower())
    if text in ("none", "transparent"):
        return "", 1.0
    if text in COLOR_NAMES:
        return COLOR_NAMES[text], 1.0
    if (match := _HEX.fullmatch(text)) is not None:
        digits = match[1] if len(match[1]) > 4 else "".join(digit * 2 for digit in match[1])
        return "#" + digits[:6], int(digits[6:] or "ff", 16) / 255
    if (match := _RGB.fullmatch(text)) is not None:
        *channels, alpha = match.groups()
        return "#" + "".join(f"{_channel(part):02x}" for part in channels), share(alpha or "1", 1.0)
    return None


def _chosen(text: str) -> str:
    """What `light-dark(a, b)` and `var(--name, a)` mean on white paper."""
    match = _EITHER.match(text)
    if match is None:
        return text
    parts, depth = [""], 0
    for c in text[match.end() : -1]:
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    chosen = parts[0] if match[1] == "light-dark" else ",".join(parts[1:])
    return _chosen(chosen.strip()) if len(chosen) < len(text) else ""


def _channel(text: str) -> int:
    try:
        value = float(text.rstrip("%"))
    except ValueError:
        return 0
    return round(min(255.0, max(0.0, value * 255 / 100 if text.endswith("%") else value)))


def _paint(text: str, inherited: str, alpha: float, current: str, resolve: Resolve) -> tuple[str, float]:
    text = text.strip()
    if text.lower() == "currentcolor":
        return current, alpha
    if text.startswith("url("):
        named, _, fallback = text.partition(")")
        found = resolve(named[4:].strip(" '\"#"))
        if found or not fallback.strip():
            return found, alpha
        text = fallback
    stated = _color(text) if text else None
    return (inherited, alpha) if stated is None else stated


def _width(text: str, inherited: float) -> float:
    width = length(text, inherited)
    return width if width >= 0 else inherited


def _size(text: str, inherited: float) -> float:
    text = text.strip()
    if text.endswith("%"):
        return inherited * share(text, 1.0)
    if text.endswith("em"):
        return inherited * length(text.removesuffix("em"), 1.0)
    return _SIZES.get(text) or length(text, inherited) or inherited


def _dashes(text: str, inherited: tuple[float, ...]) -> tuple[float, ...]:
    if not text or text == "inherit":
        return inherited
    lengths = tuple(length(part, 0.0) for part in text.replace(",", " ").split()[:2])
    return lengths if any(lengths) else ()


def _is_bold(text: str) -> bool:
    return text in ("bold", "bolder") or (text.isdigit() and int(text[:4]) >= 600)
