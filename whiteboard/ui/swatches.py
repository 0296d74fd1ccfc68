"""Colours and widths to choose from, as buttons that show what they give."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QConicalGradient, QPainter, QPen

from whiteboard.model.style import WIDTHS
from whiteboard.words import t

from .target_button import TargetButton
from .theme import TARGET_PX, THEME

COLOR_NAMES: dict[str, str] = {
    "#1e1e1e": "Black",
    "#e03131": "Red",
    "#f08c00": "Orange",
    "#2f9e44": "Green",
    "#1971c2": "Blue",
    "#7048e8": "Violet",
    "#c2255c": "Pink",
    "#868e96": "Grey",
    "#ffffff": "White",
    "#ffc9c9": "Light red",
    "#ffd8a8": "Light orange",
    "#b2f2bb": "Light green",
    "#a5d8ff": "Light blue",
    "#d0bfff": "Light violet",
    "#ffe066": "Yellow",
    "#ffc078": "Light orange",
    "#faa2c1": "Light pink",
    "#f1f3f5": "Pale grey",
    "#ced4da": "Light grey",
}
_NARROW = 0.9
_SWATCH = 0.5
"""Shares of a target: how wide a swatch's button is, and its colour."""

_LEAST_CONTRAST = 80
"""A colour whose grey is nearer to the surface's has an edge."""


class Swatch(TargetButton):
    """A colour; "" is none."""

    def __init__(self, color: str, do: Callable[[], None], *, name: str = "") -> None:
        label = name or t(COLOR_NAMES.get(color, color))
        super().__init__(label, label, do)
        self._color = color
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(round(THEME.target_px * _NARROW), THEME.target_px)

    def paint_face(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        radius = THEME.target_px * _SWATCH / 2
        if not self.isEnabled():
            painter.setOpacity(0.35)
        paint_color(painter, middle, radius, self._color)
        if self.isChecked():
            paint_ring(painter, middle, radius)
        painter.setOpacity(1.0)


class OwnSwatch(TargetButton):
    """The way to any other colour: a ring of all, and in its middle the one in use, if the palette does not have it."""

    def __init__(self, label: str, do: Callable[[], None]) -> None:
        super().__init__(label, label, do)
        self._color = ""
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(round(THEME.target_px * _NARROW), THEME.target_px)

    def show_color(self, color: str) -> None:
        """The one in use, or "" if that is of the palette."""
        self._color = color
        self.setChecked(bool(color))
        self.setAccessibleDescription(color)
        self.update()

    def paint_face(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        radius = THEME.target_px * _SWATCH / 2
        ring = QConicalGradient(middle, 90)
        for step in range(7):
            ring.setColorAt(step / 6, QColor.fromHsvF(step / 6 % 1, 0.72, 0.95))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ring)
        painter.drawEllipse(middle, radius, radius)
        painter.setBrush(QColor(THEME.colors.surface))
        painter.drawEllipse(middle, radius * 0.62, radius * 0.62)
        if self._color:
            painter.setBrush(QColor(self._color))
            painter.drawEllipse(middle, radius * 0.62, radius * 0.62)
            paint_ring(painter, middle, radius)


class WidthButton(TargetButton):
    """One of the four widths, as a line of that width."""

    def __init__(self, number: int, label: str, tip: str, do: Callable[[], None]) -> None:
        super().__init__(label, tip, do)
        self.width_units = WIDTHS[number - 1]
        self._line_px = (1.75, 3.5, 6.0, 9.5)[number - 1]
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(round(THEME.target_px * _NARROW), THEME.target_px)

    def _ground(self) -> str:
        return THEME.colors.accent_soft if self.isChecked() else super()._ground()

    def paint_face(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        larger = THEME.target_px / TARGET_PX
        half = (8.0 - self._line_px / 4) * larger
        pen = QPen(QColor(THEME.colors.link if self.isChecked() else THEME.colors.text), self._line_px * larger)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))


def paint_color(painter: QPainter, middle: QPointF, radius: float, color: str) -> None:
    """A disc of a colour; for none, white with a red line through it."""
    ground = QColor(color or "#ffffff")
    plain = abs(_grey(ground) - _grey(QColor(THEME.colors.surface))) < _LEAST_CONTRAST
    edge = QColor(THEME.colors.text)
    edge.setAlphaF(0.32)
    painter.setPen(QPen(edge, 1) if plain or not color else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius, radius)
    if not color:
        slant = QPointF(radius * 0.68, -radius * 0.68)
        painter.setPen(QPen(QColor("#e03131"), 1.75))
        painter.drawLine(middle - slant, middle + slant)


def _grey(color: QColor) -> float:
    """How bright it looks, 0..255."""
    return 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()


def paint_ring(painter: QPainter, middle: QPointF, radius: float) -> None:
    """Around what is in use."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(THEME.colors.text), 2))
    painter.drawEllipse(middle, radius + 3.5, radius + 3.5)
