"""The window: trouble that lasts, keys on every page, and no closing by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.doubles.patience import until
from whiteboard.ui.app_actions import APP_ACTIONS, Wish
from whiteboard.ui.dialog import Notice, Question
from whiteboard.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def made() -> Iterator[MainWindow]:
    window = MainWindow(QSize(800, 600))
    window.show_page(QLabel("a page"), "Physics 9B")
    window.show()
    yield window
    window.really = True
    window.close()


def test_trouble_stays_until_it_is_over(made: MainWindow) -> None:
    assert made.trouble == ""
    made.show_trouble("The disk is full.")
    assert made.trouble == "The disk is full."
    made.show_trouble("")
    assert made.trouble == ""


def test_the_title_names_the_board(made: MainWindow) -> None:
    assert made.windowTitle() == "Physics 9B – Whiteboard"
    made.show_title("")
    assert made.windowTitle() == "Whiteboard"


def test_it_asks_before_it_closes(made: MainWindow) -> None:
    asked = list[int]()
    made.close_wanted.connect(lambda: asked.append(1))
    made.close()
    assert made.isVisible()
    assert asked == [1]
    made.really = True
    made.close()
    assert not made.isVisible()


async def test_its_keys_work(made: MainWindow) -> None:
    wished = list[Wish]()
    made.wished.connect(wished.append)
    made.activateWindow()
    await until(made.isActiveWindow)
    QTest.keyClick(made, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(made, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert wished == [Wish.NEW, Wish.SHARE]
    keys = [key for action in APP_ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


async def test_dialogs_are_as_high_as_their_words(made: MainWindow) -> None:
    short = Notice(made, "Title", "One line.")
    long = Notice(made, "Title", "Many words that need several lines. " * 12)
    short.open()
    long.open()
    await until(lambda: long.height() > short.height() + 60)
    assert short.width() == long.width()
    short.close()
    long.close()


async def test_a_question_does_something_only_on_yes(made: MainWindow) -> None:
    done = list[int]()
    for answer in ("no", "yes"):
        question = Question(made, "Really?", "Think.", "Yes", "No", lambda: done.append(1))
        question.open()
        (question.no if answer == "no" else question.yes).click()
        assert done == ([] if answer == "no" else [1])
