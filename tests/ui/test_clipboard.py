"""Copy, cut and paste between boards and with other programs, by key and by the menu of a right click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from tests.doubles.page import Page, page
from tests.tools.boxes import shape, text
from whiteboard import assets
from whiteboard.model.element import TEXT, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.transform import Transform
from whiteboard.tools.arrange.pasting import MIME
from whiteboard.tools.arrange.transforming import transformed
from whiteboard.ui.arrange_actions import ARRANGE_ACTIONS
from whiteboard.ui.context_menu import ContextMenu

pytestmark = pytest.mark.usefixtures("qapp")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board() -> Iterator[Page]:
    with page(shape("a", 100, 100), text("b", 300, 100)) as shown:
        yield shown


def test_what_is_copied_is_pasted_on_another_board_and_selected(board: Page) -> None:
    board.key(Qt.Key.Key_A, CTRL)
    board.key(Qt.Key.Key_C, CTRL)
    with page() as other:
        other.key(Qt.Key.Key_V, CTRL)
        assert [element.kind for element in other.drawn] == ["shape", "text"]
        assert len(other.editor.selection) == 2
        other.key(Qt.Key.Key_Z, CTRL)
        assert other.drawn == []


def test_cutting_takes_off_the_board_what_can_be_pasted_again(board: Page) -> None:
    board.editor.select(frozenset([ElementId("a")]))
    board.key(Qt.Key.Key_X, CTRL)
    assert [element.id for element in board.drawn] == ["b"]
    board.key(Qt.Key.Key_V, CTRL)
    assert [element.kind for element in board.drawn] == ["text", "shape"]


def test_other_programs_get_a_picture_and_the_words(board: Page) -> None:
    board.editor.select_all()
    board.view.clipboard.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME)
    assert data.text() == "words"
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    picture = cast("QImage", data.imageData())
    assert picture.width() > 400
    assert picture.pixelColor(20, 60).lightness() < 100  # the outline, 8 units from the edge and twice as large
    assert picture.pixelColor(60, 60).lightness() > 200


def test_a_text_becomes_an_element_around_the_place(board: Page) -> None:
    data = QMimeData()
    data.setText("Pythagoras\r\na² + b² = c²\x07")
    board.view.clipboard.paste_data(data, Point(500, 300))
    made = board.drawn[-1]
    assert (made.kind, made.text) == (TEXT, "Pythagoras\na² + b² = c²")
    assert made.geometry.x < 500 < made.geometry.x + made.geometry.w
    assert board.editor.selection == {made.id}


def test_a_pasted_text_keeps_its_spaces_and_what_joins_its_signs(board: Page) -> None:
    teacher, ideographic, joined = "\U0001f469\u200d\U0001f3eb", "漢\u3000字", "می\u200cخواهم"
    words = f"Qui\u00a0? {teacher} {ideographic} {joined}"
    data = QMimeData()
    data.setText(words)
    board.view.clipboard.paste_data(data, Point(500, 300))
    assert board.drawn[-1].text == words


def test_a_drawing_in_svg_becomes_what_it_shows(board: Page) -> None:
    data = QMimeData()
    data.setText('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L100 0" stroke="red"/></svg>')
    board.view.clipboard.paste_data(data, Point(500, 300))
    made = board.drawn[-1]
    assert (made.kind, made.style.color) == ("stroke", "#ff0000")
    assert made.geometry.x == pytest.approx(450)


@pytest.mark.parametrize("data", [b"nonsense", b'{"whiteboard":1,"elements":[{"id":"a b"}]}'])
def test_a_broken_clipboard_changes_nothing_and_says_why(board: Page, data: bytes) -> None:
    said: list[str] = []
    board.view.clipboard.failed.connect(said.append)
    mime = QMimeData()
    mime.setData(MIME, data)
    board.view.clipboard.paste_data(mime, Point(0, 0))
    assert len(board.drawn) == 2
    assert said == ["What was copied cannot be read here."]


def test_pictures_and_files_are_passed_on_with_their_place(board: Page) -> None:
    images: list[tuple[QImage, Point]] = []
    board.view.clipboard.image_pasted.connect(lambda image, at: images.append((image, at)))
    data = QMimeData()
    data.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    board.view.clipboard.paste_data(data, Point(7, 8))
    ((image, at),) = images
    assert (image.width(), at) == (30, Point(7, 8))


# ---------------------------------------------------------------- keys and menu


def test_keys_duplicate_group_lock_and_align(board: Page) -> None:
    board.key(Qt.Key.Key_A, CTRL)
    board.key(Qt.Key.Key_D, CTRL)
    copies = board.editor.selection
    assert len(board.drawn) == 4
    assert not copies & {"a", "b"}
    board.key(Qt.Key.Key_G, CTRL)
    assert len({element.group for element in board.drawn if element.id in copies}) == 1
    board.key(Qt.Key.Key_G, CTRL | SHIFT)
    assert {element.group for element in board.drawn} == {""}
    board.key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    bottoms = {e.geometry.y + e.geometry.h for e in board.drawn if e.id in copies}
    assert len(bottoms) == 1
    board.key(Qt.Key.Key_L, CTRL | SHIFT)
    assert {element.id for element in board.drawn if element.lock} == copies


def test_a_copy_that_was_moved_says_where_the_next_one_goes(board: Page) -> None:
    board.editor.select(frozenset([ElementId("a")]))

    def duplicated() -> tuple[float, float]:
        before = board.editor.selection_box
        board.key(Qt.Key.Key_D, CTRL)
        after = board.editor.selection_box
        assert before is not None
        assert after is not None
        return after.left - before.left, after.top - before.top

    assert duplicated() == (20, 20)
    assert duplicated() == (20, 20)
    board.editor.nudge(Point(130, -20))
    assert duplicated() == (150, 0)
    assert duplicated() == (150, 0)
    board.editor.nudge(Point(-150, 0))  # back onto the one before
    assert duplicated() == (20, 20)
    board.editor.nudge(Point(100, 0))
    board.editor.select(frozenset([ElementId("b")]))
    assert duplicated() == (20, 20)


def test_a_copy_of_another_size_begins_anew(board: Page) -> None:
    board.editor.select(frozenset([ElementId("a")]))
    board.key(Qt.Key.Key_D, CTRL)
    board.editor.nudge(Point(100, 0))
    (copy,) = board.editor.selection
    larger = transformed([copy], Transform.scaling(2, 2, Point(0, 0), 0), board.editor.document)
    board.editor.submit(larger)
    before = board.editor.selection_box
    board.key(Qt.Key.Key_D, CTRL)
    after = board.editor.selection_box
    assert before is not None
    assert after is not None
    assert (after.left - before.left, after.top - before.top) == (20, 20)


def test_a_right_click_selects_what_is_there_and_offers_what_fits(board: Page) -> None:
    board.view.canvas.customContextMenuRequested.emit(QPoint(150, 130))
    (menu,) = board.view.findChildren(ContextMenu)
    words = [action.text() for action in menu.actions()]
    assert board.editor.selection == {"a"}
    assert {"Copy", "Duplicate", "Order", "Delete"} <= set(words)
    assert not {"Group", "Align"} & set(words)
    menu.close()


def test_a_right_click_within_a_selection_keeps_it(board: Page) -> None:
    board.editor.select_all()
    board.view.canvas.customContextMenuRequested.emit(QPoint(150, 130))
    (menu,) = board.view.findChildren(ContextMenu)
    assert board.editor.selection == {"a", "b"}
    assert {"Group", "Align"} <= {action.text() for action in menu.actions()}
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    assert board.drawn == []
    menu.close()


def test_a_double_click_of_the_mouse_reaches_the_tool(board: Page) -> None:
    board.editor.choose("select")
    QTest.mouseClick(board.view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 130))
    QTest.mouseDClick(board.view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 130))
    assert [news.write for news in board.news if news.write is not None] == ["a"]


@pytest.mark.parametrize("name", [action.icon for action in ARRANGE_ACTIONS if action.icon])
def test_every_action_has_its_icon(name: str) -> None:
    assert "currentColor" in assets.path("icons", f"{name}.svg").read_text()
