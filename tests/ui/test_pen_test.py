"""The page where one tries pens and fingers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.doubles.page import page
from tests.doubles.patience import until
from whiteboard.files.settings import Settings
from whiteboard.ui.pen_reading import Rate, described, lean, reading_of
from whiteboard.ui.pen_test import PenTest

pytestmark = pytest.mark.usefixtures("qapp")

TIP, NONE, SIDE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.MouseButton.RightButton
_ALL = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure | QInputDevice.Capability.XTilt
_DEVICES: dict[tuple[QPointingDevice.PointerType, QInputDevice.Capability], QPointingDevice] = {}


def device(
    end: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen, can: QInputDevice.Capability = _ALL
) -> QPointingDevice:
    kind = QInputDevice.DeviceType.Stylus
    if (end, can) not in _DEVICES:
        number = QPointingDeviceUniqueId.fromNumericId(31)
        _DEVICES[end, can] = QPointingDevice("Wacom One Pen", 31, kind, end, can, 1, 3, "", number)
    return _DEVICES[end, can]


def tablet(
    kind: QEvent.Type,
    pen: QPointingDevice,
    at: tuple[float, float] = (50, 60),
    pressure: float = 0.0,
    tilt: tuple[float, float] = (0, 0),
    buttons: Qt.MouseButton = NONE,
) -> QTabletEvent:
    keys, place = Qt.KeyboardModifier.NoModifier, QPointF(*at)
    button = NONE if kind == QEvent.Type.TabletMove else TIP
    return QTabletEvent(kind, pen, place, place, pressure, *tilt, 0, 0, 0, keys, button, buttons)


class Kept:
    def __init__(self) -> None:
        self.settings = Settings()

    def keep_settings(self, **new: object) -> None: ...

    def introduce(self, name: str, color: str) -> None: ...


@pytest.fixture
def tried() -> Iterator[PenTest]:
    made = PenTest(Kept(), None)
    made.resize(640, 400)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_pen_says_what_it_is_and_does() -> None:
    event = tablet(QEvent.Type.TabletPress, device(), pressure=0.37, tilt=(30, -40), buttons=TIP | SIDE)
    told = described(reading_of(event, touching=False))
    assert told["Device"] == "Wacom One Pen"
    assert told["State"] == "touching"
    assert told["End"] == "tip"
    assert told["Pressure"] == "37 %"
    assert told["Tilt"] == "50° from upright"
    assert told["Side buttons held"] == "1"


def test_a_simple_pen_says_what_it_does_not_know() -> None:
    plain = device(QPointingDevice.PointerType.Eraser, QInputDevice.Capability.Position)
    told = described(reading_of(tablet(QEvent.Type.TabletMove, plain), touching=False))
    assert told["State"] == "hovering"
    assert told["End"] == "eraser"
    assert told["Pressure"] == told["Tilt"] == "this pen does not say"


def test_leaning_has_an_angle_and_a_side() -> None:
    assert lean((0, 0)) == (0, 0)
    assert lean((0, -30)) == (30, 0)
    assert lean((45, 0)) == pytest.approx((45, 90))


def test_samples_are_counted_over_the_last_moment() -> None:
    rate = Rate()
    for number in range(101):
        rate.count(number / 200)
    assert rate.per_second(0.5) == pytest.approx(200)
    assert rate.per_second(5.0) == 0


async def test_a_pen_draws_there_and_the_words_follow(tried: PenTest) -> None:
    pad, pen = tried.pad, device()
    QApplication.sendEvent(pad, tablet(QEvent.Type.TabletMove, pen))
    assert pad.lines == []
    QApplication.sendEvent(pad, tablet(QEvent.Type.TabletPress, pen, pressure=0.2, buttons=TIP))
    QApplication.sendEvent(pad, tablet(QEvent.Type.TabletMove, pen, (90, 60), pressure=0.8, buttons=TIP))
    await until(lambda: "Pressure" in tried.values)
    assert tried.values["Pressure"].text() == "80 %"
    assert tried.bar.value() == 80
    QApplication.sendEvent(pad, tablet(QEvent.Type.TabletRelease, pen, (90, 60)))
    (line,) = pad.lines
    (_, light), (_, firm) = line.points
    assert firm > 3 * light
    await until(lambda: tried.values["State"].text() == "hovering")
    pad.clear()
    assert pad.lines == []


async def test_fingers_are_shown_with_their_numbers(tried: PenTest) -> None:
    screen = QTest.createTouchDevice()
    fingers = QTest.touchEvent(tried.pad, screen, False)
    fingers.press(0, QPoint(40, 40), tried.pad).press(1, QPoint(200, 80), tried.pad).commit()
    assert len(tried.pad.fingers) == 2
    await until(lambda: "Fingers" in tried.values)
    assert "," in tried.values["Fingers"].text()
    fingers.move(0, QPoint(60, 60), tried.pad).move(1, QPoint(220, 90), tried.pad).commit()
    fingers.release(0, QPoint(60, 60), tried.pad).release(1, QPoint(220, 90), tried.pad).commit()
    assert tried.pad.fingers == {}
    assert [len(line.points) for line in tried.pad.lines] == [2, 2]


def test_it_says_whether_a_palm_would_draw_and_lets_one_change_it() -> None:
    with page() as board:
        tried = PenTest(Kept(), board.view)
        tried.show()
        assert tried.fingers.isHidden()
        tried.hide()
        board.pen((100, 100), (150, 100))
        tried.show()
        assert "palm leaves no ink" in tried.palm.text()
        drew = []
        for _ in range(2):
            tried.fingers.click()
            drew.append(board.view.canvas.fingers_draw)
        assert drew == [True, False]
        tried.deleteLater()
