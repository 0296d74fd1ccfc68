"""No key means two things."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from whiteboard.ui.actions import ACTIONS
from whiteboard.ui.app_actions import APP_ACTIONS


def test_no_key_means_two_things() -> None:
    keys = [key for action in ACTIONS for key in action.keys] + [action.key for action in APP_ACTIONS]
    counted = Counter(QKeySequence(key).toString() for key in keys if key)
    assert [key for key, count in counted.items() if count > 1] == []
