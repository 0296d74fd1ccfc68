"""Links to a board: `http://ADDRESS:PORT/b/NAME#CODE`, or the same with `whiteboard://`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from .code import typed
from .identity import board_name
from .limits import DEFAULT_PORT

SCHEMES = ("http", "whiteboard")


class BadLink(ValueError):
    """The text is not a link to a board; the text says why, for a person to read."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a board is. `host` is a name, an IPv4 address or an IPv6 address without brackets; `code` "" if none."""

    host: str
    port: int
    board: str
    code: str = ""

    @property
    def origin(self) -> str:
        """The server's address: `http://HOST:PORT`."""
        host = f"[{self.host.replace('%', '%25')}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def path(self) -> str:
        return f"/b/{quote(self.board, safe='')}"

    def __str__(self) -> str:
        return f"{self.origin}{self.path}" + (f"#{self.code}" if self.code else "")

    @property
    def app_link(self) -> str:
        """The link that opens the app rather than a browser."""
        return "whiteboard" + str(self).removeprefix("http")


def is_link(text: str) -> bool:
    """Whether a text is meant as a link rather than as the name of a file."""
    return text.strip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def parse_link(text: str) -> Link:
    """The link in a text; BadLink says what is wrong with it."""
    if not is_link(text):
        raise BadLink("A link to a board begins with http:// or whiteboard://.")
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadLink("The address in this link is not valid.") from None
    if not host:
        raise BadLink("This link has no address.")
    prefix, _, name = parts.path.rpartition("/")
    board = board_name(unquote(name))
    if prefix != "/b" or not board:
        raise BadLink("This link does not name a board.")
    return Link(unquote(host), port or DEFAULT_PORT, board, typed(unquote(parts.fragment)))
