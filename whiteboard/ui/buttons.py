"""Buttons with words, and the words themselves in the type scale."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from . import icons
from .theme import BODY_PT, ICON_PX, THEME, font

Kind = Literal["plain", "accent", "quiet", "danger"]


def button(words: str, kind: Kind = "plain", *, icon: str = "", tip: str = "") -> QPushButton:
    """A button with words, and an icon before them."""
    made = QPushButton(words)
    made.setProperty("kind", kind)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if tip:
        made.setToolTip(tip)
    if icon:
        made.setProperty("icon_name", icon)
        _color_icon(made)
        made.installEventFilter(_Recolor(made))
    return made


class _Recolor(QWidget):
    """Gives a button its icon anew when the theme changes. A child of the button, never shown."""

    def __init__(self, of: QPushButton) -> None:
        super().__init__(of)
        self._of = of
        self.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._of and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            _color_icon(self._of)
        return False


def _color_icon(of: QPushButton) -> None:
    colors = THEME.colors
    color = {"accent": colors.on_accent, "danger": colors.danger}.get(of.property("kind"), colors.text)
    of.setIcon(icons.icon(of.property("icon_name"), color, colors.muted))
    of.setIconSize(QSize(ICON_PX, ICON_PX))


def words(text: str = "", points: float = BODY_PT, *, bold: bool = False, muted: bool = False) -> QLabel:
    """A label that wraps; `muted` for what is said beside the point."""
    label = QLabel(text)
    label.setFont(font(points, bold=bold))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


class Complaint(QLabel):
    """What went wrong, in the colour for it; takes no room while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._color()

    def _color(self) -> None:
        palette = self.palette()
        color = QColor(THEME.colors.danger)
        if palette.color(QPalette.ColorRole.WindowText) != color:
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)
