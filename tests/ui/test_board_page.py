"""The board page: bar, islands, hint and quiet words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from tests.doubles.board import OTHER, entry, snapshot, stroke, tick, welcome
from tests.doubles.page import Page, page
from tests.doubles.patience import until
from whiteboard.editor import News
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put
from whiteboard.model.style import COLORS, Style
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Edit, Member, Role, Tick, TrailBegun
from whiteboard.protocol.refusal import OF_EDITS, Refusal
from whiteboard.sync.peers import PeerNews
from whiteboard.tools.registry import TOOLS
from whiteboard.ui.announcements import sentences
from whiteboard.ui.theme import TARGET_PX, THEME
from whiteboard.ui.toast import MOST
from whiteboard.ui.toolbar import Toolbar
from whiteboard.ui.zoom_controls import ZoomControls

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


def button(board: Page, name: str) -> QAbstractButton:
    (found,) = [b for b in board.view.findChildren(QAbstractButton) if b.accessibleName() == name]
    return found


def click(board: Page, name: str) -> None:
    QTest.mouseClick(button(board, name), Qt.MouseButton.LeftButton)


def tools(board: Page) -> Toolbar:
    (found,) = board.view.findChildren(Toolbar)
    return found


# ---------------------------------------------------------------- the island


def test_a_click_on_a_tool_takes_it_and_shows_it(board: Page) -> None:
    for tool in TOOLS:
        click(board, tool.label)
        assert board.editor.tool == tool.name
        assert [t.label for t in TOOLS if button(board, t.label).isChecked()] == [tool.label]
        click(board, tool.label)
        assert button(board, tool.label).isChecked()


def test_a_click_leaves_the_keyboard_to_the_board(board: Page) -> None:
    board.view.canvas.setFocus()
    click(board, "Eraser")
    assert board.view.canvas.hasFocus()


def test_colours_and_widths_show_what_the_ink_in_hand_has(board: Page) -> None:
    click(board, "Red")
    click(board, "Thick line")
    assert (board.editor.color, board.editor.width) == (COLORS[1], 8.0)
    assert button(board, "Red").isChecked()
    assert button(board, "Thick line").isChecked()
    click(board, "Highlighter")
    assert not button(board, "Red").isChecked()
    click(board, "Pen")
    assert button(board, "Red").isChecked()


def test_a_colour_that_changes_nothing_stays_the_chosen_one(board: Page) -> None:
    board.drag((100, 100), (200, 100))
    board.editor.select_all()
    click(board, "Black")
    assert button(board, "Black").isChecked()


def test_every_control_says_what_it_is_and_can_be_reached(board: Page) -> None:
    board.view.set_right_widgets([])
    for control in board.view.findChildren(QAbstractButton):
        assert control.accessibleName()
        assert control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.height() >= TARGET_PX
    assert button(board, "Pen").toolTip() == "Pen (P)"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 600), (800, 600), (720, 480)])
@pytest.mark.parametrize("pen", [False, True], ids=["", "with a pen"])
def test_nothing_lies_over_anything_else(board: Page, size: tuple[int, int], pen: bool) -> None:
    board.view.resize(*size)
    if pen:
        board.pen((300, 200), (310, 200))
    QApplication.processEvents()
    island, (zoom,) = tools(board), board.view.findChildren(ZoomControls)
    for floating in (island, zoom):
        assert board.view.canvas.geometry().contains(floating.geometry())
        assert floating.size() == floating.sizeHint()
    assert not island.geometry().intersects(zoom.geometry())


# ---------------------------------------------------------------- the bar


def test_undo_and_redo_are_on_when_there_is_something_to_do(board: Page) -> None:
    undo, redo = button(board, "Undo"), button(board, "Redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    board.drag((100, 100), (200, 100))
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    click(board, "Undo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    board.press(100, 100)
    assert undo.isEnabled()


def test_the_title_is_edited_in_place(board: Page) -> None:
    names: list[str] = []
    board.view.renamed.connect(names.append)
    title = board.view.top_bar.title
    for typed, key, kept in (
        ("  Pie   charts ", Qt.Key.Key_Return, "Pie charts"),
        ("Nonsense", Qt.Key.Key_Escape, "Pie charts"),
        ("   ", Qt.Key.Key_Return, "Pie charts"),
    ):
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, typed)
        QTest.keyClick(title, key)
        assert board.view.title == kept
        assert not title.hasFocus()
    assert names == ["Pie charts"]


def test_a_title_too_long_for_the_bar_can_be_read_whole(board: Page) -> None:
    title = board.view.top_bar.title
    assert "Fractions" not in title.toolTip()
    long = "The leaves of trees and what they do in spring, in summer and in autumn"
    board.view.set_title(long)
    assert long in title.toolTip()
    assert title.grab().toImage().pixelColor(title.width() - 6, title.height() // 2) == THEME.colors.surface


def test_a_title_from_elsewhere_is_not_my_renaming(board: Page) -> None:
    names: list[str] = []
    board.view.renamed.connect(names.append)
    board.view.set_title("Geometry")
    assert board.view.title == "Geometry"
    assert names == []


def test_home_is_asked_for(board: Page) -> None:
    asked: list[bool] = []
    board.view.home_wanted.connect(lambda: asked.append(True))
    click(board, "My boards")
    assert asked == [True]


def test_the_right_side_is_given_and_replaced(board: Page) -> None:
    first, second = QPushButton("Share"), QPushButton("Stop")
    board.view.set_right_widgets([first])
    QApplication.processEvents()
    assert first.isVisible()
    assert first.x() > board.view.width() / 2
    board.view.set_right_widgets([second])
    QApplication.processEvents()
    assert second.isVisible()
    assert first.parent() is None


# ---------------------------------------------------------------- hint and words


def hint(board: Page) -> QLabel:
    (found,) = [label for label in board.view.findChildren(QLabel) if label.text().startswith("Draw here")]
    return found


def test_the_hint_goes_with_the_first_ink(board: Page) -> None:
    assert hint(board).isVisible()
    board.press(100, 100)
    assert not hint(board).isVisible()
    board.lift(120, 100)
    assert not hint(board).isVisible()


def test_a_board_with_something_on_it_needs_no_hint() -> None:
    with page(stroke("a")) as board:
        assert not hint(board).isVisible()


def test_the_hint_does_not_advise_sharing_what_is_shared() -> None:
    with page() as alone, page(attached=True) as shared:
        assert "Share" in hint(alone).text()
        assert "Share" not in hint(shared).text()


def test_the_hint_goes_with_the_first_ink_of_somebody_else() -> None:
    with page(attached=True) as board:
        board.editor.receive(welcome(), 0.0)
        board.editor.load(snapshot())
        begun = TrailBegun(trail=1, member=2, id=ElementId("x"), x=0.0, y=0.0, style=Style(), points=(0, 0, 99))
        board.editor.receive(Tick(seq=0, hash="hash-0", begun=(begun,)), 0.0)
        assert not hint(board).isVisible()


def test_joining_and_leaving_are_said_quietly() -> None:
    with page(attached=True) as board:
        me = Member(no=1, author=author_of(f"{1:032x}"), name="Me", color="#e03131")
        bea = Member(no=2, author=OTHER, name="Bea <b>", color="#e03131")
        board.editor.receive(msgspec.structs.replace(welcome(), members=(me,)), 0.0)
        board.editor.load(snapshot())
        board.editor.receive(Tick(seq=0, hash="hash-0", joined=(bea,)), 0.0)
        assert board.view.toasts.texts == ["Bea <b> joined"]
        board.editor.receive(Tick(seq=0, hash="hash-0", left=(2,)), 0.0)
        assert board.view.toasts.texts == ["Bea <b> joined", "Bea <b> left"]


def test_a_refused_edit_is_explained() -> None:
    with page(attached=True) as board:
        board.editor.receive(welcome(), 0.0)
        board.editor.load(snapshot())
        board.editor.submit([Put(stroke("a"))])
        refused = msgspec.structs.replace(entry(1, author=author_of(f"{1:032x}"), cseq=1), ops=(), void=Refusal.LOCKED)
        board.editor.receive(tick(refused), 0.0)
        (words,) = board.view.toasts.texts
        assert "locked" in words
        assert board.drawn == []


@pytest.mark.parametrize("code", sorted(OF_EDITS))
def test_every_refusal_of_an_edit_has_words(code: Refusal) -> None:
    refused = msgspec.structs.replace(entry(1), void=code, why="because")
    (words,) = sentences(News(refused=((Edit(cseq=1, ops=()), refused),)))
    assert "because" not in words
    assert code.value not in words or code is Refusal.LOCKED


def test_a_whole_class_joining_is_one_sentence() -> None:
    people = tuple(Member(no=no, author=OTHER, name=f"P{no}", color="#e03131") for no in range(5))
    assert sentences(News(peers=PeerNews(joined=people))) == ["5 people joined"]


async def test_toasts_are_few_and_fade(board: Page) -> None:
    for number in range(MOST + 2):
        board.view.toasts.say(f"Sentence {number}")
    board.view.toasts.say(f"Sentence {MOST + 1}")
    assert board.view.toasts.texts == [f"Sentence {number}" for number in range(2, MOST + 2)]
    await until(lambda: len([t for t in board.view.findChildren(QLabel) if t.text().startswith("Sentence")]) == MOST)


def test_toasts_stay_clear_of_the_tools(board: Page) -> None:
    board.view.resize(1024, 600)
    board.view.toasts.say("Bea joined")
    (label,) = [label for label in board.view.findChildren(QLabel) if label.text() == "Bea joined"]
    toast = label.parentWidget()
    assert toast is not None
    assert not toast.geometry().intersects(tools(board).geometry())
    assert toast.x() < 40


def test_the_tools_fit_again_when_one_may_draw_again() -> None:
    """In a low and narrow window, where colours stand beneath the tools."""

    def me(role: Role) -> Tick:
        myself = Member(no=1, author=author_of(f"{1:032x}"), name="Me", color="#e03131", role=role)
        return Tick(seq=0, hash="hash-0", changed=(myself,))

    with page(attached=True) as board:
        board.view.resize(800, 600)
        board.editor.receive(welcome(), 0.0)
        board.editor.load(snapshot())
        before = tools(board).geometry()
        board.editor.receive(me(Role.VIEWER), 0.0)
        assert tools(board).width() < before.width()
        board.editor.receive(me(Role.EDITOR), 0.0)
        assert tools(board).geometry() == before
