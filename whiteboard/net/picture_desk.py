"""What the traffic of pictures needs of a board, and what it says: values and ports, without the traffic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from whiteboard.model.content import AssetId


class Shelf(Protocol):
    """Where pictures are kept here. Its methods block, and are called from other threads."""

    def has(self, id: AssetId) -> bool: ...

    def read(self, id: AssetId) -> bytes | None: ...

    def keep_as(self, id: AssetId, data: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a picture has come: `done` of `total` bytes, `sending` or being fetched; 0 of 0 while nobody has it.

    `done` equals a `total` above 0 when it is there.
    """

    id: AssetId
    done: int
    total: int
    sending: bool = False


@dataclass(frozen=True, slots=True)
class PictureDesk:
    """What the traffic needs of the board: where its pictures are kept, which it uses just now, and whether I may put
    some there. `report` hears of every piece, `settled` when nothing is left to do about a picture in this visit."""

    shelf: Shelf
    used: Callable[[], Iterable[AssetId]]
    report: Callable[[Progress], None]
    may_send: Callable[[], bool]
    settled: Callable[[AssetId], None] = lambda id: None
