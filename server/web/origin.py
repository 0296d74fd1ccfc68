"""Who may speak to this server from a browser: pages of its own, under a name that no stranger's DNS can give it.

Without this check a page on the internet could have its name resolved to this machine and talk to the server as if it
were its own (DNS rebinding).
"""

from __future__ import annotations

import functools
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def only_local_names(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse requests whose Host is a stranger's name, or whose Origin is not that Host."""
    if not is_local(request.headers.get("Host", "")):
        raise web.HTTPForbidden(text="Open this server by its address, not by a name of your own.")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.headers["Host"].lower():
        raise web.HTTPForbidden(text="Pages of other sites may not use this server.")
    return await handler(request)


def is_local(host: str) -> bool:
    """Whether a Host header is an address, localhost, this machine's name or a name of the local network."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").partition("%")[0]
    except ValueError:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".local") or name in _own_names()
    return True


@functools.cache
def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    return frozenset({name, name.partition(".")[0]} - {""})
