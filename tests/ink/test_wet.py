"""Ink in progress looks as the finished stroke will, painted in parts or whole."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, drawn, spiral, word
from tests.ink.polygons import covered, from_edge, grid
from whiteboard.ink import shape
from whiteboard.ink.arrays import Points
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.ink.wet import Part, final_until, part_outlines
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT

WIDTH = 4.0
ZOOM = 2.0


def part_of(builder: StrokeBuilder, count: int, first: int, last: int, *, final: bool) -> Part:
    """A part of a stroke of which `count` samples are known."""
    rows = np.array(builder.points[:count], float)
    points = (rows[:, 0] + 1j * rows[:, 1]) / UNITS_PER_BOARD_UNIT
    way = np.append(0.0, np.cumsum(np.abs(np.diff(points))))
    return Part(points, rows[:, 2] / MAX_PRESSURE, way, first, last, WIDTH, True, final)


def in_parts(builder: StrokeBuilder) -> list[Points]:
    """The polygons that are painted while a stroke grows sample by sample: the final ones, then the live end."""
    polygons, frozen = [], 0
    for count in range(1, len(builder) + 1):
        part = part_of(builder, count, 0, count - 1, final=False)
        final = final_until(part.way, WIDTH)
        if final - frozen >= 12:
            polygons.append(part_outlines([part_of(builder, count, frozen, final, final=True)], ZOOM)[0])
            frozen = final
    live = part_of(builder, len(builder), frozen, len(builder) - 1, final=False)
    return [*polygons, part_outlines([live], ZOOM)[0]]


def whole(builder: StrokeBuilder) -> Points:
    return part_outlines([part_of(builder, len(builder), 0, len(builder) - 1, final=False)], ZOOM)[0]


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("pen", [False, True], ids=["mouse", "pen"])
def test_parts_make_up_the_whole(name: str, pen: bool) -> None:
    builder = built(drawn(SHAPES[name], pen=pen))
    polygon = whole(builder)
    places = grid(polygon, 0.9, 2.0)
    together = np.zeros(len(places), bool)
    for part in in_parts(builder):
        together |= covered(part, places)
    differing = together != covered(polygon, places)
    assert differing.sum() <= 0.01 * together.sum()


@pytest.mark.parametrize("name", ["word", "zigzag", "loops", "spiral"])
@pytest.mark.parametrize("pen", [False, True], ids=["mouse", "pen"])
def test_nothing_jumps_at_pen_up(name: str, pen: bool) -> None:
    builder = built(drawn(SHAPES[name], pen=pen))
    finished = builder.finish()
    wet = whole(builder) + complex(*builder.origin)
    dry, _ = shape.ink(shape.unpacked([finished.points], np.array([WIDTH]), np.array([True])), ZOOM)
    dry = dry + complex(finished.geometry.x, finished.geometry.y)
    places = grid(dry, 0.5, 1.0)
    differing = places[covered(wet, places) != covered(dry, places)]
    assert from_edge(wet, differing).max(initial=0) < 0.35
    assert len(differing) < 0.08 * covered(dry, places).sum()


def test_a_final_part_never_changes_again() -> None:
    builder = built(drawn(word, 2.0))
    early = part_of(builder, 80, 0, 0, final=False)
    final = final_until(early.way, WIDTH)
    assert final > 20
    first, _ = part_outlines([part_of(builder, 80, 0, final, final=True)], ZOOM)
    later, _ = part_outlines([part_of(builder, len(builder), 0, final, final=True)], ZOOM)
    assert np.allclose(first, later)


def test_a_part_is_what_the_whole_has_there() -> None:
    builder = built(drawn(word, 2.0))
    part, _ = part_outlines([part_of(builder, len(builder), 40, 70, final=True)], ZOOM)
    distances = np.abs(np.subtract.outer(part, whole(builder))).min(axis=1)
    assert (distances < 1e-4).mean() > 0.75, "all but its round ends"


def test_a_short_stroke_has_no_final_part() -> None:
    builder = built(drawn(word, 2.0))
    part = part_of(builder, 10, 0, 9, final=False)
    assert final_until(part.way, WIDTH) < 0
    assert final_until(part.way[:0], WIDTH) == -1


def test_a_single_sample_is_a_dot() -> None:
    builder = built(drawn(spiral)[:1])
    polygon = whole(builder)
    assert np.ptp(np.abs(polygon)) < 0.05
    assert abs(polygon).max() > 1
