"""A board's document and its log, in step: what is numbered is applied at once, and undone if it cannot be stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from whiteboard.model.document import Change, Document, Stamp
from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.op import Op, Put, Remove, target
from whiteboard.protocol.messages import Placed
from whiteboard.protocol.refusal import Refusal

from .board_log import BoardLog, EntryTooLarge, Row
from .storage.port import Batch, StoredBoard


@dataclass(frozen=True, slots=True)
class _Was:
    """An element before an edit (None: absent), and who had drawn it."""

    id: ElementId
    element: Element | None
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered edit. `puts` are the elements that it puts, or would have put if it had not been refused."""

    row: Row
    puts: tuple[ElementId, ...]
    refused: bool
    before: tuple[_Was, ...]


class Ledger:
    """`document` is ahead of what members see by the edits that are not stored yet (SPEC S3)."""

    def __init__(self, stored: StoredBoard, *, wall: Callable[[], float]) -> None:
        """`wall` tells seconds since 1970."""
        self.log = BoardLog(stored.record.log_id, stored.seq, stored.hash, tail=stored.tail, cseqs=stored.cseqs)
        self.document = Document(stored.elements, stored.stamps)
        self._wall = wall
        self._unstored: list[Numbered] = []
        self._taken = stored.seq

    @property
    def waiting(self) -> bool:
        """Whether there are edits that nobody has begun to store."""
        return self.log.head > self._taken

    def number(
        self, author: Author, cseq: int, ops: Sequence[Op], void: Refusal | None = None, why: str = ""
    ) -> Change:
        """Give an edit its place in the log and apply it, unless it is refused as void (SPEC S2)."""
        at = self._wall()
        puts = tuple(op.element.id for op in ops if isinstance(op, Put))
        try:
            row = self.log.number(author, cseq, at, ops if void is None else (), void, why)
        except EntryTooLarge as error:
            void = Refusal.TOO_LARGE
            row = self.log.number(author, cseq, at, (), void, str(error))
        if void is not None:
            ops = ()
        before = tuple(
            _Was(id, self.document.get(id), self.document.stamp(id)) for id in dict.fromkeys(map(target, ops))
        )
        change = self.document.apply(ops, Stamp(author, at))
        self._unstored.append(Numbered(row, puts, void is not None, before))
        return change

    def take_batch(self) -> Batch | None:
        """What is to be stored now; each edit is handed out once."""
        taken = [numbered for numbered in self._unstored if numbered.row.seq > self._taken]
        if not taken:
            return None
        self._taken = taken[-1].row.seq
        touched = dict.fromkeys(was.id for numbered in taken for was in numbered.before)
        elements = {id: self._placed(id) for id in touched}
        return Batch(self.log.log_id, [numbered.row for numbered in taken], elements)

    def stored(self, seq: int) -> list[Numbered]:
        """Everything up to `seq` is durable: publish it."""
        self.log.publish(seq)
        done = [numbered for numbered in self._unstored if numbered.row.seq <= seq]
        self._unstored = self._unstored[len(done) :]
        return done

    def roll_back(self) -> list[Numbered]:
        """Nothing that waits can be stored: take it all back, so that no number is spent (SPEC P3)."""
        undone, self._unstored = self._unstored, []
        for numbered in reversed(undone):
            _restore(self.document, numbered.before)
        self.log.roll_back()
        self._taken = self.log.published
        return undone

    def placed(self) -> tuple[Placed, ...]:
        """The elements of the board as members may see it: without what is not stored yet."""
        if not self._unstored:
            return tuple(Placed(element, self.document.stamp(element.id)) for element in self.document)
        seen = {element.id: Placed(element, self.document.stamp(element.id)) for element in self.document}
        for numbered in reversed(self._unstored):
            for was in numbered.before:
                if was.element is None:
                    seen.pop(was.id, None)
                else:
                    seen[was.id] = Placed(was.element, was.stamp)
        return tuple(seen.values())

    def _placed(self, id: ElementId) -> tuple[Element, Stamp | None] | None:
        element = self.document.get(id)
        return None if element is None else (element, self.document.stamp(id))


def _restore(document: Document, before: Iterable[_Was]) -> None:
    for was in before:
        document.apply([Remove(was.id)])
        if was.element is not None:
            document.apply([Put(was.element)], was.stamp)
