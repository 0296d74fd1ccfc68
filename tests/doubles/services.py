"""What else may be found on a port: other services, and ports that swallow every call."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from server.certificate import FILE_NAME, kept_in
from whiteboard.protocol.fingerprint import fingerprint_of

from .patience import until
from .ports import give_up, own_port

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

BACKLOG = 1
_TRIES = 16


@contextlib.asynccontextmanager
async def service(
    serve: Serve, tls: ssl.SSLContext | None = None, *, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[int]:
    """A port, by default of 127.0.0.1 and any, on which `serve` talks to everybody."""
    writers: list[asyncio.StreamWriter] = []
    ended = False
    before = asyncio.all_tasks()

    async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if ended:  # since this one was taken
            writer.transport.abort()
            return
        writers.append(writer)
        try:
            await serve(reader, writer)
        except* OSError:  # whoever called has hung up, in whatever way and moment
            pass

    server = await asyncio.start_server(welcome, host, port, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        await give_up(server)
        ended = True
        for writer in writers:
            writer.transport.abort()
        await until(lambda: all(task.done() for task in asyncio.all_tasks() - before), what="handshakes to end")


async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Takes the call, hears everything, and is silent."""
    while await reader.read(65536):
        pass


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def dribble(writer: asyncio.StreamWriter, said: bytes) -> None:
    """Say it a byte at a time, as a network may bring it."""
    for byte in said:
        writer.write(bytes((byte,)))
        await writer.drain()
        await asyncio.sleep(0.001)


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection by an RST instead of a FIN, as who has left something unread does."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def ssh(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Greets as sshd does, before anybody has said anything."""
    writer.write(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
    await say_nothing(reader, writer)


async def web_server(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Has no page of the name that was asked for."""
    while await reader.readline() not in (b"\r\n", b""):
        pass
    body = b"<h1>Not found</h1>"
    writer.write(b"HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
    writer.close()


async def only_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Refuses everything with a TLS alert: fatal, handshake failure."""
    await reader.read(1)
    writer.write(b"\x15\x03\x03\x00\x02\x02\x28")
    writer.close()


async def polite_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Wants TLS and says so in plain http, as nginx does."""
    if await reader.read(1) == b"\x16":
        writer.write(b"\x15\x03\x03\x00\x02\x02\x28")
    else:
        words = b"The plain HTTP request was sent to HTTPS port"
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: %d\r\n\r\n%s" % (len(words), words))
    writer.close()


@contextlib.contextmanager
def filtered_port() -> Iterator[int]:
    """A port that answers no call at all: its queue of those who wait to be taken is full, so the system drops more."""
    with contextlib.ExitStack() as open_:
        listener = open_.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(BACKLOG)
        for _ in range(_TRIES):
            waiting = open_.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


def nobodys_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    return own_port()


def certified(folder: Path) -> ssl.SSLContext:
    """TLS of any version with a server's certificate, kept in this folder."""
    kept_in(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / FILE_NAME)
    return context


def signed(begins: datetime, ends: datetime, folder: Path, name: str = "") -> tuple[ssl.SSLContext, str]:
    """A certificate of these dates and for this name, as a server's context; and its fingerprint. See `all.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    owner = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name or "nobody")])
    builder = x509.CertificateBuilder().subject_name(owner).issuer_name(owner).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(begins).not_valid_after(ends)
    if name:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    certificate = builder.sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "all.pem").write_bytes(secret + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "all.pem")
    return context, fingerprint_of(certificate.public_bytes(serialization.Encoding.DER))
