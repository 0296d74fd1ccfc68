"""The HTTP client that everything in this room uses: no cookies, no proxy, no limit of connections."""

from __future__ import annotations

import aiohttp


def http_client(*traces: aiohttp.TraceConfig) -> aiohttp.ClientSession:
    """A client to be used in `async with`, inside a running loop; `traces` see its requests."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=list(traces),
        trust_env=False,  # a board on the local network is never behind the proxy to the internet
    )
