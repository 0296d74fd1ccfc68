"""Opens the door: listens on a port, runs the hub's tasks, and says goodbye to everybody at the end."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from .hub import Hub
from .transport import Transport
from .web import application

CLEANUP_SECONDS = 1.0


class CannotServe(Exception):
    """The server cannot start; the text tells the person who started it what to do."""


@asynccontextmanager
async def serving(hub: Hub, host: str, port: int) -> AsyncIterator[tuple[str, int]]:
    """Serve the hub's boards as long as the context lasts; gives the address and port that it listens on."""
    transport = Transport(hub)
    app = application(hub, asyncio.get_running_loop().time())
    transport.attach(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLEANUP_SECONDS)
    await runner.setup()
    try:
        listening = await _listen(runner, host, port)
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(hub.run_storage()), tasks.create_task(transport.run())]
            running += [tasks.create_task(hub.run_room(room)) for room in hub.rooms.values()]
            try:
                yield listening
            finally:
                await hub.say_goodbye()
                for task in running:
                    task.cancel()
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> tuple[str, int]:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise CannotServe(_in_words(error, host, port)) from None
    address, bound = runner.addresses[0][:2]
    return str(address), int(bound)


def _in_words(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken, perhaps by another whiteboard-server. "
            "Stop that one, or choose another port with --port (0 picks a free one)."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"This machine does not have the address {host}: leave --host out, or give one that it has."
    if error.errno == errno.EACCES:
        return f"Port {port} needs special rights: choose one above 1023 with --port."
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."
