"""Tools that share a button: it takes the one used last, offers the others, and says whether a tool is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.doubles.figures import arrow, box
from tests.doubles.page import Page, page
from tests.doubles.patience import until
from whiteboard.model.element import CONNECTOR
from whiteboard.ui.tool_family import FamilyButton, Offer

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


def family(board: Page, name: str) -> FamilyButton:
    (found,) = [b for b in board.view.findChildren(FamilyButton) if b.accessibleName() == name]
    return found


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(board: Page) -> list[str]:
    """The tools that are offered now."""
    (offer,) = [offer for offer in board.view.findChildren(Offer) if offer.isVisible()]
    return [button.accessibleName() for button in offer.findChildren(QAbstractButton) if button.isVisible()]


def test_a_click_takes_the_tool_that_was_used_last_and_another_offers_them_all(board: Page) -> None:
    click(family(board, "Shapes"))
    assert board.editor.tool == "rectangle"
    click(family(board, "Shapes"))
    assert {"Star", "Polygon", "Rounded rectangle", "Keep this tool in hand"} <= set(offered(board))
    (star,) = [b for b in board.view.findChildren(QAbstractButton) if b.accessibleName() == "Star"]
    click(star)
    assert board.editor.tool == "star"
    assert not any(offer.isVisible() for offer in board.view.findChildren(Offer))
    board.key(Qt.Key.Key_P)
    click(family(board, "Shapes"))
    assert board.editor.tool == "star"
    assert family(board, "Shapes").toolTip() == "Shapes: Star. Click again for more."


async def test_a_button_that_is_held_offers_its_family(board: Page) -> None:
    QTest.mousePress(family(board, "Pens"), Qt.MouseButton.LeftButton)
    await until(lambda: any(offer.isVisible() for offer in board.view.findChildren(Offer)), what="the offer")
    assert offered(board) == ["Pen", "Marker", "Highlighter", "Laser"]
    QTest.mouseRelease(family(board, "Pens"), Qt.MouseButton.LeftButton)
    assert board.editor.tool == "pen"


def test_a_family_is_reached_with_the_keyboard(board: Page) -> None:
    button = family(board, "Erasers")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Up)
    assert offered(board) == ["Eraser", "Erase a part"]
    now = QApplication.focusWidget()
    assert isinstance(now, QAbstractButton)
    QTest.keyClick(now, Qt.Key.Key_Right)
    part = QApplication.focusWidget()
    assert isinstance(part, QAbstractButton)
    QTest.keyClick(part, Qt.Key.Key_Space)
    assert board.editor.tool == "part_eraser"


def test_q_keeps_a_tool_and_lets_it_go_again(board: Page) -> None:
    board.key(Qt.Key.Key_O)
    board.key(Qt.Key.Key_Q)
    board.drag((100, 100), (200, 180))
    assert board.editor.tool == "ellipse"
    board.key(Qt.Key.Key_Q)
    board.drag((300, 100), (400, 180))
    assert board.editor.tool == "select"


def test_enter_ends_a_polygon(board: Page) -> None:
    board.editor.choose("polygon")
    for place in ((100, 100), (300, 120), (200, 250)):
        board.drag(place, place)
    board.key(Qt.Key.Key_Return)
    assert [element.content.form for element in board.drawn] == ["polygon"]


def test_dragging_the_middle_of_an_arrow_bends_it_on_the_screen_and_on_the_board() -> None:
    left, right = box("left", 50, 300), box("right", 600, 300)
    with page(left, right, arrow("arrow", left, right)) as board:
        board.key(Qt.Key.Key_V)
        board.drag((250, 330), (250, 330))
        board.drag((375, 330), (375, 250))
        (bowed,) = [element for element in board.drawn if element.kind == CONNECTOR]
        assert bowed.content.form == "curved"
        assert bowed.content.end is not None
        assert bowed.content.bend == pytest.approx(-80 / 440, abs=0.03)
