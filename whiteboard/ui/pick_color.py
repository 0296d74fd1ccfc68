"""The eyedropper for a colour: the next click on the board takes the colour that is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from .canvas_widget import Canvas


def pick_color(canvas: Canvas, take: Callable[[str], None]) -> None:
    """Wait for a click on the board and call `take` with the colour there, `#rrggbb`. Escape gives it up."""
    _Picking(canvas, take)


class _Picking(QObject):
    """Hears everything before the board does, until it is over."""

    def __init__(self, canvas: Canvas, take: Callable[[str], None]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._take = take
        QApplication.setOverrideCursor(Qt.CursorShape.CrossCursor)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() == kinds.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if event.type() == kinds.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        if event.type() == kinds.Hide and watched is self._canvas:
            self._end()
            return False
        if event.type() in (kinds.TabletPress, kinds.TabletMove, kinds.TouchBegin) and watched is self._canvas:
            event.ignore()  # Qt makes mouse events of them
            return True
        if event.type() == kinds.MouseButtonPress and isinstance(event, QMouseEvent) and watched.isWidgetType():
            if watched is not self._canvas:
                self._end()
                return False
            self._pick(event.position().toPoint())
            return True
        return False

    def _pick(self, at: QPoint) -> None:
        color = self._canvas.grab(QRect(at, QSize(1, 1))).toImage().pixelColor(0, 0)
        self._end()
        self._take(color.name())

    def _end(self) -> None:
        QApplication.restoreOverrideCursor()
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self.deleteLater()
