"""Typing on the board with real keys and input methods; two people in one text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QInputMethodEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.doubles.board import OTHER, entry, tick, welcome
from tests.doubles.page import PAPER, Page, page
from tests.doubles.patience import until
from tests.render.pictures import pixels
from whiteboard.model.content import Content
from whiteboard.model.element import NOTE, SHAPE, TEXT, Element, ElementId, Geometry
from whiteboard.model.op import Op, Patch, Remove, Retype
from whiteboard.model.style import Font, Style
from whiteboard.render.text_boxes import fitted
from whiteboard.render.typefaces import EM_PX, typeface
from whiteboard.render.viewport import Viewport
from whiteboard.ui.text_field import TextField, plain
from whiteboard.ui.text_place import face_at

pytestmark = pytest.mark.usefixtures("qapp")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
T = ElementId("t")


def element(kind: str = TEXT, text: str = "", *, h: float = 32.0, content: Content | None = None) -> Element:
    geometry = Geometry(x=100.0, y=100.0, w=200.0, h=h)
    style = Style(color="#e03131" if kind == TEXT else "#ffe066", font=Font(size=24.0))
    return Element(
        id=T, kind=kind, geometry=geometry, order="A", text=text, style=style, content=content or Content(wraps=True)
    )


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


def field(board: Page) -> TextField:
    found = board.view.typing.field
    assert found is not None
    return found


def text_of(board: Page, id: ElementId = T) -> str:
    found = board.editor.document.get(id)
    assert found is not None
    return found.text


def click(board: Page, tool: str, x: int, y: int) -> TextField:
    board.editor.choose(tool)
    board.press(x, y)
    board.lift(x, y)
    return field(board)


def double_click(board: Page, x: int, y: int) -> None:
    """As a mouse does it; QTest waits too long between clicks."""
    at, canvas = QPointF(x, y), board.view.canvas
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QEvent.Type
    for number, kind in enumerate(
        (kinds.MouseButtonPress, kinds.MouseButtonRelease, kinds.MouseButtonDblClick, kinds.MouseButtonRelease)
    ):
        held = none if kind is kinds.MouseButtonRelease else left
        event = QMouseEvent(kind, at, canvas.mapToGlobal(at), left, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(10_000 + 50 * number)
        QApplication.sendEvent(canvas, event)


def commit(at: TextField, composed: str, *, preedit: str = "") -> None:
    """What an input method sends: something being composed, or something finished."""
    event = QInputMethodEvent(preedit, [])
    if composed:
        event.setCommitString(composed)
    QApplication.sendEvent(at, event)


# ---------------------------------------------------------------- typing


async def test_a_click_with_the_text_tool_lets_type_there(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    assert typed.hasFocus()
    QTest.keyClicks(typed, "Light pen")
    await until(lambda: [e.text for e in board.drawn] == ["Light pen"], what="what was typed to be sent")
    (made,) = board.drawn
    assert made.geometry.w > 80
    assert abs(typed.x() - (made.geometry.x)) < 8
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert board.view.typing.field is None
    assert board.view.canvas.hasFocus()
    assert board.editor.selection == {made.id}


def test_letters_are_no_shortcuts_while_one_types(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "vpe1")
    QTest.keyClick(typed, Qt.Key.Key_Delete)
    assert typed.text == "vpe1"
    assert board.editor.tool == "select"
    assert len(board.drawn) == 1


def test_a_click_beside_it_ends_it_and_a_text_without_letters_goes(board: Page) -> None:
    click(board, "text", 200, 200)
    board.press(500, 400)
    board.lift(500, 400)
    assert board.view.typing.field is None
    assert board.drawn == []
    assert not board.editor.history.can_undo


def test_all_that_is_typed_at_a_stretch_is_undone_with_the_text(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "one ")
    board.view.typing._send()
    QTest.keyClicks(typed, "two")
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert [e.text for e in board.drawn] == ["one two"]
    board.editor.undo()
    assert board.drawn == []
    board.editor.redo()
    assert [e.text for e in board.drawn] == ["one two"]


def test_typing_into_an_older_text_is_undone_without_it() -> None:
    with page(element(text="light")) as board:
        board.view.typing.write(T)
        typed = field(board)
        typed.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(typed, " pen")
        QTest.keyClick(typed, Qt.Key.Key_Escape)
        assert text_of(board) == "light pen"
        board.editor.undo()
        assert text_of(board) == "light"
        assert not board.editor.history.can_undo


def test_undo_while_typing_takes_back_letters_only(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "light")
    QTest.keyClick(typed, Qt.Key.Key_Z, CTRL)
    assert typed.text == ""
    QTest.keyClick(typed, Qt.Key.Key_Z, CTRL | SHIFT)
    assert typed.text == "light"
    assert len(board.drawn) == 1


async def test_the_board_shows_the_letters_once_and_in_their_colour() -> None:
    with page(element(text="HHHHHHH")) as board:
        await until(lambda: _inked(board), what="the text")
        board.view.typing.write(T)
        assert board.editor.typed is not None
        assert board.editor.typed.text == ""
        color = field(board).palette().text().color()
        assert color.name() == "#e03131"
        field(board).setPlainText("")
        board.key(Qt.Key.Key_Escape)
        await until(lambda: not _inked(board), what="nothing to be left")


def _inked(board: Page) -> bool:
    image = board.view.canvas.grab().toImage()
    return any(image.pixelColor(x, y) != PAPER for x in range(102, 200, 3) for y in range(105, 130, 3))


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("kind", [TEXT, NOTE])
async def test_letters_stay_where_they_are_when_the_field_opens(kind: str, align: str) -> None:
    lines = element(kind, "Hxgp lines\nand HHpq", h=200.0, content=Content(wraps=align == "left"))
    lines = fitted(msgspec.structs.replace(lines, style=Style(color=COLOR[kind], font=Font(24.0, align=align))))
    with page(lines, view=Viewport(80, 80, 2.5)) as board:
        renderer = board.view.canvas.renderer
        await until(lambda: renderer.crisp and bool(_dark(board).any()), what="the whole text")
        before = _spread(_dark(board))
        board.view.typing.write(T)
        typed = field(board)
        typed.setCursorWidth(0)
        typed.moveCursor(QTextCursor.MoveOperation.Start)
        await until(lambda: np.abs(np.subtract(_spread(_dark(board)), before)).max() <= 1, what="the same place")


@pytest.mark.parametrize("em_px", [10.0, 12.3, 17.52, 20.5, 33.3])
def test_letters_are_as_wide_in_the_field_as_on_the_board(em_px: float) -> None:
    """Else lines would break elsewhere once the field closes; many systems have whole sizes of letters only."""
    face = typeface("", bold=False, italic=False)
    line = "until it must grow because many words shrink a triangle"
    font = face_at(face, em_px, 96.0)
    assert _width(line, font) == pytest.approx(_width(line, face) * em_px / EM_PX, rel=0.003)


def _width(line: str, font: QFont) -> float:
    window = QWidget()
    field = TextField(line, window, pressed=lambda _: False)
    field.look(font, QColor("black"), "left", 20.0, wraps=False)
    return field.longest_line()


COLOR = {TEXT: "#1e1e1e", NOTE: "#ffe066"}


def _dark(board: Page) -> npt.NDArray[np.bool_]:
    result: npt.NDArray[np.bool_] = pixels(board.view.canvas.grab().toImage()).max(axis=2) < 120
    return result[:500]


def _spread(marks: npt.NDArray[np.bool_]) -> list[int]:
    xs, ys = np.flatnonzero(marks.any(axis=0)), np.flatnonzero(marks.any(axis=1))
    return [int(xs[0]), int(ys[0]), int(xs[-1]), int(ys[-1])] if len(xs) else [0, 0, 0, 0]


# ---------------------------------------------------------------- input methods, clipboard, aids


def test_an_input_method_composes_and_commits(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    commit(typed, "", preedit="にほん")
    assert typed.text == "", "what is being composed is not there yet"
    board.view.typing._send()
    assert [e.text for e in board.drawn] == [""]
    commit(typed, "日本")
    commit(typed, "語😀")
    assert typed.text == "日本語😀"
    board.view.typing._send()
    assert [e.text for e in board.drawn] == ["日本語😀"]


@pytest.mark.parametrize("how", ["click", "key", "close"])
def test_what_is_still_being_composed_is_kept_when_one_goes_on_elsewhere(board: Page, how: str) -> None:
    typed = click(board, "text", 100, 100)
    commit(typed, "a ")
    commit(typed, "", preedit="かな")
    match how:
        case "click":
            board.editor.choose("hand")
            board.press(500, 500)
            board.lift(500, 500)
        case "key":
            QTest.keyClick(typed, Qt.Key.Key_Escape)
        case _:
            board.view.close()
    assert board.view.typing.field is None
    assert [element.text for element in board.drawn] == ["a かな"]


def test_others_letters_do_not_disturb_what_is_being_composed() -> None:
    with page(element(text="😀 end"), attached=True) as board:
        online(board)
        board.view.typing.write(T)
        typed = field(board)
        typed.moveCursor(QTextCursor.MoveOperation.End)
        commit(typed, "", preedit="にほん")
        others(board, Retype(id=T, base="😀 end", text="A 😀🎉 end"))
        commit(typed, "日本")
        assert typed.text == "A 😀🎉 end日本"


def test_what_is_pasted_is_plain_text_without_control_characters(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold\r\nline\x00\x07\u2028end")
    QGuiApplication.clipboard().setMimeData(pasted)
    QTest.keyClick(typed, Qt.Key.Key_V, CTRL)
    assert typed.text == "bold\nline\nend"
    QTest.keyClick(typed, Qt.Key.Key_A, CTRL)
    QTest.keyClick(typed, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "bold\nline\nend"


def test_a_paragraph_that_is_pasted_does_not_run_off_the_board(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    pasted = QMimeData()
    pasted.setText("many words " * 40)
    QGuiApplication.clipboard().setMimeData(pasted)
    QTest.keyClick(typed, Qt.Key.Key_V, CTRL)
    (made,) = board.drawn
    assert made.content.wraps
    assert (made.geometry.x, made.geometry.w) == (200, 480)
    assert made.geometry.h > 200
    board.key(Qt.Key.Key_Escape)
    board.key(Qt.Key.Key_Z, CTRL)
    assert board.drawn == []


def test_lines_are_written_in_their_own_direction_while_one_types(board: Page) -> None:
    typed = click(board, "text", 300, 200)
    typed.insertPlainText("שלום world\nworld שלום")
    first = typed.document().firstBlock()
    assert first.textDirection() is Qt.LayoutDirection.RightToLeft
    assert first.next().textDirection() is Qt.LayoutDirection.LeftToRight


def test_more_than_a_board_may_hold_is_cut_off(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    pasted = QMimeData()
    pasted.setText("a" * 30_000)
    typed.insertFromMimeData(pasted)
    assert len(typed.text) == 20_000
    assert plain("a" * 30_000) == "a" * 20_000


def test_a_space_makes_signs_and_backspace_takes_them_back(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "x^2 ")
    assert typed.text == "x² "
    QTest.keyClick(typed, Qt.Key.Key_Backspace)
    assert typed.text == "x^2 "
    QTest.keyClicks(typed, "\\alpha y")
    assert typed.text == "x^2 α y"
    QTest.keyClick(typed, Qt.Key.Key_Backspace)
    assert typed.text == "x^2 α "


def test_enter_goes_on_with_a_list(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "1. milk")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    QTest.keyClicks(typed, "bread")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    QTest.keyClick(typed, Qt.Key.Key_Return)
    QTest.keyClicks(typed, "end")
    assert typed.text == "1. milk\n2. bread\nend"


def test_bold_and_larger_letters_by_key(board: Page) -> None:
    typed = click(board, "text", 200, 200)
    QTest.keyClicks(typed, "light")
    QTest.keyClick(typed, Qt.Key.Key_B, CTRL)
    QTest.keyClick(typed, Qt.Key.Key_Greater, CTRL | SHIFT)
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    (made,) = board.drawn
    assert made.style.font is not None
    assert made.style.font.bold
    assert made.style.font.size == 28
    board.editor.undo()
    assert board.drawn == []


# ---------------------------------------------------------------- notes, labels, and how one gets there


def test_tab_makes_the_next_note_and_shift_tab_goes_back(board: Page) -> None:
    typed = click(board, "note", 300, 200)
    QTest.keyClicks(typed, "first")
    QTest.keyClick(typed, Qt.Key.Key_Tab)
    QTest.keyClicks(field(board), "second")
    QTest.keyClick(field(board), Qt.Key.Key_Backtab, SHIFT)
    assert field(board).text == "first"
    QTest.keyClick(field(board), Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(field(board), "third")
    QTest.keyClick(field(board), Qt.Key.Key_Escape)
    assert [e.text for e in board.drawn] == ["first", "second", "third"]
    first, second, third = (e.geometry for e in board.drawn)
    assert (second.x - first.x, second.y) == (220, first.y)
    assert (third.x, third.y - first.y) == (first.x, 220)


def test_a_note_grows_with_what_is_written() -> None:
    with page(element(NOTE, h=200.0)) as board:
        board.view.typing.write(T)
        QTest.keyClicks(field(board), "light " * 80)
        QTest.keyClick(field(board), Qt.Key.Key_Escape)
        (note,) = board.drawn
        assert note.geometry.h > 210


@pytest.mark.parametrize("how", ["double click", "enter"])
@pytest.mark.parametrize("kind", [TEXT, NOTE, SHAPE])
def test_texts_notes_and_shapes_are_written_into(kind: str, how: str) -> None:
    form = Content(form="rectangle") if kind == SHAPE else None
    with page(element(kind, "light", h=120.0, content=form)) as board:
        board.editor.choose("select")
        if how == "enter":
            board.editor.select(frozenset([T]))
            board.view.canvas.setFocus()
            board.key(Qt.Key.Key_Return)
        else:
            double_click(board, 200, 110 if kind == TEXT else 160)
        typed = field(board)
        typed.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(typed, " pen")
        QTest.keyClick(typed, Qt.Key.Key_Escape)
        assert text_of(board) == "light pen"


def test_what_is_locked_is_not_written_into() -> None:
    with page(element(text="light")) as board:
        board.editor.submit([Patch(id=T, lock=True)])
        board.view.typing.write(T)
        assert board.view.typing.field is None


def test_the_view_follows_the_cursor(board: Page) -> None:
    typed = click(board, "text", 860, 100)
    QTest.keyClicks(typed, "to the right of the window")
    QApplication.processEvents()
    cursor = typed.cursorRect().translated(typed.pos())
    assert cursor.right() < board.view.canvas.width()


# ---------------------------------------------------------------- two people


def online(board: Page) -> None:
    """The server welcomes this board as it is."""
    pending = board.editor.replica.unconfirmed
    board.editor.hello()
    board.editor.receive(welcome(resumed=True, log_id="", cseq=pending, known=pending), 0.0)


def others(board: Page, *ops: Op) -> None:
    """Somebody else's edit arrives."""
    seq = board.editor.replica.standing.seq + 1
    board.editor.receive(tick(entry(seq, *ops, author=OTHER, cseq=seq)), 1.0)


def test_others_letters_come_into_the_open_field_and_my_cursor_stays() -> None:
    with page(element(text="one two"), attached=True) as board:
        online(board)
        board.view.typing.write(T)
        typed = field(board)
        cursor = typed.textCursor()
        cursor.setPosition(3)
        typed.setTextCursor(cursor)
        QTest.keyClicks(typed, " and")
        others(board, Retype(id=T, base="one two", text="😀 one two three"))
        assert typed.text == "😀 one and two three"
        QTest.keyClicks(typed, " a half,")
        assert typed.text == "😀 one and a half, two three"
        QTest.keyClick(typed, Qt.Key.Key_Escape)
        assert text_of(board) == "😀 one and a half, two three"
        board.editor.undo()
        assert text_of(board) == "😀 one two three"


def test_undo_while_typing_leaves_what_others_typed() -> None:
    with page(element(text=""), attached=True) as board:
        online(board)
        board.view.typing.write(T)
        typed = field(board)
        QTest.keyClicks(typed, "mine")
        board.view.typing._send()
        others(board, Retype(id=T, base="", text="theirs "))
        assert sorted(typed.text.split()) == ["mine", "theirs"] or "theirs" in typed.text
        QTest.keyClick(typed, Qt.Key.Key_Z, CTRL)
        assert typed.text == "theirs "


def test_a_text_that_somebody_removes_closes_the_field() -> None:
    with page(element(text="light"), attached=True) as board:
        online(board)
        board.view.typing.write(T)
        QTest.keyClicks(field(board), "x")
        others(board, Remove(T))
        assert board.view.typing.field is None
        assert board.drawn == []
        assert board.view.canvas.hasFocus()  # the keys are the board's again


def test_a_text_that_somebody_locks_closes_the_field() -> None:
    with page(element(text="light"), attached=True) as board:
        online(board)
        board.view.typing.write(T)
        others(board, Patch(id=T, lock=True))
        assert board.view.typing.field is None
        assert text_of(board) == "light"
