"""Finds out what speaks on a port that does not answer as a Whiteboard does."""

from __future__ import annotations

import asyncio
import ssl

from whiteboard.words import t

from .advice import Ailment

_MOST = 2048


async def look(host: str, port: int, seconds: float) -> tuple[Ailment, str]:
    """What kind of service it is, and the beginning of what it says, printable. Each of a few tries gets `seconds`."""
    said = await _said(
        host, port, seconds, f"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )
    if said is not None and said[:1] in (b"\x15", b"\x16") and said[1:2] == b"\x03":
        return Ailment.SPEAKS_TLS, t("it answers http with a TLS record")
    if said and said.startswith(b"HTTP/"):
        kind = Ailment.OTHER_WEB_SERVER
        if b"by its address, not by a name" in said:
            kind = Ailment.NAME_NOT_ACCEPTED
        elif b"400" in said[:20] and await _speaks_tls(host, port, seconds):
            kind = Ailment.SPEAKS_TLS  # web servers explain in http that they want https
        return kind, _shown(said)
    if said:
        return Ailment.OTHER_SERVICE, _shown(said)
    if await _speaks_tls(host, port, seconds):
        return Ailment.SPEAKS_TLS, t("a TLS handshake succeeds")
    return (Ailment.SILENT, "") if said is None else (Ailment.CLOSES, "")


async def _said(host: str, port: int, seconds: float, request: bytes) -> bytes | None:
    """What comes within the time, as much of it as tells what it is; None if nothing does, b"" if it hangs up."""
    writer: asyncio.StreamWriter | None = None
    said = b""
    try:
        async with asyncio.timeout(seconds):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(request)
            while not _is_enough(said) and (more := await reader.read(_MOST)):
                said += more
    except TimeoutError:
        return said or None
    except OSError:
        pass  # a reset may come behind what was said
    finally:
        if writer is not None:
            writer.transport.abort()
    return said


def _is_enough(said: bytes) -> bool:
    """The network may bring it in pieces: of a web server all is wanted, of others a line, or a TLS record's head."""
    if said[:1] in (b"\x15", b"\x16"):
        return len(said) > 1
    return len(said) >= _MOST or (b"\n" in said and not said.startswith(b"HTTP/"))


async def _speaks_tls(host: str, port: int, seconds: float) -> bool:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # nothing is sent: the question is whether it is TLS at all
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(host, port, ssl=context)
            writer.transport.abort()
            return True
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "")  # only who speaks TLS can refuse in TLS
    except OSError:
        return False


def _shown(said: bytes) -> str:
    """The first line of what was said, as far as it can be printed."""
    line = said.splitlines()[0][:80].decode("ascii", errors="replace") if said.splitlines() else ""
    return t("it says {words}").format(words="".join(c if c.isprintable() else "." for c in line))
