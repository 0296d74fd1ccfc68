"""Ink in progress lies above the board, and gives its place to the finished stroke without a jump."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from tests.ink.hands import built, drawn, loops, spiral, word
from tests.render.pictures import (
    RED,
    SIZE,
    Clock,
    Pixels,
    difference,
    finish,
    inked,
    picture,
    pixels,
    shown,
    stroke,
)
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.document import Change
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import HIGHLIGHTER, Style
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

MINE = ElementId("mine")


def draw(renderer: Renderer, builder: StrokeBuilder, style: Style, *, id: ElementId = MINE, step: int = 5) -> Pixels:
    """Feed a stroke in as it grows, paint only what is dirty after each step, and return the window's picture."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.paint(painter, [image.rect()])
    renderer.take_dirty()
    for start in range(0, len(builder), step):
        renderer.extend_wet(id, style, builder.origin, start, builder.points[start : start + step])
        dirty = renderer.take_dirty()
        assert dirty
        with QPainter(image) as painter:
            for rect in dirty:
                renderer.paint(painter, [rect])
    return pixels(image)


def element_of(builder: StrokeBuilder, style: Style) -> Element:
    finished = builder.finish()
    return Element(id=MINE, kind=STROKE, geometry=finished.geometry, order="zz", style=style, points=finished.points)


@pytest.mark.parametrize("ink", ["pen", HIGHLIGHTER])
def test_painting_only_what_is_dirty_shows_the_whole_stroke(ink: str) -> None:
    style = Style(RED, 6.0, ink)
    renderer = shown([stroke("a", (20, 20), (380, 280))])
    builder = built(drawn(word, 2.0), 6.0)
    assert difference(draw(renderer, builder, style), picture(renderer)) <= 2


@pytest.mark.parametrize("ink", ["pen", HIGHLIGHTER])
@pytest.mark.parametrize("pen", [False, True], ids=["mouse", "tablet"])
def test_wet_ink_looks_as_the_finished_stroke_will(ink: str, pen: bool) -> None:
    style = Style(RED, 6.0, ink)
    builder = built(drawn(loops, 2.0, pen=pen), 6.0)
    finished = element_of(builder, style)
    wet, dry = draw(shown([]), builder, style), picture(shown([finished]))
    assert np.abs(wet - dry).sum() < 0.04 * (255 - dry).sum()
    assert difference(wet, dry) < 140  # an edge may move by a quarter of a unit


def test_the_finished_stroke_takes_the_wet_inks_place() -> None:
    style = Style(RED, 6.0)
    renderer = shown([])
    builder = built(drawn(loops, 2.0), 6.0)
    draw(renderer, builder, style)
    finished = element_of(builder, style)
    renderer.apply(Change(((None, finished),)))
    assert difference(picture(renderer), picture(shown([finished]))) == 0


def test_points_that_come_after_the_stroke_are_not_drawn_again() -> None:
    style = Style(RED, 6.0)
    builder = built(drawn(loops, 2.0), 6.0)
    finished = element_of(builder, style)
    renderer = shown([finished])
    renderer.extend_wet(MINE, style, builder.origin, 0, builder.points)
    assert renderer.take_dirty() == [] or difference(picture(renderer), picture(shown([finished]))) == 0


def test_points_that_come_twice_are_drawn_once() -> None:
    once, twice, style = shown([]), shown([]), Style(RED, 6.0)
    points = built(drawn(spiral), 6.0).points
    once.extend_wet(MINE, style, Point(40, 40), 0, points)
    for end in (30, 60, len(points)):
        twice.extend_wet(MINE, style, Point(40, 40), 0, points[:end])
    assert difference(picture(once), picture(twice)) <= 2


def test_points_after_a_gap_wait_for_the_stroke() -> None:
    renderer = shown([])
    renderer.extend_wet(MINE, Style(RED, 6.0), Point(40, 40), 50, [InkPoint(0, 0, 255), InkPoint(900, 0, 255)])
    assert not inked(picture(renderer)).any()


def test_a_stroke_given_up_leaves_nothing() -> None:
    renderer = shown([])
    draw(renderer, built(drawn(word, 2.0)), Style(RED))
    renderer.drop_wet(MINE)
    assert renderer.take_dirty()
    assert not inked(picture(renderer)).any()


def test_a_stroke_given_up_leaves_the_others() -> None:
    renderer, alone = shown([]), shown([])
    builder = built(drawn(word, 2.0))
    draw(renderer, builder, Style(RED))
    draw(renderer, built(drawn(loops, 2.0)), Style("#1971c2"), id=ElementId("other"))
    renderer.drop_wet(ElementId("other"))
    draw(alone, builder, Style(RED))
    assert np.abs(picture(renderer) - picture(alone)).mean() < 0.05  # seams of frozen parts lie elsewhere


def test_wet_ink_follows_the_view() -> None:
    style = Style(RED, 6.0)
    renderer = shown([])
    builder = built(drawn(loops, 2.0), 6.0)
    before = draw(renderer, builder, style)
    renderer.set_view(Viewport(-30, -20, 1.0), SIZE, 1.0)
    assert difference(picture(renderer)[20:, 30:], before[:-20, :-30]) <= 2
    renderer.set_view(Viewport(0, 0, 2.0), SIZE, 1.0)
    finish(renderer)
    fresh = shown([], Viewport(0, 0, 2.0))
    draw(fresh, builder, style)
    assert np.abs(picture(renderer) - picture(fresh)).mean() < 0.05  # seams of frozen parts lie elsewhere


def test_a_tap_shows_a_dot_at_once() -> None:
    renderer = shown([])
    renderer.extend_wet(MINE, Style(RED, 12.0), Point(100, 100), 0, [InkPoint(0, 0, 255)])
    image = inked(picture(renderer))
    assert image[97:103, 97:103].all()
    assert image.sum() < 200


def test_pressing_firmer_in_one_place_widens_the_dot_and_lifting_does_not_shrink_it() -> None:
    renderer, sizes = shown([]), []
    for start, pressure in enumerate((60, 255, 10)):
        renderer.extend_wet(MINE, Style(RED, 24.0), Point(100, 100), start, [InkPoint(0, 0, pressure)])
        sizes.append(int(inked(picture(renderer)).sum()))
    assert sizes[0] < sizes[1] == sizes[2]


def test_ink_at_the_end_of_the_world_does_no_harm() -> None:
    renderer = Renderer(Clock())
    renderer.set_view(Viewport(0, 0, 32.0), SIZE, 2.0)
    renderer.extend_wet(MINE, Style(RED), Point(9e8, -9e8), 0, [InkPoint(0, 0, 255), InkPoint(1 << 24, 1 << 24, 9)])
    renderer.apply(Change(((None, stroke("far", (9e8, 9e8), (9e8, 9e8 + 50))),)))
    assert not inked(picture(renderer, ratio=2.0)).any()
    renderer.set_view(Viewport(9e8, 9e8, 32.0), SIZE, 2.0)
    finish(renderer)
    assert inked(picture(renderer, ratio=2.0)).any()


def test_ink_that_shows_through_has_no_seams_while_it_is_drawn() -> None:
    style = Style("#000000", 12.0, opacity=0.5)
    renderer = shown([])
    image = draw(renderer, built(drawn(loops, 2.0), 12.0), style)
    assert image[inked(image)].min() >= 126
