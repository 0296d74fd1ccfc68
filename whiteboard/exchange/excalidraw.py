"""Reads `.excalidraw` files (Excalidraw's JSON format, version 2). The file may come from anybody."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from whiteboard.model.content import Binding, Content
from whiteboard.model.element import TEXT, Element, ElementId, Geometry
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.image import image
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.shape import shape_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import BadPoints
from whiteboard.model.style import ALIGNMENTS, COLORS, MARKER, MAX_WIDTH, PEN, Font, Style
from whiteboard.protocol.pictures import BadPicture, asset_id, picture_of
from whiteboard.words import t

from .errors import CannotImport
from .intake import Intake, KeepPicture, ink

_FORMS = {"rectangle": "rectangle", "ellipse": "ellipse", "diamond": "diamond"}
_FAMILIES = {1: "hand", 2: "", 3: "mono", 5: "hand", 6: "", 7: "serif", 8: "mono"}
_TIPS = {"arrow": "arrow", "triangle": "triangle", "dot": "dot", "circle": "dot", "bar": "bar", "diamond": "diamond"}
NOT_TAKEN = {"frame": "frame", "magicframe": "frame", "embeddable": "embedded page", "iframe": "embedded page"}

HAND_WIDTH = 4.25
"""Excalidraw's freehand ink is so many times as wide as its stroke width says."""


class _Source(msgspec.Struct):
    type: str
    elements: list[dict[str, Any]]
    files: dict[str, dict[str, Any]] = {}


def read(data: bytes, intake: Intake, keep: KeepPicture) -> None:
    """Take everything in that a board knows; CannotImport if it is no such file."""
    try:
        source = msgspec.json.decode(data, type=_Source)
    except (msgspec.DecodeError, RecursionError):
        raise CannotImport(t("This is not an Excalidraw file, or it is damaged.")) from None
    if source.type not in ("excalidraw", "excalidraw/clipboard"):
        raise CannotImport(t("This is not an Excalidraw file."))
    _Reader(source, intake, keep).read()


class _Reader:
    def __init__(self, source: _Source, intake: Intake, keep: KeepPicture) -> None:
        self._elements = [e for e in source.elements if not e.get("isDeleted")]
        self._files = source.files
        self._intake = intake
        self._keep = keep
        self._labels = {str(e["containerId"]): e for e in self._elements if e.get("containerId")}
        self._ids = {str(e.get("id")): intake.new_id() for e in self._elements}
        self._groups: dict[str, str] = {}

    def read(self) -> None:
        for source in self._elements:
            if source.get("containerId") in self._ids and source.get("type") == "text":
                continue  # it comes with what it is the label of
            kind = str(source.get("type"))
            try:
                element = self._element(kind, source)
            except (KeyError, TypeError, ValueError, ArithmeticError, Invalid, BadPoints):
                self._intake.leave_out(t("{name} that is damaged").format(name=kind[:40]))
                continue
            if element is not None:
                self._intake.take(self._finished(element, source))
            if source.get("link"):
                self._intake.leave_out(t("link of an element"))

    def _element(self, kind: str, source: dict[str, Any]) -> Element | None:
        match kind:
            case "rectangle" | "ellipse" | "diamond":
                return self._shape(_FORMS[kind], source)
            case "line" | "arrow":
                return self._line(source)
            case "freedraw":
                return self._ink(source)
            case "text":
                return self._text(source)
            case "image":
                return self._image(source)
            case _:
                self._intake.leave_out(
                    t(NOT_TAKEN[kind]) if kind in NOT_TAKEN else t("element of kind {kind}").format(kind=kind[:40])
                )
                return None

    def _finished(self, element: Element, source: dict[str, Any]) -> Element:
        """With what all kinds have: group, lock, and the label that belongs to it."""
        names = [str(name) for name in reversed(source.get("groupIds") or ())][:8]
        group = "/".join(self._groups.setdefault(name, self._intake.new_id()) for name in names)
        label = self._labels.get(str(source.get("id")))
        text, style = element.text, element.style
        if label is not None:
            text = str(label.get("originalText") or label.get("text") or "")
            style = msgspec.structs.replace(style, font=_font(label, "center"))
        return msgspec.structs.replace(element, group=group, lock=bool(source.get("locked")), text=text, style=style)

    # ------------------------------------------------------------ kinds

    def _shape(self, form: str, source: dict[str, Any]) -> Element:
        if form == "rectangle" and source.get("roundness"):
            form = "rounded"
        box = _box(source)
        return shape_element(
            self._id(source),
            form,
            Rect(box.x, box.y, box.x + box.w, box.y + box.h),
            order=self._intake.order(),
            style=_style(source),
            parent=ElementId(""),
            rotation=box.rotation,
        )

    def _line(self, source: dict[str, Any]) -> Element | None:
        points = _points(source)
        style = msgspec.structs.replace(
            _style(source),
            tail=_TIPS.get(str(source.get("startArrowhead") or ""), ""),
            head=_TIPS.get(str(source.get("endArrowhead") or ""), ""),
        )
        elbow = bool(source.get("elbowed"))
        cornered = len(points) > 3 or (len(points) == 3 and not source.get("roundness"))
        if cornered and not elbow:
            if style.tail or style.head:
                self._intake.leave_out(t("tip of a line with corners"))
            return self._through(points, source, msgspec.structs.replace(style, ink=MARKER, tail="", head=""))
        form = "elbow" if elbow else "curved" if len(points) == 3 else "straight"
        element = connector_element(
            self._id(source), form, points[0], points[-1], order=self._intake.order(), style=style, parent=ElementId("")
        )
        content = msgspec.structs.replace(
            element.content,
            start=self._binding(source.get("startBinding")),
            end=self._binding(source.get("endBinding")),
            bend=_bend(points) if form == "curved" else 0.0,
        )
        return msgspec.structs.replace(element, content=content)

    def _binding(self, source: dict[str, Any] | None) -> Binding | None:
        to = self._ids.get(str((source or {}).get("elementId")))
        return None if to is None else Binding(to)

    def _ink(self, source: dict[str, Any]) -> Element:
        width = min(max(_number(source, "strokeWidth", 1.0) * HAND_WIDTH, 0.5), MAX_WIDTH)
        style = Style(color=_color(source.get("strokeColor")), width=width, ink=PEN, opacity=_opacity(source))
        return self._through(_points(source), source, style, source.get("pressures") or ())

    def _through(
        self, points: Sequence[Point], source: dict[str, Any], style: Style, pressures: Sequence[Any] = ()
    ) -> Element:
        places = [
            (p.x, p.y, min(max(float(pressures[n]), 0.0), 1.0) if n < len(pressures) else 0.75)
            for n, p in enumerate(points)
        ]
        return ink(self._id(source), places, msgspec.structs.replace(style, fill="", dash=""), self._intake.order())

    def _text(self, source: dict[str, Any]) -> Element:
        return Element(
            id=self._id(source),
            kind=TEXT,
            geometry=_box(source),
            order=self._intake.order(),
            style=Style(color=_color(source.get("strokeColor")), opacity=_opacity(source), font=_font(source, "left")),
            text=str(source.get("originalText") or source.get("text") or ""),
            content=Content(wraps=source.get("autoResize") is False),
        )

    def _image(self, source: dict[str, Any]) -> Element | None:
        url = str(self._files.get(str(source.get("fileId")), {}).get("dataURL", ""))
        head, _, body = url.partition(",")
        try:
            data = base64.b64decode(body, validate=True) if head.endswith(";base64") else b""
            type = picture_of(data).type
            self._keep(data)
        except (binascii.Error, BadPicture):
            self._intake.leave_out(t("picture that is missing or cannot be shown"))
            return None
        if source.get("crop"):
            self._intake.leave_out(t("cropping of a picture"))
        return image(self._id(source), asset_id(data), type, _box(source), self._intake.order())

    def _id(self, source: dict[str, Any]) -> ElementId:
        return self._ids[str(source.get("id"))]


def _number(source: dict[str, Any], name: str, default: float = 0.0) -> float:
    value = source.get(name, default)
    number = float(default if value is None else value)
    if not math.isfinite(number):
        raise ValueError(name)
    return number


def _box(source: dict[str, Any]) -> Geometry:
    w, h = abs(_number(source, "width")), abs(_number(source, "height"))
    angle = math.remainder(_number(source, "angle"), math.tau)
    return Geometry(_number(source, "x"), _number(source, "y"), w, h, angle)


def _points(source: dict[str, Any]) -> list[Point]:
    """The points on the board, turned as the element is."""
    x, y, angle = _number(source, "x"), _number(source, "y"), _number(source, "angle")
    points = [Point(x + float(px), y + float(py)) for px, py, *_ in source["points"]]
    if not points:
        raise ValueError("no points")
    if not angle:
        return points
    middle = Rect.around(points).center
    cos, sin = math.cos(angle), math.sin(angle)
    return [
        Point(
            middle.x + (p.x - middle.x) * cos - (p.y - middle.y) * sin,
            middle.y + (p.x - middle.x) * sin + (p.y - middle.y) * cos,
        )
        for p in points
    ]


def _bend(points: Sequence[Point]) -> float:
    """How far the middle point lies beside the straight line, as a share of its length."""
    start, middle, end = points
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy)
    if not length:
        return 0.0
    beside = (dx * (middle.y - start.y) - dy * (middle.x - start.x)) / length
    return min(max(beside / length, -2.0), 2.0)


def _color(color: object, default: str = COLORS[0]) -> str:
    text = str(color or "").lower()
    if text.startswith("#") and len(text) in (4, 5) and all(c in "0123456789abcdef" for c in text[1:]):
        return "#" + "".join(2 * c for c in text[1:4])
    if text.startswith("#") and len(text) in (7, 9) and all(c in "0123456789abcdef" for c in text[1:]):
        return text[:7]
    return default


def _opacity(source: dict[str, Any]) -> float:
    return min(max(_number(source, "opacity", 100.0) / 100, 0.0), 1.0)


def _style(source: dict[str, Any]) -> Style:
    dash = str(source.get("strokeStyle") or "")
    ground = source.get("backgroundColor")
    return Style(
        color=_color(source.get("strokeColor")),
        width=min(max(_number(source, "strokeWidth", 2.0), 0.5), MAX_WIDTH),
        opacity=_opacity(source),
        fill="" if ground in (None, "", "transparent") else _color(ground),
        dash=dash if dash in ("dashed", "dotted") else "",
    )


def _font(source: dict[str, Any], align: str) -> Font:
    wanted = str(source.get("textAlign") or align)
    family = source.get("fontFamily")
    return Font(
        size=min(max(_number(source, "fontSize", 20.0), 1.0), 2000.0),
        family=_FAMILIES.get(family, "") if isinstance(family, int) else "",
        align=wanted if wanted in ALIGNMENTS else align,
    )
