"""The papers to choose from, each as a little picture of itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from whiteboard.model.paper import PAPER_NAMES
from whiteboard.render.paper import paint_paper

from .popover import Popover
from .target_button import TargetButton
from .theme import SMALL_GAP_PX, SMALL_PT, THEME, font

_PICTURE_PX = QSize(76, 52)
_COLUMNS = 4
_ZOOM = 0.75
"""In this size of picture one sees of each paper what it is."""


class PaperChooser(Popover):
    """Calls `choose` with the name of a paper."""

    def __init__(self, choose: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent, width_px=_COLUMNS * 92 + 24)
        self._choose = choose
        self.setAccessibleName(self.tr("Paper"))
        grid = QGridLayout()
        grid.setSpacing(SMALL_GAP_PX)
        self.papers = {paper: PaperButton(paper, name, self._take) for paper, name in PAPER_NAMES.items()}
        for number, button in enumerate(self.papers.values()):
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self.column.addLayout(grid)

    def open_for(self, anchor: QWidget, paper: str) -> None:
        """Open beside a widget; `paper` is the one in use."""
        for name, button in self.papers.items():
            button.setChecked(name == paper)
        self.open_below(anchor)
        used = self.papers.get(paper)
        if used is not None:
            used.setFocus()

    def _take(self, paper: str) -> None:
        self.hide()
        self._choose(paper)


class PaperButton(TargetButton):
    def __init__(self, paper: str, name: str, take: Callable[[str], None]) -> None:
        super().__init__(name, name, partial(take, paper))
        self._paper = paper
        self._name = name
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(_PICTURE_PX.width() + 12, _PICTURE_PX.height() + 32)

    def paint_face(self, painter: QPainter) -> None:
        colors = THEME.colors
        place = QRect(6, 6, self.width() - 12, _PICTURE_PX.height())
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(place), 4, 4)
        painter.save()
        painter.setClipPath(frame)
        paint_paper(painter, place, (-place.left() - 8, -place.top() - 10), _ZOOM, self._paper)
        painter.restore()
        used = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.link if used else colors.border), 2.5 if used else 1))
        painter.drawPath(frame)
        painter.setPen(QColor(colors.link if used else colors.text))
        painter.setFont(font(SMALL_PT, bold=used))
        below = QRect(0, place.bottom() + 2, self.width(), self.height() - place.bottom() - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._name)
