"""A board page on the screen (or offscreen), used with real mouse, pen, touch and key events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.doubles.board import ME, clients
from tests.doubles.patience import until
from whiteboard.editor import Editor, News
from whiteboard.model.document import Document
from whiteboard.model.element import Element, in_paint_order
from whiteboard.render.viewport import Viewport
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing
from whiteboard.ui.board_window import BoardView

SIZE = (900, 640)
_CORNER = Viewport(0, 0, 1)
INK, PAPER = QColor("#1e1e1e"), QColor("#ffffff")


class Page:
    """Places are pixels of the canvas. At first a pixel is a board unit, and (0, 0) is at the upper left."""

    def __init__(
        self,
        *elements: Element,
        attached: bool = False,
        title: str = "Fractions",
        view: Viewport | None = _CORNER,
    ) -> None:
        self.news: list[News] = []
        ids = count(1)
        standing = Standing(client=ME, attached=attached)
        replica = Replica(standing, Document(elements), (), journal=NoJournal(), new_client=clients())
        self.view = BoardView(
            lambda index, tell: Editor(
                replica, index=index, new_id=lambda: f"e{next(ids)}", chance=lambda: next(ids), on_change=tell
            ),
            title=title,
            view=view,
        )
        self.view.news.connect(self.news.append)
        self.view.resize(*SIZE)
        self.view.show()
        self.view.activateWindow()
        QApplication.processEvents()

    @property
    def editor(self) -> Editor:
        return self.view.editor

    @property
    def drawn(self) -> list[Element]:
        """What is on the board, from the back to the front."""
        return sorted(self.editor.document, key=in_paint_order)

    # ------------------------------------------------------------ mouse and keys

    def press(self, x: int, y: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mousePress(self.view.canvas, button, pos=QPoint(x, y))

    def move(self, x: int, y: int) -> None:
        QTest.mouseMove(self.view.canvas, QPoint(x, y))

    def lift(self, x: int, y: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseRelease(self.view.canvas, button, pos=QPoint(x, y))

    def drag(self, *places: tuple[int, int], button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.press(*places[0], button)
        for place in places[1:]:
            self.move(*place)
        self.lift(*places[-1], button)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, keys)

    def wheel(
        self,
        x: int,
        y: int,
        turn: tuple[int, int],
        *,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        pixels: tuple[int, int] | None = None,
    ) -> None:
        """`turn` in eighths of a degree; with `pixels` it is two fingers on a trackpad."""
        device = QPointingDevice.primaryPointingDevice()
        if pixels is not None:
            device = QPointingDevice(
                "trackpad",
                99,
                QInputDevice.DeviceType.TouchPad,
                QPointingDevice.PointerType.Finger,
                QInputDevice.Capability.Position | QInputDevice.Capability.PixelScroll,
                2,
                3,
            )
        event = QWheelEvent(
            QPointF(x, y),
            self._global(x, y),
            QPoint(*(pixels or (0, 0))),
            QPoint(*turn),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase if pixels is None else Qt.ScrollPhase.ScrollUpdate,
            False,
            Qt.MouseEventSource.MouseEventNotSynthesized,
            device,
        )
        QApplication.sendEvent(self.view.canvas, event)

    def pen(
        self,
        *places: tuple[float, float],
        pressure: float = 0.5,
        end: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen,
        barrel: bool = False,
        serial: int = 7,
        lift: bool = True,
    ) -> None:
        """Press a tablet's pen at the first place, move over the others, lift at the last."""
        device = _stylus(end, serial)
        tip, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = tip | Qt.MouseButton.RightButton if barrel else tip
        self.tablet(device, QEvent.Type.TabletPress, places[0], pressure, tip, held)
        for place in places[1:]:
            self.tablet(device, QEvent.Type.TabletMove, place, pressure, none, held)
        if lift:
            self.tablet(device, QEvent.Type.TabletRelease, places[-1], 0.0, tip, none)

    def hover(self, x: float, y: float, *, end: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen) -> None:
        none = Qt.MouseButton.NoButton
        self.tablet(_stylus(end, 7), QEvent.Type.TabletMove, (x, y), 0.0, none, none)

    def tablet(
        self,
        device: QPointingDevice,
        kind: QEvent.Type,
        place: tuple[float, float],
        pressure: float,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
    ) -> None:
        keys = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(
            kind, device, QPointF(*place), self._global(*place), pressure, 0, 0, 0, 0, 0, keys, button, buttons
        )
        QApplication.sendEvent(self.view.canvas, event)

    def _global(self, x: float, y: float) -> QPointF:
        return self.view.canvas.mapToGlobal(QPointF(x, y))

    # ------------------------------------------------------------ looking

    def pixel(self, x: int, y: int) -> QColor:
        """The colour on the screen at a place of the canvas."""
        return self.view.canvas.grab().toImage().pixelColor(x, y)

    async def shows(self, x: int, y: int, color: QColor | str) -> None:
        """Wait until the screen has this colour there."""
        wanted = QColor(color)
        await until(lambda: _near(self.pixel(x, y), wanted), what=f"{wanted.name()} at {x}, {y}")


_STYLUSES: dict[tuple[QPointingDevice.PointerType, int], QPointingDevice] = {}


def _stylus(end: QPointingDevice.PointerType, serial: int) -> QPointingDevice:
    """The same device for the same pen, as a driver would have it."""
    if (end, serial) not in _STYLUSES:
        _STYLUSES[end, serial] = QPointingDevice(
            "pen",
            serial,
            QInputDevice.DeviceType.Stylus,
            end,
            QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
            1,
            3,
            "",
            QPointingDeviceUniqueId.fromNumericId(serial),
        )
    return _STYLUSES[end, serial]


def _near(a: QColor, b: QColor) -> bool:
    differences = (a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue())
    return all(abs(difference) < 24 for difference in differences)


@contextmanager
def page(*elements: Element, attached: bool = False, view: Viewport | None = _CORNER) -> Iterator[Page]:
    """A page that is gone afterwards, with all its timers."""
    shown = Page(*elements, attached=attached, view=view)
    try:
        yield shown
    finally:
        shown.view.close()
        shown.view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
