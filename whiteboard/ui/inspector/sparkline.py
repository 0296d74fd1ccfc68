"""Two little lines of the last minute: how much came in and how much went out, a second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from whiteboard.ui.theme import GAP_PX, SMALL_PT, THEME, font

_HEIGHT_PX, _WORDS_PX = 56, 18


class Sparkline(QWidget):
    """`name` is what is counted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = ""
        self._name = name
        self._in: tuple[float, ...] = ()
        self._out: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rates(self, incoming: Sequence[float], outgoing: Sequence[float], words: str) -> None:
        """Values of each second, oldest first; `words` say what the last one was."""
        self._in, self._out, self.words = tuple(incoming), tuple(outgoing), words
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setFont(font(SMALL_PT))
            painter.setPen(QColor(colors.muted))
            top = QRectF(0, 0, self.width(), _WORDS_PX)
            painter.drawText(top, Qt.AlignmentFlag.AlignLeft, f"{self._name}: {self.words}")
            floor = self.height() - 2
            painter.drawLine(0, floor + 1, self.width(), floor + 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            most = max((*self._in, *self._out, 1.0))
            room = floor - _WORDS_PX - GAP_PX / 2
            for values, color in ((self._in, colors.link), (self._out, colors.warning)):
                if len(values) < 2:
                    continue
                step = self.width() / (len(values) - 1)
                painter.setPen(QPen(QColor(color), 1.5))
                painter.drawPolyline(
                    QPolygonF([QPointF(i * step, floor - value / most * room) for i, value in enumerate(values)])
                )
