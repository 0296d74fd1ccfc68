"""Names for people and boards: the public id of a client, the names that are allowed."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from whiteboard.model.element import Author

from .limits import MAX_BOARD_NAME_LENGTH, MAX_NAME_LENGTH

_CLIENT = re.compile(r"[0-9a-f]{32}")


def is_client(text: str) -> bool:
    """Whether the text is a client id: 128 random bits in hexadecimal."""
    return _CLIENT.fullmatch(text) is not None


def author_of(client: str) -> Author:
    """The public id of a client: 16 hexadecimal digits that do not tell the secret id."""
    return Author(hashlib.blake2b(client.encode(), digest_size=8).hexdigest())


def person_name(text: str) -> str:
    """A person's name fit to be shown: control and formatting characters out, spaces joined, cut to length."""
    return _shown(text)[:MAX_NAME_LENGTH].strip()


def board_name(text: str) -> str:
    """A board's name fit to be shown and to stand in a link, or "" if nothing is left of it."""
    return _shown(text.replace("/", " "))[:MAX_BOARD_NAME_LENGTH].strip()


def _shown(text: str) -> str:
    kept = (" " if c.isspace() else c for c in text if c.isspace() or _is_visible(c))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or char == "\u200d"
