"""Laser, instruments, held strokes and the part eraser in a real canvas: events in, pixels out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from tests.doubles.board import OTHER, entry, snapshot, tick, welcome
from tests.doubles.page import PAPER, Page, page
from tests.doubles.patience import until
from whiteboard.model.element import CONNECTOR, ElementId
from whiteboard.model.elements import instrument
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put, Remove
from whiteboard.model.style import LASER, Style
from whiteboard.protocol.messages import Member, Tick, TrailBegun, TrailChunk

pytestmark = pytest.mark.usefixtures("qapp")

RED = "#e03131"


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


@pytest.fixture
def shared() -> Iterator[Page]:
    """A board on a server, with one other person, number 2."""
    with page(attached=True) as shown:
        members = tuple(Member(no=no, author=OTHER, name=name, color=RED) for no, name in ((1, "Me"), (2, "Bea")))
        shown.editor.receive(msgspec.structs.replace(welcome(), members=members), 0.0)
        shown.editor.load(snapshot())
        yield shown


async def test_the_light_of_others_is_seen_to_its_end_and_stays_a_while(shared: Page) -> None:
    style = Style(color=RED, width=8.0, ink=LASER)
    begun = TrailBegun(trail=5, member=2, id=ElementId("x"), x=100.0, y=100.0, style=style, points=(0, 0, 200))
    more = TrailChunk(5, 1, (1600, 0, 0, 1600, 0, 0))
    shared.editor.receive(Tick(seq=0, hash="hash-0", begun=(begun,), trails=(more,), ended=(5,)), 0.0)
    await shared.shows(150, 100, RED)
    await shared.shows(295, 100, RED)
    assert not shared.drawn


async def test_my_own_light_becomes_no_element(board: Page) -> None:
    board.editor.choose("laser")
    board.drag((100, 100), (150, 100), (200, 100))
    await board.shows(150, 100, RED)
    assert not board.drawn
    assert not board.editor.history.can_undo


async def test_an_instrument_lies_above_the_ink_until_somebody_puts_it_away(shared: Page) -> None:
    ruler = instrument.laid(ElementId("r"), "ruler", Point(400, 200), "a", ElementId(""))
    shared.editor.receive(tick(entry(1, Put(ruler))), 0.0)
    await until(lambda: shared.pixel(150, 195) != PAPER, what="the ruler is seen")
    shared.editor.receive(tick(entry(2, Remove(ElementId("r")))), 0.0)
    await shared.shows(150, 195, PAPER)


async def test_a_pen_that_rests_makes_a_line_of_its_stroke(board: Page) -> None:
    board.press(100, 100)
    for x in range(110, 301, 10):
        board.move(x, 100 + x % 20 // 10)
    await until(lambda: bool(board.editor.preview.elements), what="the line is shown")
    board.lift(300, 100)
    (line,) = board.drawn
    assert line.kind == CONNECTOR


async def test_what_the_part_eraser_takes_is_gone_at_once_and_comes_back_on_escape(board: Page) -> None:
    board.editor.set_width(8.0)
    board.editor.holding_shapes = False
    board.drag((100, 100), (200, 100), (300, 100))
    await board.shows(200, 100, "#1e1e1e")
    board.editor.choose("part_eraser")
    board.press(200, 60)
    board.move(200, 140)
    await board.shows(200, 100, PAPER)
    await board.shows(150, 100, "#1e1e1e")
    board.editor.cancel()
    await board.shows(200, 100, "#1e1e1e")
    assert len(board.drawn) == 1
