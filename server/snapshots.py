"""A board's snapshots for joiners: captured seldom, encoded once, shared by all who come at about that time (F4)."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from dataclasses import dataclass, field

from whiteboard.protocol.codec import to_json
from whiteboard.protocol.messages import Placed, Snapshot

from .board_log import BoardLog
from .ledger import Ledger
from .ticks import MAX_TICK_BYTES

SHORT_TAIL = 200
SHORT_TAIL_BYTES = MAX_TICK_BYTES
"""A snapshot this old is still handed out: the entries since then follow in ticks."""

KEPT = 3
"""At most so many, however many who were told of an older one never fetch it."""

COMPRESSION = 1
"""The fastest: ink hardly compresses further, and a joiner waits for it."""

GZIP = 16 + zlib.MAX_WBITS

AT_ONCE = 500
"""So many elements are encoded at a stretch, half a millisecond in which no other thread has its turn."""


@dataclass(slots=True)
class Capture:
    """The elements of a board at a sequence number; `data` is their snapshot as gzipped JSON once it is encoded.

    `awaited`: so many were told to fetch it and did not yet.
    """

    log_id: str
    seq: int
    hash: str
    elements: tuple[Placed, ...]
    data: bytes | None = field(default=None)
    awaited: int = 0

    def encode(self) -> bytes:
        """The snapshot as gzipped JSON. Takes long for a large board: call it in a thread."""
        head = to_json(Snapshot(log_id=self.log_id, seq=self.seq, hash=self.hash, elements=()))
        packer = zlib.compressobj(COMPRESSION, wbits=GZIP)
        packed = [packer.compress(head.removesuffix(b"]}"))]
        for begin in range(0, len(self.elements), AT_ONCE):
            some = to_json(self.elements[begin : begin + AT_ONCE])
            packed.append(packer.compress((b"," if begin else b"") + some[1:-1]))
        return b"".join((*packed, packer.compress(b"]}"), packer.flush()))

    def encoded(self, data: bytes) -> None:
        """Keep the result of `encode`, and let go of the elements."""
        self.data, self.elements = data, ()


class Snapshots:
    """The newest capture of one board, and older ones that somebody still has to fetch, by sequence number."""

    def __init__(self) -> None:
        self._captures: OrderedDict[int, Capture] = OrderedDict()

    def for_joiner(self, ledger: Ledger) -> Capture:
        """A capture whose tail is in memory and short. The joiner is to fetch it."""
        log = ledger.log
        capture = next(reversed(self._captures.values()), None)
        if capture is None or not _has_short_tail(capture, log):
            capture = Capture(log.log_id, log.published, log.published_hash, ledger.placed())
            self._captures[capture.seq] = capture
            self._let_go()
        capture.awaited += 1
        return capture

    def fetch(self, seq: int) -> Capture | None:
        """The capture that a joiner was told of, once for each of them; None if it is gone."""
        capture = self._captures.get(seq)
        if capture is not None:
            capture.awaited -= 1
            self._let_go()
        return capture

    def forget(self) -> None:
        """Let the next joiner get a snapshot of the board as it is then."""
        self._captures.clear()

    def _let_go(self) -> None:
        *older, _ = self._captures.values()
        for place, capture in enumerate(older):
            if capture.awaited <= 0 or place < len(self._captures) - KEPT:
                del self._captures[capture.seq]


def _has_short_tail(capture: Capture, log: BoardLog) -> bool:
    if capture.seq < log.floor or log.published - capture.seq >= SHORT_TAIL:
        return False
    return log.bytes_after(capture.seq) <= SHORT_TAIL_BYTES
