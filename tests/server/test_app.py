"""What the server's process does besides serving."""

from __future__ import annotations

import asyncio

import pytest

from server import app
from tests.doubles.patience import until


async def test_holes_in_the_heap_are_given_back_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[None] = []
    monkeypatch.setattr(app, "TIDY_SECONDS", 0.01)
    monkeypatch.setattr(app, "give_back_holes", lambda: given_back.append(None))
    async with asyncio.TaskGroup() as tasks:
        tidying = tasks.create_task(app.tidy())
        await until(lambda: len(given_back) > 1)
        tidying.cancel()
