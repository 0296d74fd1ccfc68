"""What the server answers over HTTP, beside Socket.IO on the same port."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aiohttp import web
from aiohttp.typedefs import Handler
from aiohttp.web_protocol import RequestHandler

from server.hub import Hub
from whiteboard.protocol.limits import MAX_MESSAGE_BYTES

from .board_page import page_of_board
from .guest_page import guest_page
from .guests import GUESTS, only_encrypted_or_guests
from .health import Health
from .origin import only_local_names
from .pictures import PictureTransfer
from .snapshot import SnapshotDownload

MAX_BODY_BYTES = 4 * MAX_MESSAGE_BYTES
"""A request of long-polling may carry several messages."""


ON_REQUEST: web.AppKey[list[Callable[[RequestHandler], None]]] = web.AppKey("on_request", list)
"""These are told of the connection of every request, before anything else is done about it."""


def application(hub: Hub, started: float, names: Iterable[str] = ()) -> web.Application:
    """The aiohttp application without its Socket.IO endpoint; `started` is the loop's time, `names` as in `serving`."""
    guard = [_tell, only_local_names(names), only_encrypted_or_guests]
    app = web.Application(middlewares=guard, client_max_size=MAX_BODY_BYTES)
    app[GUESTS] = lambda: hub.guests
    app[ON_REQUEST] = []
    app.router.add_get("/health", Health(hub, started).answer)
    app.router.add_get("/b/{name}", page_of_board)
    app.router.add_get("/", guest_page().answer)
    app.router.add_get("/page/{digest}/{path:.+}", guest_page().answer_part)
    app.router.add_get("/b/{name}/snapshot", SnapshotDownload(hub).answer)
    transfer, place = PictureTransfer(hub), "/b/{name}/pictures/{hash:[0-9a-f]{64}}"
    app.router.add_get(place, transfer.give)
    app.router.add_put(place, transfer.take)
    return app


@web.middleware
async def _tell(request: web.Request, handler: Handler) -> web.StreamResponse:
    for told in request.app[ON_REQUEST]:
        told(request.protocol)
    return await handler(request)
