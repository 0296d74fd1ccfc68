"""A box that says how far something long has come, and lets the person give it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from .buttons import words
from .dialog import Dialog

MOMENT_MS = 400
"""What takes less than this needs no box."""


class ProgressBox(Dialog):
    """`cancel` is called once, when the person has had enough; `cancelled` says so afterwards. It is there until
    `end`: the work reports for a while after it was given up."""

    def __init__(self, parent: QWidget, title: str, cancel: Callable[[], None]) -> None:
        super().__init__(parent, title)
        self.cancelled = False
        self._cancel = cancel
        self._waiting: QTimer | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._words = words(self.tr("One moment…"))
        self.column.addWidget(self._words)
        self.column.addWidget(self._bar)
        self.add_button(self.tr("Cancel"), self.reject, "quiet")

    def open_soon(self) -> None:
        """Appear only if it takes longer than a moment."""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.open)
        self._waiting.start(MOMENT_MS)

    def advance(self, done: int, total: int) -> None:
        """So much of it is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(self.tr("{} of {}").format(done, total))

    def reject(self) -> None:
        """Escape, the button, or the window's close button."""
        if not self.cancelled:
            self.cancelled = True
            self._cancel()
        super().reject()

    def end(self) -> None:
        """It is done: there is nothing to give up any more."""
        self._cancel = lambda: None
        if self._waiting is not None:
            self._waiting.stop()
        if self.isVisible():
            self.accept()
        self.deleteLater()
