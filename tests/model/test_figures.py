"""Outlines, tips and lines: pure geometry that painters, hit tests and exporters share, as PROTOCOL.md gives it."""

from __future__ import annotations

import math
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.figures import arrow, box
from whiteboard.model.content import SHAPE_FORMS
from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements import bounds, transformed
from whiteboard.model.elements.connector import between, touches
from whiteboard.model.elements.connector_line import CURVED, drawn_line, ends, line_of, middle, tips_of
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.shape import MOST_CORNERS, label_box, outline_of, polygon_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.outline import MOST_ROUNDING, outline
from whiteboard.model.path import Path, crossings, distance, encloses, ring
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import TIPS, Style
from whiteboard.model.transform import Transform
from whiteboard.model.validate import check_element

sizes = st.floats(1.0, 500.0)
places = st.builds(Point, st.integers(-300, 300).map(float), st.integers(-300, 300).map(float))


def closely(path: Path) -> list[Point]:
    return path.flattened(0.01)


# ---------------------------------------------------------------- outlines


@given(st.sampled_from([form for form in SHAPE_FORMS if form != "polygon"]), sizes, sizes)
def test_every_form_fills_its_box_and_no_more(form: str, w: float, h: float) -> None:
    around = Rect.around(closely(outline(form, w, h)))
    assert around == pytest.approx((0, 0, w, h), abs=0.02)


def test_an_ellipse_is_round() -> None:
    for x, y in closely(outline("ellipse", 200, 200)):
        assert math.dist((x, y), (100, 100)) == pytest.approx(100, abs=0.05)


def test_corners_of_a_rounded_rectangle_are_quarters_of_a_circle_and_not_too_large() -> None:
    for x, y in closely(outline("rounded", 400, 300)):
        if x < MOST_ROUNDING and y < MOST_ROUNDING:
            assert math.dist((x, y), (MOST_ROUNDING, MOST_ROUNDING)) == pytest.approx(MOST_ROUNDING, abs=0.05)
    assert outline("rounded", 40, 400).start == Point(10, 0)


def test_a_star_has_the_corners_of_the_pentagram() -> None:
    points = outline("star", 100, 100).flattened()
    assert points[0] == pytest.approx((50, 0))
    assert points[1].y == pytest.approx(points[9].y)
    assert points[2].y == pytest.approx(points[1].y), "its arms are one line"


@given(
    st.lists(places, min_size=3, max_size=12, unique=True).filter(
        lambda p: Rect.around(p).width > 1 < Rect.around(p).height
    )
)
def test_a_polygon_has_its_corners_where_they_were_put(corners: list[Point]) -> None:
    made = polygon_element(ElementId("p"), corners, order="A", style=Style(), parent=ElementId(""))
    check_element(made)
    for there, wanted in zip(outline_of(made).flattened(), corners, strict=False):
        assert there == pytest.approx(wanted)


@pytest.mark.parametrize("count", [0, 2, MOST_CORNERS + 1])
def test_a_polygon_of_too_few_or_too_many_corners_is_refused(count: int) -> None:
    points = pack(InkPoint(i, i * i % 97, 0) for i in range(count))
    bad = msgspec.structs.replace(box("p", form="polygon"), points=points)
    with pytest.raises(Invalid):
        check_element(bad)


def test_points_that_are_no_points_show_a_box_instead_of_failing() -> None:
    broken = msgspec.structs.replace(box("p", form="polygon"), points=b"\x80")
    assert len(outline_of(broken).flattened()) == 5
    assert bounds(broken) == Rect(-1, -1, 101, 61)


def test_a_label_has_its_place_inside_the_outline() -> None:
    for form in set(SHAPE_FORMS) - {"rounded", "polygon"}:  # the first is round where no letters are
        made = box("a", 10, 20, form=form, w=300, h=200)
        room = label_box(made)
        line = outline_of(made).flattened()
        for corner in (Point(room.left, room.top), Point(room.right, room.top), Point(room.right, room.bottom)):
            assert encloses(line, corner), form


# ---------------------------------------------------------------- paths


@given(places, places, places, places)
def test_distance_is_zero_exactly_where_lines_cross(a: Point, b: Point, p: Point, q: Point) -> None:
    if crossings([p, q], a, b):
        assert distance([p, q], a, b) == pytest.approx(0, abs=1e-6)


def test_a_point_is_enclosed_by_the_rule_of_winding() -> None:
    corners = ring(Point(0, 0), 10, 10).flattened()
    assert encloses(corners, Point(3, 4))
    assert not encloses(corners, Point(8, 8))
    twice = corners + corners
    assert encloses(twice, Point(3, 4)), "not by that of odd crossings"


# ---------------------------------------------------------------- connectors


def bowed(bend: float, tail: str = "", head: str = "", width: float = 4.0) -> Element:
    made = arrow("a", (100, 100), (300, 100), form=CURVED, bend=bend)
    return msgspec.structs.replace(made, style=Style(width=width, tail=tail, head=head))


def test_the_middle_of_a_curve_lies_to_the_right_of_its_way_by_its_bend() -> None:
    assert middle(bowed(0.25)) == pytest.approx((200, 150), abs=0.1)
    assert middle(bowed(-0.25)) == pytest.approx((200, 50), abs=0.1)
    assert line_of(bowed(0.0)).flattened() == [Point(100, 100), Point(300, 100)]


@pytest.mark.parametrize("name", TIPS[1:])
@pytest.mark.parametrize("bend", [0.0, 0.5])
def test_a_tip_ends_where_its_line_ends_and_filled_ones_cover_the_ends_of_the_line(name: str, bend: float) -> None:
    made = bowed(bend, name, name)
    for one, end in zip(tips_of(made), ends(made), strict=True):
        line = closely(one.path)
        assert distance(line, end, end) == pytest.approx(0, abs=0.1)
        drawn = drawn_line(made)
        nearer = min((drawn.start, drawn.end), key=lambda place: math.dist(place, end))
        assert encloses(line, nearer) if one.filled else nearer == pytest.approx(end)


def test_the_tips_of_a_short_line_do_not_meet() -> None:
    made = msgspec.structs.replace(
        arrow("a", (0, 0), (10, 0)), style=Style(width=16.0, tail="triangle", head="triangle")
    )
    tail, head = (Rect.around(one.path.flattened()) for one in tips_of(made))
    assert tail.right <= head.left + 1e-9


def test_an_elbow_keeps_its_corners_when_it_is_moved_and_finds_others_when_it_is_turned() -> None:
    elbow = between(
        arrow("a", (0, 0), (100, 50), form="elbow"), Point(0, 0), Point(100, 50), [Point(70, 0), Point(70, 50)]
    )
    moved = transformed(elbow, Transform.moving(Point(5.0, 7.0)))
    assert line_of(moved).flattened() == [Point(5, 7), Point(75, 7), Point(75, 57), Point(105, 57)]
    wide = transformed(elbow, Transform.scaling(2.0, 1.0, Point(0.0, 0.0)))
    assert line_of(wide).flattened()[1] == Point(140, 0)
    turned = transformed(elbow, Transform.turning(0.5, Point(0.0, 0.0)))
    assert turned.points == b""
    assert all(p.x == q.x or p.y == q.y for p, q in pairwise(line_of(turned).flattened()))


def test_a_mirrored_curve_bends_the_other_way() -> None:
    mirrored = transformed(bowed(0.3), Transform.scaling(1.0, -1.0, Point(0.0, 100.0)))
    assert mirrored.content.bend == -0.3
    assert middle(mirrored) == pytest.approx((200, 40), abs=0.1)


def test_a_connector_is_hit_at_its_line_its_tips_and_its_label() -> None:
    made = bowed(0.25, head="arrow")

    def hit(x: float, y: float) -> bool:
        return touches(made, Point(x, y), Point(x, y), 1.0)

    assert hit(200, 150)
    assert not hit(200, 100)
    assert not hit(200, 162)
    labelled = msgspec.structs.replace(made, text="more")
    assert touches(labelled, Point(200, 162), Point(200, 162), 1.0)


def test_a_connector_with_too_many_corners_or_with_a_rotation_is_refused() -> None:
    made = arrow("a", (0, 0), (100, 50), form="elbow")
    for bad in (
        msgspec.structs.replace(made, points=pack(InkPoint(i, 0, 0) for i in range(60))),
        msgspec.structs.replace(made, geometry=msgspec.structs.replace(made.geometry, rotation=1.0)),
        msgspec.structs.replace(made, content=msgspec.structs.replace(made.content, form="spiral")),
    ):
        with pytest.raises(Invalid):
            check_element(bad)
