"""Asks an address whether a Whiteboard server is there, and finds out what is wrong if not."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl

import aiohttp
import msgspec

from .addresses import local_addresses
from .http import body_of
from .pin import OtherCertificate
from .trouble import Failed, Trouble

CONNECT_SECONDS = 4.0
ANSWER_SECONDS = 4.0
MAX_HEALTH_BYTES = 64 * 1024

_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}


class Health(msgspec.Struct, frozen=True):
    """The part of a server's `/health` that tells it from any other service, and whether it speaks without TLS."""

    version: str
    protocol: int
    boards: int
    members: int
    uptime: float
    guests: bool = True


_HEALTH = msgspec.json.Decoder(Health)


async def knock(
    http: aiohttp.ClientSession,
    origin: str,
    *,
    trust: ssl.SSLContext | bool = True,
    connect_seconds: float = CONNECT_SECONDS,
    answer_seconds: float = ANSWER_SECONDS,
) -> Health:
    """What the server at `origin` says of its health; Failed if there is none, with the reason.

    `trust` as for `http_client`; True: as the client was made.
    """
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=connect_seconds, sock_read=answer_seconds)
    try:
        async with asyncio.timeout(connect_seconds + answer_seconds):
            async with http.get(f"{origin}/health", ssl=trust, timeout=timeout, allow_redirects=False) as answer:
                body = await body_of(answer, MAX_HEALTH_BYTES)
    except (aiohttp.ClientError, OSError) as error:  # TimeoutError is an OSError
        raise Failed(trouble_of(error), str(error), fingerprint=_shown(error)) from None
    try:
        return _HEALTH.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Failed(Trouble.NOT_WHITEBOARD, f"status {answer.status}") from None


def trouble_of(error: aiohttp.ClientError | OSError) -> Trouble:
    """What an error of an HTTP request means for a person."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return _without_network(Trouble.NO_ANSWER)
        case TimeoutError():
            return Trouble.SILENT
        case aiohttp.ClientConnectorCertificateError():
            ours = isinstance(error.certificate_error, OtherCertificate)
            return Trouble.OTHER_CERTIFICATE if ours else Trouble.NOT_VOUCHED
        case aiohttp.ClientConnectorSSLError():
            return Trouble.UNENCRYPTED
        case aiohttp.ClientConnectorDNSError():
            return _without_network(Trouble.NO_SUCH_HOST)
        case aiohttp.ClientConnectorError():
            return _trouble_of_connecting(error.os_error)
        case _:
            return Trouble.NOT_WHITEBOARD


def _trouble_of_connecting(error: OSError) -> Trouble:
    if isinstance(error, socket.gaierror):
        return _without_network(Trouble.NO_SUCH_HOST)
    if isinstance(error, (ConnectionResetError, ConnectionAbortedError)):
        return Trouble.HUNG_UP
    if error.errno == errno.ECONNREFUSED or "refused" in str(error).lower():
        return Trouble.NOBODY_THERE  # several addresses were tried: only the text tells
    if error.errno in _UNREACHABLE:
        return _without_network(Trouble.NO_ANSWER)
    return Trouble.NO_ANSWER


def _shown(error: aiohttp.ClientError | OSError) -> str:
    """The fingerprint of the wrong certificate, if that is the error."""
    cause = error.certificate_error if isinstance(error, aiohttp.ClientConnectorCertificateError) else None
    return cause.fingerprint if isinstance(cause, OtherCertificate) else ""


def _without_network(otherwise: Trouble) -> Trouble:
    return otherwise if local_addresses() else Trouble.NO_NETWORK
