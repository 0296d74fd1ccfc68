"""What a screen reader hears of the board."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.doubles.board import stroke
from tests.doubles.page import Page, page
from tests.tools.boxes import shape, text
from whiteboard.ui.narration import Narration

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page(stroke("a", 100, 100), stroke("b", 200, 100), stroke("c", 300, 100)) as shown:
        yield shown


def heard(board: Page) -> list[str]:
    """What is said from now on."""
    sentences: list[str] = []
    narration = Narration(board.editor, board.view.pages, sentences.append)
    board.view.news.connect(lambda _: narration.follow())
    return sentences


def test_what_is_selected_is_said_once(board: Page) -> None:
    sentences = heard(board)
    board.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    board.key(Qt.Key.Key_Left)
    board.key(Qt.Key.Key_Escape)
    assert sentences == ["3 elements selected", "Nothing selected"]


def test_a_box_is_said_when_it_is_done(board: Page) -> None:
    board.editor.choose("select")
    sentences = heard(board)
    board.drag((50, 50), (150, 60), (260, 160))
    assert sentences == ["2 elements selected"]
    board.drag((50, 50), (80, 60), (160, 160))
    assert sentences == ["2 elements selected", "Ink selected"]


def test_from_one_thing_to_the_next_by_key_it_is_said_what_it_is() -> None:
    with page(shape("a", 0, 0), text("b", 200, 0), stroke("c", 0, 4000)) as board:
        sentences = heard(board)
        for _ in range(3):
            board.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        board.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
        assert sentences == ["Rectangle selected", "Text: words selected", "Ink selected", "Text: words selected"]
        assert board.editor.tool == "select"


def test_what_is_selected_by_key_is_brought_into_view() -> None:
    with page(shape("a", 0, 0), shape("far", 3000, 4000)) as board:
        for _ in range(2):
            board.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        canvas = board.view.canvas
        box = board.editor.selection_box
        assert box is not None
        assert canvas.view.visible((canvas.width(), canvas.height())).contains(box)


def test_turning_to_a_page_says_which(board: Page) -> None:
    sentences = heard(board)
    board.view.pages.add()
    board.view.pages.leaf(-1)
    assert sentences == ["Page 2 of 2", "Page 1 of 2"]


def test_drawing_says_nothing(board: Page) -> None:
    sentences = heard(board)
    board.drag((50, 300), (150, 300))
    assert sentences == []
