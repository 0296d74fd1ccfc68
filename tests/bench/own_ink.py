"""My own ink: from the mouse event to the painted frame, in a 1080p window."""

from __future__ import annotations

import math
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.bench.frames import Frames
from tests.bench.handwriting import handwriting
from tests.doubles.onlooker import Onlooker
from whiteboard.model.geometry import Rect

WIDTH_PX, HEIGHT_PX = 1920, 1080
STROKES = 1000
EVERY = 0.008
"""Seconds between two events of a mouse of 125 Hz."""

EVENTS_A_STROKE = 120
GIVE_UP = 0.5

_LEFT = Qt.MouseButton.LeftButton


def own_ink(strokes: int = 12, wait_for_frame: float = GIVE_UP) -> list[float]:
    """Seconds from each event of these strokes to the end of the frame that shows it."""
    ann = Onlooker(
        "Ann", handwriting(STROKES, (Rect(0, 0, WIDTH_PX, HEIGHT_PX),)), width_px=WIDTH_PX, height_px=HEIGHT_PX
    )
    frames = Frames(ann.page)
    frames.settle()
    taken: list[float] = []
    for number in range(strokes):
        at = middle = QPointF(400 + 100 * number, 500)
        for step in range(EVENTS_A_STROKE):
            began = perf_counter()
            angle = step * 0.12
            at = middle + QPointF(step * 3 * math.cos(angle), step * 3 * math.sin(angle))
            kind = QEvent.Type.MouseMove if step else QEvent.Type.MouseButtonPress
            taken.append(_shown(ann, frames, kind, at, wait_for_frame))
            while perf_counter() - began < EVERY:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        taken.append(_shown(ann, frames, QEvent.Type.MouseButtonRelease, at, wait_for_frame))
        frames.settle(0.05)
    assert len(ann.document) == STROKES + strokes
    ann.leave()
    return taken


def _shown(ann: Onlooker, frames: Frames, kind: QEvent.Type, at: QPointF, give_up: float) -> float:
    canvas, count, began = ann.page.canvas, frames.count, perf_counter()
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else _LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else _LEFT
    place = canvas.mapToGlobal(at)
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier))
    while frames.count == count and perf_counter() - began < give_up:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    return frames.last - began if frames.count > count else give_up
