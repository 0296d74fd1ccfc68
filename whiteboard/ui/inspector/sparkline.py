"""Two little lines of the last minute: how much came in and how much went out, a second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from whiteboard.ui.theme import GAP_PX, SMALL_PT, THEME, font

_HEIGHT_PX, _WORDS_PX = 56, 18


class Sparkline(QWidget):
    """`name` is what is counted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._words = ("", "")
        self._in: tuple[int, ...] = ()
        self._out: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rates(self, incoming: Sequence[int], outgoing: Sequence[int]) -> None:
        """Values of each second, oldest first, at least one."""
        self._in, self._out = tuple(incoming), tuple(outgoing)
        self._words = (self.tr("{:,} in").format(incoming[-1]), self.tr("{:,} out").format(outgoing[-1]))
        self.setAccessibleName(f"{self._name}: {self.words}")
        self.update()

    @property
    def words(self) -> str:
        """What the last second was."""
        return ", ".join(self._words)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setFont(font(SMALL_PT))
            letters, left = QFontMetricsF(painter.font()), 0.0
            ink = (colors.muted, colors.link, colors.warning)
            for text, color in zip((self._name, *self._words), ink, strict=True):
                painter.setPen(QColor(color))
                painter.drawText(QRectF(left, 0, self.width(), _WORDS_PX), Qt.AlignmentFlag.AlignLeft, text)
                left += letters.horizontalAdvance(text) + 2 * GAP_PX
            painter.setPen(QColor(colors.border))
            floor = self.height() - 2
            painter.drawLine(0, floor + 1, self.width(), floor + 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            most = max((*self._in, *self._out, 1))
            room = floor - _WORDS_PX - GAP_PX / 2
            for values, color in ((self._in, colors.link), (self._out, colors.warning)):
                if len(values) < 2:
                    continue
                step = self.width() / (len(values) - 1)
                painter.setPen(QPen(QColor(color), 1.5))
                painter.drawPolyline(
                    QPolygonF([QPointF(i * step, floor - value / most * room) for i, value in enumerate(values)])
                )
