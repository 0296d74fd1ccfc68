"""The HTTP client that everything in this room uses: no cookies, no proxy, no limit of connections."""

from __future__ import annotations

import ssl

import aiohttp


def http_client(trust: ssl.SSLContext | bool = True, *traces: aiohttp.TraceConfig) -> aiohttp.ClientSession:
    """A client to be used in `async with`, inside a running loop; `traces` see its requests.

    `trust` says which servers are the right ones, see `pin.trust`.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, ssl=trust),
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=list(traces),
        trust_env=False,  # a board on the local network is never behind the proxy to the internet
    )
