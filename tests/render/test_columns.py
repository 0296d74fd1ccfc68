"""Columns say of many elements what the model says of each."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.render.pictures import highlighter, stroke, unknown
from whiteboard.model.elements import bounds
from whiteboard.render.columns import columns, higher, lower, outwards, rank, ranks, thickness


def test_boxes_are_those_of_the_model() -> None:
    elements = [
        stroke("a", (3, 4), (90, -7), width=3),
        unknown("b"),
        highlighter("c", (-5, -5), (-5, -5)),
        stroke("d", (1e6, -1e6), (1e6, -1e6), width=0.25),
    ]
    known = columns(elements)
    assert known.boxes.T.tolist() == [list(bounds(element)) for element in elements]
    assert known.thickness.tolist() == [3.0, float("inf"), 120.0 / 5, 0.25]
    assert known.thickness.tolist() == list(map(thickness, elements))


@given(st.tuples(*[st.floats(-1e9, 1e9)] * 4))
def test_a_box_with_fewer_digits_contains_the_whole_one(sides: tuple[float, float, float, float]) -> None:
    low, high = sides[:2], (sides[0] + abs(sides[2]), sides[1] + abs(sides[3]))
    left, top, right, bottom = outwards(np.array([*low, *high])[:, None])[:, 0].tolist()
    assert (left, top, right, bottom) == (*map(lower, low), *map(higher, high))
    assert left <= low[0]
    assert top <= low[1]
    assert right >= high[0]
    assert bottom >= high[1]
    for rounded, exact in zip((left, top, right, bottom), (*low, *high), strict=True):
        assert abs(rounded - exact) <= abs(exact) * 2**-22 + 1e-30


@given(st.lists(st.text("Vaz09é", min_size=1, max_size=12), min_size=2, max_size=20))
def test_ranks_never_contradict_the_keys(orders: list[str]) -> None:
    listed = sorted(orders)
    numbers = ranks(listed).tolist()
    assert numbers == list(map(rank, listed))
    assert numbers == sorted(numbers)
    for (low, less), (high, more) in pairwise(zip(listed, numbers, strict=True)):
        assert less < more or low.encode()[:8] == high.encode()[:8]
