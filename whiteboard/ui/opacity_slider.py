"""How much of what is below shines through, on a line from faint to full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider

from .shortcuts import is_asked_for
from .theme import SMALL_PT, THEME, font

LEAST, STEP = 10, 10
"""Percent: fainter ink could not be found again."""

_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_KNOB = 0.2
_WORDS_PX = 44


class OpacitySlider(QSlider):
    """Calls `choose` with 0..1 when the knob is let go, or moved by key: one step to undo."""

    def __init__(self, choose: Callable[[float], None]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._choose = choose
        self._mixed = False
        self._given = False
        self.setRange(LEAST // STEP, 100 // STEP)
        self.setPageStep(2)
        self.setTracking(False)
        self.setAccessibleName(self.tr("Opacity"))
        self.setToolTip(self.tr("Opacity"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sliderMoved.connect(self.update)
        self.valueChanged.connect(self._on_value)

    def show_opacity(self, opacity: float | None) -> None:
        """0..1; None if it differs among what is selected."""
        if self.isSliderDown():
            return
        self._mixed = opacity is None
        self._given = True
        self.setValue(round((1.0 if opacity is None else opacity) * 100 / STEP))
        self._given = False
        self.setAccessibleDescription(self.tr("mixed") if self._mixed else f"{self.value() * STEP} %")
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_asked_for(event, *_KEYS):
            event.accept()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(4 * THEME.target_px, THEME.target_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_value(self, steps: int) -> None:
        if not self._given:
            self._choose(steps * STEP / 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        radius = THEME.target_px * _KNOB
        words = round(_WORDS_PX * THEME.letters)
        left, right = radius + 4, self.width() - words - radius
        steps = self.sliderPosition()
        share = (steps - self.minimum()) / (self.maximum() - self.minimum())
        y, x = self.height() / 2, left + (right - left) * share
        with QPainter(self) as painter:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the knob's way is not mirrored either
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.border))
            painter.drawRoundedRect(QRectF(left - 2, y - 2, right - left + 4, 4), 2, 2)
            painter.setFont(font(SMALL_PT))
            if not self._mixed or self.isSliderDown():
                painter.setBrush(QColor(colors.accent))
                painter.drawRoundedRect(QRectF(left - 2, y - 2, x - left + 2, 4), 2, 2)
                painter.setPen(QPen(QColor(colors.text if self.hasFocus() else colors.surface), 2))
                painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
            painter.setPen(QColor(colors.text))
            said = self.tr("mixed") if self._mixed and not self.isSliderDown() else f"{steps * STEP} %"
            painter.drawText(
                QRectF(self.width() - words, 0, words - 2, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                said,
            )
