"""The frame of all dialogs: shown with `open`, never `exec`, which would run a loop within the loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from .buttons import Kind, button, words
from .theme import GAP_PX, HEADING_PT, MARGIN_PX


class Dialog(QDialog):
    """Content goes into `column`, buttons are added from left to right at the lower right."""

    def __init__(self, parent: QWidget, title: str, *, width_px: int = 420) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._width_px = width_px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX, 2 * MARGIN_PX)
        outer.setSpacing(2 * GAP_PX)
        self.heading = words(title, HEADING_PT, bold=True)
        outer.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP_PX + 4)
        outer.addLayout(self.column)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP_PX)
        self._buttons.addStretch()
        outer.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        """Be as high as the words need: labels that wrap have no height of their own."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):  # after some others it is gone
            layout = self.layout()
            assert layout is not None
            layout.activate()
            self.setFixedSize(self._width_px, layout.totalHeightForWidth(self._width_px))
        return handled

    def add_button(self, label: str, do: Callable[[], object], kind: Kind = "plain") -> QPushButton:
        made = button(label, kind)
        made.clicked.connect(lambda _: do())
        self._buttons.addWidget(made)
        return made


class Question(Dialog):
    """One thing to decide; Escape is no."""

    def __init__(self, parent: QWidget, title: str, text: str, yes: str, no: str, do: Callable[[], object]) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column.addWidget(words(text))
        self.no = self.add_button(no, self.reject, "quiet")
        self.yes = self.add_button(yes, self.accept, "accent")
        self.yes.setDefault(True)
        self.accepted.connect(do)


class Notice(Dialog):
    """Something that must not be overlooked."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column.addWidget(words(text))
        self.add_button(self.tr("OK"), self.accept, "accent").setDefault(True)
