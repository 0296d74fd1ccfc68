"""A person as a coloured circle with initials; a ring around it while they draw."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from .theme import THEME, font

SIZE_PX = 32
_RING_PX = 2.5


def initials(name: str) -> str:
    """One or two letters that stand for a name."""
    parts = name.split()
    if not parts:
        return "?"
    letters = parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")
    return letters.upper()


def paint_avatar(painter: QPainter, box: QRectF, letters: str, color: str, *, drawing: bool = False) -> None:
    """The circle with letters inside `box`; the ring is part of the box, so that drawing moves nothing."""
    fill = QColor(color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if drawing:
        painter.setPen(QPen(fill, _RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = _RING_PX / 2
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    inner = box.adjusted(4, 4, -4, -4) if drawing else box.adjusted(2, 2, -2, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(inner)
    dark_on_light = fill.lightnessF() > 0.65
    painter.setPen(QColor("#1e2226" if dark_on_light else "#ffffff"))
    painter.setFont(font(box.height() * 0.27, bold=True))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, letters)


class Avatar(QAbstractButton):
    """A person that can be clicked."""

    def __init__(self, parent: QWidget | None = None, *, size_px: int = SIZE_PX) -> None:
        super().__init__(parent)
        self._letters, self._color, self._drawing = "", "#868e96", False
        self.setFixedSize(QSize(size_px, size_px))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_person(self, name: str, color: str, *, drawing: bool = False, words: str = "") -> None:
        self._show(initials(name), color, words or name, drawing=drawing)

    def show_number(self, number: int, words: str) -> None:
        """So many people for whom there is no room."""
        self._show(f"+{number}", "#868e96", words)

    def _show(self, letters: str, color: str, words: str, *, drawing: bool = False) -> None:
        self._letters, self._color, self._drawing = letters, color, drawing
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_avatar(painter, QRectF(self.rect()), self._letters, self._color, drawing=self._drawing)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for color, width, inset in ((THEME.colors.surface, 2, 3), (THEME.colors.text, 2, 1)):
                    painter.setPen(QPen(QColor(color), width))
                    painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
