"""Reads an SVG file as what a board can show of it: figures, words and pictures, and counts what it cannot show."""

from __future__ import annotations

import base64
import binascii
import math
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote_to_bytes

from whiteboard.words import t

from .alternative import alternative
from .boxes import form, room, upright, view
from .figure import Embedded, Figure, Item, Look, Part, Picture
from .flatten import flattened
from .lettering import words_of
from .paint import Paint, color, length
from .path_data import BadPath
from .shapes import SHAPES
from .style_sheet import Stated, StyleSheet, declared
from .transform import Transform, parsed
from .tree import MAX_DEPTH, MAX_ELEMENTS, BadSvg, Node
from .tree import parsed as parsed_tree

MAX_LINES = 20_000
MAX_POINTS = 1_000_000
MOST_STEPS = 8
"""From gradient to gradient, each of which may refer to another one for its colours."""

GREY = "#868e96"
FURTHEST = 500_000.0
"""How far from the origin a point may be, in board units."""

_GROUPS = {"svg", "g", "a", "switch", "use", "symbol"}
LEFT_OUT = {"script": "script", "foreignObject": "foreign part"}
"""What is worth a word where it stands."""

PROPERTIES = {
    "clip-path": "clipping",
    "mask": "mask",
    "filter": "filter",
    "mix-blend-mode": "blending",
}
"""What is worth a word where it is stated."""

_ACROSS = {"x", "width", "cx", "x1", "x2", "rx"}
_DOWN = {"y", "height", "cy", "y1", "y2", "ry"}


def picture(data: bytes, scale: float = 1.0) -> Picture:
    """What an SVG file shows, enlarged by `scale`; BadSvg if it is none or too much."""
    root = parsed_tree(data)
    reader = _Reader(root)
    reader.visit(root, _Place(Transform(a=scale, d=scale), Paint(), 0j, frozenset()))
    return Picture(tuple(reader.items), dict(reader.left_out))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one is in the tree: what is inherited, the room that percentages are of, and the ids that led here."""

    transform: Transform
    paint: Paint
    room: complex
    within: frozenset[str]
    depth: int = 0


class _Reader:
    """Walks through the tree in paint order."""

    def __init__(self, root: Node) -> None:
        self.items: list[Item] = []
        self.left_out: Counter[str] = Counter()
        self._root = root
        self._nodes: dict[str, Node] = {}
        self._sheet = StyleSheet()
        self._visited = self._points = self._lines = 0
        for node in root.everything:
            if id := node.attributes.get("id"):
                self._nodes.setdefault(id, node)
            if node.tag == "style":
                self._sheet.add("".join(each for each in node.contents if isinstance(each, str)))
        if self._sheet.missed:
            self.left_out[t("rule of a style sheet")] += self._sheet.missed

    def visit(self, node: Node, place: _Place) -> None:
        self._visited += 1
        if self._visited > MAX_ELEMENTS or place.depth > MAX_DEPTH:
            raise BadSvg(t("The file has too many parts inside each other, or too many at all."))
        tag = node.tag
        if tag in LEFT_OUT:
            self.left_out[t(LEFT_OUT[tag])] += 1
        if tag not in _GROUPS and tag not in SHAPES and tag not in ("text", "image"):
            return
        try:
            stated = self._stated(node, place.room)
            if stated.get("display") == "none" or (tag == "symbol" and node.attributes.get("id") not in place.within):
                return
            transform = place.transform.after(parsed(stated.get("transform", "")))
            paint = place.paint.with_stated(stated, self._color_of)
            inner = replace(place, transform=transform, paint=paint, depth=place.depth + 1)
            self._count_properties(stated)
            if tag in _GROUPS:
                self._group(node, stated, inner)
            elif paint.shown and paint.opacity:
                match tag:
                    case "text":
                        self._text(node, inner)
                    case "image":
                        self._image(stated, inner)
                    case _:
                        self._shape(tag, stated, inner)
        except (ArithmeticError, ValueError):  # infinite numbers are refused by the functions of math
            self.left_out[t("shape that is too far away or bent beyond measure")] += 1

    # ------------------------------------------------------------ groups

    def _group(self, node: Node, stated: Stated, place: _Place) -> None:
        match node.tag:
            case "use":
                self._use(node, stated, place)
            case "switch":
                for chosen in alternative(node):
                    self.visit(chosen, place)
            case _:
                if node.tag in ("svg", "symbol"):
                    inner = place.depth > 1
                    transform = place.transform.after(view(stated, inner=inner))
                    place = replace(place, transform=transform, room=room(stated, place.room))
                for child in node.children:
                    self.visit(child, place)

    def _use(self, node: Node, stated: Stated, place: _Place) -> None:
        """A copy of another element, unless that contains this one."""
        target = self._nodes.get(node.target)
        if target is None or node.target in place.within:
            self.left_out[t("copy (use)")] += 1
            return
        moved = Transform(e=length(stated.get("x", ""), 0.0), f=length(stated.get("y", ""), 0.0))
        if target.tag in ("symbol", "svg"):
            sized = {key: stated[key] for key in ("width", "height") if key in stated}
            target = Node(target.tag, target.attributes | sized, target.contents)
        within = place.within | {node.target}
        self.visit(target, replace(place, transform=place.transform.after(moved), within=within))

    # ------------------------------------------------------------ what is painted

    def _shape(self, tag: str, stated: Stated, place: _Place) -> None:
        paint, transform = place.paint, place.transform
        stroke = paint.stroke if paint.width and paint.stroke_opacity else ""
        fill = paint.fill if paint.fill_opacity else ""
        if not stroke and (not fill or tag == "line"):
            return
        try:
            paths = SHAPES[tag](stated)
        except BadPath as error:
            self.left_out[t("end of a broken path")] += 1
            paths = error.good
        parts: list[Part] = []
        for path in paths:
            if not path.curves:
                continue
            points = flattened(path, transform)
            if any(max(abs(point.real), abs(point.imag)) > FURTHEST for point in points):
                raise OverflowError("too far away")
            self._points += len(points)
            self._lines += 1
            if self._lines > MAX_LINES or self._points > MAX_POINTS:
                raise BadSvg(
                    t("The drawing has more than {lines:,} lines or {points:,} points.").format(
                        lines=MAX_LINES, points=MAX_POINTS
                    )
                )
            parts.append(Part(tuple(points), path.closed))
        if not parts:
            return
        width = paint.width * transform.size
        if not math.isfinite(width):
            raise OverflowError("too wide")
        look = Look(
            stroke=stroke,
            fill=fill,
            width=width,
            stroke_opacity=paint.stroke_opacity * paint.opacity,
            fill_opacity=paint.fill_opacity * paint.opacity,
            even_odd=paint.even_odd,
            dash=paint.dash,
            tail="triangle" if paint.tail else "",
            head="triangle" if paint.head else "",
        )
        self.items.append(Figure(tuple(parts), look, form(tag, stated, transform)))

    def _text(self, node: Node, place: _Place) -> None:
        stated_of = partial(self._stated, room=place.room)
        words, even = words_of(node, place.transform, place.paint, self._color_of, stated_of)
        self.items += words
        if not even:
            self.left_out[t("change of letters within a text")] += 1

    def _image(self, stated: Stated, place: _Place) -> None:
        head, comma, body = (stated.get("href") or stated.get("xlink:href") or "").strip().partition(",")
        w, h = length(stated.get("width", ""), 0.0), length(stated.get("height", ""), 0.0)
        box = upright(length(stated.get("x", ""), 0.0), length(stated.get("y", ""), 0.0), w, h, place.transform)
        if not (head.startswith("data:image/") and comma and box is not None and w > 0 and h > 0):
            self.left_out[t("picture that is not in the file")] += 1
            return
        try:
            data = base64.b64decode("".join(body.split())) if head.endswith(";base64") else unquote_to_bytes(body)
        except binascii.Error:
            data = b""
        stretched = stated.get("preserveAspectRatio", "").strip() == "none"
        self.items.append(Embedded(data, box, stretched, place.paint.opacity))

    # ------------------------------------------------------------ what is stated

    def _stated(self, node: Node, room: complex) -> Stated:
        """Attributes, overridden by style sheets, overridden by the style of the element itself."""
        stated = node.attributes | self._sheet.stated(node.tag, node.attributes)
        if style := node.attributes.get("style"):
            stated |= declared(style)
        for names, whole in ((_ACROSS, room.real), (_DOWN, room.imag)):
            for name in names & stated.keys():
                if whole and (value := stated[name].strip()).endswith("%"):
                    stated[name] = str(length(value[:-1], 0.0) / 100 * whole)
        return stated

    def _count_properties(self, stated: Stated) -> None:
        for name, what in PROPERTIES.items():
            if stated.get(name, "none") not in ("none", "normal", ""):
                self.left_out[t(what)] += 1

    def _color_of(self, id: str) -> str:
        """The middle colour of a gradient, grey for a pattern, "" for what is not there."""
        node = self._nodes.get(id)
        if node is None:
            return ""
        for _ in range(MOST_STEPS):
            stops = [child for child in node.children if child.tag == "stop"]
            if stops:
                self.left_out[t("gradient (its middle colour is kept)")] += 1
                stated = self._stated(stops[len(stops) // 2], 0j)
                return color(stated.get("stop-color", "black")) or "#000000"
            node = self._nodes.get(node.target, node)
        self.left_out[t("pattern")] += 1
        return GREY
