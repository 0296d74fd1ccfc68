"""What was read from an SVG drawing, as elements: shapes that stay shapes, areas as polygons, lines as ink."""

from __future__ import annotations

import cmath
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

import msgspec

from whiteboard.model.element import STROKE, TEXT, Element, ElementId, Geometry
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.image import image
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.label import label_size
from whiteboard.model.elements.shape import MOST_CORNERS, polygon_element, shape_element
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.order import above
from whiteboard.model.points import MAX_POINTS, MAX_PRESSURE, UNITS_PER_BOARD_UNIT, BadPoints, InkPoint
from whiteboard.model.style import MARKER, MAX_FONT_SIZE, MAX_WIDTH, MIN_FONT_SIZE, Font, Style
from whiteboard.model.validate import check_element
from whiteboard.protocol.pictures import BadPicture, asset_id, picture_of
from whiteboard.svg.areas import areas, effort
from whiteboard.svg.figure import Box, Embedded, Figure, Item, Part, Picture, Words
from whiteboard.svg.flatten import overlapping, with_sharp_corners
from whiteboard.words import t

KeepPicture = Callable[[bytes], object]
"""Keeps the bytes of a picture; BadPicture if it is none."""

THINNEST = 0.5
EDGE = 0.25
"""How wide the outline of an area is that has none, in board units: it closes the slits to its holes."""

OVERLAP = 3.0
"""For how many widths a closed line of ink goes on over its beginning."""

MOST_STEPS = 10_000_000
"""For finding out which areas are holes in others: some seconds."""

BASE_LINE = 1.0
"""How far below the upper edge of a text its first line stands, in heights of its letters."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Elements in paint order, with ids and order keys that are theirs alone, and what was not taken over how often."""

    elements: tuple[Element, ...]
    left_out: Counter[str]


def sketched(picture: Picture, keep: KeepPicture | None = None) -> Sketch:
    """The drawing as elements; without `keep` the pictures in it are left out. Boxes of text are estimates."""
    maker = _Maker(keep)
    for item in picture.items:
        for element in maker.made(item):
            maker.take(element)
    return Sketch(tuple(maker.elements), Counter(picture.left_out) + maker.left_out)


class _Maker:
    def __init__(self, keep: KeepPicture | None) -> None:
        self.elements: list[Element] = []
        self.left_out: Counter[str] = Counter()
        self._keep = keep
        self._top: str | None = None
        self._steps = 0

    def take(self, element: Element) -> None:
        self._top = above(self._top, 0)
        element = msgspec.structs.replace(element, id=ElementId(f"part-{len(self.elements)}"), order=self._top)
        try:
            check_element(element)
        except Invalid:
            self.left_out[t("shape that is too far away or bent beyond measure")] += 1
        else:
            self.elements.append(element)

    def made(self, item: Item) -> Iterator[Element]:
        try:
            match item:
                case Figure():
                    yield from self._figure(item)
                case Words():
                    yield _text(item)
                case Embedded():
                    yield from self._picture(item)
                case _:
                    assert_never(item)
        except BadPoints:
            self.left_out[t("line with too many points")] += 1

    # ------------------------------------------------------------ kinds

    def _figure(self, figure: Figure) -> Iterator[Element]:
        look = figure.look
        outlined = Style(color=look.stroke, width=_width(look.width), opacity=look.stroke_opacity, dash=look.dash)
        filled = Style(color=look.fill, width=EDGE, opacity=look.fill_opacity, fill=look.fill)
        if look.stroke and look.fill and look.stroke_opacity == look.fill_opacity:
            both = msgspec.structs.replace(outlined, fill=look.fill)
        else:
            both = None
        if figure.box is not None:
            styles = [both] if both else [style for style in (filled, outlined) if style.color]
            yield from (_boxed(figure.box, style) for style in styles)
            return
        rings = [_ring(part.points) for part in figure.parts]
        rings = [ring for ring in rings if len(ring) > 2]
        (first, *others) = figure.parts
        if both and rings and not others and first.closed and len(first.points) <= MOST_CORNERS:
            yield _polygon(rings[0], both)
            return
        if look.fill:
            yield from (_polygon(area, filled) for area in self._areas(rings, even_odd=look.even_odd))
        if look.stroke:
            for part in figure.parts:
                yield from self._line(part, figure, outlined)

    def _areas(self, rings: list[list[complex]], *, even_odd: bool) -> list[list[complex]]:
        steps = effort(rings)
        self._steps += steps
        if self._steps <= MOST_STEPS:
            return areas(rings, MOST_CORNERS, even_odd=even_odd)
        self._steps -= steps
        self.left_out[t("hole in an area")] += 1
        return areas(rings, MOST_CORNERS, even_odd=even_odd, nested=False)

    def _line(self, part: Part, figure: Figure, style: Style) -> Iterator[Element]:
        """The outline of a part: a polygon, a straight connector if only that can show how it looks, or else ink."""
        points, look = part.points, figure.look
        if len(points) < 2:
            return
        if part.closed and 3 < len(points) <= MOST_CORNERS:
            yield _polygon(_ring(points), style)
            return
        tips = "" if part.closed else look.tail or look.head
        if len(points) == 2 and (style.dash or tips):
            style = msgspec.structs.replace(style, tail=look.tail, head=look.head)
            start, end = (Point(point.real, point.imag) for point in points)
            yield connector_element(ElementId(""), "straight", start, end, order="", style=style, parent=ElementId(""))
            return
        if style.dash:
            self.left_out[t("dashes of a line with corners")] += 1
        if tips:
            self.left_out[t("tip of a line with corners")] += 1
        yield from _ink(part, msgspec.structs.replace(style, ink=MARKER, dash=""))

    def _picture(self, embedded: Embedded) -> Iterator[Element]:
        try:
            found = picture_of(embedded.data)
            if self._keep is None:
                raise BadPicture
            self._keep(embedded.data)
        except BadPicture:
            self.left_out[t("image")] += 1
            return
        box = embedded.box
        if not embedded.stretched:
            share = min(box.w / found.width, box.h / found.height)
            box = Box(box.middle, found.width * share, found.height * share, box.rotation)
        element = image(ElementId(""), asset_id(embedded.data), found.type, _geometry(box), "")
        yield msgspec.structs.replace(element, style=Style(opacity=embedded.opacity))


def _boxed(box: Box, style: Style) -> Element:
    x, y = box.middle.real - box.w / 2, box.middle.imag - box.h / 2
    place = Rect(x, y, x + box.w, y + box.h)
    return shape_element(
        ElementId(""), box.form, place, order="", style=style, parent=ElementId(""), rotation=box.rotation
    )


def _geometry(box: Box) -> Geometry:
    return Geometry(box.middle.real - box.w / 2, box.middle.imag - box.h / 2, box.w, box.h, box.rotation)


def _ring(points: Sequence[complex]) -> list[complex]:
    """The points once around."""
    return list(points[:-1] if points[0] == points[-1] else points)


def _polygon(corners: Sequence[complex], style: Style) -> Element:
    places = [Point(corner.real, corner.imag) for corner in corners]
    return polygon_element(ElementId(""), places, order="", style=style, parent=ElementId(""))


def _ink(part: Part, style: Style) -> Iterator[Element]:
    points = list(part.points)
    if part.closed:
        points = overlapping(points, OVERLAP * style.width)
    points = with_sharp_corners(points)
    unit = UNITS_PER_BOARD_UNIT
    for begin in range(0, max(1, len(points) - 1), MAX_POINTS - 1):
        piece = points[begin : begin + MAX_POINTS]
        ink = [InkPoint(round(point.real * unit), round(point.imag * unit), MAX_PRESSURE) for point in piece]
        geometry, packed = placed(ink, (0.0, 0.0))
        yield Element(id=ElementId(""), kind=STROKE, geometry=geometry, order="", style=style, points=packed)


def _text(words: Words) -> Element:
    align = {"middle": "center", "end": "right"}.get(words.anchor, "left")
    size = min(max(words.size, MIN_FONT_SIZE), MAX_FONT_SIZE)
    font = Font(size, words.family, align, words.bold, words.italic)
    w, h = label_size(words.text, font, 1e6)
    along = cmath.rect(1.0, words.rotation)
    corner = words.place - 1j * along * BASE_LINE * size
    middle = corner + along * w * {"left": 0.5, "center": 0.0, "right": -0.5}[align] + 1j * along * h / 2
    return Element(
        id=ElementId(""),
        kind=TEXT,
        geometry=_geometry(Box(middle, w, h, words.rotation)),
        order="",
        style=Style(color=words.color, opacity=words.opacity, font=font),
        text=words.text,
    )


def _width(width: float) -> float:
    return min(max(width, THINNEST), MAX_WIDTH)
