"""The server's key and certificate: made once, kept in its data folder, known to others by their fingerprint."""

from __future__ import annotations

import contextlib
import os
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from whiteboard.protocol.fingerprint import fingerprint_of

FILE_NAME = "certificate.pem"
_BEGINS = "-----BEGIN CERTIFICATE-----"
_SINCE = datetime(2000, 1, 1, tzinfo=UTC)
_FOR_EVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: a certificate without an end. Clients know it by its fingerprint and look at no clock."""


class BadCertificate(Exception):
    """There is no certificate to serve with; the text tells the person who started the server what to do."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the server encrypts with, and the fingerprint by which clients know it."""

    context: ssl.SSLContext
    fingerprint: str


def kept_in(folder: Path) -> Certificate:
    """The certificate of this folder, made if there is none. BadCertificate if that cannot be."""
    path = folder / FILE_NAME
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _make(path)
        return _read(path)
    except OSError as error:  # ssl.SSLError is one
        if isinstance(error, ssl.SSLError):
            raise _damaged(path) from None
        raise BadCertificate(f"{path} cannot be used: {error.strerror or error}.") from None
    except ValueError:
        raise _damaged(path) from None


def _read(path: Path) -> Certificate:
    text = path.read_text(encoding="ascii")  # UnicodeDecodeError is a ValueError
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.num_tickets = 0  # nobody takes up an old session again: each connection says hello anew
    context.load_cert_chain(path)
    return Certificate(context, fingerprint_of(ssl.PEM_cert_to_DER_cert(text[text.index(_BEGINS) :])))


def _make(path: Path) -> None:
    """Write key and certificate into one file, whole or not at all, for this account's eyes only."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(file, "wb") as out:
            out.write(_pem())
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _pem() -> bytes:
    """A new key on the curve P-256 and its certificate, which names nobody, in PEM."""
    # 60 ms and 10 MB that only a server's very first start needs
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Whiteboard")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_SINCE)
        .not_valid_after(_FOR_EVER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret + certificate.public_bytes(serialization.Encoding.PEM)


def _damaged(path: Path) -> BadCertificate:
    return BadCertificate(
        f"{path} is damaged. Put it back from a backup, or move it away: a new one is made then, and all links to "
        "these boards have to be given out anew."
    )
