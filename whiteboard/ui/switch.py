"""A switch with words beside it, for what is on or off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .theme import BODY_PT, GAP_PX, TARGET_PX, THEME, font

_TRACK_PX = QSize(36, 20)
_WORDS_AT_PX = _TRACK_PX.width() + GAP_PX + 2


class Switch(QAbstractButton):
    """Checkable; `clicked` carries the new state."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(BODY_PT)).horizontalAdvance(self.text())
        return QSize(_WORDS_AT_PX + words + 2, TARGET_PX)  # 2: what leans over its advance

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = self.width() - _TRACK_PX.width() - 1 if mirrored else 1
            track = QRectF(left, (self.height() - _TRACK_PX.height()) / 2, _TRACK_PX.width(), _TRACK_PX.height())
            painter.setPen(QPen(QColor(colors.text if self.hasFocus() else colors.muted), 1.5))
            painter.setBrush(QColor(colors.accent if self.isChecked() else colors.field))
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
            radius = track.height() / 2 - 4
            at_right = self.isChecked() is not mirrored
            x = track.right() - track.height() / 2 if at_right else track.left() + track.height() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.on_accent if self.isChecked() else colors.muted))
            painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
            painter.setPen(QColor(colors.text))
            painter.setFont(font(BODY_PT))
            place = (
                self.rect().adjusted(0, 0, -_WORDS_AT_PX, 0)
                if mirrored
                else self.rect().adjusted(_WORDS_AT_PX, 0, 0, 0)
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
