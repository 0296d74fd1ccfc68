"""Who may speak to this server from a browser: pages of its own, under a name that no stranger's DNS can give it.

Without this check a page on the internet could have its name resolved to this machine and talk to the server as if it
were its own (DNS rebinding).
"""

from __future__ import annotations

import functools
import ipaddress
import socket
from collections.abc import Iterable, Set
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

STRANGER = "Open this server by its address. (Its owner can allow other names with --hostname.)"


def only_local_names(names: Iterable[str]) -> Middleware:
    """Refuses requests whose Host is a stranger's name, or whose Origin is not that Host. `names` are no strangers'."""
    allowed = frozenset(name.lower() for name in names)

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = request.headers.getall("Host", [])
        if len(hosts) != 1 or not is_local(hosts[0], allowed):
            raise web.HTTPForbidden(text=STRANGER)
        for origin in request.headers.getall("Origin", []):
            if _place_of(origin) != hosts[0].lower():
                raise web.HTTPForbidden(text="Pages of other sites may not use this server.")
        return await handler(request)

    return check


def _place_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def is_local(host: str, names: Set[str] = frozenset()) -> bool:
    """Whether a Host header is an address, localhost, this machine's name, a local one, or one of `names`."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").partition("%")[0]
    except ValueError:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".local") or name in _own_names() or name in names
    return True


@functools.cache
def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    return frozenset({name, name.partition(".")[0]} - {""})
