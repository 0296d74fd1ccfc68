"""A timer that does one thing once, each time it is started, and as precisely as the system can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


def one_shot(owner: QObject, then: Callable[[], None]) -> QTimer:
    """`then` is called when its interval is over."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(then)
    return timer
