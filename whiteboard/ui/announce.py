"""Says things to screen readers that nobody has the focus on."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

try:
    from PySide6.QtGui import QAccessibleAnnouncementEvent as _Announcement
except ImportError:  # bindings of Qt 6.8 before they knew it
    _Announcement = None  # type: ignore[assignment, misc]


def announce(speaker: QWidget, sentence: str) -> None:
    """Let a screen reader say this, when it has said what it is saying. Does nothing where none is."""
    if not sentence:
        return
    if _Announcement is not None:
        QAccessible.updateAccessibility(_Announcement(speaker, sentence))
    else:
        QAccessible.updateAccessibility(QAccessibleEvent(speaker, QAccessible.Event.Alert))
