"""A tablet's pen on the canvas."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice

from tests.doubles.board import stroke
from tests.doubles.page import Page, page
from whiteboard.model.points import MAX_PRESSURE, unpack

pytestmark = pytest.mark.usefixtures("qapp")

ERASER = QPointingDevice.PointerType.Eraser


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


def test_pressure_reaches_the_stroke(board: Page) -> None:
    board.pen((100, 100), (150, 100), (200, 100), pressure=1.0)
    board.pen((100, 200), (150, 200), (200, 200), pressure=0.2)
    firm, light = (max(point.pressure for point in unpack(drawn.points)) for drawn in board.drawn)
    assert firm == MAX_PRESSURE
    assert light == pytest.approx(0.2 * MAX_PRESSURE, abs=2)


def test_a_firm_hand_gets_less_for_the_same_pressure(board: Page) -> None:
    board.pen((100, 100), (150, 100), (200, 100), pressure=0.5)
    board.view.canvas.pen.firmness = 1.0
    board.pen((100, 200), (150, 200), (200, 200), pressure=0.5)
    plain, firm = (max(point.pressure for point in unpack(drawn.points)) for drawn in board.drawn)
    assert plain == pytest.approx(0.5 * MAX_PRESSURE, abs=2)
    assert firm == pytest.approx(0.25 * MAX_PRESSURE, abs=2)


def test_positions_are_finer_than_pixels(board: Page) -> None:
    board.pen((100.5, 100.25), (150, 100))
    (drawn,) = board.drawn
    assert drawn.geometry.x == 100.5


def test_the_eraser_end_erases_and_shows_it() -> None:
    with page(stroke("a", 100, 100)) as board:
        board.hover(300, 300, end=ERASER)
        inverted = board.view.canvas.cursor().pixmap().size()
        board.pen((105, 90), (105, 110), end=ERASER)
        assert board.drawn == []
        assert board.editor.tool == "pen"
        board.hover(300, 300)
        assert board.view.canvas.cursor().pixmap().size() != inverted


def test_the_barrel_button_moves_the_view(board: Page) -> None:
    board.pen((100, 100), (140, 120), barrel=True)
    view = board.view.canvas.view
    assert (view.left, view.top) == (-40, -20)
    assert board.drawn == []


def test_the_barrel_button_and_the_other_end_are_what_one_wants() -> None:
    with page(stroke("a", 100, 100), stroke("b", 200, 100)) as board:
        board.view.canvas.pen.barrel_tool = "eraser"
        board.pen((105, 90), (105, 110), barrel=True)
        assert [element.id for element in board.drawn] == ["b"]
        board.view.canvas.pen.eraser_tool = "part_eraser"
        board.pen((205, 90), (205, 110), end=ERASER)
        assert "b" not in [element.id for element in board.drawn]


def test_a_hovering_pen_draws_nothing_and_is_seen_by_the_others(board: Page) -> None:
    board.hover(50, 60)
    assert board.drawn == []
    presence = board.editor.outbox.take(0.0)
    assert [(p.x, p.y) for p in presence] == [(50, 60)]  # type: ignore[union-attr]


def test_two_pens_draw_two_strokes_at_once(board: Page) -> None:
    board.pen((100, 100), (150, 100), lift=False, serial=21)
    board.pen((100, 200), (150, 200), serial=22)
    assert len(board.drawn) == 1
    assert len(board.editor.preview.strokes) == 1


def test_escape_gives_up_a_pens_stroke(board: Page) -> None:
    board.pen((100, 100), (150, 100), lift=False)
    board.key(Qt.Key.Key_Escape)
    assert not board.editor.busy
    assert board.drawn == []
