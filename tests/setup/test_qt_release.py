"""PySide6 6.12.0 loses a reference to None or True with most calls on Python 3.11, and aborts within seconds."""

import sys

from PySide6.QtCore import QObject, Signal


class Speaker(QObject):
    said = Signal(int)


def test_a_thousand_signals_cost_no_reference_to_true_or_none() -> None:
    speaker = Speaker()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(1000):
        speaker.said.emit(number)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert [abs(now - then) < 500 for now, then in zip(after, before, strict=True)] == [True, True]
