"""Areas with holes as polygons that a board can fill."""

import cmath
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.svg.areas import areas, fewer, winding


def square(side: float, at: complex = 0j) -> list[complex]:
    return [at, at + side, at + side + side * 1j, at + side * 1j]


def size(ring: list[complex]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum((p.conjugate() * q).imag for p, q in pairs)) / 2


@pytest.mark.parametrize("even_odd", [True, False])
def test_a_hole_is_cut_out(even_odd: bool) -> None:
    (area,) = areas([square(10), square(4, 3 + 3j)[::-1]], 500, even_odd=even_odd)
    assert size(area) == 84
    assert not winding(area, 5 + 5j)
    assert winding(area, 1 + 1j)


def test_which_rings_are_holes_depends_on_the_rule() -> None:
    nested = [square(10), square(6, 2 + 2j), square(2, 4 + 4j)]
    (whole,) = areas(nested, 500, even_odd=False)
    assert size(whole) == 100
    ring, core = areas(nested, 500, even_odd=True)
    assert (size(ring), size(core)) == (64, 4)


def test_rings_beside_each_other_are_areas_of_their_own() -> None:
    assert len(areas([square(3), square(3, 5 + 0j), [0j, 1 + 0j]], 500, even_odd=True)) == 2


def test_a_curve_of_very_many_points_keeps_its_form_with_few() -> None:
    circle = [cmath.rect(1000, math.tau * n / 20_000) for n in range(20_000)]
    few = fewer(circle, 100)
    assert 20 < len(few) <= 100
    assert size(few) == pytest.approx(math.pi * 1e6, rel=0.01)


def test_more_holes_than_corners_leave_the_largest() -> None:
    holes = [square(1 + n / 1000, complex(2 * (n % 20), 2 * (n // 20)) + 1 + 1j)[::-1] for n in range(300)]
    (area,) = areas([square(100), *holes], 500, even_odd=True)
    assert len(area) <= 500


places = st.complex_numbers(max_magnitude=1000, allow_nan=False, allow_infinity=False)


@given(st.lists(st.lists(places, max_size=30), max_size=6), st.booleans())
def test_any_rings_become_polygons_within_the_limit(rings: list[list[complex]], even_odd: bool) -> None:
    for area in areas(rings, 20, even_odd=even_odd):
        assert 3 <= len(area) <= 20
