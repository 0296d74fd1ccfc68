"""Buttons of the board: flat, at least 40 pixels, painted from the theme, with a visible focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from . import icons
from .theme import RADIUS_PX, THEME


class TargetButton(QAbstractButton):
    """A square that lights up under the pointer. Subclasses paint its face."""

    def __init__(self, label: str, tip: str, do: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it to the board, for the space bar
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._do = do
        self.clicked.connect(self._act)

    def _act(self) -> None:
        self._do()

    def sizeHint(self) -> QSize:
        return QSize(THEME.target_px, THEME.target_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def nextCheckState(self) -> None:
        """A click does not check it: that is said by what is then in hand."""

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = self._ground()
            if ground:
                painter.setBrush(QColor(ground))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX - 2, RADIUS_PX - 2)
            self.paint_face(painter)
            if self.hasFocus():
                painter.setPen(QPen(QColor(colors.link), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS_PX - 3, RADIUS_PX - 3)

    def paint_face(self, painter: QPainter) -> None:
        """Paint what the button is about; the ground is painted already."""

    def _ground(self) -> str:
        colors = THEME.colors
        if self.isDown():
            return colors.pressed
        if self.isEnabled() and self.underMouse():
            return colors.hover
        return ""


class IconButton(TargetButton):
    """An icon; checked, it is the one in use."""

    def __init__(self, icon: str, label: str, tip: str, do: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(label, tip, do, parent)
        self._icon = icon

    def _ground(self) -> str:
        return THEME.colors.accent_soft if self.isChecked() else super()._ground()

    def paint_face(self, painter: QPainter) -> None:
        colors = THEME.colors
        color = colors.text
        if self.isChecked():
            color = colors.link
        if not self.isEnabled():
            painter.setOpacity(0.35)
        size = THEME.icon_px
        picture = icons.pixmap(self._icon, color, size, self.devicePixelRatioF())
        spot = QRect(0, 0, size, size)
        spot.moveCenter(self.rect().center())
        painter.drawPixmap(spot.topLeft(), picture)
        painter.setOpacity(1.0)
