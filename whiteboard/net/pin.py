"""Knowing a server by its certificate's fingerprint: TLS 1.3 with that certificate, or none at all.

The certificate is looked at inside the handshake, so nothing is ever sent to somebody else, whatever uses the context.
Names and dates in the certificate mean nothing: a computer with a wrong clock joins as well.
"""

from __future__ import annotations

import functools
import hmac
import ssl

from whiteboard.protocol.fingerprint import fingerprint_of
from whiteboard.protocol.link import Link


class OtherCertificate(ssl.SSLCertVerificationError):
    """The server has shown another certificate, with this `fingerprint`."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__("the server's certificate has another fingerprint")
        self.fingerprint = fingerprint


@functools.lru_cache(maxsize=64)
def pinned(fingerprint: str) -> ssl.SSLContext:
    """TLS that ends every handshake with OtherCertificate in which the server does not have this one.

    Nobody has the fingerprint "": it is for finding out who is there, without saying anything.
    """

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


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # it is the fingerprint that is verified
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context
