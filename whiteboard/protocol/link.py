"""Links to a board: `http://ADDRESS:PORT/b/NAME#CODE.FINGERPRINT`, or the same with `whiteboard://`.

The same link opens the app, which encrypts, and a browser, which cannot with a certificate that nobody vouches for.
`https://` is for servers behind a proxy that has a certificate as websites have.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from whiteboard.words import t

from .code import typed
from .fingerprint import is_fingerprint
from .identity import board_name
from .limits import DEFAULT_PORT

SCHEMES = ("http", "https", "whiteboard")
_HTTPS_PORT = 443


class BadLink(ValueError):
    """The text is not a link to a board; the text says why, for a person to read."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a board is. `host` is a name, an IPv4 address or an IPv6 address without brackets; `code` "" if none.

    `fingerprint` is that of the server's certificate, "" if it is not known. `vouched`: the certificate is one that
    this computer trusts anyway, as with websites.
    """

    host: str
    port: int
    board: str
    code: str = ""
    fingerprint: str = ""
    vouched: bool = False

    @property
    def is_encrypted(self) -> bool:
        """Whether one knows whom to expect there, so that nobody in between can read along."""
        return self.vouched or bool(self.fingerprint)

    @property
    def origin(self) -> str:
        """The server's address for a program: `https://HOST:PORT`, or `http://...` if it is not encrypted.

        A link with a fingerprint never leads to a connection without encryption.
        """
        return f"{'https' if self.is_encrypted else 'http'}://{self._place}"

    @property
    def path(self) -> str:
        return f"/b/{quote(self.board, safe='')}"

    def __str__(self) -> str:
        fragment = f"{self.code}.{self.fingerprint}" if self.fingerprint else self.code
        scheme = "https" if self.vouched else "http"
        return f"{scheme}://{self._place}{self.path}" + (f"#{fragment}" if fragment else "")

    @property
    def app_link(self) -> str:
        """The link that opens the app rather than a browser."""
        return str(self) if self.vouched else "whiteboard" + str(self).removeprefix("http")

    @property
    def _place(self) -> str:
        host = f"[{self.host.replace('%', '%25')}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def is_link(text: str) -> bool:
    """Whether a text is meant as a link rather than as the name of a file."""
    return text.strip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def parse_link(text: str) -> Link:
    """The link in a text; BadLink says what is wrong with it."""
    if not is_link(text):
        raise BadLink(t("A link to a board begins with http:// or whiteboard://."))
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadLink(t("The address in this link is not valid.")) from None
    if not host:
        raise BadLink(t("This link has no address."))
    prefix, _, name = parts.path.rpartition("/")
    board = board_name(unquote(name))
    if prefix != "/b" or not board:
        raise BadLink(t("This link does not name a board."))
    code, dot, rest = unquote(parts.fragment).partition(".")
    fingerprint = typed(rest)
    if dot and not is_fingerprint(fingerprint):
        raise BadLink(t("The end of this link is missing or wrong. Copy the whole link."))
    vouched = parts.scheme.lower() == "https"
    return Link(
        unquote(host),
        port or (_HTTPS_PORT if vouched else DEFAULT_PORT),
        board,
        typed(code),
        "" if vouched else fingerprint,
        vouched,
    )
