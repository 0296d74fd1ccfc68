"""The server's composition root: builds everything, owns the tasks, and ends with a summary."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from aiohttp import web
from platformdirs import user_data_path

from whiteboard.model.element import Author
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Role

from . import boards, console
from .addresses import reachable
from .hub import Hub
from .options import Options, parse
from .room import Room, Surroundings
from .storage.port import StorageFailed
from .storage.sqlite import SqliteStore
from .transport import Transport
from .web import application

log = logging.getLogger(__name__)

FILE_NAME = "boards.sqlite"


class CannotServe(Exception):
    """The server cannot start; the text tells the person who started it what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop. Returns the exit code: 0, or 2 if the server could not start."""
    options = parse(arguments)
    console.set_up(options.log_level)
    try:
        asyncio.run(serve(options))
    except (CannotServe, StorageFailed) as error:
        print(f"whiteboard-server: {error}", file=sys.stderr)
        return 2
    return 0


async def serve(options: Options) -> None:
    """Open the boards, serve them until SIGINT, SIGTERM or the end of the parent, and close them."""
    started = asyncio.get_running_loop().time()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage") as thread:
        run = asyncio.get_running_loop().run_in_executor
        folder = options.data if options.data is not None else user_data_path("Whiteboard Server", appauthor=False)
        store = await run(thread, SqliteStore, folder / FILE_NAME)
        try:
            stored = await run(thread, boards.prepare, store, options.boards, options.code)
            around = Surroundings(time.time, secrets.token_urlsafe, lambda: secrets.randbits(32), _everybody_edits)
            rooms = [Room(board, around) for board in stored]
            hub = Hub(rooms, store, thread, asyncio.get_running_loop().time)
            del stored
            await _serve_rooms(options, hub, rooms, started)
            console.summary(hub, asyncio.get_running_loop().time() - started)
        finally:
            await run(thread, store.close)


async def _serve_rooms(options: Options, hub: Hub, rooms: Sequence[Room], started: float) -> None:
    transport = Transport(hub)
    app = application(hub, started)
    transport.attach(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    stop = _stop_event(options)
    try:
        address, port = await _listen(runner, options)
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(hub.run_storage()), tasks.create_task(transport.run())]
            running += [tasks.create_task(hub.run_room(room)) for room in rooms]
            addresses = reachable(address)
            for room in rooms:
                console.ready(room.name, [Link(host, port, room.name, room.code) for host in addresses])
            if options.announce:
                from .announce import announce  # zeroconf costs memory that a server without it can save

                running.append(tasks.create_task(announce(rooms, address, port)))
            await stop.wait()
            await hub.say_goodbye()
            for task in running:
                task.cancel()
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, options: Options) -> tuple[str, int]:
    try:
        await web.TCPSite(runner, options.host, options.port).start()
    except OSError as error:
        raise CannotServe(_in_words(error, options)) from None
    address, port = runner.addresses[0][:2]
    return str(address), int(port)


def _in_words(error: OSError, options: Options) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {options.port} is taken, perhaps by another whiteboard-server. "
            "Stop that one, or choose another port with --port (0 picks a free one)."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"This machine does not have the address {options.host}: leave --host out, or give one that it has."
    if error.errno == errno.EACCES:
        return f"Port {options.port} needs special rights: choose one above 1023 with --port."
    return f"Cannot listen on {options.host}, port {options.port}: {error.strerror or error}."


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


def _everybody_edits(author: Author) -> Role:
    return Role.EDITOR
