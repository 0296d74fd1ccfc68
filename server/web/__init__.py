"""What the server answers over HTTP, beside Socket.IO on the same port."""

from __future__ import annotations

from aiohttp import web

from server.hub import Hub
from whiteboard.protocol.limits import MAX_MESSAGE_BYTES

from .board_page import board_page
from .health import Health
from .origin import only_local_names
from .snapshot import SnapshotDownload

MAX_BODY_BYTES = 4 * MAX_MESSAGE_BYTES
"""A request of long-polling may carry several messages."""


def application(hub: Hub, started: float) -> web.Application:
    """The aiohttp application without its Socket.IO endpoint; `started` is the loop's time."""
    app = web.Application(middlewares=[only_local_names], client_max_size=MAX_BODY_BYTES)
    app.router.add_get("/health", Health(hub, started).answer)
    app.router.add_get("/b/{name}", board_page)
    app.router.add_get("/b/{name}/snapshot", SnapshotDownload(hub).answer)
    return app
