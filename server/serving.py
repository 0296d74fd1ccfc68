"""Opens the door: listens on a port, runs the hub's tasks, and says goodbye to everybody at the end."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from .arrivals import Arrivals
from .hub import Hub
from .transport import Transport
from .web import ON_REQUEST, application

BACKLOG = 512
"""A whole school may come back in the same second."""

CLEANUP_SECONDS = 1.0
KEEP_ALIVE_SECONDS = 30.0
LINGER_SECONDS = 1.0
"""So long the rest of a refused upload is read, so that the refusal arrives."""


class CannotServe(Exception):
    """The server cannot start; the text tells the person who started it what to do."""


@asynccontextmanager
async def serving(
    hub: Hub, host: str, port: int, names: Iterable[str] = (), context: ssl.SSLContext | None = None
) -> AsyncIterator[tuple[str, int]]:
    """Serve the hub's boards as long as the context lasts; gives the address and port that it listens on.

    `names` are those by which others call this machine, besides its own and its addresses. With a `context` clients may
    encrypt, and only those that do are let in, unless guests are allowed.
    """
    transport = Transport(hub)
    app = application(hub, asyncio.get_running_loop().time(), names)
    transport.attach(app)
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=CLEANUP_SECONDS,
        keepalive_timeout=KEEP_ALIVE_SECONDS,
        lingering_time=LINGER_SECONDS,
    )
    await runner.setup()
    try:
        assert runner.server is not None
        arrivals = Arrivals(runner.server, context)
        app[ON_REQUEST].append(arrivals.asked)
        listener = await _listen(arrivals, host, port)
        address, bound = listener.sockets[0].getsockname()[:2]
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(hub.run_storage()), tasks.create_task(transport.run())]
            running += [tasks.create_task(hub.run_room(room)) for room in hub.rooms.values()]
            try:
                yield str(address), int(bound)
            finally:
                listener.close()
                arrivals.close()
                await hub.say_goodbye()
                for task in running:
                    task.cancel()
    finally:
        await runner.cleanup()


async def _listen(arrivals: Arrivals, host: str, port: int) -> asyncio.Server:
    try:
        return await asyncio.get_running_loop().create_server(arrivals, host, port, backlog=BACKLOG)
    except OSError as error:
        raise CannotServe(_in_words(error, host, port)) from None


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
