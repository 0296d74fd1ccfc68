"""The polygon of a stroke is what a round pen covers: no holes, nothing beyond, whatever the turn."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, drawn
from tests.ink.polygons import covered, grid
from whiteboard.ink import curve, shape
from whiteboard.ink.arrays import Points
from whiteboard.model.points import InkPoint, pack

every_shape = pytest.mark.parametrize("name", SHAPES)
ZOOM = 2.0


def lines_of(packed: list[bytes], width: float = 4.0, *, pen: bool = True) -> shape.Centrelines:
    count = len(packed)
    return shape.unpacked(packed, np.full(count, width), np.full(count, pen))


def swept(lines: shape.Centrelines, places: Points) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How deep each place lies in the union of discs along the stroke (board units, negative outside)."""
    samples = curve.sampled(shape.curves(lines, ZOOM), 20.0, 0.0005)
    samples = shape.with_tips(samples, lines.widths, lines.tapered)
    depth = np.full(len(places), -np.inf)
    for point, radius in zip(samples.points.tolist(), samples.radii.tolist(), strict=True):
        np.maximum(depth, radius - np.abs(places - point), out=depth)
    return depth


@every_shape
@pytest.mark.parametrize("width", [4.0, 12.0])
@pytest.mark.parametrize("pen", [False, True], ids=["highlighter", "pen"])
def test_the_polygon_covers_what_the_pen_swept(name: str, width: float, pen: bool) -> None:
    packed = built(drawn(SHAPES[name], pen=True), width).finish().points
    lines = lines_of([packed], width, pen=pen)
    polygon, _ = shape.ink(lines, ZOOM)
    places = grid(polygon, 1.3, 2.0)
    depth, inside = swept(lines, places), covered(polygon, places)
    assert inside[depth > 0.35].all(), "a hole"
    assert not inside[depth < -0.35].any(), "ink beside the stroke"


@pytest.mark.parametrize("to", [(640, 0), (0, 640), (-450, 450), (-640, 8)], ids=str)
def test_a_stroke_that_turns_straight_back_ends_round_there(to: tuple[int, int]) -> None:
    turn, far = InkPoint(640, 640, 255), InkPoint(640 + to[0], 640 + to[1], 255)
    polygon, _ = shape.ink(lines_of([pack([far, turn, far])], 12.0, pen=False), ZOOM)
    rim = 40 + 40j + 5.65 * np.exp(1j * np.linspace(0, 6.2, 40))
    assert covered(polygon, rim).all()


def test_a_dot_is_a_disc_of_its_pressure() -> None:
    polygon, offsets = shape.ink(lines_of([pack([InkPoint(0, 0, 255)])]), 8.0)
    assert offsets.tolist() == [0, len(polygon)]
    assert np.allclose(np.abs(polygon), 2.0, atol=0.03)
    assert len(np.unique(np.angle(polygon).round(2))) > 12


def test_no_ink_lies_outside_the_box_that_the_model_knows() -> None:
    for name, shape_of in SHAPES.items():
        finished = built(drawn(shape_of)).finish()
        polygon, _ = shape.ink(lines_of([finished.points]), ZOOM)
        half = 2.0 + 1e-6
        assert polygon.real.min() >= -half, name
        assert polygon.imag.min() >= -half, name
        assert polygon.real.max() <= finished.geometry.w + half, name
        assert polygon.imag.max() <= finished.geometry.h + half, name


def test_sparse_points_of_another_program_stay_in_their_box_too() -> None:
    corners = [InkPoint(0, 800, 255), InkPoint(40, 0, 255), InkPoint(1600, 20, 255), InkPoint(1580, 900, 255)]
    polygon, _ = shape.ink(lines_of([pack(corners)]), ZOOM)
    assert polygon.real.min() >= -2.01
    assert polygon.imag.min() >= -2.01
    assert polygon.real.max() <= 102.01


def test_a_batch_gives_each_stroke_the_polygon_that_it_has_alone() -> None:
    packed = [built(drawn(shape_of, seed=seed)).finish().points for seed, shape_of in enumerate(SHAPES.values())]
    widths, pens = np.array([2.0, 4.0, 8.0, 4.0, 16.0, 4.0]), np.array([True, True, True, False, True, True])
    together, offsets = shape.ink(shape.unpacked(packed, widths, pens), ZOOM)
    for i, data in enumerate(packed):
        alone, _ = shape.ink(shape.unpacked([data], widths[i : i + 1], pens[i : i + 1]), ZOOM)
        mine = together[offsets[i] : offsets[i + 1]]
        assert len(mine) == len(alone)
        assert np.abs(mine - alone).max() < 1e-6


def test_repeated_points_and_empty_strokes_do_no_harm() -> None:
    repeated = pack([InkPoint(0, 0, 90)] * 5 + [InkPoint(160, 0, 90)] * 4)
    polygon, offsets = shape.ink(lines_of([repeated, b"", pack([InkPoint(7, 7, 0)] * 3)]), ZOOM)
    assert np.isfinite(polygon).all()
    assert (np.diff(offsets) > 4).all()


def test_a_small_picture_has_far_fewer_points() -> None:
    lines = lines_of([built(drawn(SHAPES["word"])).finish().points])
    assert len(shape.ink(lines, 0.1)[0]) < 0.4 * len(shape.ink(lines, 1.0)[0])


def test_a_straight_stroke_of_two_points_is_thin_at_its_ends_alone() -> None:
    polygon, _ = shape.ink(lines_of([pack([InkPoint(0, 0, 255), InkPoint(1600, 0, 255)])]), 1.0)
    middle = np.array([50 + 1.9j, 50 - 1.9j, 6 + 1.9j, 94 - 1.9j])
    assert covered(polygon, middle).all()
    assert not covered(polygon, np.array([0.5 + 1.9j, 99.5 - 1.9j])).any()


def test_both_ends_of_a_pen_stroke_run_out_and_a_highlighters_do_not() -> None:
    straight = pack([InkPoint(i * 16, 0, 255) for i in range(60)])
    for pen, expected in ((True, 1.2), (False, 2.0)):
        polygon, _ = shape.ink(lines_of([straight], pen=pen), 8.0)
        assert abs(polygon.real.min() + expected) < 0.05
        assert abs(polygon.real.max() - 59 - expected) < 0.05
