"""Finding text: from match to match, over all pages."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.doubles.page import Page, page
from tests.doubles.patience import until
from whiteboard.model.element import FIRST_PAGE, PAGE, TEXT, Element, ElementId, Geometry
from whiteboard.model.elements import bounds
from whiteboard.model.op import Patch, Put
from whiteboard.ui import language
from whiteboard.ui.find_bar import FindBar

pytestmark = pytest.mark.usefixtures("qapp")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECOND = ElementId("second")


def text(id: str, words: str, y: float, *, x: float = 100.0, parent: str = "") -> Element:
    geometry = Geometry(x=x, y=y, w=100.0, h=30.0, parent=ElementId(parent))
    return Element(id=ElementId(id), kind=TEXT, geometry=geometry, order=f"B{id}1", text=words)


@pytest.fixture
def board() -> Iterator[Page]:
    second = Element(id=SECOND, kind=PAGE, geometry=Geometry(x=0.0, y=0.0), order="C")
    with page(
        second,
        text("low", "Light", 3000.0, x=4000.0),
        text("high", "lîght pen", 100.0),
        text("there", "LIGHT!", 100.0, parent=SECOND),
        text("other", "heat", 200.0),
    ) as shown:
        yield shown


async def opened(board: Page, words: str, count: str) -> FindBar:
    bar = board.view.finder
    board.view.canvas.setFocus()
    board.key(Qt.Key.Key_F, CTRL)
    assert bar.isVisible()
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, words)
    await until(lambda: bar.count.text() == count, what=f"{count!r} instead of {bar.count.text()!r}")
    return bar


def is_seen(board: Page, id: str) -> bool:
    element = board.editor.document.get(ElementId(id))
    assert element is not None
    box = board.view.canvas.view.rect_to_screen(bounds(element))
    return box.left > 0 and box.top > 0 and box.right < board.view.canvas.width() and box.bottom < 560


async def test_the_first_match_is_shown_and_enter_leads_on_over_all_pages(board: Page) -> None:
    bar = await opened(board, "LIGHT", "1 of 3")
    await until(lambda: is_seen(board, "high"))
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 3"
    await until(lambda: is_seen(board, "low"), what="the view to glide there")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert board.editor.page == SECOND
    assert bar.count.text() == "3 of 3"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert board.editor.page == ""
    assert bar.count.text() == "1 of 3"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "3 of 3"


@pytest.mark.parametrize(("zoom", "then"), [(1.0, 1.0), (0.1, 14 / 24)])
async def test_the_view_goes_nearer_only_to_letters_that_are_too_small_to_read(
    board: Page, zoom: float, then: float
) -> None:
    board.view.canvas.zoom_to(zoom)
    await opened(board, "heat", "1 of 1")
    await until(lambda: is_seen(board, "other") and board.view.canvas.view.zoom == pytest.approx(then))


async def test_what_is_not_there_is_said(board: Page) -> None:
    bar = await opened(board, "photon", "Not found")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "Not found"


async def test_escape_closes_it_and_gives_the_keys_back_to_the_board(board: Page) -> None:
    bar = await opened(board, "heat", "1 of 1")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert board.view.canvas.hasFocus()


async def test_what_comes_and_goes_while_one_looks_is_counted(board: Page) -> None:
    bar = await opened(board, "light", "1 of 3")
    board.editor.submit([Put(text("new", "light", 500.0))])
    await until(lambda: bar.count.text() == "1 of 4")
    gone = Element(id=SECOND, kind=PAGE, geometry=Geometry(x=0.0, y=0.0), order="C")
    content = msgspec.structs.replace(gone.content, gone=True)
    board.editor.submit([Patch(id=SECOND, content=content)])
    await until(lambda: bar.count.text() == "1 of 3", what="a page that is gone to be left out")
    assert board.editor.page in ("", FIRST_PAGE)


async def test_the_count_of_very_many_is_not_cut_off() -> None:
    with page(*(text(f"t{n}", "light", 40.0 * n) for n in range(1000, 2100))) as board:
        bar = await opened(board, "light", "1 of 1100")
        bar.previous()
        assert bar.count.text() == "1100 of 1100"
        assert bar.count.fontMetrics().horizontalAdvance(bar.count.text()) < bar.count.width()
        assert bar.geometry().right() < board.view.width()
        assert bar.width() >= bar.sizeHint().width()


async def test_that_nothing_is_found_is_not_cut_off_in_german(board: Page, qapp: QApplication) -> None:
    before = QLocale()
    language.install(qapp, "de")
    try:
        bar = await opened(board, "gibt es nicht", "Nicht gefunden")
    finally:
        language.install(qapp, "en")
        QLocale.setDefault(before)
    assert bar.count.fontMetrics().horizontalAdvance(bar.count.text()) < bar.count.width()
