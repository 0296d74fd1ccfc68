"""Small honest makers of elements, edits and what a server would say, for tests of sync and editor."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from whiteboard.model.element import STROKE, Author, Element, ElementId, Geometry
from whiteboard.model.op import Op
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import Style
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Entry, Placed, Snapshot, Tick, Welcome

LOG = "log-1"
ME = f"{1:032x}"
OTHER = author_of(f"{2:032x}")


def stroke(id: str, x: float = 0.0, y: float = 0.0, *, order: str = "A", color: str = "#1e1e1e") -> Element:
    """A stroke of three points, 10 board units wide and 5 high."""
    points = pack([InkPoint(0, 0, 128), InkPoint(80, 80, 140), InkPoint(160, 40, 128)])
    return Element(
        id=ElementId(id),
        kind=STROKE,
        geometry=Geometry(x=x, y=y, w=10.0, h=5.0),
        order=order,
        style=Style(color=color),
        points=points,
    )


def clients() -> Callable[[], str]:
    """A source of new client ids."""
    numbers = count(100)
    return lambda: f"{next(numbers):032x}"


def entry(seq: int, *ops: Op, author: Author = OTHER, cseq: int = 1) -> Entry:
    return Entry(seq=seq, author=author, cseq=cseq, at=1000.0 + seq, ops=ops)


def tick(*entries: Entry, hash: str = "") -> Tick:
    """A tick of these edits, with the hash that `hash_at` gives their last."""
    return Tick(seq=entries[-1].seq, hash=hash or hash_at(entries[-1].seq), edits=entries)


def hash_at(seq: int) -> str:
    return f"hash-{seq}"


def welcome(
    client: str = ME,
    *,
    start: int = 0,
    head: int = 0,
    cseq: int = 0,
    known: int | None = None,
    resumed: bool = False,
    log_id: str = LOG,
) -> Welcome:
    return Welcome(
        author=author_of(client),
        member=1,
        board="Board",
        log_id=log_id,
        start=start,
        head=head,
        cseq=cseq,
        known=cseq if known is None else known,
        resumed=resumed,
        snapshot="" if resumed else "/b/Board/snapshot",
        token="token",
    )


def snapshot(*elements: Element, seq: int = 0, log_id: str = LOG) -> Snapshot:
    return Snapshot(log_id=log_id, seq=seq, hash=hash_at(seq), elements=tuple(Placed(e) for e in elements))
