"""Reads `.xopp` files: gzipped XML of Xournal++, format version 4. The file may come from anybody.

Lengths are points, 1/72 inch. Nothing that the file names is opened: a PDF behind a page is left out, and told.
"""

from __future__ import annotations

import base64
import binascii
import math
import zlib
from itertools import pairwise
from xml.parsers import expat

import msgspec

from whiteboard.model.content import Content
from whiteboard.model.element import FIRST_PAGE, PAGE, TEXT, Element, ElementId, Geometry
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.image import image
from whiteboard.model.elements.shape import MOST_CORNERS, polygon_element
from whiteboard.model.geometry import Point
from whiteboard.model.order import above
from whiteboard.model.points import BadPoints
from whiteboard.model.style import HIGHLIGHTER, MARKER, MAX_WIDTH, PEN, Font, Style
from whiteboard.protocol.pictures import BadPicture, asset_id, picture_of
from whiteboard.svg.areas import fewer
from whiteboard.words import t

from .errors import CannotImport
from .intake import Intake, KeepPicture, ink

UNITS_PER_POINT = 96 / 72
MAX_BYTES = 512 * 1024 * 1024
MAX_DEPTH = 32
EDGE = 0.25
"""How wide the outline of a filling is."""

_PAPERS = {
    "plain": "",
    "lined": "ruled",
    "ruled": "ruled",
    "graph": "squared",
    "dotted": "dotted",
    "isodotted": "dotted",
    "staves": "music",
}
_NAMED = {
    "black": "#000000",
    "blue": "#3333cc",
    "red": "#ff0000",
    "green": "#008000",
    "gray": "#808080",
    "lightblue": "#00c0ff",
    "lightgreen": "#00ff00",
    "magenta": "#ff00ff",
    "orange": "#ff8000",
    "yellow": "#ffff00",
    "white": "#ffffff",
}
ASIDE = {"audio": "recording", "teximage": "formula (its picture is kept where there is one)"}


def read(data: bytes, intake: Intake, keep: KeepPicture) -> None:
    """Take everything in that a board knows; CannotImport if it is no such file."""
    reader = _Reader(intake, keep)
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.EntityDeclHandler = _on_entity
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.buffer_text = True
    try:
        parser.Parse(_unpacked(data), True)
    except (expat.ExpatError, LookupError, ValueError, zlib.error):
        raise CannotImport(t("This is not a Xournal++ file, or it is damaged.")) from None


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    content = unpacker.decompress(data, MAX_BYTES)
    if unpacker.unconsumed_tail:
        raise CannotImport(t("The file is too large when unpacked."))
    return content


def _on_entity(*declaration: object) -> None:
    raise CannotImport(t("The file declares entities, which could hide anything."))


class _Reader:
    """Follows the elements as the parser meets them."""

    def __init__(self, intake: Intake, keep: KeepPicture) -> None:
        self._intake = intake
        self._keep = keep
        self._path: list[str] = []
        self._attributes: dict[str, str] = {}
        self._words: list[str] = []
        self._pages = 0
        self._page = ElementId("")
        self._page_order: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._path and name != "xournal":
            raise CannotImport(t("This is not a Xournal++ file."))
        if len(self._path) >= MAX_DEPTH:
            raise CannotImport(t("The file has too many parts inside each other."))
        self._path.append(name)
        self._words.clear()
        match name:
            case "page":
                self._pages += 1
                self._page = ElementId("") if self._pages == 1 else self._intake.new_id()
            case "background":
                self._background(attributes)
            case "stroke" | "text" | "image" | "teximage":
                self._attributes = attributes
            case "layer" | "xournal" | "title" | "preview":
                pass
            case _:
                self._intake.leave_out(t(ASIDE[name]) if name in ASIDE else t("part {name}").format(name=name[:40]))

    def text(self, words: str) -> None:
        self._words.append(words)

    def end(self, name: str) -> None:
        self._path.pop()
        words = "".join(self._words)
        try:
            match name:
                case "stroke":
                    self._stroke(words)
                case "text":
                    self._text(words)
                case "image" | "teximage":
                    self._image(words, name)
                case _:
                    pass
        except (KeyError, ValueError, ArithmeticError, BadPoints):
            self._intake.leave_out(t("{name} that is damaged").format(name=name))

    # ------------------------------------------------------------ what there is on a page

    def _background(self, attributes: dict[str, str]) -> None:
        paper = ""
        if attributes.get("type") == "solid":
            style = attributes.get("style", "plain")
            paper = _PAPERS.get(style, "")
            if style not in _PAPERS:
                self._intake.leave_out(t("paper {name}").format(name=style[:40]))
            if _color(attributes.get("color", "white")) not in ("#ffffff", "#fffffe"):
                self._intake.leave_out(t("colour of the paper"))
        else:
            self._intake.leave_out(t("background from a PDF or picture (import that file itself)"))
        self._page_order = above(self._page_order, self._pages)
        if self._page or paper:
            page = self._page or FIRST_PAGE
            place = Geometry(0.0, 0.0)
            self._intake.take(
                Element(id=page, kind=PAGE, geometry=place, order=self._page_order, content=Content(paper=paper))
            )

    def _stroke(self, words: str) -> None:
        numbers = [float(number) * UNITS_PER_POINT for number in words.split()]
        if len(numbers) < 2 or len(numbers) % 2 or not all(map(math.isfinite, numbers)):
            raise ValueError("points")
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        widths = [float(width) * UNITS_PER_POINT for width in self._attributes["width"].split()]
        tool = self._attributes.get("tool", "pen")
        color, opacity = _color(self._attributes.get("color", "black")), _opacity(self._attributes.get("color", ""))
        if tool == "eraser":
            color = "#ffffff"
        dashed = self._attributes.get("style", "plain") not in ("plain", "")
        self._fill(points, color, opacity)
        if dashed and len(points) == 2:
            self._dashed(points, Style(color=color, width=_width(max(widths)), opacity=opacity))
            return
        if dashed:
            self._intake.leave_out(t("dashes of a stroke"))
        pressed = widths[1:]
        nominal = max(pressed or widths[:1])
        shares = [width / nominal for width in pressed] or [1.0]
        shares += [shares[-1]] * (len(points) - len(shares))
        ink_name = HIGHLIGHTER if tool == "highlighter" else PEN if pressed else MARKER
        style = Style(
            color=color,
            width=_width(nominal),
            ink=ink_name,
            opacity=1.0 if ink_name == HIGHLIGHTER else opacity,
        )
        if pressed:
            points, shares = _without_doubles(points, shares)
        places = [(x, y, min(max(share, 0.0), 1.0)) for (x, y), share in zip(points, shares, strict=False)]
        self._intake.take(ink(self._intake.new_id(), places, style, self._intake.order(), self._page))

    def _fill(self, points: list[tuple[float, float]], color: str, opacity: float) -> None:
        """What a stroke is filled with, as an area beneath it. `fill` says how much is seen of it, 1..255."""
        seen = int(self._attributes.get("fill") or "0")
        ring = [complex(x, y) for x, y in points]
        if seen <= 0 or len(ring) < 3:
            return
        corners = [Point(corner.real, corner.imag) for corner in fewer(ring, MOST_CORNERS)]
        style = Style(color=color, width=EDGE, opacity=min(seen / 255, 1.0) * opacity, fill=color)
        self._intake.take(
            polygon_element(self._intake.new_id(), corners, order=self._intake.order(), style=style, parent=self._page)
        )

    def _dashed(self, points: list[tuple[float, float]], style: Style) -> None:
        start, end = (Point(*point) for point in points)
        dash = "dotted" if self._attributes.get("style") == "dot" else "dashed"
        style = msgspec.structs.replace(style, dash=dash)
        self._intake.take(
            connector_element(
                self._intake.new_id(),
                "straight",
                start,
                end,
                order=self._intake.order(),
                style=style,
                parent=self._page,
            )
        )

    def _text(self, words: str) -> None:
        if not words.strip():
            return
        size = float(self._attributes.get("size", "12")) * UNITS_PER_POINT
        lines = words.split("\n")
        w = max(map(len, lines)) * size * 0.62
        name = self._attributes.get("font", "").lower()
        family = "mono" if "mono" in name else "serif" if "serif" in name and "sans" not in name else ""
        font = Font(min(max(size, 1.0), 2000.0), family, bold="bold" in name, italic="italic" in name)
        place = Geometry(_length(self._attributes["x"]), _length(self._attributes["y"]), w, len(lines) * size * 1.3)
        self._put(
            Element(
                id=self._intake.new_id(),
                kind=TEXT,
                geometry=place,
                order=self._intake.order(),
                style=Style(color=_color(self._attributes.get("color", "black")), font=font),
                text="".join(c for c in words if c >= " " or c in "\t\n"),
            )
        )

    def _image(self, words: str, name: str) -> None:
        left, top = _length(self._attributes["left"]), _length(self._attributes["top"])
        right, bottom = _length(self._attributes["right"]), _length(self._attributes["bottom"])
        try:
            data = base64.b64decode("".join(words.split()), validate=True)
            type = picture_of(data).type
            self._keep(data)
        except (binascii.Error, BadPicture):
            self._intake.leave_out(t("formula") if name == "teximage" else t("picture that cannot be shown"))
            return
        place = Geometry(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        self._put(image(self._intake.new_id(), asset_id(data), type, place, self._intake.order()))

    def _put(self, element: Element) -> None:
        on = msgspec.structs.replace(element.geometry, parent=self._page)
        self._intake.take(msgspec.structs.replace(element, geometry=on))


def _width(width: float) -> float:
    return min(max(width, 0.5), MAX_WIDTH)


def _length(text: str) -> float:
    number = float(text) * UNITS_PER_POINT
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _color(text: str) -> str:
    text = text.lower()
    if text.startswith("#") and len(text) in (7, 9) and all(c in "0123456789abcdef" for c in text[1:]):
        return text[:7]
    return _NAMED.get(text, "#000000")


def _opacity(text: str) -> float:
    return int(text[7:9], 16) / 255 if text.startswith("#") and len(text) == 9 else 1.0


def _without_doubles(
    points: list[tuple[float, float]], shares: list[float]
) -> tuple[list[tuple[float, float]], list[float]]:
    """Points that do not lie on the one before, and the pressure at each: a file has one width for each segment."""
    keep = [0] + [n for n, (a, b) in enumerate(pairwise(points), start=1) if a != b]
    return [points[n] for n in keep], [shares[min(n, len(shares) - 1)] for n in keep]
