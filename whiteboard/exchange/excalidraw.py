"""Reads `.excalidraw` files (Excalidraw's JSON format, version 2). The file may come from anybody."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from whiteboard.model.content import Binding, Content
from whiteboard.model.element import TEXT, Element, ElementId
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.image import image
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.shape import MOST_CORNERS, polygon_element, shape_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import BadPoints
from whiteboard.model.style import MARKER, MAX_WIDTH, PEN, Style
from whiteboard.protocol.pictures import BadPicture, asset_id, picture_of
from whiteboard.svg.areas import fewer
from whiteboard.svg.flatten import with_sharp_corners
from whiteboard.words import t

from . import excalidraw_values as values
from .errors import CannotImport
from .intake import Intake, KeepPicture, ink

_TIPS = {
    "": "",
    "arrow": "arrow",
    "triangle": "triangle",
    "triangle_outline": "triangle",
    "dot": "dot",
    "circle": "dot",
    "circle_outline": "dot",
    "bar": "bar",
    "diamond": "diamond",
    "diamond_outline": "diamond",
}
NOT_TAKEN = {"frame": "frame", "magicframe": "frame", "embeddable": "embedded page", "iframe": "embedded page"}

HAND_WIDTH = 4.25
"""Excalidraw's freehand ink is so many times as wide as its stroke width says."""

CLOSED = 8.0
"""A freehand line whose ends are nearer to each other is one that Excalidraw fills."""

WHITE = ("#ffffff", "#fff", "white", "transparent", "")


class _Source(msgspec.Struct):
    type: str
    elements: list[dict[str, Any]]
    files: dict[str, dict[str, Any]] = {}
    appState: dict[str, Any] = {}  # as it is called in the file


def read(data: bytes, intake: Intake, keep: KeepPicture) -> None:
    """Take everything in that a board knows; CannotImport if it is no such file."""
    try:
        source = msgspec.json.decode(data, type=_Source)
    except (msgspec.DecodeError, RecursionError):
        raise CannotImport(t("This is not an Excalidraw file, or it is damaged.")) from None
    if source.type not in ("excalidraw", "excalidraw/clipboard"):
        raise CannotImport(t("This is not an Excalidraw file."))
    if str(source.appState.get("viewBackgroundColor") or "").lower() not in WHITE:
        intake.leave_out(t("background of the drawing"))
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
        if values.is_unseen(kind, source):
            label = self._labels.get(str(source.get("id")))
            self._intake.leave_out(t("element that cannot be seen"))
            return None if label is None else self._text(label | {"id": source.get("id"), "containerId": None})
        if kind != "text" and values.fill(source) and source.get("fillStyle") not in (None, "solid"):
            self._intake.leave_out(t("pattern of a filling"))
        match kind:
            case "rectangle" | "ellipse" | "diamond":
                return self._shape(values.FORMS[kind], source)
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
            style = msgspec.structs.replace(style, font=values.font(label, "center"))
            if values.color(label.get("strokeColor")) != style.color:
                self._intake.leave_out(t("colour of a label"))
        return msgspec.structs.replace(element, group=group, lock=bool(source.get("locked")), text=text, style=style)

    # ------------------------------------------------------------ kinds

    def _shape(self, form: str, source: dict[str, Any]) -> Element:
        if form == "rectangle" and source.get("roundness"):
            form = "rounded"
        box = values.box(source)
        return shape_element(
            self._id(source),
            form,
            Rect(box.x, box.y, box.x + box.w, box.y + box.h),
            order=self._intake.order(),
            style=values.style(source),
            parent=ElementId(""),
            rotation=box.rotation,
        )

    def _line(self, source: dict[str, Any]) -> Element | None:
        points = values.points(source)
        style = msgspec.structs.replace(
            values.style(source),
            fill="",
            tail=self._tip(source.get("startArrowhead")),
            head=self._tip(source.get("endArrowhead")),
        )
        if len(points) > 3 and points[0] == points[-1] and not (style.tail or style.head):
            return self._polygon(points, source)
        elbow = bool(source.get("elbowed"))
        cornered = len(points) > 3 or (len(points) == 3 and not source.get("roundness"))
        if cornered and not elbow:
            if style.tail or style.head:
                self._intake.leave_out(t("tip of a line with corners"))
            if style.dash:
                self._intake.leave_out(t("dashes of a line with corners"))
            if not source.get("roundness"):
                points = [Point(p.real, p.imag) for p in with_sharp_corners([complex(*p) for p in points])]
            return self._through(points, source, msgspec.structs.replace(style, ink=MARKER, tail="", head=""))
        form = "elbow" if elbow else "curved" if len(points) == 3 else "straight"
        element = connector_element(
            self._id(source), form, points[0], points[-1], order=self._intake.order(), style=style, parent=ElementId("")
        )
        content = msgspec.structs.replace(
            element.content,
            start=self._binding(source.get("startBinding")),
            end=self._binding(source.get("endBinding")),
            bend=values.bend(points) if form == "curved" else 0.0,
        )
        return msgspec.structs.replace(element, content=content)

    def _polygon(self, points: Sequence[Point], source: dict[str, Any]) -> Element:
        corners = [complex(*point) for point in points[:-1]]
        if source.get("roundness"):
            corners = values.rounded(corners)
        corners = fewer(corners, MOST_CORNERS)
        places = [Point(corner.real, corner.imag) for corner in corners]
        order = self._intake.order()
        return polygon_element(self._id(source), places, order=order, style=values.style(source), parent=ElementId(""))

    def _tip(self, name: object) -> str:
        known = _TIPS.get(str(name or ""))
        if known is None:
            self._intake.leave_out(t("tip of kind {name}").format(name=str(name)[:40]))
        return known or ""

    def _binding(self, source: dict[str, Any] | None) -> Binding | None:
        """Where on the other element newer versions say, older ones leave to who draws it."""
        to = self._ids.get(str((source or {}).get("elementId")))
        if to is None or source is None:
            return None
        u, v = source.get("fixedPoint") or (0.5, 0.5)
        return Binding(to, min(max(float(u), 0.0), 1.0), min(max(float(v), 0.0), 1.0))

    def _ink(self, source: dict[str, Any]) -> Element:
        width = min(max(values.number(source, "strokeWidth", 1.0) * HAND_WIDTH, 0.5), MAX_WIDTH)
        style = Style(
            color=values.color(source.get("strokeColor")), width=width, ink=PEN, opacity=values.opacity(source)
        )
        points = values.points(source)
        if values.fill(source) and len(points) > 3 and math.dist(points[0], points[-1]) < CLOSED:
            self._intake.leave_out(t("filling of a stroke"))
        return self._through(points, source, style, source.get("pressures") or ())

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
            geometry=values.box(source),
            order=self._intake.order(),
            style=Style(
                color=values.color(source.get("strokeColor")),
                opacity=values.opacity(source),
                font=values.font(source, "left"),
            ),
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
        if any(isinstance(way, (int, float)) and way < 0 for way in source.get("scale") or ()):
            self._intake.leave_out(t("mirroring of a picture"))
        if source.get("crop"):
            self._intake.leave_out(t("cropping of a picture"))
        return image(self._id(source), asset_id(data), type, values.box(source), self._intake.order())

    def _id(self, source: dict[str, Any]) -> ElementId:
        return self._ids[str(source.get("id"))]
