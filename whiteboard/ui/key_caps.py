"""Keys as they look on a keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from .theme import SMALL_PT, THEME, font


class KeyCaps(QWidget):
    """Keys as caps: "Ctrl" "Z"; the second way to do the same comes after a little gap."""

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = [_caps(key) for key in keys[:2]]
        self.setAccessibleName(_or().join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(SMALL_PT))
        widths = [_cap_width(metrics, cap) for key in self._caps for cap in key]
        gaps = sum((len(key) - 1) * 3 for key in self._caps) + (len(self._caps) - 1) * _between(metrics)
        return QSize(round(sum(widths) + gaps) + 1, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, metrics = THEME.colors, QFontMetrics(font(SMALL_PT))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(SMALL_PT))
            x = 0.5
            for number, key in enumerate(self._caps):
                if number:
                    painter.setPen(QColor(colors.muted))
                    gap = QRectF(x - 3, 0, _between(metrics), self.height())
                    painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, _or().strip())
                    x += _between(metrics) - 3
                for cap in key:
                    box = QRectF(x, 1.5, _cap_width(metrics, cap), self.height() - 3)
                    painter.setPen(QPen(QColor(colors.border), 1))
                    painter.setBrush(QColor(colors.hover))
                    painter.drawRoundedRect(box, 4, 4)
                    painter.setPen(QColor(colors.text))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
                    x += box.width() + 3


def _or() -> str:
    return QCoreApplication.translate("KeyCaps", " or ")


def _between(metrics: QFontMetrics) -> float:
    return metrics.horizontalAdvance(_or().strip()) + 12.0


def _cap_width(metrics: QFontMetrics, cap: str) -> float:
    return max(metrics.horizontalAdvance(cap) + 10.0, metrics.height() + 4.0)


def _caps(key: str) -> list[str]:
    """ "Ctrl+Shift++" has the caps Ctrl, Shift and +."""
    if key == "+" or not key:
        return [key]
    if key.endswith("++"):
        return [*key[:-2].split("+"), "+"]
    return key.split("+")
