"""Catches the key that somebody presses for an action, whatever that key would do otherwise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from .theme import BODY_PT, GAP_PX, RADIUS_PX, THEME, font

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_LOCKS = (Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown)
_FIRST_NAMED_KEY = 0x01000000

_DIGIT_ROW = {"xcb": 10, "wayland": 10, "windows": 2}
"""The scan code of the key "1"; "2" to "9" and "0" follow. With Shift these keys are different signs on every keyboard,
but a shortcut "Shift+1" means the key."""


class KeyCatcher(QWidget):
    """`catch` waits for a key; `caught` hears it, in Qt's portable spelling. Escape and looking elsewhere give up."""

    caught = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def catch(self, text: str) -> None:
        """Wait for a key, and say so."""
        self._text = text
        self.setAccessibleName(text)
        self.show()
        self.setFocus()
        self.update()

    def event(self, event: QEvent) -> bool:
        """No shortcut works while this waits, and Tab is no key to leave by."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS or key in _LOCKS or event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        self.caught.emit(spelled(event, QGuiApplication.platformName()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.given_up.emit()

    def sizeHint(self) -> QSize:
        return QSize(200, THEME.target_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.link), 2))
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
            painter.setPen(QColor(colors.text))
            painter.setFont(font(BODY_PT))
            inside = self.rect().adjusted(GAP_PX, 0, -GAP_PX, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


def spelled(event: QKeyEvent, platform: str) -> str:
    """The key of an event as a key sequence: "Ctrl+Shift+A", "?", "Shift+1"."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    is_sign = int(key) < _FIRST_NAMED_KEY and not chr(int(key)).isalnum()
    if is_sign and held & shift and key != Qt.Key.Key_Space:
        number = event.nativeScanCode() - _DIGIT_ROW[platform] if platform in _DIGIT_ROW else -1
        if 0 <= number < 10:
            key = Qt.Key(ord("1234567890"[number]))
        else:
            held &= ~shift  # Shift made the sign: "?" says it all
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
