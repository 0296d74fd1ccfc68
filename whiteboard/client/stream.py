"""The events that wait for one `async for` of a script: bounded, so that a slow script cannot fill the memory."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Self

from .events import Event, Missed

MAX_WAITING = 10_000


class EventStream:
    """Gives the events from its making on. Ends when `end` is called, raising its error if there is one."""

    def __init__(self) -> None:
        self._waiting: deque[Event] = deque()
        self._missed = 0
        self._news = asyncio.Event()
        self._over = False
        self._error: Exception | None = None

    def add(self, event: Event) -> None:
        if len(self._waiting) == MAX_WAITING:
            self._waiting.popleft()
            self._missed += 1
        self._waiting.append(event)
        self._news.set()

    def end(self, error: Exception | None = None) -> None:
        """Nothing follows what waits already."""
        self._over, self._error = True, error
        self._news.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        while True:
            if self._missed:
                count, self._missed = self._missed, 0
                return Missed(count)
            if self._waiting:
                return self._waiting.popleft()
            if self._over:
                if self._error is not None:
                    raise self._error
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
