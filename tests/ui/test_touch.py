"""Fingers on the canvas."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.doubles.page import Page, page
from whiteboard.model.geometry import Point
from whiteboard.ui import tablet, touch
from whiteboard.ui.target_button import IconButton

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


class Fingers:
    """Fingers by number, at pixels of the canvas; each call is one event with all that are down."""

    def __init__(self, board: Page, screen: QPointingDevice) -> None:
        self._canvas = board.view.canvas
        self._sequence = QTest.touchEvent(self._canvas, screen, False)
        self._down: dict[int, QPoint] = {}

    def __call__(self, **changes: tuple[int, int] | None) -> None:
        """`f1=(x, y)` presses or moves finger 1, `f1=None` lifts it."""
        canvas, sequence = self._canvas, self._sequence
        named = {int(name[1:]): place for name, place in changes.items()}
        for finger, place in named.items():
            if place is None:
                sequence.release(finger, self._down.pop(finger), canvas)
            elif finger in self._down:
                self._down[finger] = QPoint(*place)
                sequence.move(finger, self._down[finger], canvas)
            else:
                self._down[finger] = QPoint(*place)
                sequence.press(finger, self._down[finger], canvas)
        for finger in self._down.keys() - named.keys():
            sequence.stationary(finger)
        sequence.commit()


@pytest.fixture
def fingers(board: Page, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch) -> Fingers:
    """Fingers that always land soon after each other: Qt stamps these events with the time, and machines stall."""
    monkeypatch.setattr(touch, "PINCH_SECONDS", 3600.0)
    return Fingers(board, screen)


def test_one_finger_draws(board: Page, fingers: Fingers) -> None:
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f1=(200, 100))
    fingers(f1=None)
    (drawn,) = board.drawn
    assert drawn.geometry.w == pytest.approx(100)


def test_two_fingers_zoom_about_their_middle_and_draw_nothing(board: Page, fingers: Fingers) -> None:
    middle = board.view.canvas.view.to_board((200, 200))
    fingers(f1=(150, 200))
    fingers(f2=(250, 200))
    fingers(f1=(100, 200), f2=(300, 200))
    view = board.view.canvas.view
    assert view.zoom == pytest.approx(2.0)
    assert view.to_board((200, 200)) == pytest.approx(middle)
    fingers(f1=None)
    fingers(f2=(320, 200))
    fingers(f2=None)
    assert board.drawn == []
    assert not board.editor.busy


def test_two_fingers_side_by_side_move_the_view(board: Page, fingers: Fingers) -> None:
    fingers(f1=(150, 200), f2=(250, 200))
    fingers(f1=(180, 240), f2=(280, 240))
    view = board.view.canvas.view
    assert (view.left, view.top, view.zoom) == pytest.approx((-30, -40, 1))


def test_a_finger_that_stays_after_a_pinch_moves_the_view(board: Page, fingers: Fingers) -> None:
    fingers(f1=(150, 200), f2=(250, 200))
    fingers(f2=None)
    fingers(f1=(160, 200))
    assert board.view.canvas.view.left == pytest.approx(-10)
    fingers(f1=None)
    assert board.drawn == []


def test_a_second_finger_that_comes_later_is_another_persons(
    board: Page, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "PINCH_SECONDS", 0.0)
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f2=(100, 300))
    fingers(f1=(200, 100), f2=(200, 300))
    assert len(board.editor.preview.strokes) == 2
    fingers(f1=None)
    fingers(f2=None)
    assert len(board.drawn) == 2


def test_once_a_pen_was_used_fingers_move_the_view(board: Page, fingers: Fingers) -> None:
    board.pen((300, 300), (350, 300))
    fingers(f1=(100, 100))
    fingers(f1=(130, 110))
    fingers(f1=None)
    assert len(board.drawn) == 1
    assert board.view.canvas.view.to_board((0, 0)) == Point(-30, -10)


def test_a_palm_that_lies_there_when_the_pen_comes_leaves_no_ink(board: Page, fingers: Fingers) -> None:
    fingers(f1=(100, 100))
    fingers(f1=(110, 100))
    board.pen((300, 300), (350, 300))
    fingers(f1=(120, 100))
    fingers(f1=None)
    assert len(board.drawn) == 1
    assert board.drawn[0].geometry.x == 300


def test_a_palm_beside_a_pen_that_writes_does_not_move_the_board(board: Page, fingers: Fingers) -> None:
    board.pen((600, 300), (650, 300))
    before = board.view.canvas.view
    fingers(f1=(100, 100))
    board.pen((300, 300), (350, 300), lift=False)
    fingers(f1=(100, 200))
    fingers(f2=(200, 200))
    fingers(f1=(100, 250), f2=(200, 250))
    assert board.view.canvas.view == before
    fingers(f1=None, f2=None)
    board.pen((350, 300), (400, 300))
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    assert board.view.canvas.view != before
    fingers(f1=None)


def test_a_palm_beside_a_pen_that_hovers_does_not_move_the_board(
    board: Page, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tablet, "NEAR_SECONDS", 10.0**12)  # however long this test takes
    board.pen((600, 300), (650, 300))
    board.hover(640, 300)
    before = board.view.canvas.view
    fingers(f1=(100, 100))
    fingers(f1=(100, 200))
    assert board.view.canvas.view == before
    monkeypatch.setattr(tablet, "NEAR_SECONDS", 0.0)  # the pen is gone for long
    fingers(f1=(100, 300))
    assert board.view.canvas.view == before, "the palm still lies there"
    fingers(f1=None)
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    assert board.view.canvas.view != before
    fingers(f1=None)


def test_fingers_that_may_draw_do_so_beside_a_pen_that_hovers(
    board: Page, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tablet, "NEAR_SECONDS", 10.0**12)
    board.view.canvas.fingers_beside_pen = True
    board.hover(640, 300)
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f1=None)
    assert len(board.drawn) == 1


def test_beside_a_finger_that_moves_the_view_a_second_one_pinches_at_any_time(
    board: Page, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "PINCH_SECONDS", 0.0)
    board.editor.choose("hand")
    fingers(f1=(140, 200))
    fingers(f1=(150, 200))
    fingers(f2=(250, 200))
    fingers(f1=(100, 200), f2=(300, 200))
    assert board.view.canvas.view.zoom == pytest.approx(2.0)
    fingers(f1=None, f2=None)


def test_drawing_with_fingers_can_be_had_back(board: Page, fingers: Fingers) -> None:
    board.pen((300, 300), (350, 300))
    (offer,) = board.view.toasts.texts
    assert "fingers" in offer
    (button,) = [b for b in board.view.findChildren(IconButton) if b.accessibleName() == "Draw with fingers"]
    assert not button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert board.view.canvas.fingers_draw
    board.pen((300, 400), (350, 400))
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f1=None)
    assert len(board.drawn) == 3


def test_two_pens_and_three_fingers_draw_at_once(
    board: Page, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "PINCH_SECONDS", 0.0)
    board.view.canvas.fingers_beside_pen = True
    board.pen((600, 100), (650, 100), lift=False, serial=41)
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f2=(100, 200))
    board.pen((600, 300), (650, 300), lift=False, serial=42)
    fingers(f3=(100, 300))
    fingers(f1=(200, 100), f2=(200, 200), f3=(200, 300))
    assert len(board.editor.preview.strokes) == 5
    fingers(f1=None, f2=None, f3=None)
    board.pen((600, 100), (650, 100), serial=41)
    assert sorted(round(drawn.geometry.y) for drawn in board.drawn if drawn.geometry.x < 300) == [100, 200, 300]


def test_fingers_may_draw_beside_the_pen_from_the_start(board: Page, fingers: Fingers) -> None:
    board.view.canvas.fingers_beside_pen = True
    board.pen((300, 300), (350, 300))
    assert board.view.toasts.texts == []
    fingers(f1=(100, 100))
    fingers(f1=(150, 100))
    fingers(f1=None)
    assert len(board.drawn) == 2
