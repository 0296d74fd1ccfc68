"""A timeout is a TimeoutError wherever it runs out, also on the Python of Debian 12 (3.11.2)."""

import asyncio

import pytest


async def fail() -> None:
    raise ValueError("planted")


async def test_after_a_task_group_that_failed_a_timeout_still_ends_in_timeout_error() -> None:
    """The failed group leaves a cancellation counted in this task on Python before 3.13."""
    with pytest.raises(ExceptionGroup):
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail())
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()


async def test_a_cancellation_from_outside_is_not_taken_for_the_timeout() -> None:
    async def wait() -> None:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                task.cancel()  # while the timeout is running out
                raise

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(wait())
    assert task.cancelled()


async def test_within_time_nothing_happens() -> None:
    async with asyncio.timeout(5):
        await asyncio.sleep(0)
