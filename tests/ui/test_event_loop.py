"""The event loop keeps asyncio's promises inside Qt's loop."""

import asyncio
import threading
import tracemalloc
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tests.doubles.patience import PATIENCE
from whiteboard.ui.event_loop import EventLoop

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture
def run(qapp: QApplication) -> Run[Any]:
    """Runs a coroutine on a fresh EventLoop; what the loop complains about fails the test."""

    def run(main: Coroutine[Any, Any, T]) -> T:
        complaints: list[dict[str, Any]] = []
        with asyncio.Runner(loop_factory=lambda: EventLoop(qapp)) as runner:
            runner.get_loop().set_exception_handler(lambda _, complaint: complaints.append(complaint))
            result = runner.run(asyncio.wait_for(main, PATIENCE))
        assert not complaints
        return result

    return run


def test_callbacks_run_in_the_order_they_were_added(run: Run[None]) -> None:
    async def main() -> None:
        seen: list[int] = []
        loop = asyncio.get_running_loop()
        for i in range(1000):
            loop.call_soon(seen.append, i)
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        assert seen == list(range(1000))

    run(main())


def test_delays_end_in_the_order_of_their_times_and_never_early(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        ended: list[tuple[float, float]] = []
        done = loop.create_future()
        for delay in (0.05, 0.01, 0.03, 0.01, 0.0, -1.0):
            when = loop.time() + delay
            loop.call_at(when, lambda when: ended.append((when, loop.time())), when)
        loop.call_later(0.06, done.set_result, None)
        await done
        assert [when for when, _ in ended] == sorted(when for when, _ in ended)
        assert all(at >= when for when, at in ended)

    run(main())


def test_equal_times_keep_their_order(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        seen: list[int] = []
        when = loop.time() + 0.005
        for i in range(50):
            loop.call_at(when, seen.append, i)
        await asyncio.sleep(0.01)
        assert seen == list(range(50))

    run(main())


def test_a_delay_can_say_when_and_can_be_cancelled(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        seen: list[str] = []
        now = loop.time()
        handle = loop.call_later(0.005, seen.append, "cancelled")
        assert now + 0.005 <= handle.when() <= loop.time() + 0.005
        handle.cancel()
        loop.call_soon(seen.append, "cancelled too").cancel()
        await asyncio.sleep(0.02)
        assert seen == []

    run(main())


def test_cancelled_delays_are_forgotten_long_before_their_time(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        tracemalloc.start()
        for _ in range(5_000):
            loop.call_later(60, print).cancel()
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert size < 200_000  # 5,000 of them take 1.6 MB

    run(main())


def test_cancelling_a_delay_that_has_ended_changes_nothing(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        ended = [loop.call_later(0, lambda: None) for _ in range(200)]
        await asyncio.sleep(0.01)
        for handle in ended:
            handle.cancel()
        await asyncio.wait_for(asyncio.sleep(0.01), PATIENCE)

    run(main())


def test_endless_callbacks_do_not_keep_qt_from_its_timers(run: Run[None]) -> None:
    async def main() -> None:
        beats: list[None] = []
        timer = QTimer()
        timer.timeout.connect(lambda: beats.append(None))
        timer.start(10)
        loop = asyncio.get_running_loop()
        limit = loop.time() + PATIENCE

        def again() -> None:
            if len(beats) < 10 and loop.time() < limit:
                loop.call_soon(again)
            else:
                done.set_result(None)

        done = loop.create_future()
        again()
        await done
        timer.stop()
        assert len(beats) >= 10

    run(main())


def test_a_callback_that_raises_does_not_stop_the_others(qapp: QApplication) -> None:
    complaints: list[str] = []
    seen: list[str] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: 1 / 0)
        loop.call_soon(seen.append, "after")
        await asyncio.sleep(0.001)

    with asyncio.Runner(loop_factory=lambda: EventLoop(qapp)) as runner:
        runner.get_loop().set_exception_handler(lambda _, complaint: complaints.append(repr(complaint["exception"])))
        runner.run(main())
    assert complaints == ["ZeroDivisionError('division by zero')"]
    assert seen == ["after"]


def test_other_threads_can_call_in(run: Run[None]) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(done.set_result, threading.get_ident()))
        thread.start()
        assert await done == thread.ident
        thread.join()
        assert await asyncio.to_thread(lambda: 7) == 7

    run(main())


def test_sockets_work_both_ways(run: Run[None]) -> None:
    async def main() -> None:
        async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.readexactly(1_000_000))
            await writer.drain()
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"x" * 1_000_000)
        assert len(await reader.read(-1)) == 1_000_000
        writer.close()
        server.close()
        await server.wait_closed()

    run(main())


def test_tasks_left_over_run_their_clean_up(qapp: QApplication) -> None:
    seen: list[str] = []

    async def lingering() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)
            seen.append("cleaned up")

    async def main() -> None:
        tasks.append(asyncio.get_running_loop().create_task(lingering()))
        await asyncio.sleep(0)

    tasks: list[asyncio.Task[None]] = []
    with asyncio.Runner(loop_factory=lambda: EventLoop(qapp)) as runner:
        runner.run(main())
    assert seen == ["cleaned up"]


def test_what_is_left_when_the_loop_stops_waits_for_the_next_run(qapp: QApplication) -> None:
    loops: list[object] = []

    def again(loop: EventLoop) -> None:
        loops.append(asyncio._get_running_loop())
        loop.call_soon(again, loop)

    loop = EventLoop(qapp)
    loop.call_soon(again, loop)
    loop.run_until_complete(asyncio.sleep(0.001))
    loop.run_until_complete(asyncio.sleep(0.001))
    loop.close()
    assert set(loops) == {loop}


def test_a_loop_can_be_run_again_and_closed_twice(qapp: QApplication) -> None:
    loop = EventLoop(qapp)
    assert loop.run_until_complete(asyncio.sleep(0.001, "first")) == "first"
    loop.call_soon(lambda: None)
    assert loop.run_until_complete(asyncio.sleep(0, "second")) == "second"
    loop.close()
    loop.close()
    with pytest.raises(RuntimeError):
        loop.call_soon(print)


def test_qt_signals_and_posted_events_go_on(run: Run[None]) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to True with each emit and aborts around the 500th."""

    class Counter(QObject):
        rang = Signal(int)

        def __init__(self) -> None:
            super().__init__()
            self.events = 0

        def event(self, event: QEvent) -> bool:
            self.events += event.type() == QEvent.Type.User
            return super().event(event)

    async def main() -> None:
        counter = Counter()
        seen: list[int] = []
        counter.rang.connect(seen.append)
        for i in range(1000):
            counter.rang.emit(i)
            QApplication.postEvent(counter, QEvent(QEvent.Type.User))
        await asyncio.sleep(0.01)
        assert seen == list(range(1000))
        assert counter.events == 1000

    run(main())
