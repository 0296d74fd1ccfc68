"""A stroke while it is drawn, and what is kept of it."""

from __future__ import annotations

from math import pi, sin

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, dot, drawn, loops, word, zigzag
from tests.ink.polygons import from_line
from whiteboard.ink import curve, shape
from whiteboard.ink.arrays import offsets_of
from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import TOLERANCE, StrokeBuilder, smoothed
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.points import MAX_POINTS, UNITS_PER_BOARD_UNIT, InkPoint, unpack
from whiteboard.model.style import Style
from whiteboard.model.validate import check_element

every_shape = pytest.mark.parametrize("name", SHAPES)
with_both = pytest.mark.parametrize("pen", [False, True], ids=["mouse", "pen"])


def distance_to_curve(builder: StrokeBuilder, width: float) -> float:
    """How far the smoothed samples lie from the finished stroke's curve at most, in board units."""
    finished = builder.finish()
    rows = np.array(unpack(finished.points), float)
    places = (rows[:, 0] + 1j * rows[:, 1]) / UNITS_PER_BOARD_UNIT + complex(finished.geometry.x, finished.geometry.y)
    points, radii, offsets = curve.distinct(places, rows[:, 2], offsets_of([len(rows)]))
    line = curve.sampled(curve.through(points, radii, offsets), 1.0, 0.001).points
    centre = smoothed(builder.points, width)[0] + complex(*builder.origin)
    return float(from_line(line, centre).max())


@every_shape
@with_both
def test_the_finished_stroke_is_within_a_quarter_unit(name: str, pen: bool) -> None:
    builder = built(drawn(SHAPES[name], pen=pen))
    assert distance_to_curve(builder, 4.0) <= TOLERANCE


def test_a_stroke_drawn_zoomed_in_is_finer() -> None:
    builder = built(drawn(word, zoom=4.0, pen=True), width=2.0, zoom=4.0)
    assert distance_to_curve(builder, 2.0) <= TOLERANCE / 4 + 1 / 16


@with_both
def test_simplifying_keeps_half_of_the_points_and_at_most_five_bytes_a_point(pen: bool) -> None:
    builder = built(drawn(loops, 1.5, pen=pen))
    finished = builder.finish()
    count = len(unpack(finished.points))
    assert count < 0.6 * len(builder)
    assert len(finished.points) <= 5 * count


@every_shape
@with_both
def test_the_model_accepts_what_is_finished(name: str, pen: bool) -> None:
    finished = built(drawn(SHAPES[name], pen=pen)).finish()
    check_element(
        Element(
            id=ElementId("s"),
            kind=STROKE,
            geometry=finished.geometry,
            order="1",
            style=Style(),
            points=finished.points,
        )
    )


def test_the_trail_is_every_point_once_as_steps() -> None:
    builder, taken = StrokeBuilder(4.0), []
    for i, sample in enumerate(drawn(word)):
        builder.add(sample)
        if i % 7 == 0:
            taken += builder.take_trail()
    builder.finish()
    taken += builder.take_trail()
    x = y = pressure = 0
    points = []
    for dx, dy, dp in taken:
        x, y, pressure = x + dx, y + dy, pressure + dp
        points.append(InkPoint(x, y, pressure))
    assert points == builder.points
    assert builder.take_trail() == []


def test_the_last_sample_belongs_to_the_stroke_even_if_it_hardly_moved() -> None:
    builder = built([PenSample(0, 0, None, 0.0), PenSample(50, 0, None, 0.1), PenSample(50.5, 0, None, 0.2)])
    assert len(builder) == 2
    builder.finish()
    assert builder.points[-1].x == 50.5 * UNITS_PER_BOARD_UNIT


def wave(part: float) -> tuple[float, float]:
    return 20 + 220 * part, 40 + 18 * sin(2 * pi * part)


def test_a_slow_pen_does_not_tremble() -> None:
    finished = built(drawn(wave, 4.0, pen=True)).finish()
    lines = shape.unpacked([finished.points], np.array([4.0]), np.array([True]))
    ways = curve.sampled(shape.curves(lines, 4.0), 4.0, 0.05).directions
    turning = np.abs(np.angle(ways[1:] * ways[:-1].conj())).sum()
    assert turning < 6 * 1.9  # the wave itself turns by 1.9


def test_a_tap_is_a_dot() -> None:
    finished = built([PenSample(10.03, 20.0, None, 0.0)]).finish()
    assert (finished.geometry.x, finished.geometry.y) == (10.0, 20.0)
    assert len(unpack(finished.points)) == 1


def test_a_pen_that_presses_firmer_in_one_place_leaves_the_firmest() -> None:
    samples = [PenSample(5, 5, pressure, i / 100) for i, pressure in enumerate([0.1, 0.4, 0.9, 0.3, 0.0])]
    (point,) = unpack(built(samples).finish().points)
    assert point.pressure == round(0.9 * 255)


def test_the_same_mouse_gives_the_same_stroke() -> None:
    first, second = (built(drawn(zigzag)).finish() for _ in range(2))
    assert first == second


def test_a_quick_mouse_stroke_is_stored_with_less_pressure() -> None:
    quick, slow = (built(drawn(loops, seconds)).points for seconds in (0.2, 3.0))
    assert np.mean([point.pressure for point in quick]) < np.mean([point.pressure for point in slow]) - 15


def test_pressure_beyond_the_scale_is_cut_off() -> None:
    builder = built([PenSample(0, 0, -1.0, 0), PenSample(9, 0, 2.5, 0.1)])
    assert [point.pressure for point in builder.points] == [0, 255]


def test_a_stroke_takes_no_more_points_than_the_protocol_allows() -> None:
    builder = StrokeBuilder(4.0)
    for i in range(MAX_POINTS + 10):
        builder.add(PenSample(i * 2.0, 0, 0.5, i / 100))
    assert len(builder) == MAX_POINTS
    assert builder.full
    assert len(unpack(builder.finish().points)) < 10


def test_a_stroke_without_samples_cannot_be_finished() -> None:
    with pytest.raises(RuntimeError):
        StrokeBuilder(4.0).finish()


def test_dots_keep_the_width_of_lines() -> None:
    (tap, *_) = built(drawn(dot)).points
    line = built(drawn(word, 2.0)).points
    assert tap.pressure >= np.median([point.pressure for point in line]) - 30
