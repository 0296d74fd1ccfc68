"""Moving, scaling and turning: points, boxes and ink follow."""

from __future__ import annotations

import math

import pytest

from whiteboard.model.content import Content
from whiteboard.model.element import CONNECTOR, SHAPE, Element, ElementId, Geometry
from whiteboard.model.elements import bounds, transformed
from whiteboard.model.elements.boxed import segment_meets, touches
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import InkPoint, unpack
from whiteboard.model.transform import Transform

QUARTER = math.pi / 2


def shape(rotation: float = 0.0) -> Element:
    geometry = Geometry(x=10.0, y=20.0, w=40.0, h=20.0, rotation=rotation)
    return Element(id=ElementId("s"), kind=SHAPE, geometry=geometry, order="A", content=Content(form="rectangle"))


def ink() -> Element:
    geometry, points = placed([InkPoint(0, 0, 100), InkPoint(160, 80, 200)], (5.0, 5.0))
    return Element(id=ElementId("i"), kind="stroke", geometry=geometry, points=points, order="A")


@pytest.mark.parametrize("angle", [0.0, 0.3, -2.0])
def test_scaling_along_turned_axes_is_turning_there_scaling_and_turning_back(angle: float) -> None:
    about, point = Point(3.0, -4.0), Point(11.0, 7.0)
    there = Transform.turning(angle, about).after(
        Transform.scaling(2.0, 0.5, about).after(Transform.turning(-angle, about))
    )
    assert Transform.scaling(2.0, 0.5, about, angle)(point) == pytest.approx(there(point))


def test_a_quarter_turn_is_clockwise_on_the_screen() -> None:
    assert Transform.turning(QUARTER, Point(0, 0))(Point(1, 0)) == pytest.approx((0, 1))


def test_a_turned_box_turns_about_its_middle_and_keeps_its_size() -> None:
    turned = transformed(shape(), Transform.turning(QUARTER, Point(0, 0))).geometry
    assert (turned.w, turned.h, turned.rotation) == pytest.approx((40, 20, QUARTER))
    assert (turned.x + turned.w / 2, turned.y + turned.h / 2) == pytest.approx((-30, 30))
    assert bounds(shape(QUARTER)).width == pytest.approx(20 + 4)


def test_a_turned_box_grows_along_its_own_sides() -> None:
    center = Point(30, 30)
    grown = transformed(shape(QUARTER), Transform.scaling(3.0, 1.0, center, axes=QUARTER)).geometry
    assert (grown.w, grown.h, grown.rotation) == pytest.approx((120, 20, QUARTER))


def test_a_mirrored_box_stays_upright() -> None:
    mirrored = transformed(shape(), Transform.scaling(-1.0, 1.0, Point(0, 0))).geometry
    assert (mirrored.x, mirrored.w, mirrored.rotation) == pytest.approx((-50, 40, 0))


def test_a_connector_goes_with_its_ends() -> None:
    line = Element(
        id=ElementId("c"),
        kind=CONNECTOR,
        geometry=Geometry(x=0.0, y=0.0, w=10.0, h=-10.0),
        order="A",
        content=Content(form="straight"),
    )
    g = transformed(line, Transform.scaling(-1.0, 2.0, Point(0, 0))).geometry
    assert (g.x, g.y, g.w, g.h) == pytest.approx((0, 0, -10, -20))


def test_ink_is_scaled_with_its_width_and_keeps_its_pressure() -> None:
    grown = transformed(ink(), Transform.scaling(2.0, 2.0, Point(5.0, 5.0)))
    assert [tuple(p) for p in unpack(grown.points)] == [(0, 0, 100), (320, 160, 200)]
    assert grown.style.width == pytest.approx(2 * ink().style.width)
    mirrored = transformed(ink(), Transform.scaling(-1.0, 1.0, Point(5.0, 5.0)))
    assert [tuple(p) for p in unpack(mirrored.points)] == [(160, 0, 100), (0, 80, 200)]
    assert mirrored.geometry.x == pytest.approx(-5.0)


def test_a_moved_element_is_the_same_elsewhere() -> None:
    moved = transformed(ink(), Transform.moving(Point(3, 4)))
    assert (moved.geometry.x, moved.geometry.y, moved.points) == (8.0, 9.0, ink().points)
    assert transformed(shape(0.7), Transform.moving(Point(3, 4))).geometry.rotation == 0.7


def test_a_turned_box_is_touched_where_it_is() -> None:
    tall = shape(QUARTER)  # 20..40 wide, 10..50 high
    assert touches(tall, Point(30, 12), Point(30, 12), 0.0)
    assert not touches(tall, Point(12, 30), Point(12, 30), 1.0)
    assert touches(tall, Point(0, 30), Point(60, 30), 0.0)


def test_a_segment_meets_a_box_it_crosses_without_an_end_inside() -> None:
    assert segment_meets(Point(-5, 5), Point(15, 5), Rect(0, 0, 10, 10))
    assert not segment_meets(Point(-5, 5), Point(-1, 5), Rect(0, 0, 10, 10))
    assert not segment_meets(Point(-1, 12), Point(12, 25), Rect(0, 0, 10, 10))
