"""The server's composition root: builds everything, owns the tasks, and ends with a summary."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from platformdirs import user_data_path

from whiteboard import interrupt
from whiteboard.allocation import give_back_holes
from whiteboard.protocol.code import code_from
from whiteboard.protocol.link import Link

from . import boards, certificate, console
from .addresses import reachable
from .certificate import BadCertificate, Certificate
from .hub import Hub
from .options import Options, parse
from .pacing import ServerLoop
from .room import Room, Surroundings
from .serving import CannotServe, serving
from .storage.pictures import FOLDER_NAME as PICTURES
from .storage.pictures import Pictures
from .storage.port import StorageFailed
from .storage.sqlite import SqliteStore

log = logging.getLogger(__name__)

FILE_NAME = "boards.sqlite"
HOST_KEY_VARIABLE = "WHITEBOARD_HOST_KEY"
"""Who says hello with this secret is host; not on the command line, which everybody on a machine can read."""

TIDY_SECONDS = 60.0
"""So often holes in the heap go back to the system: who comes and goes leaves them, and more so who talks nonsense."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop. Returns the exit code: 2 if it could not start, 130 if interrupted before."""
    options = parse(arguments)
    console.set_up(options.log_level)
    interrupt.is_heard()
    try:
        with asyncio.Runner(loop_factory=ServerLoop) as runner:
            runner.run(serve(options))
    except (CannotServe, BadCertificate, StorageFailed) as error:
        print(f"whiteboard-server: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # before it served
        return 130
    return 0


async def serve(options: Options) -> None:
    """Open the boards, serve them until SIGINT, SIGTERM or the end of the parent, and close them."""
    host_key = os.environ.pop(HOST_KEY_VARIABLE, "")
    loop = asyncio.get_running_loop()
    assert isinstance(loop, ServerLoop)
    started = loop.time()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage") as thread:
        folder = options.data if options.data is not None else user_data_path("Whiteboard Server", appauthor=False)
        store = await loop.run_in_executor(thread, SqliteStore, folder / FILE_NAME)
        try:
            shown = await loop.run_in_executor(thread, certificate.kept_in, folder) if options.tls else None
            stored = await loop.run_in_executor(thread, boards.prepare, store, options.boards, options.code)
            around = Surroundings(
                wall=time.time,
                new_token=secrets.token_urlsafe,
                jitter=lambda: secrets.randbits(32),
                new_code=lambda: code_from(secrets.token_bytes(5)),
                host_key=host_key,
                guests=options.guests,
            )
            rooms = [Room(board, around) for board in stored]
            pictures = Pictures(folder / PICTURES)
            await loop.run_in_executor(thread, pictures.sweep)
            hub = Hub(rooms, store, thread, loop.time, pictures, loop.expect_ticks)
            del stored, rooms
            gc.collect()
            gc.freeze()  # the collector of cycles need not look at modules and boards again: 30 ms, and everybody waits
            await _serve_until_stopped(hub, options, shown)
            console.summary(hub, loop.time() - started)
        finally:
            await loop.run_in_executor(thread, store.close)


async def _serve_until_stopped(hub: Hub, options: Options, shown: Certificate | None) -> None:
    stop = _stop_event(options)
    context, fingerprint = (shown.context, shown.fingerprint) if shown is not None else (None, "")
    async with serving(hub, options.host, options.port, options.names, context) as (address, port):
        for room in hub.rooms.values():
            links = [Link(host, port, room.name, room.code, fingerprint) for host in reachable(address)]
            console.ready(room.name, links)
        async with asyncio.TaskGroup() as tasks:
            tidying = tasks.create_task(tidy())
            announcing = None
            if options.announce:
                from .announce import announce  # zeroconf costs memory that a server without it can save

                called = options.announce_as
                announcing = tasks.create_task(announce(list(hub.rooms.values()), address, port, called, fingerprint))
            await stop.wait()
            tidying.cancel()
            if announcing is not None:
                announcing.cancel()


async def tidy() -> None:
    """Keep the heap as small as what is in it, for ever."""
    while True:
        await asyncio.sleep(TIDY_SECONDS)
        await asyncio.to_thread(give_back_holes)


def _stop_event(options: Options) -> asyncio.Event:
    """Is set by SIGINT, SIGTERM and the end of the parent; a second signal ends the process at once."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def told() -> None:
        if stop.is_set():
            os._exit(1)
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, told)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(told))

    def wait_for_parent() -> None:
        while sys.stdin.buffer.read(4096):
            pass
        loop.call_soon_threadsafe(stop.set)

    if options.parent_pipe:
        threading.Thread(target=wait_for_parent, name="parent", daemon=True).start()
    return stop
