"""Who does not encrypt gets no further than a page that says so, unless guests are allowed."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler

GUESTS: web.AppKey[Callable[[], bool]] = web.AppKey("guests")
"""Whether one may come onto some board without encryption, just now."""

NO_GUESTS = "In a browser it can be used if its host allows browser guests, under Share."
_FOR_ALL = "/health"
_PAGES = "/b/"
_SOCKET_IO = "/socket.io/"


def may_enter(request: web.Request) -> bool:
    """Whether a request may come near a board: it is encrypted, or guests are allowed."""
    return request.secure or request.app[GUESTS]()


@web.middleware
async def only_encrypted_or_guests(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses what is not encrypted, but for `/health` and the page of a board, which `may_enter` makes plainer.

    Who polls has come in already, and is told by what it polls that it has to go.
    """
    if may_enter(request) or request.path == _FOR_ALL or _is_page(request) or _polls(request):
        return await handler(request)
    raise web.HTTPForbidden(text=f"This server wants encrypted connections. {NO_GUESTS}")


def _polls(request: web.Request) -> bool:
    return request.path == _SOCKET_IO and bool(request.query.get("sid"))  # empty, it would begin a session


def _is_page(request: web.Request) -> bool:
    path = request.rel_url.raw_path  # a name may have a slash in it, escaped
    return path.startswith(_PAGES) and "/" not in path.removeprefix(_PAGES)
