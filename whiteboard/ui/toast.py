"""Quiet words at the lower left: they come, wait and fade, at most three at a time, and never take the focus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLabel, QPushButton, QWidget

from .announce import announce
from .motion import MOTION
from .theme import GAP_PX, MARGIN_PX, RADIUS_PX, SMALL_GAP_PX, THEME

MOST = 3
_SECONDS = 4.0
_WITH_ACTION_SECONDS = 8.0
_LASTING_SECONDS = 60.0
_WIDEST_PX = 360
_FADE_MS = 180


class Toast(QFrame):
    """One sentence, perhaps with one thing to do about it."""

    def __init__(self, text: str, action: tuple[str, Callable[[], None]] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        row = QHBoxLayout(self)
        tight = SMALL_GAP_PX if action is not None else GAP_PX + 2
        row.setContentsMargins(MARGIN_PX, tight, tight if action is not None else MARGIN_PX, tight)
        row.setSpacing(GAP_PX)
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names come from other people
        label.setMinimumWidth(min(label.fontMetrics().horizontalAdvance(text) + 2, _WIDEST_PX))
        row.addWidget(label, 1)
        if action is not None:
            button = QPushButton(action[0])
            button.setProperty("kind", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._act, action[1]))
            row.addWidget(button)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._opacity = QGraphicsOpacityEffect(self)
        self._opacity.setOpacity(0.0)
        self.setGraphicsEffect(self._opacity)
        self._fading = QPropertyAnimation(self._opacity, b"opacity", self)

    def _act(self, do: Callable[[], None]) -> None:
        do()
        self.fade()

    def appear(self) -> None:
        self._animate(1.0)

    def fade(self) -> None:
        """Go, slowly; it deletes itself."""
        self._fading.finished.connect(self.deleteLater)
        self._animate(0.0)

    def _animate(self, opacity: float) -> None:
        self._fading.stop()
        self._fading.setDuration(0 if MOTION.reduced else _FADE_MS)
        self._fading.setStartValue(self._opacity.opacity())
        self._fading.setEndValue(opacity)
        self._fading.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.setBrush(QColor(colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)


class Toasts:
    """The toasts of one window. `place` says where their lower left corner is, in pixels of the parent."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._shown: list[Toast] = []
        self._corner = (0, 0)
        self._right = False

    def say(self, text: str, action: tuple[str, Callable[[], None]] | None = None, *, lasting: bool = False) -> None:
        """Show a sentence for a few seconds; the oldest goes if there are too many. The same again stays one.

        `lasting`: for a minute, for who has just turned away.
        """
        for toast in self._shown:
            if toast.text == text:
                return
        if len(self._shown) == MOST:
            self._dismiss(self._shown[0])
        toast = Toast(text, action, self._parent)
        self._shown.append(toast)
        toast.show()
        toast.appear()
        self._arrange()
        announce(toast, text)
        seconds = _LASTING_SECONDS if lasting else _SECONDS if action is None else _WITH_ACTION_SECONDS
        QTimer.singleShot(round(seconds * 1000), toast, lambda: self._dismiss(toast))

    def take_back(self, text: str) -> None:
        """What this says holds no longer."""
        for toast in [toast for toast in self._shown if toast.text == text]:
            self._dismiss(toast)

    @property
    def texts(self) -> list[str]:
        return [toast.text for toast in self._shown]

    def place(self, side_px: int, bottom_px: int, *, right: bool = False) -> None:
        """Stack them from here upwards; `right`: their right edges are at `side_px`."""
        self._corner, self._right = (side_px, bottom_px), right
        self._arrange()

    def _dismiss(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            toast.fade()
            self._arrange()

    def _arrange(self) -> None:
        left, bottom = self._corner
        for toast in reversed(self._shown):
            toast.adjustSize()
            bottom -= toast.height()
            toast.move(left - toast.width() if self._right else left, bottom)
            toast.raise_()
            bottom -= GAP_PX
