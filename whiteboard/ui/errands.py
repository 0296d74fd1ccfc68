"""What the window asks for and nobody waits for: each errand is a task of the app's group, and none can end the app."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Errands:
    """`on_failure` is called when an errand failed by a fault of ours; what it was stands in the log."""

    def __init__(self, tasks: asyncio.TaskGroup, on_failure: Callable[[], None]) -> None:
        self._tasks = tasks
        self._on_failure = on_failure
        self._running: set[asyncio.Task[None]] = set()

    def start(self, errand: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        """Begin now; cancel the task to give it up."""
        task = self._tasks.create_task(self._run(errand))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _: errand.close())  # it was never begun, if the task was cancelled at once
        return task

    def cancel_all(self) -> None:
        for task in self._running:
            task.cancel()

    async def _run(self, errand: Coroutine[Any, Any, object]) -> None:
        try:
            await errand
        except Exception:  # an outermost door: a lesson goes on
            log.exception("an errand failed")
            self._on_failure()
