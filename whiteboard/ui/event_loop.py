"""The one event loop of the app: asyncio's callbacks run inside Qt's loop, in asyncio's order and with exact timers.

qasync 0.28 starts a Qt timer for every callback: five times the cost, and their order is Qt's. Here all callbacks wait
in one queue that one zero timer drains, and all delays in one heap behind one precise timer. The tests in
tests/ui/test_event_loop.py say what stock qasync does not do; when they pass with it, this class can go.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QObject, Qt, QTimerEvent

BUDGET = 0.006
"""Seconds of callbacks in one turn; then Qt gets to paint, even when callbacks keep adding callbacks."""

_LONGEST_TIMER_MS = 3_600_000  # a Qt timer holds 24 days; an early wake-up is harmless
_SWEEP = 64  # cancelled delays that may stay in the heap before they are looked for


class _Alarm(QObject):
    """One Qt timer that is started and stopped often; a QTimer object costs twice as much."""

    def __init__(self, ring: Callable[[], None]) -> None:
        super().__init__()
        self._ring = ring
        self._timer = 0

    @property
    def is_set(self) -> bool:
        return self._timer != 0

    def set(self, delay_ms: int) -> None:
        self.stop()
        self._timer = self.startTimer(delay_ms, Qt.TimerType.PreciseTimer)

    def stop(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() == self._timer:
            self._ring()


class EventLoop(qasync.QEventLoop):  # type: ignore[misc]  # qasync ships no types
    """Made for `asyncio.Runner(loop_factory=lambda: EventLoop(application))`."""

    def __init__(self, application: object) -> None:
        self._ready_now: deque[asyncio.Handle] = deque()
        self._later: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._count = 0  # of delays so far: equal times keep their order
        self._cancelled = 0  # how many in `_later` are
        self._drain_alarm = _Alarm(self._drain)
        self._due_alarm = _Alarm(self._collect_due)
        super().__init__(application)

    # ------------------------------------------------------------ asyncio's interface

    def call_soon(
        self, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> asyncio.Handle:
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        self._push(handle)
        return handle

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> asyncio.TimerHandle:
        self._check_closed()
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        handle._scheduled = True  # type: ignore[attr-defined]  # asyncio asks it when the handle is cancelled
        self._sweep()
        self._count += 1
        heapq.heappush(self._later, (when, self._count, handle))
        if self._later[0][2] is handle:
            self._set_due_alarm()
        return handle

    def _timer_handle_cancelled(self, handle: Any) -> None:
        """asyncio tells the loop so, before it marks the handle."""
        self._cancelled += handle._scheduled

    def run_forever(self) -> Any:
        if self._ready_now:
            self._drain_alarm.set(0)
        return super().run_forever()

    def close(self) -> None:
        super().close()
        self._drain_alarm.stop()
        self._due_alarm.stop()
        self._ready_now.clear()
        self._later.clear()

    # ------------------------------------------------------------ inside

    def _push(self, handle: asyncio.Handle) -> None:
        self._ready_now.append(handle)
        if not self._drain_alarm.is_set:
            self._drain_alarm.set(0)

    def _drain(self) -> None:
        """Run what is ready, and what becomes ready meanwhile, as long as the budget lasts."""
        end = time.perf_counter() + BUDGET
        # a stopped loop is no running loop for a task: the rest waits for the next run
        while self._ready_now and self.is_running():
            handle = self._ready_now.popleft()
            if not handle.cancelled():
                handle._run()
            if time.perf_counter() > end:
                return
        self._drain_alarm.stop()

    def _collect_due(self) -> None:
        now = self.time()
        while self._later and self._later[0][0] <= now:
            handle = heapq.heappop(self._later)[2]
            handle._scheduled = False  # type: ignore[attr-defined]
            if handle.cancelled():
                self._cancelled -= 1
            else:
                self._push(handle)
        self._set_due_alarm()

    def _set_due_alarm(self) -> None:
        if not self._later:
            self._due_alarm.stop()
            return
        wait_ms = math.ceil((self._later[0][0] - self.time()) * 1000)
        self._due_alarm.set(min(max(wait_ms, 0), _LONGEST_TIMER_MS))

    def _sweep(self) -> None:
        """Forget cancelled delays when they are the most; each waits for its time otherwise."""
        if self._cancelled > _SWEEP and self._cancelled > len(self._later) // 2:
            self._later = [entry for entry in self._later if not entry[2].cancelled()]
            heapq.heapify(self._later)
            self._cancelled = 0
