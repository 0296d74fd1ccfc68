"""The island at the lower right: smaller, 100 %, larger, everything."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from .actions import BY_NAME, Action, BoardParts
from .island import Island
from .target_button import IconButton, TargetButton
from .theme import SMALL_PT, THEME, font

_PERCENT_PX = 56


class ZoomControls(Island):
    def __init__(self, board: BoardParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Zoom"))
        self._board = board
        self._percent = _Percent(BY_NAME["zoom.100"], board)
        self.add(
            _button(BY_NAME["zoom.out"], board),
            self._percent,
            _button(BY_NAME["zoom.in"], board),
            _button(BY_NAME["zoom.fit"], board),
        )
        self.map = _button(BY_NAME["zoom.map"], board)
        self.map.setCheckable(True)
        self.add(self.map)
        board.canvas.view_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._percent.show_zoom(self._board.canvas.view.zoom)


class _Percent(TargetButton):
    """The zoom as a number; pressed, 100 %."""

    def __init__(self, action: Action, board: BoardParts) -> None:
        super().__init__(action.label, action.hint, partial(action.do, board))
        self._text = ""

    def show_zoom(self, zoom: float) -> None:
        self._text = f"{zoom * 100:.0f} %"
        self.setAccessibleDescription(self._text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_PERCENT_PX * THEME.letters), THEME.target_px)

    def paint_face(self, painter: QPainter) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(font(SMALL_PT))
        painter.setPen(QColor(THEME.colors.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


def _button(action: Action, board: BoardParts) -> IconButton:
    return IconButton(action.icon, action.label, action.hint, partial(action.do, board))
