"""Cuts the JSON of a large snapshot (or clip) into smaller ones, so that whoever decodes it can let others have a turn.

Decoding 100,000 strokes in one go holds Python's lock for a third of a second, in whichever thread it is done.
"""

from __future__ import annotations

PIECE_BYTES = 256 * 1024
"""About 700 strokes: decoded in 3 ms."""

_BEGIN = b'"elements":['
_BETWEEN = b'],[{"id":'
BARE = b'},{"id":'
"""How one element follows another where no stamps are with them."""


def pieces(data: bytes, size: int = PIECE_BYTES, between: bytes = _BETWEEN) -> list[bytes]:
    """Snapshots that have the elements of `data` between them, in order; `data` itself where there is nothing to cut.

    Only the bytes are looked at, and cut where one element follows another as a server writes them. Something in `ext`
    may look the same: then a piece is no JSON, and the whole is to be decoded instead.
    """
    head = data[: data.find(_BEGIN) + len(_BEGIN)]
    if len(data) <= size or _BEGIN not in head:
        return [data]
    found = []
    begin = len(head)
    while (cut := data.find(between, begin + size)) >= 0:
        found.append(head + data[begin : cut + 1] + b"]}")
        begin = cut + 2
    found.append(head + data[begin:])
    return found
