"""What a screen reader hears of the board."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.doubles.board import stroke
from tests.doubles.page import Page, page
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
    assert sentences == ["2 elements selected", "1 element selected"]


def test_turning_to_a_page_says_which(board: Page) -> None:
    sentences = heard(board)
    board.view.pages.add()
    board.view.pages.leaf(-1)
    assert sentences == ["Page 2 of 2", "Page 1 of 2"]


def test_drawing_says_nothing(board: Page) -> None:
    sentences = heard(board)
    board.drag((50, 300), (150, 300))
    assert sentences == []
