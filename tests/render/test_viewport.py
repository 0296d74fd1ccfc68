"""Board to screen and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.geometry import Point, Rect
from whiteboard.render.viewport import MAX_FIT_ZOOM, MAX_ZOOM, MIN_ZOOM, Viewport, fit

PLACES = st.floats(-1e5, 1e5)
PIXELS = st.floats(0, 4000)
VIEWS = st.builds(Viewport, PLACES, PLACES, st.floats(MIN_ZOOM, MAX_ZOOM))


@given(VIEWS, PIXELS, PIXELS)
def test_screen_to_board_and_back_is_the_same_place(view: Viewport, x: float, y: float) -> None:
    assert view.to_screen(view.to_board((x, y))) == pytest.approx((x, y), abs=1e-4)


@given(VIEWS, PIXELS, PIXELS, st.floats(0.01, 100))
def test_zooming_keeps_what_is_under_the_cursor(view: Viewport, x: float, y: float, factor: float) -> None:
    before, after = view.to_board((x, y)), view.zoomed_at((x, y), factor).to_board((x, y))
    assert after == pytest.approx(before, abs=1e-4)


@given(VIEWS, st.floats(0.001, 1000))
def test_the_zoom_stays_within_its_limits(view: Viewport, factor: float) -> None:
    assert MIN_ZOOM <= view.zoomed_at((10, 10), factor).zoom <= MAX_ZOOM


@given(VIEWS, st.floats(-500, 500), st.floats(-500, 500))
def test_a_panned_place_moves_by_as_many_pixels(view: Viewport, dx: float, dy: float) -> None:
    place = view.to_board((100, 100))
    assert view.panned(dx, dy).to_screen(place) == pytest.approx((100 + dx, 100 + dy), abs=1e-4)


@given(PLACES, PLACES, st.floats(0, 10_000), st.floats(0, 10_000))
def test_fit_shows_the_whole_box_in_the_middle(left: float, top: float, width: float, height: float) -> None:
    box, size = Rect(left, top, left + width, top + height), (1200, 800)
    view = fit(box, size)
    assert view.to_screen(box.center) == pytest.approx((600, 400), abs=1e-3)
    if view.zoom > MIN_ZOOM:
        assert view.visible(size).contains(box)
    assert view.zoom <= MAX_FIT_ZOOM


def test_fit_works_in_a_window_without_room() -> None:
    assert fit(Rect(0, 0, 100, 100), (10, 10)).zoom == MIN_ZOOM


def test_at_zoom_sets_the_zoom_around_a_place() -> None:
    view = Viewport(10, 20, 0.5).at_zoom(1.0, (100, 100))
    assert view.zoom == 1.0
    assert view.to_board((100, 100)) == Point(210, 220)
