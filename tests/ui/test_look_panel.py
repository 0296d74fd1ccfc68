"""The panel of looks in a window: it follows what is selected, restyles it, and makes room where there is little."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.doubles.board import ME, stroke, welcome
from tests.doubles.figures import box
from tests.doubles.page import Page, page
from whiteboard.files.settings import Settings
from whiteboard.model.element import ElementId
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Member, Role
from whiteboard.ui.color_chooser import ColorChooser
from whiteboard.ui.look.choice import Choices
from whiteboard.ui.look.sections import Section
from whiteboard.ui.look.traits import Trait
from whiteboard.ui.opacity_slider import OpacitySlider
from whiteboard.ui.theme import BIG_TARGET_PX, THEME
from whiteboard.ui.toolbar import Toolbar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page(box("a", 400, 300), stroke("b", 600, 300)) as shown:
        shown.view.resize(1280, 800)
        QApplication.processEvents()
        yield shown


def choices(board: Page, trait: Trait) -> Choices:
    (found,) = [c for c in board.view.look.findChildren(Choices) if c.trait is trait]
    return found


def chosen(board: Page, trait: Trait) -> list[object]:
    return [value for value, button in choices(board, trait).buttons.items() if button.isChecked()]


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def toolbar(board: Page) -> Toolbar:
    (found,) = board.view.findChildren(Toolbar)
    return found


def test_it_shows_the_look_of_the_tool_and_changes_it(board: Page) -> None:
    assert board.view.look.isVisible()
    click(choices(board, Trait.COLOR).buttons["#e03131"])
    assert (board.editor.color, chosen(board, Trait.COLOR)) == ("#e03131", ["#e03131"])
    board.key(Qt.Key.Key_H)
    assert not board.view.look.isVisible()
    board.key(Qt.Key.Key_P)
    assert chosen(board, Trait.COLOR) == ["#e03131"]


def test_it_shows_what_is_mixed_as_nothing_chosen_and_makes_it_one(board: Page) -> None:
    board.editor.select(frozenset([ElementId("a"), ElementId("b")]))
    assert chosen(board, Trait.WIDTH) == []
    click(choices(board, Trait.WIDTH).buttons[8.0])
    assert {element.style.width for element in board.drawn} == {8.0}
    board.editor.undo()
    assert chosen(board, Trait.WIDTH) == []


def test_a_click_leaves_the_keyboard_to_the_board(board: Page) -> None:
    board.view.canvas.setFocus()
    click(choices(board, Trait.COLOR).buttons["#e03131"])
    assert board.view.canvas.hasFocus()


def test_colours_are_in_one_place_at_a_time(board: Page) -> None:
    swatch = toolbar(board)._colors["#e03131"]
    assert not swatch.isVisible()
    click(toolbar(board).look)
    assert not board.view.look.isVisible()
    assert swatch.isVisible()
    board.key(Qt.Key.Key_F3)
    assert board.view.look.isVisible()
    assert not swatch.isVisible()


def test_in_a_small_window_it_is_called_and_goes_when_one_draws(board: Page) -> None:
    board.view.resize(1024, 600)
    QApplication.processEvents()
    assert not board.view.look.isVisible()
    click(toolbar(board).look)
    assert board.view.look.isVisible()
    board.drag((700, 400), (760, 420))
    assert not board.view.look.isVisible()


def test_any_colour_can_be_written(board: Page) -> None:
    own = choices(board, Trait.COLOR).own
    assert own is not None
    click(own)
    (chooser,) = board.view.findChildren(ColorChooser)
    (code,) = chooser.findChildren(QLineEdit)
    code.selectAll()
    QTest.keyClicks(code, "0a7")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert board.editor.color == "#00aa77"
    assert own.isChecked()
    click(own)
    QTest.keyClicks(code, "123")
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert board.editor.color == "#00aa77"


def test_a_colour_is_found_in_the_fields(board: Page) -> None:
    (chooser,) = board.view.findChildren(ColorChooser)
    found: list[str] = []
    chooser.open_beside(toolbar(board), "#ff0000", found.append)
    QTest.mouseClick(chooser.hue, Qt.MouseButton.LeftButton, pos=QPoint(chooser.hue.width() // 3, 5))
    QTest.mouseClick(chooser.shade, Qt.MouseButton.LeftButton, pos=QPoint(chooser.shade.width() - 1, 0))
    chooser.hide()
    assert len(found) == 1
    red, green, blue = (int(found[0][i : i + 2], 16) for i in (1, 3, 5))
    assert green > 250 > 20 > max(red, blue)


async def test_a_colour_is_taken_from_the_board(board: Page) -> None:
    board.editor.choose("marker")
    board.editor.set_color("#7048e8")
    board.editor.set_width(16.0)
    board.drag((500, 500), (560, 500), (620, 500))
    await board.shows(560, 500, "#7048e8")
    board.editor.set_color("#e03131")
    board.view.look._pick(Trait.COLOR)
    count = len(board.drawn)
    board.drag((560, 500), (560, 500))
    assert board.editor.color == "#7048e8"
    assert len(board.drawn) == count
    board.view.look._pick(Trait.COLOR)
    board.key(Qt.Key.Key_Escape)
    assert QApplication.overrideCursor() is None


def test_the_opacity_is_chosen_with_the_keyboard_in_steps_to_undo(board: Page) -> None:
    board.editor.select(frozenset([ElementId("a")]))
    (slider,) = board.view.look.findChildren(OpacitySlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert board.drawn[0].style.opacity == pytest.approx(0.8)
    assert board.drawn[0].geometry.x == 400
    board.editor.undo()
    assert board.drawn[0].style.opacity == pytest.approx(0.9)
    assert slider.value() == 9


def test_brackets_make_what_is_in_hand_or_selected_thinner_and_thicker(board: Page) -> None:
    board.key(Qt.Key.Key_BracketRight)
    assert board.editor.width == 6.0
    board.editor.select(frozenset([ElementId("a"), ElementId("b")]))
    board.key(Qt.Key.Key_BracketLeft)
    assert {element.id: element.style.width for element in board.drawn} == {"a": 1.5, "b": 3.0}
    board.editor.undo()
    assert {element.id: element.style.width for element in board.drawn} == {"a": 2.0, "b": 4.0}
    board.key(Qt.Key.Key_E)
    board.key(Qt.Key.Key_BracketRight)
    assert board.editor.eraser_px == 12.0


def test_letters_are_chosen_while_one_types_without_losing_the_place(board: Page) -> None:
    board.editor.choose("text")
    board.drag((600, 500), (600, 500))
    field = board.view.typing.field
    assert field is not None
    QTest.keyClicks(field, "Leaf")
    click(choices(board, Trait.SIZE).buttons[56.0])
    assert board.view.typing.field is field
    assert field.hasFocus()
    QTest.keyClicks(field, "s")
    board.view.typing.end()
    (text,) = [element for element in board.drawn if element.kind == "text"]
    assert text.text == "Leafs"
    assert text.style.font is not None
    assert text.style.font.size == 56.0


def test_who_may_only_look_sees_no_panel_and_one_tool(board: Page) -> None:
    me = Member(no=1, author=author_of(ME), name="Me", color="#e03131", role=Role.VIEWER)
    board.editor.replica.attach()
    board.editor.receive(msgspec.structs.replace(welcome(), members=(me,)), 0.0)
    assert not board.view.look.isVisible()
    buttons = [b for b in toolbar(board).findChildren(QAbstractButton) if b.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Hand"]


def test_for_the_left_hand_it_stands_at_the_right(board: Page) -> None:
    left = board.view.look.x()
    board.view.be_left_handed(True)
    assert board.view.look.geometry().right() + 1 == board.view.width() - left


def test_big_targets_come_and_go_at_once(board: Page, qapp: QApplication) -> None:
    board.view.resize(1920, 1080)
    pen, body = toolbar(board).look, board.view.top_bar.title.font().pointSizeF()
    try:
        THEME.apply(THEME.scheme, qapp, big_targets=True)
        QApplication.processEvents()
        assert min(pen.width(), pen.height()) >= BIG_TARGET_PX
        assert board.view.top_bar.title.font().pointSizeF() > body
        assert not toolbar(board).geometry().intersects(board.view.look.geometry())
    finally:
        THEME.apply(THEME.scheme, qapp, big_targets=False)
    QApplication.processEvents()
    assert pen.height() < BIG_TARGET_PX
    assert board.view.top_bar.title.font().pointSizeF() == pytest.approx(body)


def test_the_first_day_has_neither() -> None:
    assert (Settings().big_targets, Settings().left_handed) == (False, False)


@pytest.mark.parametrize("tool", ["pen", "rectangle", "arrow", "text", "eraser"])
def test_it_is_as_high_as_what_it_shows(board: Page, tool: str) -> None:
    board.editor.select(frozenset([ElementId("a"), ElementId("b")]))
    board.editor.choose(tool)
    for _ in range(3):
        QApplication.processEvents()
    sections = [section for section in board.view.look.findChildren(Section) if section.isVisible()]
    lowest = max(section.mapTo(board.view.look, QPoint(0, section.height())).y() for section in sections)
    assert board.view.look.height() - lowest <= 12
