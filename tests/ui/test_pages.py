"""Pages in the window: leafing, the strip, papers, the map, and what others do on other pages."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.doubles.board import OTHER, entry, snapshot, stroke, tick, welcome
from tests.doubles.page import INK, Page, page
from tests.doubles.pages import drawn_on
from tests.doubles.pages import page as made
from tests.doubles.patience import until
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.model.op import Patch, Put
from whiteboard.model.paper import RULINGS
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Member, PresenceOf, Role, Tick, TrailBegun
from whiteboard.render.viewport import Viewport
from whiteboard.ui.members import MemberList, MemberStrip

pytestmark = pytest.mark.usefixtures("qapp")

A, B = ElementId("a"), ElementId("b")


@pytest.fixture
def board() -> Iterator[Page]:
    """Three pages; a stroke at the upper left of the first and of the second."""
    with page(made("a", "1"), made("b", "2"), drawn_on("x", "", 40, 40), drawn_on("y", "a", 40, 140)) as shown:
        yield shown


def listed(board: Page) -> list[str]:
    return [page.id for page in board.editor.pages.listed]


def names(board: Page) -> list[object]:
    model = board.view.strip.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_undo(board: Page) -> None:
    (undo,) = [b for b in board.view.findChildren(QPushButton) if b.text() == "Undo"]
    undo.click()


# ---------------------------------------------------------------- copies


@pytest.mark.parametrize("page", [FIRST_PAGE, A])
def test_the_copy_of_a_page_is_seen_as_the_page_was(board: Page, page: ElementId) -> None:
    board.view.pages.turn_to(page)
    view = Viewport(-30, 50, 1.5)
    board.view.canvas.look(view)
    board.view.pages.duplicate(page)
    assert board.editor.page not in ("", FIRST_PAGE, A, B)
    assert board.view.canvas.view == view


# ---------------------------------------------------------------- leafing


async def test_page_keys_leaf_and_show_what_is_on_each_page(board: Page) -> None:
    await board.shows(45, 44, INK)
    board.key(Qt.Key.Key_PageDown)
    assert board.editor.page == A
    board.view.canvas.look(Viewport(0, 0, 1))
    await board.shows(45, 144, INK)
    await board.shows(45, 44, "#ffffff")
    board.key(Qt.Key.Key_PageUp)
    await board.shows(45, 44, INK)
    board.key(Qt.Key.Key_PageUp)
    assert board.editor.page == ""


def test_each_page_keeps_its_view(board: Page) -> None:
    canvas = board.view.canvas
    canvas.look(Viewport(7, 8, 2))
    board.view.pages.leaf(1)
    assert canvas.view != Viewport(7, 8, 2)
    canvas.look(Viewport(-50, 3, 0.5))
    board.view.pages.leaf(-1)
    assert canvas.view == Viewport(7, 8, 2)
    board.view.pages.leaf(1)
    assert canvas.view == Viewport(-50, 3, 0.5)


def test_what_is_drawn_is_on_the_page_that_is_shown(board: Page) -> None:
    board.key(Qt.Key.Key_PageDown)
    before = {element.id for element in board.drawn}
    board.drag((300, 100), (350, 100))
    (fresh,) = [element for element in board.drawn if element.id not in before]
    assert fresh.geometry.parent == A


def test_the_control_says_where_one_is_and_leads_on(board: Page) -> None:
    control = board.view._page_control
    assert (control.number._text, control.previous.isEnabled(), control.next.isEnabled()) == ("1 / 3", False, True)
    control.next.click()
    control.next.click()
    assert (control.number._text, control.previous.isEnabled(), control.next.isEnabled()) == ("3 / 3", True, False)
    control.new.click()
    assert control.number._text == "4 / 4"


def test_a_board_of_one_page_shows_no_more_than_the_way_to_another() -> None:
    with page() as alone:
        control = alone.view._page_control
        assert (control.previous.isVisible(), control.next.isVisible(), control.number._text) == (False, False, "")
        alone.key(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        assert control.number._text == "2 / 2"


# ---------------------------------------------------------------- the strip


def test_the_strip_lists_pages_marks_the_shown_one_and_turns(board: Page) -> None:
    board.key(Qt.Key.Key_F4)
    strip = board.view.strip
    assert strip.isVisible()
    assert names(board) == ["Page 1", "Page 2", "Page 3"]
    place = strip.list.visualRect(strip.list.model().index(1, 0)).center()
    QTest.mouseClick(strip.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert board.editor.page == A
    assert strip.list.currentIndex().row() == 1
    QTest.keyClick(strip.list, Qt.Key.Key_Down)
    assert board.editor.page == B


def test_a_page_is_dragged_to_another_place(board: Page) -> None:
    board.view.resize(900, 800)
    board.view.pages.strip_wanted.emit()
    QApplication.processEvents()
    view = board.view.strip.list
    first, last = (view.visualRect(view.model().index(row, 0)) for row in (0, 2))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    QTest.mouseMove(view.viewport(), first.center() + QPoint(0, 30))
    QTest.mouseMove(view.viewport(), last.center() + QPoint(0, 40))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center() + QPoint(0, 40))
    assert listed(board) == ["a", "b", FIRST_PAGE]
    assert board.editor.page == ""
    board.editor.undo()
    assert listed(board) == [FIRST_PAGE, "a", "b"]


def test_keys_move_a_page(board: Page) -> None:
    board.view.pages.strip_wanted.emit()
    QTest.keyClick(board.view.strip.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert listed(board) == ["a", FIRST_PAGE, "b"]


def test_a_deleted_page_can_be_had_back_at_once(board: Page) -> None:
    board.view.pages.turn_to(A)
    board.view.pages.delete(A)
    assert listed(board) == [FIRST_PAGE, "b"]
    assert board.editor.page == B
    assert board.view.toasts.texts == ["“Page 2” was deleted."]
    click_undo(board)
    assert listed(board) == [FIRST_PAGE, "a", "b"]
    assert board.editor.page == A


def test_the_only_page_comes_back_in_place_of_the_empty_one() -> None:
    with page(stroke("s", 40, 40)) as alone:
        alone.view.pages.delete(ElementId(FIRST_PAGE))
        assert FIRST_PAGE not in listed(alone)
        click_undo(alone)
        assert listed(alone) == [FIRST_PAGE]
        assert alone.editor.page == ""


def test_a_page_is_renamed_in_the_strip(board: Page) -> None:
    board.view.pages.strip_wanted.emit()
    strip = board.view.strip
    QTest.keyClick(strip.list, Qt.Key.Key_F2)
    QTest.keyClicks(strip.title, "Sums")
    QTest.keyClick(strip.title, Qt.Key.Key_Return)
    assert names(board)[0] == "Sums"
    assert not strip.title.isVisible()


async def test_pages_get_pictures_and_new_ones_after_a_change(board: Page) -> None:
    board.view.pages.strip_wanted.emit()
    thumbnails = board.view.strip.thumbnails
    await until(lambda: thumbnails.picture(A) is not None and thumbnails.picture(B) is not None, what="pictures")
    before = thumbnails.picture(FIRST_PAGE)
    board.drag((300, 100), (350, 150))
    await until(lambda: thumbnails.picture(FIRST_PAGE) is not before, what="a new picture")


def test_who_may_only_look_leafs_but_changes_nothing(board: Page) -> None:
    watching = welcome()
    me = Member(no=1, author=watching.author, name="Me", color="#000000", role=Role.VIEWER)
    board.editor.receive(msgspec.structs.replace(watching, members=(me,)), 0.0)
    before = listed(board)
    board.view.pages.add()
    board.view.pages.delete(A)
    assert listed(board) == before
    assert not board.view._page_control.new.isEnabled()


# ---------------------------------------------------------------- papers


async def test_a_paper_is_seen_under_the_ink_and_undone() -> None:
    with page(stroke("s", 40, 40)) as board:
        board.view.pages.print_on("squared")
        line = RULINGS["squared"][0].color
        await board.shows(100, 110, line)
        await board.shows(105, 105, "#ffffff")
        await board.shows(45, 44, INK)
        board.editor.undo()
        await board.shows(100, 110, "#ffffff")


def test_the_chooser_marks_the_paper_in_use_and_takes_another(board: Page) -> None:
    board.view.pages.strip_wanted.emit()
    strip = board.view.strip
    strip.paper.click()
    papers = strip._papers
    assert papers is not None
    assert [name for name, button in papers.papers.items() if button.isChecked()] == [""]
    papers.papers["music"].click()
    assert board.editor.pages.page(FIRST_PAGE).paper == "music"
    assert not papers.isVisible()


# ---------------------------------------------------------------- the map


async def test_the_map_shows_the_page_and_leads_to_a_place() -> None:
    with page(stroke("s", -3000, 0), stroke("t", 3000, 0), view=Viewport(-3000, -50, 1)) as board:
        board.key(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
        chart = board.view.minimap
        await until(lambda: chart._pictures.box(FIRST_PAGE) is not None, what="a picture")
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(chart.width() * 0.85), chart.height() // 2))
        assert board.view.canvas.view.left > 1000
        board.key(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
        assert chart.isHidden()


def test_the_selection_can_be_looked_at(board: Page) -> None:
    board.editor.select_all()
    board.key(Qt.Key.Key_At, Qt.KeyboardModifier.ShiftModifier)
    board.view.canvas.look(Viewport(5000, 5000, 1))
    board.key(Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier)
    box = board.editor.selection_box
    assert box is not None
    canvas = board.view.canvas
    assert canvas.view.visible((canvas.width(), canvas.height())).contains(box)


# ---------------------------------------------------------------- the others

BOB = Member(no=2, author=OTHER, name="Bob", color="#e03131")


def shared(board: Page) -> Page:
    """Connect the board, with Bob on it."""
    board.editor.receive(msgspec.structs.replace(welcome(), members=(BOB,)), 0.0)
    board.editor.load(snapshot())
    return board


async def test_ink_in_progress_shows_on_its_page_alone_and_whole_when_one_turns_there() -> None:
    with page(attached=True) as board:
        shared(board)
        editor = board.editor
        editor.receive(tick(entry(1, Put(made("a", "1")))), 0.0)
        begun = TrailBegun(
            trail=1,
            member=2,
            id=ElementId("t"),
            x=100,
            y=100,
            style=Style(width=16),
            page=A,
            points=(0, 0, 200, 1600, 0, 0),
        )
        editor.receive(Tick(seq=1, hash="hash-1", begun=(begun,)), 0.0)
        await board.shows(150, 100, "#ffffff")
        editor.turn_to(A)
        board.view.canvas.look(Viewport(0, 0, 1))
        await board.shows(150, 100, INK)


def test_others_are_seen_on_the_pictures_of_their_pages() -> None:
    with page(attached=True) as board:
        shared(board)
        board.editor.receive(tick(entry(1, Put(made("a", "1")))), 0.0)
        board.editor.receive(Tick(seq=1, hash="hash-1", presence=(PresenceOf(2, None, None, "", A),)), 0.0)
        board.view.pages.strip_wanted.emit()
        model = board.view.strip._model
        assert [member.name for member in model.members(A)] == ["Bob"]
        assert model.members(FIRST_PAGE) == ()


def test_who_looks_at_a_page_that_somebody_deletes_is_told_and_may_have_it_back() -> None:
    with page(attached=True) as board:
        shared(board)
        editor = board.editor
        editor.receive(tick(entry(1, Put(made("a", "1")))), 0.0)
        editor.turn_to(A)
        editor.receive(tick(entry(2, Patch(id=A, content=made("a", "1", gone=True).content))), 0.0)
        assert editor.page == ""
        assert board.view.toasts.texts == ["That page was deleted."]
        (back,) = [b for b in board.view.findChildren(QPushButton) if b.text() == "Bring it back"]
        back.click()
        assert editor.page == A


def test_one_goes_where_somebody_is() -> None:
    with page(attached=True) as board:
        shared(board)
        board.editor.receive(tick(entry(1, Put(made("a", "1")))), 0.0)
        board.editor.receive(Tick(seq=1, hash="hash-1", presence=(PresenceOf(2, 5000.0, 70.0, "pen", A),)), 0.0)
        members = MemberStrip()
        members.sought.connect(board.view.go_to)
        members.show_others([BOB], frozenset())
        members.avatars[0].click()
        (listed,) = members.findChildren(MemberList)
        listed.rows[1][0].click()
        assert board.editor.page == A
        canvas = board.view.canvas
        assert canvas.view.to_screen((5000, 70)).x == pytest.approx(canvas.width() / 2)


def test_a_finger_scrolls_the_strip_and_turns_with_a_tap(board: Page) -> None:
    for _ in range(9):
        board.view.pages.add()
    board.view.pages.turn_to(ElementId(FIRST_PAGE))
    board.view.pages.strip_wanted.emit()
    QApplication.processEvents()
    before = listed(board)
    strip = board.view.strip.list
    finger = QTest.createTouchDevice()
    place = strip.viewport()

    def at(y: int) -> QPoint:
        return place.mapTo(board.view, QPoint(60, y))  # this is how QTest counts here

    QTest.touchEvent(place, finger).press(1, at(200)).commit()
    QTest.touchEvent(place, finger).move(1, at(150)).commit()
    QTest.touchEvent(place, finger).release(1, at(150)).commit()
    assert strip.verticalScrollBar().value() == 50
    assert (listed(board), board.editor.page) == (before, "")
    QTest.touchEvent(place, finger).press(1, at(150)).commit()
    QTest.touchEvent(place, finger).release(1, at(150)).commit()
    assert board.editor.page == listed(board)[1]
