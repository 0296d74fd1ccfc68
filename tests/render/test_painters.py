"""Every kind of element is painted inside its bounds; highlighters behave as real ones."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QSize

from tests.ink.hands import SHAPES, built, drawn
from tests.render.pictures import (
    BLACK,
    YELLOW,
    Pixels,
    highlighter,
    inked,
    picture,
    pixels,
    shown,
    stroke,
    unknown,
)
from whiteboard.model.content import NO_CONTENT, AssetId, Content
from whiteboard.model.element import (
    CONNECTOR,
    IMAGE,
    INSTRUMENT,
    NOTE,
    PAGE,
    SHAPE,
    STROKE,
    TEXT,
    Element,
    ElementId,
    Geometry,
)
from whiteboard.model.elements import KINDS, bounds
from whiteboard.model.geometry import Rect
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import HIGHLIGHTER, Style
from whiteboard.render.page_image import page_image
from whiteboard.render.painters import PAINTERS
from whiteboard.render.sketch import thumbnail
from whiteboard.render.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")


def boxed(kind: str, content: Content = NO_CONTENT, *, rotation: float = 0.4, text: str = "") -> Element:
    geometry = Geometry(x=30.0, y=40.0, w=160.0, h=90.0, rotation=rotation)
    return Element(id=ElementId(kind), kind=kind, geometry=geometry, order="A", content=content, text=text)


SAMPLES = {
    STROKE: [stroke("a", (30, 40), (200, 90)), highlighter("b", (60, 200), (300, 120))],
    SHAPE: [boxed(SHAPE, Content(form="ellipse"), text="cell")],
    CONNECTOR: [boxed(CONNECTOR, Content(form="straight"), rotation=0.0)],
    TEXT: [boxed(TEXT, text="Light\n- one\n2. two"), boxed(TEXT, Content(wraps=True), text="اللون 光 😀 " * 20)],
    NOTE: [boxed(NOTE, Content(by="Ann"), text="Why?"), boxed(NOTE, text="so many words " * 30, rotation=0.0)],
    IMAGE: [boxed(IMAGE, Content(asset=AssetId("a" * 64)))],
    INSTRUMENT: [boxed(INSTRUMENT, Content(form="ruler"))],
    "": [unknown("c")],
}


def test_every_kind_of_the_model_has_a_painter_and_a_sample_here() -> None:
    assert set(PAINTERS) == set(KINDS) - {PAGE}
    assert set(SAMPLES) == set(PAINTERS) | {""}


@pytest.mark.parametrize("element", [sample for samples in SAMPLES.values() for sample in samples], ids=lambda e: e.id)
def test_an_element_is_painted_and_stays_inside_its_bounds(element: Element) -> None:
    zoom = 2.0
    box = bounds(element)
    margin = 20
    view = Viewport(box.left - margin / zoom, box.top - margin / zoom, zoom)
    size = int(box.width * zoom) + 2 * margin, int(box.height * zoom) + 2 * margin
    marks = inked(picture(shown([element], view, size=size), size=size))
    assert marks.any()
    marks[margin - 1 : -margin + 1, margin - 1 : -margin + 1] = False
    assert not marks.any()


@pytest.mark.parametrize("name", SHAPES)
def test_handwriting_stays_inside_its_bounds(name: str) -> None:
    finished = built(drawn(SHAPES[name]), 6.0).finish()
    test_an_element_is_painted_and_stays_inside_its_bounds(
        Element(
            id=ElementId("s"),
            kind=STROKE,
            geometry=finished.geometry,
            order="1",
            style=Style(width=6.0),
            points=finished.points,
        )
    )


def middle(image: Pixels, x: int, y: int) -> list[int]:
    result: list[int] = image[y, x].tolist()
    return result


def test_a_highlighter_that_crosses_itself_is_not_darker_there() -> None:
    path = [InkPoint(0, 1600, 255), InkPoint(3200, 1600, 255), InkPoint(1600, 0, 255), InkPoint(1600, 3200, 255)]
    crossing = Element(
        id=ElementId("h"),
        kind=STROKE,
        geometry=highlighter("h", (50, 50), (250, 250)).geometry,
        order="1",
        style=Style(YELLOW, 24.0, HIGHLIGHTER),
        points=pack(path),
    )
    image = picture(shown([crossing]))
    colors = {tuple(color) for color in image[inked(image)].tolist()}
    darkest = min(colors, key=sum)
    assert middle(image, 100, 150) == list(darkest)
    assert middle(image, 150, 200) == list(darkest)


def test_two_highlighters_are_darker_where_they_cross() -> None:
    image = picture(shown([highlighter("a", (50, 150), (250, 150)), highlighter("b", (150, 50), (150, 250))]))
    once, both = middle(image, 80, 150), middle(image, 150, 150)
    assert sum(both) < sum(once) - 20


@pytest.mark.parametrize("ink_first", [True, False], ids=["over ink", "under ink"])
def test_ink_stays_readable_under_and_over_a_highlighter(ink_first: bool) -> None:
    ink = stroke("i", (150, 50), (150, 250), width=12, color="#1e1e1e", order="1" if ink_first else "3")
    mark = highlighter("h", (50, 150), (250, 150))
    image = picture(shown([ink, mark]))
    assert np.abs(np.array(middle(image, 150, 150)) - 0x1E).max() <= 0x1E
    assert middle(image, 80, 150)[2] < 200


def test_from_far_away_strokes_are_hairlines_of_their_colour() -> None:
    strokes = [stroke(f"s{i}", (i * 400, 0), (i * 400 + 200, 6000), width=16, color="#e03131") for i in range(20)]
    image = picture(shown(strokes, Viewport(-100, -100, 0.05)))
    marks = inked(image)
    assert marks[5:300].any(axis=1).all()
    reddest = image[marks].min(axis=0)
    assert reddest[0] > reddest[1] + 60


def test_a_dot_is_seen_even_from_far_away() -> None:
    dot = Element(
        id=ElementId("d"),
        kind=STROKE,
        geometry=stroke("d", (1000, 1000), (1000, 1000)).geometry,
        order="1",
        style=Style(BLACK, 8.0),
        points=pack([InkPoint(0, 0, 255)]),
    )
    assert inked(picture(shown([dot], Viewport(0, 0, 0.1)))).any()


def test_a_page_image_is_the_part_asked_for() -> None:
    elements = [stroke("a", (0, 50), (400, 50), width=10), stroke("b", (0, 5000), (10, 5000))]
    image = pixels(page_image(elements, Rect(100, 0, 200, 100), 2.0))
    assert image.shape == (200, 200, 3)
    assert inked(image)[92:108].all()
    assert not inked(image)[:88].any()


def test_a_thumbnail_shows_the_whole_board() -> None:
    corners = [stroke("a", (-4000, -3000), (-3000, -2000), width=90), stroke("b", (4000, 3000), (3000, 2000), width=90)]
    marks = inked(pixels(thumbnail(corners, QSize(160, 120))))
    assert marks[:60, :80].any()
    assert marks[60:, 80:].any()
    assert not marks[:2].any()


def test_a_thumbnail_of_an_empty_board_is_paper() -> None:
    assert not inked(pixels(thumbnail([], QSize(160, 120)))).any()


def test_a_thumbnail_of_a_small_drawing_is_not_blown_up() -> None:
    marks = inked(pixels(thumbnail([stroke("a", (0, 0), (20, 0), width=4)], QSize(160, 120))))
    assert marks.any(axis=0).sum() <= 28


def filled(id: str, color: str, width: float, order: str) -> list[Element]:
    """An area of 2000 x 2000 board units, covered by strokes side by side."""
    return [
        stroke(f"{id}{n:03}", (0, n * 8), (2000, n * 8), width=width, color=color, order=f"{order}{n:03}V")
        for n in range(250)
    ]


@pytest.mark.parametrize("thin_first", [True, False], ids=["thick over thin", "thin over thick"])
def test_from_far_away_what_was_written_later_lies_above(thin_first: bool) -> None:
    """Strokes of 12 units are hairlines there, those of 80 have outlines of their own."""
    thin, thick = filled("a", "#e03131", 12.0, "1"), filled("b", "#1971c2", 80.0, "2")
    if not thin_first:
        thin, thick = filled("a", "#e03131", 12.0, "2"), filled("b", "#1971c2", 80.0, "1")
    image = picture(shown([*thin, *thick], Viewport(-100, -100, 0.1)))
    red, _, blue = middle(image, 110, 110)
    assert (blue > red) == thin_first


def test_from_far_away_thin_ink_stays_above_thin_ink_of_another_colour() -> None:
    below, above = filled("b", "#e03131", 12.0, "1"), filled("a", "#1971c2", 12.0, "2")
    red, _, blue = middle(picture(shown([*above, *below], Viewport(-100, -100, 0.1))), 110, 110)
    assert blue > red


@pytest.mark.parametrize("zoom", [1.0, 0.1], ids=["near", "far"])
def test_ink_that_shows_through_is_paler(zoom: float) -> None:
    solid = stroke("a", (0, 1000), (2000, 1000), width=12)
    faint = msgspec.structs.replace(solid, style=msgspec.structs.replace(solid.style, opacity=0.4))
    view = Viewport(-10, 1000 - 150 / zoom, zoom)
    strong, weak = (int(picture(shown([element], view)).min()) for element in (solid, faint))
    assert strong < 120
    assert abs((255 - weak) - 0.4 * (255 - strong)) < 10
