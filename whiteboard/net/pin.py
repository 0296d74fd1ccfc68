"""Knowing a server by its certificate's fingerprint: TLS 1.3 with that certificate, or none at all.

The certificate is looked at inside the handshake, so nothing is ever sent to somebody else, whatever uses the context.
Names and dates in the certificate mean nothing: a computer with a wrong clock joins as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hmac
import ssl

from whiteboard.protocol.fingerprint import fingerprint_of
from whiteboard.protocol.link import Link

from .trouble import Failed, Trouble

LOOK_SECONDS = 4.0


class OtherCertificate(ssl.SSLCertVerificationError):
    """The server has shown another certificate, with this `fingerprint`."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__("the server's certificate has another fingerprint")
        self.fingerprint = fingerprint


@functools.lru_cache(maxsize=64)
def pinned(fingerprint: str) -> ssl.SSLContext:
    """TLS that ends every handshake with OtherCertificate in which the server does not have this one."""

    class Pinned(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            shown = fingerprint_of(self.getpeercert(binary_form=True) or b"")
            if not hmac.compare_digest(shown, fingerprint):
                raise OtherCertificate(shown)

    context = _context()
    context.sslobject_class = Pinned
    return context


def trust(link: Link) -> ssl.SSLContext | bool:
    """What aiohttp's `ssl` is for this link; True: what websites need."""
    return pinned(link.fingerprint) if link.fingerprint else True


async def look(host: str, port: int, seconds: float = LOOK_SECONDS) -> str:
    """The fingerprint of whoever answers there. Nothing is said to them but that.

    Failed with UNENCRYPTED if they do not encrypt, with another Trouble if nobody answers.
    """
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(host, port, ssl=_context(), server_hostname="")
    except ssl.SSLError as error:
        raise Failed(Trouble.UNENCRYPTED, error.reason or "") from None
    except ConnectionResetError:
        raise Failed(Trouble.UNENCRYPTED, "it hangs up") from None
    except TimeoutError:
        raise Failed(Trouble.SILENT, "no handshake") from None
    except OSError as error:
        raise Failed(Trouble.CUT, str(error)) from None
    try:
        tls: ssl.SSLObject = writer.get_extra_info("ssl_object")
        return fingerprint_of(tls.getpeercert(binary_form=True) or b"")
    finally:
        writer.transport.abort()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # it is the fingerprint that is verified
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context
