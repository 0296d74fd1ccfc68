"""Somebody at a real window: draws with Qt's mouse events, and sees pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QWindow
from PySide6.QtTest import QTest

from whiteboard.editor import Editor
from whiteboard.model.element import Element
from whiteboard.render.viewport import Viewport
from whiteboard.ui.board_window import BoardView

from .person import Person

_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Onlooker(Person):
    """A person whose editor is that of `page`, shown at 100 % from the board's origin."""

    def __init__(
        self, name: str, elements: Sequence[Element] = (), *, width_px: int = 900, height_px: int = 600
    ) -> None:
        self._size = (width_px, height_px)
        super().__init__(name, elements)

    def _sit_down(self) -> Editor:
        self.page = BoardView(self.make_editor, title="Board", view=Viewport(0, 0, 1))
        self.page.news.connect(self._on_news)
        self.page.resize(*self._size)
        self.page.show()
        return self.page.editor

    def press(self, x_px: int, y_px: int) -> None:
        QTest.mousePress(self._window, _LEFT, _NO_KEYS, self._place(x_px, y_px))

    def drag(self, x_px: int, y_px: int) -> None:
        """Move the mouse, with the button as it is."""
        QTest.mouseMove(self._window, self._place(x_px, y_px))

    def release(self, x_px: int, y_px: int) -> None:
        QTest.mouseRelease(self._window, _LEFT, _NO_KEYS, self._place(x_px, y_px))

    @property
    def _window(self) -> QWindow:
        """Not the canvas: a move over a widget goes to whatever window is on top at that place of the screen."""
        return self.page.window().windowHandle()

    def _place(self, x_px: int, y_px: int) -> QPoint:
        return self.page.canvas.mapTo(self.page.window(), QPoint(x_px, y_px))

    def scribble(self, *places_px: tuple[int, int]) -> None:
        """One stroke by mouse through these places of the canvas."""
        self.press(*places_px[0])
        for place in places_px[1:]:
            self.drag(*place)
        self.release(*places_px[-1])

    def picture(self) -> QImage:
        return self.page.canvas.grab().toImage()

    def color_at(self, x_px: int, y_px: int) -> QColor:
        return self.picture().pixelColor(x_px, y_px)

    def sees_ink(self, x_px: int, y_px: int) -> bool:
        return self.color_at(x_px, y_px).lightnessF() < 0.7

    def leave(self) -> None:
        self.page.close()
        self.page.deleteLater()
